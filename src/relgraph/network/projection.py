"""The graph of a store as a networkx multigraph: nodes are entities and topics, edges sum up relations.

Owns what becomes a node and how relations are summed up; it draws and measures nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from relgraph.network import selects
from relgraph.network.nodes import TOPIC_TYPE, entities, labels_of, node
from relgraph.network.selects import Row, Selects, required, rows, values
from relgraph.network.statement import Source, Statement
from relgraph.vocabulary import ONTOLOGY, SYMMETRIC, TOPIC, RelationType

_RELATIONS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
Key = tuple[str, str, str]
"""Subject, other end and type of relation."""
Edges = dict[Key, list[Statement]]


def project(store: Selects) -> "nx.MultiDiGraph[str]":
    """Every entity of the store as a node, every type of relation between two of them as one edge.

    Nodes (keyed by IRI) have `label`, `label_en`, `type`, `code`, `part_of`, `same_as`. Edges (keyed by type of
    relation) have `type`, `relations`, `sentences`, `releases` (counts), `first` and `last` (dates of releases),
    `topics`, `statuses`, `bases`, `regions` (for which the releases speak), `years` (of releases), `confidence` (the
    largest), `named` (documents and events) and `statements`, the evidence, by date. A relation without object runs to
    its topics, which are nodes of type `Topic`. Symmetric relations run from the smaller IRI to the larger, so that
    both orders meet. `graph.graph["topics"]` maps each topic in use to its labels by language, `graph.graph["within"]`
    each entity to the territories that it lies in or stands for.
    """
    labels = labels_of(store)
    graph = graph_of(_edges(store), dict(entities(store, labels)), labels)
    graph.graph["within"] = _within(store)
    return graph


def graph_of(
    edges: Edges, nodes: Mapping[str, Mapping[str, object]], labels: Mapping[str, Mapping[str, str]]
) -> "nx.MultiDiGraph[str]":  # fmt: skip
    """Nodes with their attributes and statements by edge as the graph that `project` describes, but for `within`."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in nodes.items():
        graph.add_node(iri, **attributes)
    for subject, obj, kind in sorted(edges):
        for end in (subject, obj):
            if end not in graph:
                graph.add_node(end, **end_of(end, labels))
        graph.add_edge(subject, obj, key=kind, **edge((subject, obj, kind), edges[subject, obj, kind]))
    graph.graph["topics"] = _topics(edges.values(), labels)
    return graph


def end_of(end: str, labels: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """Attributes of an end of a relation that is no entity: a topic."""
    return node(end, TOPIC_TYPE if end.startswith(TOPIC) else None, labels)


def edge(key: Key, statements: Iterable[Statement]) -> dict[str, object]:
    """Attributes of an edge."""
    _, other, kind = key
    own = summary(kind, statements)
    if other.startswith(TOPIC):  # what else the sentence speaks of runs to nodes of its own
        own["topics"] = (other.removeprefix(TOPIC),)
    return own


def summary(kind: str, statements: Iterable[Statement]) -> dict[str, object]:
    """Sum up the statements behind an edge."""
    held = sorted(statements, key=lambda statement: statement.order)
    dates = sorted(statement.source.date for statement in held if statement.source.date)
    return {
        "type": kind,
        "relations": len({statement.relation for statement in held}),
        "sentences": len({(statement.source.iri, statement.sentence) for statement in held}),
        "releases": len({statement.source.iri for statement in held}),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "topics": tuple(sorted({topic for statement in held for topic in statement.topics})),
        "statuses": tuple(sorted({statement.status for statement in held})),
        "bases": tuple(sorted({statement.basis for statement in held})),
        "regions": tuple(sorted({one.source.region for one in held if one.source.region})),
        "years": tuple(sorted({date[:4] for date in dates})),
        "confidence": max((statement.confidence for statement in held), default=1.0),
        "named": tuple(sorted({name for one in held for name in (one.document, one.event) if name})),
        "statements": tuple(held),
    }


def _edges(store: Selects) -> Edges:
    held = {name: values(store, term, about="rg:Relation") for name, term in selects.RELATION_VALUES.items()}
    return edges_of(rows(store, selects.RELATIONS), _sources(store), held)


def edges_of(
    relations: Iterable[Row], sources: Mapping[str, Source], held: Mapping[str, Mapping[str, list[str]]]
) -> Edges:  # fmt: skip
    """Statements by subject, other end and type: `relations` are rows of `selects.RELATIONS`.

    `held` gives by name of `selects.RELATION_VALUES` and by relation its sorted values.
    """
    edges: Edges = defaultdict(list)
    for row in relations:
        kind = _RELATIONS.get(required(row, "type"))
        if kind is None:
            continue  # a superclass, stated beside the class
        iri, subject = required(row, "relation"), required(row, "subject")
        own = {name: by_relation.get(iri, []) for name, by_relation in held.items()}
        statement = _statement(row, sources[required(row, "release")], own)
        for obj in own["object"] or own["topic"]:
            ends = sorted((subject, obj)) if kind in SYMMETRIC and own["object"] else (subject, obj)
            edges[ends[0], ends[1], kind.value].append(statement)
    return edges


def _sources(store: Selects) -> dict[str, Source]:
    held = {name: values(store, term, about="rg:Release") for name, term in selects.RELEASE_VALUES.items()}
    found: dict[str, Source] = {}
    for row in sorted(rows(store, selects.RELEASES), key=lambda row: required(row, "title")):
        iri = required(row, "release")
        own = {name: _first(by_release.get(iri)) for name, by_release in held.items()}
        found.setdefault(iri, Source(iri, required(row, "title"), **own))
    return found


def _statement(row: Row, source: Source, own: Mapping[str, list[str]]) -> Statement:
    return Statement(
        relation=required(row, "relation"),
        sentence=required(row, "sentence"),
        evidence=required(row, "evidence"),
        subject=required(row, "subject"),
        source=source,
        status=(_first(own["status"]) or "active").removeprefix(ONTOLOGY),
        confidence=float(_first(own["confidence"]) or 1),
        rule=_first(own["rule"]),
        role=_first(own["role"]),
        amount=_first(own["amount"]),
        topics=tuple(topic.removeprefix(TOPIC) for topic in own["topic"]),
        document=_first(own["document"]),
        event=_first(own["event"]),
        date=_first(own["date"]),
        from_=_first(own["from"]),
        until=_first(own["until"]),
        basis=(_first(own["basis"]) or "machine").removeprefix(ONTOLOGY),
        reviewer=_first(own["reviewer"]),
        reviewed_on=_first(own["reviewed_on"]),
    )


def _topics(edges: Iterable[Iterable[Statement]], labels: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    used = {topic for statements in edges for statement in statements for topic in statement.topics}
    return {topic: {"de": topic} | dict(sorted(labels.get(TOPIC + topic, {}).items())) for topic in sorted(used)}


def _within(store: Selects) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(store, selects.WITHIN):
        found[required(row, "entity")].append(required(row, "value"))
    return {entity: tuple(sorted(found[entity])) for entity in sorted(found)}


def _first(held: list[str] | None) -> str | None:
    return held[0] if held else None
