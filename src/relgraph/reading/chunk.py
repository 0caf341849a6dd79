"""A few releases that are read in one go, with all that is needed for it; made to cross to another process."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, TypeVar

from relgraph.model import Extraction, Release
from relgraph.reading.fingerprint import reading_digest
from relgraph.review.marks import Mark, MarkingReader

T = TypeVar("T")
Keep = Callable[[Extraction], T]
"""What is kept of a release that was read: a function of a module, so that another process finds it by its name."""

RELEASES, CHARACTERS = 16, 50_000
"""A chunk has at most so many releases, and no further one once it has so many characters: a part of a second."""


class Other(Exception):
    """Whoever was to read a chunk reads otherwise than whoever has made it."""


class Done(NamedTuple, Generic[T]):
    """What came of a chunk: each release in turn, up to the one whose reading raised the error, if any did."""

    read: list[tuple[T, Mark]]
    error: Exception | None = None


@dataclass(frozen=True)
class Chunk(Generic[T]):
    """Releases, their annotations and decisions, and what is to be kept; `digest` tells who may read it."""

    releases: tuple[Release, ...]
    marking: MarkingReader
    keep: Keep[T]
    digest: str

    def read(self) -> Done[T]:
        """Read the releases one by one."""
        read: list[tuple[T, Mark]] = []
        try:
            if reading_digest() != self.digest:
                raise Other
            for release in self.releases:
                extraction, mark = self.marking.mark(release)
                read.append((self.keep(extraction), mark))
        except Exception as error:  # noqa: BLE001 (raised where the chunk was made, after what came before it)
            return Done(read, _crossing(error))
        return Done(read)

    def alone(self) -> "list[Chunk[T]]":
        """A chunk for each release."""
        return [replace(self, releases=(one,), marking=self.marking.about({one.id})) for one in self.releases]


def _crossing(error: Exception) -> Exception:
    """An error as it can cross to another process; one of a library may not know how."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001 (whatever a library's error may do)
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def chunks(releases: Iterable[Release], marking: MarkingReader, keep: Keep[T]) -> Iterator[Chunk[T]]:
    """Releases by the chunk, in their order."""
    held: list[Release] = []
    for release in releases:
        held.append(release)
        if len(held) == RELEASES or sum(len(one.text) for one in held) >= CHARACTERS:
            yield _chunk(held, marking, keep)
            held = []
    if held:
        yield _chunk(held, marking, keep)


def _chunk(releases: list[Release], marking: MarkingReader, keep: Keep[T]) -> Chunk[T]:
    return Chunk(tuple(releases), marking.about({one.id for one in releases}), keep, reading_digest())
