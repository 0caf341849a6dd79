"""The best evidenced part of a network that is too large to be shown whole: ties as they are, each with one sentence.

Reads what it needs of these ties alone, where `projection` reads the whole store.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

import networkx as nx

from relgraph.network.projection import Edges, Key
from relgraph.network.selects import Selects, required, rows
from relgraph.network.statement import Statement
from relgraph.network.surroundings import graph_among, told_of
from relgraph.network.things import VALUES, listed
from relgraph.vocabulary import ONTOLOGY, TOPIC, RelationType

_RELATIONS = {ONTOLOGY + kind.class_name: kind.value for kind in RelationType}
_BEST = """SELECT ?tie WHERE { ?tie a rg:Tie ; rg:sentenceCount ?sentences }
ORDER BY DESC(?sentences) ?tie LIMIT %d"""
_BEST_OF = """SELECT DISTINCT ?tie ?sentences WHERE {
  VALUES ?node { %s } ?tie %s ?node ; rg:sentenceCount ?sentences %s
}
ORDER BY DESC(?sentences) ?tie LIMIT %d"""
_AT_ENDS = (("rg:subject", ""), ("rg:object", ""), ("rg:topic", "FILTER NOT EXISTS { ?tie rg:object ?any }"))
_TOLD = {
    "subject": "subject", "object": "object", "topics": "topic", "type": "relationType", "statuses": "tieStatus",
    "bases": "tieBasis", "relations": "relationCount", "sentences": "sentenceCount", "releases": "releaseCount",
    "first": "firstDate", "last": "lastDate", "newest": "newestRelation",
}  # fmt: skip
_COUNTS = ("relations", "sentences", "releases")

Told = Mapping[str, list[str]]
"""Values of one tie by name in `_TOLD`."""


def strongest(
    store: Selects, most: int, focus: str | None = None, hops: int = 1
) -> tuple["nx.MultiDiGraph[str]", Edges]:  # fmt: skip
    """The `most` ties with most sentences, all or within some steps of a node; and the newest statement of each.

    Edges are summed up as `projection.project` does, but for statements; years are those of the first and last release,
    and sentences and releases are counted for each status of a type. Between ties of one count the IRI decides.
    """
    told: dict[str, Told] = {}
    if focus is None:
        told = _told(store, [required(row, "tie") for row in rows(store, _BEST % most)])
    nodes = {focus} if focus else set()
    for _ in range(hops if nodes else 0):
        told |= _told(store, _best_of(store, nodes, most, told)[: most - len(told)])
        nodes = {end for tie in told.values() for end in _ends(tie)}
    together: dict[Key, list[Told]] = defaultdict(list)
    for own in told.values():
        together[*_ends(own), _RELATIONS[own["type"][0]]].append(own)
    said = told_of(store, {relation for own in told.values() for relation in own["newest"]})
    statements = {key: sorted(said.get(key, []), key=lambda one: one.order) for key in together}
    edges = {key: _edge(key, own, statements[key]) for key, own in together.items()}
    return graph_among(store, edges, {end for subject, other, _ in edges for end in (subject, other)}), statements


def _best_of(store: Selects, nodes: set[str], most: int, told: Collection[str]) -> list[str]:
    """Ties that end at some nodes and are not told yet, those with most sentences first."""
    found: dict[str, int] = {}
    for end, rest in _AT_ENDS:
        at = {node for node in nodes if (end == "rg:topic") == node.startswith(TOPIC) or end == "rg:object"}
        for row in rows(store, _BEST_OF % (listed(at), end, rest, most)) if at else ():
            found[required(row, "tie")] = int(required(row, "sentences"))
    return [tie for tie in sorted(found, key=lambda tie: (-found[tie], tie)) if tie not in told]


def _told(store: Selects, ties: list[str]) -> dict[str, Told]:
    told: dict[str, dict[str, list[str]]] = {tie: {name: [] for name in _TOLD} for tie in ties}
    for name, term in _TOLD.items():
        for row in rows(store, VALUES % (listed(ties), f"rg:{term}")) if ties else ():
            told[required(row, "thing")][name].append(required(row, "value"))
    return dict(told)


def _ends(tie: Told) -> tuple[str, str]:
    return tie["subject"][0], (tie["object"] or tie["topics"])[0]


def _edge(key: Key, ties: list[Told], statements: list[Statement]) -> dict[str, object]:
    def values(name: str) -> list[str]:
        return sorted({value for tie in ties for value in tie[name]})

    dates = values("first") + values("last")
    return {
        "type": key[2],
        **{name: sum(int(count) for tie in ties for count in tie[name]) for name in _COUNTS},
        "first": min(dates, default=None),
        "last": max(dates, default=None),
        "topics": tuple(topic.removeprefix(TOPIC) for topic in values("topics")),
        "statuses": tuple(status.removeprefix(ONTOLOGY) for status in values("statuses")),
        "bases": tuple(basis.removeprefix(ONTOLOGY) for basis in values("bases")),
        "regions": tuple(sorted({one.source.region for one in statements if one.source.region})),
        "years": tuple(sorted({date[:4] for date in dates})),
        "confidence": max((one.confidence for one in statements), default=1.0),
        "named": tuple(sorted({name for one in statements for name in (one.document, one.event) if name})),
    }
