"""Everything that differs between two graphs, as it is read: releases first, then what they share.

Owns the order and the counts. One release of either graph is in memory at a time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from relgraph.difference.changes import EntityChange, Item, PartnerChange, ReleaseChange, TieChange, release_change
from relgraph.difference.pairing import Change, side_by_side
from relgraph.difference.shared import Pair, Shared
from relgraph.difference.states import release_state
from relgraph.store.graphs import Graphs

KINDS = ("releases", "relations", "sentences", "entities", "partners", "ties", "statements")
"""What is counted, in the order in which it is told."""


class Difference:
    """The difference of two graphs, to be read once; names and counts are whole when it is."""

    def __init__(self, old: Graphs, new: Graphs) -> None:
        self._old, self._new = old, new
        self._causes: dict[Pair, set[str]] = {}
        self.shared = Shared()
        self.counts: Counter[tuple[str, Change]] = Counter()
        self.unexplained = 0
        """Statements that differ in graphs that are no release's."""

    @property
    def equal(self) -> bool:
        """Whether no statement differs."""
        return not any(self.counts["statements", change] for change in Change)

    def items(self) -> Iterator[Item]:
        """Releases by name, then partners, ties and entities; only what differs."""
        for graph, old, new in side_by_side(self._old, self._new):
            if graph:
                yield from self._release(graph[1:-1], list(old or ()), list(new or ()))
            else:
                self.shared.read(old or (), new or ())
        yield from self._shared()

    def _release(self, graph: str, old: list[str], new: list[str]) -> Iterator[ReleaseChange]:
        if old == new:
            return
        came, went = len({*new} - {*old}), len({*old} - {*new})
        self.counts["statements", Change.CAME] += came
        self.counts["statements", Change.WENT] += went
        change = release_change(*(release_state(graph, lines) if lines else None for lines in (old, new)))
        if change.state.value("identifier") is None:
            self.unexplained += came + went
            return
        self._count(change)
        yield change

    def _count(self, change: ReleaseChange) -> None:
        self.counts["releases", change.change] += 1
        for sign, number in change.sentences.items():
            self.counts["sentences", sign] += number
        for relation in change.relations:
            self.counts["relations", relation.change] += 1
            if relation.change != Change.CHANGED and (other := relation.state.object):
                ends = sorted((relation.state.subject, other))
                self._causes.setdefault((ends[0], ends[1]), set()).add(change.state.value("identifier") or "")

    def _shared(self) -> Iterator[Item]:
        for sign, number in self.shared.statements.items():
            self.counts["statements", sign] += number
        shared = self.shared
        kinds: list[tuple[str, Sequence[EntityChange | PartnerChange | TieChange]]] = [
            ("partners", list(shared.partners(self._causes))),
            ("ties", shared.ties()),
            ("entities", shared.entities()),
        ]
        for kind, changes in kinds:
            self.counts.update((kind, one.change) for one in changes)
            yield from changes
