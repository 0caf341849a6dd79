"""What rows of a patch mean for releases and their relations, told as records with names.

A row says what came or went; what stands around it is asked of the store, which holds the graph as it is now. What
stood before is that, without what came and with what went. One release is in memory at a time.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from relgraph.difference.changes import ReleaseChange, release_change
from relgraph.difference.pairing import Change
from relgraph.difference.rows import Record, release_records
from relgraph.difference.states import release_state
from relgraph.queries.batches import batched, value
from relgraph.store.embedded import EmbeddedStore
from relgraph.store.graphs import nodes
from relgraph.store.sorting import in_order
from relgraph.store.terms import Literal
from relgraph.vocabulary import PREFIXES

_QUAD = re.compile(
    r"(?:<[^>]*>|_:\S+) <(?P<name>[^>]*)> "
    r'(?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*+"(?:@[\w-]+|\^\^<[^>]*>)?)(?: (?P<graph><[^>]*>|_:\S+))? \.\n?'
)
_LABEL = PREFIXES["rdfs"] + "label"
_LABELS = """SELECT ?thing ?label WHERE { ?thing rdfs:label ?label FILTER(LANG(?label) = "de") }"""


class Records:
    """The records of one entry, to be made once; the counts are whole when they are."""

    def __init__(self, store: EmbeddedStore, number: int) -> None:
        self._store, self._number = store, number
        self.releases: Counter[Change] = Counter()
        self.relations: Counter[Change] = Counter()
        self._names: dict[str, str] = {}
        self._gone: dict[str, str] = {}

    def of(self, rows: Iterable[str]) -> Iterator[Record]:
        """Records by release, and in it by the place of the sentence; `rows` each with their line feed."""
        for graph, members in groupby(in_order(self._keyed(rows)), key=lambda line: line.partition("\t")[0]):
            came, went = set[str](), set[str]()
            for member in members:
                row = member.partition("\t")[2]
                (came if row[0] == "A" else went).add(row[2:])
            yield from self._release(graph, came, went)

    def _keyed(self, rows: Iterable[str]) -> Iterator[str]:
        """Rows of named graphs, each with that before it; names of things that went are kept on the way."""
        for row in rows:
            quad = _QUAD.fullmatch(row, 2)
            if quad is None:
                continue  # a statement about statements: no build writes one
            if quad["graph"]:
                yield f"{quad['graph']}\t{row.removesuffix(chr(10))}"
            elif row[0] == "D" and quad["name"] == _LABEL:
                self._leave(row[2:])

    def _leave(self, line: str) -> None:
        for iri, node in nodes([line]).items():
            for label in node[_LABEL]:
                if isinstance(label, Literal) and label.language == "de":
                    self._gone[iri] = label.value

    def _release(self, graph: str, came: set[str], went: set[str]) -> Iterator[Record]:
        new = list(self._store.graph(graph[1:-1]))
        old = sorted({*new, *went} - came)
        change = release_change(*(release_state(graph[1:-1], lines) if lines else None for lines in (old, new)))
        if change.state.value("identifier") is None:
            return  # a graph that somebody else put there
        self.releases[change.change] += 1
        self.relations.update(relation.change for relation in change.relations)
        self._learn(change)
        for record in release_records(change, self._name):
            yield {"entry": self._number, **record}

    def _learn(self, change: ReleaseChange) -> None:
        ends = {end for one in change.relations for end in (one.state.subject, one.state.object) if end}
        for row in batched(self._store, _LABELS, ends - self._names.keys()):
            iri, label = value(row, "thing"), value(row, "label")
            self._names[iri] = min(label, self._names.get(iri, label))

    def _name(self, iri: str, language: str) -> str | None:
        """The German name of a thing, or the one that it had."""
        return self._names.get(iri) or self._gone.get(iri)
