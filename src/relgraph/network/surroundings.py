"""A part of the network, read by itself: who is tied to a node, and all that is stated among some nodes.

Reads what it needs of these nodes alone, where `projection` reads the whole store.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

import networkx as nx

from relgraph.network import selects
from relgraph.network.projection import Edges, Key, edges_of, graph_of
from relgraph.network.selects import Row, Selects, required, rows
from relgraph.network.statement import Source
from relgraph.network.things import VALUES, Things, listed
from relgraph.store.terms import Iri
from relgraph.vocabulary import ONTOLOGY, PREFIXES, TOPIC, RelationType

_RELATIONS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_TIES = """SELECT ?node ?other ?type ?sentences
WHERE {
  { VALUES ?node { %(nodes)s } ?tie rg:subject ?node ; rg:object ?other }
  UNION { VALUES ?node { %(nodes)s } ?tie rg:object ?node ; rg:subject ?other }
  UNION { VALUES ?node { %(nodes)s } ?tie rg:subject ?node ; rg:topic ?other FILTER NOT EXISTS { ?tie rg:object ?any } }
  UNION { VALUES ?node { %(nodes)s } ?tie rg:topic ?node ; rg:subject ?other FILTER NOT EXISTS { ?tie rg:object ?any } }
  ?tie rg:relationType ?type ; rg:sentenceCount ?sentences
}"""
_BEHIND = """SELECT ?node ?other (SUM(?sentences) AS ?n)
WHERE {
  { VALUES ?node { %(nodes)s } ?tie rg:subject ?node ; rg:object ?other . ?other a rg:Organisation }
  UNION { VALUES ?node { %(nodes)s } ?tie rg:object ?node ; rg:subject ?other . ?other a rg:Organisation }
  UNION { VALUES ?node { %(nodes)s } ?tie rg:subject ?node ; rg:topic ?other FILTER NOT EXISTS { ?tie rg:object ?any } }
  ?tie rg:sentenceCount ?sentences
}
GROUP BY ?node ?other"""
_OUT = """SELECT ?tie ?subject ?other
WHERE {
  VALUES ?subject { %s }
  { ?tie rg:subject ?subject ; rg:object ?other }
  UNION { ?tie rg:subject ?subject ; rg:topic ?other FILTER NOT EXISTS { ?tie rg:object ?any } }
}"""
_SUMMED = """SELECT ?tie ?relation ?release ?confidence
WHERE { VALUES ?tie { %s } ?tie rg:sums ?relation . GRAPH ?release { ?relation rg:confidence ?confidence } }"""
_NAMED = "SELECT ?relation ?value WHERE { VALUES ?relation { %s } GRAPH ?release { ?relation %s ?value } }"
_BETWEEN = """SELECT ?relation WHERE {
  { ?tie rg:subject %(one)s ; rg:object %(other)s } UNION { ?tie rg:subject %(other)s ; rg:object %(one)s }
  UNION { ?tie rg:subject %(one)s ; rg:topic %(other)s FILTER NOT EXISTS { ?tie rg:object ?any } }
  UNION { ?tie rg:subject %(other)s ; rg:topic %(one)s FILTER NOT EXISTS { ?tie rg:object ?any } }
  ?tie rg:sums ?relation }"""
_HELD = "SELECT ?relation ?name ?value WHERE { VALUES ?relation { %s } GRAPH ?release { ?relation ?name ?value } }"
_SENTENCES = """SELECT ?release ?relation ?type ?subject ?evidence ?sentence
WHERE { VALUES ?relation { %s } GRAPH ?release {
  ?relation a ?type ; rg:subject ?subject ; rg:evidence ?evidence . ?evidence oa:hasSelector/oa:exact ?sentence
  FILTER(?type != rg:Relation) } }"""
_RELEASES = "SELECT ?thing ?value WHERE { VALUES ?thing { %s } GRAPH ?thing { ?thing %s ?value } }"
_TIE = {
    "type": "relationType", "status": "tieStatus", "bases": "tieBasis", "sentences": "sentenceCount", "topics": "topic",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Who is tied to a node, and how many sentences state each type of relation between the two."""

    iri: str
    label: str
    label_en: str | None
    type: str
    relations: Mapping[str, int]

    @property
    def sentences(self) -> int:
        """Sentences behind all types; one that states two of them counts twice."""
        return sum(self.relations.values())


def neighbours(store: Selects, nodes: Collection[str]) -> dict[str, list[Neighbour]]:
    """Everybody who is tied to each node, the best evidenced first.

    Raises:
        QueryError: one is no IRI.
    """
    told: dict[str, dict[str, dict[str, int]]] = {node: defaultdict(lambda: defaultdict(int)) for node in nodes}
    for row in rows(store, _TIES % {"nodes": listed(nodes)}):
        node, other, kind = required(row, "node"), required(row, "other"), _RELATIONS[required(row, "type")].value
        if node != other:
            told[node][other][kind] += int(required(row, "sentences"))
    things = Things(store, {other for others in told.values() for other in others})
    found = {
        node: [
            Neighbour(other, own["label"], own["label_en"], own["type"], dict(counts))
            for other, counts in others.items()
            if (own := things.attributes(other))
        ]
        for node, others in told.items()
    }
    return {node: sorted(held, key=lambda one: (-one.sentences, one.label, one.iri)) for node, held in found.items()}


def behind(store: Selects, nodes: Collection[str], most: int) -> list[str]:
    """Organisations and topics that stand behind nodes: of each so many, those with most sentences between the two.

    Raises:
        QueryError: one is no IRI.
    """
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows(store, _BEHIND % {"nodes": listed(nodes)}):
        told[required(row, "node")].append((-int(required(row, "n")), required(row, "other")))
    return sorted({other for found in told.values() for _, other in sorted(found)[:most]})


def among(store: Selects, nodes: Collection[str], *, new: Collection[str] | None = None) -> "nx.MultiDiGraph[str]":
    """All ties among some nodes as `projection.project` sums them up, but for their statements (`stated`).

    Of `new` nodes only ties of which one is an end. Nodes that the store does not know are left out; documents, events
    and territories that ties name join them. Sentences and releases are counted for each status of a type.

    Raises:
        QueryError: one is no IRI.
    """
    chosen, wanted = set(nodes), set(nodes if new is None else new)
    ends: dict[str, tuple[str, str]] = {}
    for row in rows(store, _OUT % listed(chosen)):
        subject, other = required(row, "subject"), required(row, "other")
        if other in chosen and subject != other and (subject in wanted or other in wanted):
            ends[required(row, "tie")] = (subject, other)
    return graph_among(store, _summed(store, ends), chosen)


def graph_among(store: Selects, edges: Mapping[Key, Mapping[str, Any]], ends: Set[str]) -> "nx.MultiDiGraph[str]":
    """Edges as they are told, among these nodes and with what stands around them; unknown nodes are left out."""
    named = {one for edge in edges.values() for one in (*edge["named"], *edge["regions"])}
    topics = {TOPIC + topic for edge in edges.values() for topic in edge["topics"]}
    things = Things(store, ends | named | topics)
    things.add(things.surrounding(ends))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for one in sorted(things.iris - (topics - ends)):
        if own := things.attributes(one):
            graph.add_node(one, **own)
    for (subject, other, kind), edge in sorted(edges.items()):
        graph.add_edge(subject, other, key=kind, **edge)
    graph.graph["topics"] = {
        topic.removeprefix(TOPIC): {"de": topic.removeprefix(TOPIC)} | dict(sorted(things.labels[topic].items()))
        for topic in sorted(topics)
    }
    graph.graph["within"] = things.within
    return graph


def stated(store: Selects, pairs: Iterable[tuple[str, str]]) -> "nx.MultiDiGraph[str]":
    """All that is stated between the two of each pair, with its statements, as `projection.project` gives it.

    Raises:
        QueryError: one is no IRI.
    """
    wanted = {frozenset(pair) for pair in pairs}
    relations = {
        required(row, "relation")
        for one, other in sorted(sorted(pair) for pair in wanted if len(pair) == 2)
        for row in rows(store, _BETWEEN % {"one": Iri(one).n3(), "other": Iri(other).n3()})
    }
    edges = {key: held for key, held in told_of(store, relations).items() if frozenset(key[:2]) in wanted}
    ends = {end for pair in wanted for end in pair}
    named = {one for held in edges.values() for said in held for one in (said.document, said.event) if one}
    topics = {TOPIC + topic for held in edges.values() for said in held for topic in said.topics}
    things = Things(store, ends | named | topics)
    known = {iri: own for iri in sorted(ends | named) if (own := things.attributes(iri))}
    return graph_of(edges, known, things.labels)


def _summed(store: Selects, ends: Mapping[str, tuple[str, str]]) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Attributes of edges by subject, other end and type, out of ties, each of which holds one status and office."""
    if not ends:
        return {}
    these = listed(ends)
    held = {name: _by_thing(rows(store, VALUES % (these, f"rg:{term}"))) for name, term in _TIE.items()}
    relations: dict[str, list[Row]] = defaultdict(list)
    for row in rows(store, _SUMMED % these):
        relations[required(row, "tie")].append(row)
    summed = [row for own in relations.values() for row in own]
    releases = listed({required(row, "release") for row in summed})
    dates, regions = (_by_thing(rows(store, _RELEASES % (releases, term))) for term in ("dcterms:issued", "rg:region"))
    stating = listed({required(row, "relation") for row in summed})
    names: dict[str, list[str]] = defaultdict(list)
    for term in ("rg:document", "rg:event"):
        for row in rows(store, _NAMED % (stating, term)):
            names[required(row, "relation")].append(required(row, "value"))
    together: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for tie, (subject, other) in ends.items():
        together[subject, other, _RELATIONS[held["type"][tie][0]].value].append(tie)
    edges: dict[tuple[str, str, str], dict[str, Any]] = {}
    for key, own in together.items():
        said = [row for tie in own for row in relations[tie]]
        issued = sorted({date for row in said for date in dates.get(required(row, "release"), ())})
        edges[key] = {
            "type": key[2],
            "relations": len({row["relation"] for row in said}),
            "sentences": sum(int(held["sentences"][tie][0]) for tie in own),
            "releases": len({row["release"] for row in said}),
            "first": issued[0] if issued else None,
            "last": issued[-1] if issued else None,
            "years": tuple(sorted({date[:4] for date in issued})),
            "topics": tuple(sorted({one.removeprefix(TOPIC) for tie in own for one in held["topics"].get(tie, ())})),
            "statuses": tuple(sorted({held["status"][tie][0].removeprefix(ONTOLOGY) for tie in own})),
            "bases": tuple(sorted({one.removeprefix(ONTOLOGY) for tie in own for one in held["bases"][tie]})),
            "regions": tuple(sorted({one for row in said for one in regions.get(required(row, "release"), ())})),
            "confidence": max(float(required(row, "confidence")) for row in said),
            "named": tuple(sorted({one for row in said for one in names.get(required(row, "relation"), ())})),
        }
    return edges


def _by_thing(found: Iterable[Row]) -> dict[str, list[str]]:
    held: dict[str, list[str]] = defaultdict(list)
    for row in found:
        held[required(row, "thing")].append(required(row, "value"))
    return held


def told_of(store: Selects, relations: Collection[str]) -> Edges:
    """Statements of some relations by subject, other end and type."""
    if not relations:
        return {}
    these = listed(relations)
    names = {_full(term): name for name, term in selects.RELATION_VALUES.items()}
    held: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in names.values()}
    for row in rows(store, _HELD % these):
        name = names.get(required(row, "name"))
        if name is not None:
            held[name][required(row, "relation")].append(required(row, "value"))
    for by_relation in held.values():
        for found in by_relation.values():
            found.sort()
    stated = sorted(rows(store, _SENTENCES % these), key=lambda row: required(row, "relation"))
    return edges_of(stated, _sources(store, {required(row, "release") for row in stated}), held)


def _sources(store: Selects, releases: Collection[str]) -> dict[str, Source]:
    these, terms = listed(releases), selects.RELEASE_VALUES | {"title": "dcterms:title"}
    held = {name: _by_thing(rows(store, _RELEASES % (these, term))) for name, term in terms.items()}
    return {
        release: Source(release, **{name: min(own[release]) for name, own in held.items() if release in own})
        for release in releases
    }


def _full(term: str) -> str:
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name
