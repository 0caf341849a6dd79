"""Answers about the network of a store: the whole, paths with their sentences, brokers, communities.

`details` lets edges of an answer's graph bear all that `ties` knows of them, as files of graphs want it.
"""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise

import igraph
import networkx as nx

from relgraph.errors import QueryError
from relgraph.network.answer import Answer, Part, Row
from relgraph.network.brokers import brokers
from relgraph.network.groups import groups
from relgraph.network.measures import Measures, estimated, measure_simple, undirected
from relgraph.network.paths import shortest_paths
from relgraph.network.sentences import Quote, quotes
from relgraph.network.speech import Speech
from relgraph.network.ties import Choice, tie_graph
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.queries.sides import side
from relgraph.store.protocol import Store

_ACTOR = ("name", "type", "degree", "sentences", "betweenness", "community", "iri")
_STEP = (
    "number", "step", "from", "to", "relation", "status", "basis", "confidence", "sentences", "releases", "sentence",
    "date", "publisher", "title", "release", "url", "from_iri", "to_iri",
)  # fmt: skip
_BROKER = ("name", "type", "side", "share", "near", "far", "iri")
_GROUP = ("community", "label", "size", "inside", "outside", "members")
_SEPARATOR = " · "


def overview(
    store: Store, choice: Choice, *, language: str, top: int, weighted: bool = False, details: bool = False
) -> Answer:
    """The network in figures, with the actors that have the most neighbours and stand most often between others."""
    graph = tie_graph(store, choice, details=details)
    speech = Speech(graph, language)
    simple, names = undirected(graph)
    held = measure_simple(simple, names, weighted=weighted)
    rows = [_actor(node, held[node], speech) for node in sorted(held, key=lambda node: _rank(held[node], node))]
    between = sorted(rows, key=lambda row: -float(row["betweenness"] or 0))
    keys = ("name", "type", "degree", "sentences", "betweenness", "community")
    parts = [
        Part(speech.say("by_degree"), keys, rows[:top]),
        Part(speech.say("by_betweenness"), keys, between[:top]),
    ]  # fmt: skip
    figures = (
        "nodes", "pairs", "ties", "density", "components", "largest", "groups", "modularity", "bases", "estimate"
    )  # fmt: skip
    return Answer(
        title=speech.say("overview"), columns=_ACTOR, rows=rows, parts=parts if rows else [],
        headings=speech.headings(*_ACTOR, *figures), graph=graph,
        places={node: asdict(own) for node, own in held.items()}, summary=_figures(graph, simple, held, speech),
    )  # fmt: skip


def _rank(own: Measures, node: str) -> tuple[int, int, str]:
    return -own.degree, -own.strength, node


def _actor(node: str, own: Measures, speech: Speech) -> Row:
    return {
        "name": speech.name(node), "type": speech.type(node), "degree": own.degree, "sentences": own.strength,
        "betweenness": own.betweenness, "community": own.community, "iri": node,
    }  # fmt: skip


def _figures(
    graph: "nx.MultiDiGraph[str]", simple: igraph.Graph, held: dict[str, Measures], speech: Speech
) -> dict[str, str | int | float]:
    names = [*held]
    parts = simple.connected_components()
    modularity = simple.modularity([held[name].community for name in names], weights="weight") if names else 0.0
    bases: dict[str, int] = {}
    for *_, data in graph.edges(data=True):
        for basis in data["bases"]:
            bases[basis] = bases.get(basis, 0) + 1
    guessed = estimated(len(names), simple.ecount())
    return {
        "nodes": len(names),
        "pairs": simple.ecount(),
        "ties": graph.number_of_edges(),
        "density": round(simple.density(), 6) if len(names) > 1 else 0.0,
        "components": len(parts),
        "largest": max(parts.sizes(), default=0),
        "groups": len({own.community for own in held.values()}),
        "modularity": round(modularity, 4),
        "bases": ", ".join(f"{speech.say(basis)} {count}" for basis, count in sorted(bases.items())),
        "estimate": speech.say("estimated" if guessed else "exact"),
    }


def path(
    store: Store,
    one: str,
    other: str,
    choice: Choice,
    *,
    language: str,
    count: int = 1,
    sentences: int = 2,
    details: bool = False,
) -> Answer:
    """The shortest paths between two actors, each step with the newest sentences that state it.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: an actor has no tie, or both are the same.
    """
    start, end = _iri(store, one), _iri(store, other)
    if start == end:
        raise QueryError(other, f"is the same as {one!r}; a path leads from one actor to another")
    graph = tie_graph(store, choice, details=details)
    speech = Speech(graph, language)
    for label, node in ((one, start), (other, end)):
        if node not in graph:
            raise QueryError(label, "has no tie in this network")
    paths = shortest_paths(graph, start, end, count)
    rows: list[Row] = []
    parts: list[Part] = []
    for number, nodes in enumerate(paths, start=1):
        own = _steps(store, number, nodes, choice, speech, sentences)
        said = speech.say(
            "steps_one" if len(nodes) == 2 else "steps_many",
            n=len(nodes) - 1,
            names=" – ".join(map(speech.name, nodes)),
        )
        shown = ("step", "from", "relation", "to", "status", "basis", "date", "sentence", "publisher", "title")
        parts.append(Part(said, shown, own))
        rows += own
    kept = graph.subgraph(sorted({node for nodes in paths for node in nodes}))
    return Answer(
        title=speech.say("path", one=speech.name(start), other=speech.name(end)), columns=_STEP, rows=rows, parts=parts,
        headings=speech.headings(*_STEP), graph=kept, nothing=speech.say("no_path"),
    )  # fmt: skip


def _steps(store: Store, number: int, nodes: Sequence[str], choice: Choice, speech: Speech, limit: int) -> list[Row]:
    rows: list[Row] = []
    for step, (near, far) in enumerate(pairwise(nodes), start=1):
        held = quotes(store, near, far, min_confidence=choice.min_confidence)
        counts = {
            "sentences": len({(quote.release, quote.sentence) for quote in held}),
            "releases": len({quote.release for quote in held}),
        }
        place = {"number": number, "step": step, **counts}
        rows += [{**place, **_quoted(quote, speech)} for quote in held[:limit]]
    return [{column: row[column] for column in _STEP} for row in rows]


def _quoted(quote: Quote, speech: Speech) -> Row:
    return {
        "from": speech.name(quote.subject), "to": speech.name(quote.other), "relation": speech.relation(quote.type),
        "status": speech.term(quote.status), "basis": speech.say(quote.basis), "confidence": quote.confidence,
        "sentence": quote.sentence, "date": quote.date, "publisher": quote.publisher, "title": quote.title,
        "release": quote.release, "url": quote.url, "from_iri": quote.subject, "to_iri": quote.other,
    }  # fmt: skip


def between(
    store: Store, one: str, other: str, choice: Choice, *, language: str, top: int, details: bool = False
) -> Answer:
    """Who stands on the paths between two sides, each an actor with all that is part of it and its people.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: both names stand for the same, or a side has no tie.
    """
    near, far = _iri(store, one), _iri(store, other)
    if near == far:
        raise QueryError(other, f"is the same as {one!r}; brokers stand between two sides")
    graph = tie_graph(store, choice, details=details)
    speech = Speech(graph, language)
    sides = {near: side(store, near), far: side(store, far)}
    for label, own in zip((one, other), sides.values(), strict=True):
        if not any(node in graph for node in own):
            raise QueryError(label, "has no tie in this network")
    found = brokers(graph, sides[near], sides[far], without={near, far})
    names = {"one": _named(near, one, speech), "other": _named(far, other, speech)}
    rows: list[Row] = [
        {
            "name": speech.name(broker.node), "type": speech.type(broker.node), "share": broker.share,
            "side": _side(broker.node, sides, names, speech), "near": broker.near, "far": broker.far,
            "iri": broker.node,
        }
        for broker in found
    ]  # fmt: skip
    kept = graph.subgraph(sorted({broker.node for broker in found} | ({near, far} & set(graph))))
    return Answer(
        title=speech.say("brokers", **names), columns=_BROKER, rows=rows,
        parts=[Part("", _BROKER[:-1], rows[:top])] if rows else [],
        headings=speech.headings(*_BROKER, "near_members", "far_members", **names), graph=kept,
        places={broker.node: {"share": broker.share, "near": broker.near, "far": broker.far} for broker in found},
        summary={
            "near_members": sum(node in graph for node in sides[near]),
            "far_members": sum(node in graph for node in sides[far]),
        },
        nothing=speech.say("no_brokers"),
    )  # fmt: skip


def _side(node: str, sides: dict[str, frozenset[str]], names: dict[str, str], speech: Speech) -> str:
    held = [name for own, name in zip(sides.values(), names.values(), strict=True) if node in own]
    return _SEPARATOR.join(held) or speech.say("third")


def _named(node: str, label: str, speech: Speech) -> str:
    return speech.name(node) if node in speech.graph else label


def parts(store: Store, choice: Choice, *, language: str, top: int, details: bool = False) -> Answer:
    """Communities, the largest first, each with its chief members."""
    graph = tie_graph(store, choice, details=details)
    speech = Speech(graph, language)
    found = groups(graph)
    rows: list[Row] = [
        {
            "community": group.number, "label": _SEPARATOR.join(map(speech.name, group.chiefs[:2])),
            "size": len(group.members), "inside": group.inside, "outside": group.outside,
            "members": ", ".join(map(speech.name, group.chiefs)),
        }
        for group in found
    ]  # fmt: skip
    return Answer(
        title=speech.say("communities"), columns=_GROUP, rows=rows,
        parts=[Part("", _GROUP, rows[:top])] if rows else [], headings=speech.headings(*_GROUP, "groups"), graph=graph,
        places={node: {"community": group.number} for group in found for node in group.members},
        summary={"groups": len(found)},
    )  # fmt: skip


def _iri(store: Store, label: str) -> str:
    return str(resolve(label, ParameterType.ENTITY, store))
