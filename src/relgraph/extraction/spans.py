"""Stretches of text that stand for entities, in order, and quick answers to what stands where.

Every question is a binary search: a text of any length costs the same at each word.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

FAR = 1_000
"""Names that anything comes back over at most: more than a release has, so that a text of any length costs the same."""


class Span(NamedTuple):
    """A stretch of text that stands for an entity.

    `form` is `name`, `genitive`, `adjective` or `inhabitant` where the text names it, `reference` where it stands in
    for it ("das Land", "der Minister", "er"); references enter relations, not the mentions of the entity.
    """

    start: int
    end: int
    id: str
    form: str = "name"

    @property
    def modifies(self) -> bool:
        """Whether it qualifies another noun instead of naming an actor: "japanische", "Bremer"."""
        return self.form in ("adjective", "inhabitant")


class Spans:
    """Spans in the order of their starts; they may lie in each other.

    >>> spans = Spans()
    >>> for span in (Span(9, 14, "b"), Span(0, 5, "a"), Span(2, 4, "c")):
    ...     spans.add(span)
    >>> [span.id for span in spans], spans.first(4, 10), [span.id for span in spans.before(9)]
    (['a', 'c', 'b'], Span(start=0, end=5, id='a', form='name'), ['c', 'a'])
    """

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._starts: list[int] = []
        self._reach: list[int] = []  # the farthest end of all spans up to each: ascending, so it can be searched

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def add(self, span: Span) -> None:
        """Put a span into its place, behind those with the same start."""
        index = bisect_right(self._starts, span.start)
        self._spans.insert(index, span)
        self._starts.insert(index, span.start)
        self._reach.insert(index, 0)
        self._extend(index)

    def remove(self, span: Span) -> None:
        """Take a span away; ValueError where it is none of these."""
        index = self._spans.index(span, bisect_left(self._starts, span.start))
        for column in (self._spans, self._starts, self._reach):
            del column[index]
        self._extend(index)

    def first(self, start: int, end: int) -> Span | None:
        """The first span that overlaps a stretch."""
        index = bisect_right(self._reach, start)
        return self._spans[index] if index < len(self._spans) and self._starts[index] < end else None

    def overlapping(self, start: int, end: int) -> Iterator[Span]:
        """Spans that overlap a stretch, in order."""
        among = self._spans[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return (span for span in among if span.end > start)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Spans that lie in a stretch, in order."""
        return (span for span in self.opening(start, end) if span.end <= end)

    def opening(self, start: int, end: int) -> list[Span]:
        """Spans that start in a stretch, in order."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def starting(self, place: int) -> Span | None:
        """The first span that starts exactly at a place."""
        index = bisect_left(self._starts, place)
        return self._spans[index] if index < len(self._spans) and self._starts[index] == place else None

    def before(self, place: int) -> Iterator[Span]:
        """Spans that start before a place, the nearest first."""
        return map(self._spans.__getitem__, range(bisect_left(self._starts, place) - 1, -1, -1))

    def _extend(self, index: int) -> None:
        """Bring the reach up to date from an index on, as far as a change there is felt."""
        reach = self._reach[index - 1] if index else 0
        for place in range(index, len(self._spans)):
            reach = max(reach, self._spans[place].end)
            if self._reach[place] == reach:
                break
            self._reach[place] = reach
