"""What the explorer fetches as it grows: neighbours to choose from, ties of chosen ones, sentences, paths.

Each function takes the store first and gives JSON, so that it can be asked at the desk. Entities and topics are named
by IRI without what all share, as in the explorer's address: `id/country/JP`, `topic/robotics`.
"""

import json
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, cast

from relgraph.errors import QueryError, UnknownName
from relgraph.explore.evidence import evidence
from relgraph.explore.lines import lines_of
from relgraph.explore.page import page_data
from relgraph.explore.payload import BASE, Item, ordered, part, short
from relgraph.network.extent import extent
from relgraph.network.nodes import TOPIC_TYPE
from relgraph.network.paths import shortest_paths
from relgraph.network.surroundings import among, behind, neighbours, stated
from relgraph.network.ties import Choice, tie_graph
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.store.protocol import Store
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType

MOST_NEW, MOST_HELD, MOST_PAIRS, MOST_PATHS = 200, 2000, 100, 3
"""How many nodes may be added at once, to how many that are there; how many pairs are told, how many paths given."""

_PARTNERS = TERRITORIES | {EntityType.INTERNATIONAL_ORGANISATION}
_FIRST = ((TERRITORIES, 32), (ORGANISATIONS, 16), ({EntityType.PERSON}, 6), ({TOPIC_TYPE}, 8))
"""Of each kind of neighbours so many are fetched to begin with."""
_ASKED, _EACH = 12, 2
"""Of so many partners, so many institutions and topics each."""


def opened(store: Store, focus: str = "") -> Item:
    """What the explorer opens with: a node, by default the region that most releases speak for, and who is around it.

    Of a node's neighbours and of theirs those with most evidence come along; the page fetches others when asked to.

    Raises:
        QueryError: that is no key of a node, or the store holds no release.
        UnknownName: the store does not know it.
    """
    held = extent(store)
    if not focus and not held.regions:
        raise QueryError("explorer", "the store holds no release that says for whom it speaks")
    middle = full(focus) if focus else held.regions[0]
    near = neighbours(store, [middle])[middle]
    first = [one.iri for kinds, most in _FIRST for one in [one for one in near if one.type in kinds][:most]]
    partners = [one.iri for one in near if one.type in _PARTNERS][:_ASKED]
    graph = among(store, {middle, *first, *behind(store, partners, _EACH)})
    if middle not in graph:
        raise UnknownName(focus, "entity")
    totals = {"entities": held.entities, "relations": held.ties, "sentences": held.sentences, "releases": held.releases}
    data = page_data(graph, lines_of(graph), middle, totals=totals, calendar=held.months)
    return data if focus else data | {"focus": None}


def neighbours_json(store: Store, of: str) -> str:
    """Everybody who is tied to a node, the best evidenced first, with sentences by type of relation.

    Raises:
        QueryError: that is no key of a node.
    """
    found = neighbours(store, [full(of)])[full(of)]
    told = [
        {"iri": short(one.iri), "label": one.label, "label_en": one.label_en, "type": one.type,
         "relations": one.relations, "sentences": one.sentences}
        for one in found
    ]  # fmt: skip
    return _json({"neighbours": told})


def part_json(store: Store, new: Sequence[str], held: Sequence[str]) -> str:
    """The new nodes with their ties among each other and to those that the page holds.

    Raises:
        QueryError: one is no key of a node, or they are too many at once.
    """
    if len(new) > MOST_NEW or len(held) > MOST_HELD:
        raise QueryError("part", f"at most {MOST_NEW} new nodes and {MOST_HELD} that are there, at once")
    added = [full(key) for key in new]
    return _json({"part": _among(store, {*added, *map(full, held)}, added)})


def stated_json(store: Store, pairs: Sequence[tuple[str, str]]) -> str:
    """Relations between the two of each pair, with their statements.

    Raises:
        QueryError: one is no key of a node.
    """
    graph = stated(store, [(full(one), full(other)) for one, other in pairs])
    lines = lines_of(graph)
    return _json({"part": part(graph, lines, {}), "evidence": evidence(graph, lines, ordered(graph, lines))})


def paths_json(store: Store, start: str, end: str) -> str:
    """The nodes of the shortest paths between two nodes, in order, and their ties.

    Raises:
        QueryError: one is no key of a node.
    """
    graph = _network(cast(Any, store))  # which mypy does not know to be hashable
    ends = full(start), full(end)
    found = shortest_paths(graph, *ends, MOST_PATHS) if all(one in graph for one in ends) else []
    nodes = sorted({one for path in found for one in path})
    return _json({
        "paths": [[short(one) for one in path] for path in found], "part": _among(store, nodes) if nodes else None
    })  # fmt: skip


def key_of(store: Store, label: str) -> str:
    """Key of the entity or topic that a label, a code, an IRI or a key names.

    Raises:
        UnknownName: it names nothing; what comes nearest is suggested.
        QueryError: several things have the name.
    """
    text = label.strip()
    if text.startswith(("id/", "topic/", BASE)):
        return short(text)
    try:
        return short(resolve(text, ParameterType.ENTITY, store).value)
    except UnknownName as miss:
        try:
            return short(resolve(text, ParameterType.TOPIC, store).value)
        except UnknownName:
            raise miss from None


def full(key: str) -> str:
    """IRI of a node from its key; IRIs of others stand as they are.

    >>> full("id/country/JP")
    'https://w3id.org/relgraph/id/country/JP'
    """
    return key if "://" in key else BASE + key


def _among(store: Store, nodes: Collection[str], new: Collection[str] | None = None) -> Item:
    graph = among(store, nodes, new=new)
    return part(graph, lines_of(graph), {})


@lru_cache(maxsize=1)
def _network(store: Any) -> Any:
    """The whole network, which an asker keeps as long as its store is current."""
    return tie_graph(store, Choice(topics=True))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
