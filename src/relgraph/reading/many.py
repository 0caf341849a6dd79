"""Many releases as a stream: each is read by whoever has time, and comes in its turn."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol, TypeVar, overload

from relgraph.extraction.readers import FirstReader
from relgraph.model import Extraction, Release
from relgraph.reading.chunk import Chunk, Done, Keep, chunks
from relgraph.review.marks import Mark, MarkingReader

T = TypeVar("T")


class Team(Protocol):
    """Whoever reads chunks: several at a time, but few, so that memory does not grow with their number."""

    worthwhile: int
    """Characters below which calling the team costs more than it saves."""

    def read(self, chunks: Iterator[Chunk[T]]) -> Iterator[Done[T]]:
        """What comes of each chunk, in the order of the chunks."""


def whole(extraction: Extraction) -> Extraction:
    """All that was read: what is kept where nothing else is said."""
    return extraction


@overload
def read_many(
    releases: Iterable[Release], marking: MarkingReader, team: Team | None = None
) -> Iterator[tuple[Extraction, Mark]]: ...
@overload
def read_many(
    releases: Iterable[Release], marking: MarkingReader, team: Team | None = None, *, keep: Keep[T]
) -> Iterator[tuple[T, Mark]]: ...
def read_many(
    releases: Iterable[Release], marking: MarkingReader, team: Team | None = None, *, keep: Keep[object] = whole
) -> Iterator[tuple[object, Mark]]:
    """Read releases, and tell of each what `keep` makes of it and what became of its annotation and decisions.

    The result is the same whoever reads. Without a team, or with too little for it to do, this process reads; and so
    where a reader asks others, whose answers and account are here. Marks are not noted in `marking`.

    Raises:
        DataError: an annotation is not what its format says.
        ReleaseError: whoever reads a release breaks down each time.
        FetchError: a team elsewhere cannot be reached, or reads otherwise than we do.
    """
    if team is None or type(marking.reader) is not FirstReader:
        yield from _alone(releases, marking, keep)
        return
    rest = iter(releases)
    first, enough = _up_to(rest, team.worthwhile)
    if not enough:
        yield from _alone(first, marking, keep)
        return
    for done in team.read(chunks(chain(first, rest), marking, keep)):
        yield from done.read
        if done.error is not None:
            raise done.error


def _alone(releases: Iterable[Release], marking: MarkingReader, keep: Keep[T]) -> Iterator[tuple[T, Mark]]:
    for release in releases:
        extraction, mark = marking.mark(release)
        yield keep(extraction), mark


def _up_to(releases: Iterator[Release], characters: int) -> tuple[list[Release], bool]:
    """The first releases, and whether they have so many characters."""
    first: list[Release] = []
    while characters > 0:
        release = next(releases, None)
        if release is None:
            return first, False
        first.append(release)
        characters -= len(release.text)
    return first, True
