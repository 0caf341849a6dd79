"""The line of chunks that are being read: given out in order, taken back in order, split when a reader dies of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from relgraph.errors import ReleaseError
from relgraph.reading.chunk import Chunk, Done

T = TypeVar("T")

DEATHS = 2
"""So often may whoever reads a release, and no other beside it, die of it."""

DEADLY = "whoever reads it breaks down each time, perhaps for want of memory"


@dataclass(eq=False)
class Task(Generic[T]):
    """A chunk in the line, with what came of it once that is there."""

    chunk: Chunk[T]
    given: bool = False
    deaths: int = 0
    done: Done[T] | None = None


class Line(Generic[T]):
    """Chunks between giving and taking, never more than `length`."""

    def __init__(self, chunks: Iterator[Chunk[T]], length: int) -> None:
        self._chunks = chunks
        self._length = length
        self._tasks: list[Task[T]] = []

    def next(self) -> Task[T] | None:
        """The next chunk that nobody has been given; none where the line is full or at its end."""
        task = next((one for one in self._tasks if not one.given), None)
        if task is None and len(self._tasks) < self._length:
            chunk = next(self._chunks, None)
            if chunk is not None:
                task = Task(chunk)
                self._tasks.append(task)
        if task is not None:
            task.given = True
        return task

    def take(self) -> Done[T] | None:
        """What has come of the chunk at the head of the line, which leaves it."""
        return self._tasks.pop(0).done if self._tasks and self._tasks[0].done is not None else None

    def died(self, task: Task[T]) -> None:
        """Whoever was reading a chunk has died: its releases are read again, each by itself, but not for ever."""
        if len(task.chunk.releases) > 1:
            place = self._tasks.index(task)
            self._tasks[place : place + 1] = [Task(chunk) for chunk in task.chunk.alone()]
            return
        task.deaths += 1
        task.given = False
        if task.deaths == DEATHS:
            task.given = True
            task.done = Done([], ReleaseError(task.chunk.releases[0].id, DEADLY))

    @property
    def empty(self) -> bool:
        """Whether nothing is between giving and taking."""
        return not self._tasks
