"""A team of workers on any machines: those of a Dask scheduler, which gives what a dead one held to another."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from relgraph.errors import FetchError
from relgraph.reading.chunk import Chunk, Done, Other
from relgraph.reading.fingerprint import reading_digest
from relgraph.reading.line import Line, Task

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds in which a scheduler must answer and have a worker."""

_AHEAD = 3
"""Chunks in the line for each thread of a worker."""

_OTHERWISE = "reads otherwise than here; install the same versions of relgraph and its libraries there"


class Cluster:
    """Workers of the Dask scheduler at an address such as tcp://host:8786."""

    worthwhile = 0

    def __init__(self, address: str, *, patience: float = PATIENCE) -> None:
        self.address = address
        self._patience = patience

    def read(self, chunks: Iterator[Chunk[T]]) -> Iterator[Done[T]]:
        """What comes of each chunk, in the order of the chunks.

        Raises:
            FetchError: the scheduler cannot be reached, has no worker, goes away, or a worker reads otherwise than we.
        """
        with self._client() as client:
            from distributed import as_completed

            line = Line(chunks, _AHEAD * self._threads(client))
            tasks: dict[Future[Done[T]], Task[T]] = {}
            ready = as_completed(loop=client.loop)  # type: ignore[no-untyped-call]
            while True:
                while (task := line.next()) is not None:
                    future = client.submit(_read, task.chunk, pure=False)
                    tasks[future] = task
                    ready.add(future)  # type: ignore[no-untyped-call]
                if (done := line.take()) is not None:
                    yield done
                elif line.empty:
                    return
                else:
                    future = next(ready)
                    self._settle(future, tasks.pop(future), line)

    def _settle(self, future: "Future[Done[T]]", task: Task[T], line: Line[T]) -> None:
        """Note what came of a chunk; one that no worker has outlived is read again."""
        from distributed.scheduler import KilledWorker

        try:
            done = future.result()
        except KilledWorker:
            line.died(task)
        except (AttributeError, ImportError) as error:
            raise FetchError(self.address, f"a worker {_OTHERWISE}: {error}") from error
        else:
            if isinstance(done.error, Other):
                raise FetchError(self.address, f"a worker {_OTHERWISE}")
            task.done = done

    def _threads(self, client: "Client") -> int:
        """How many chunks are read at a time.

        Raises:
            FetchError: no worker is there in time, or one reads otherwise than we.
        """
        try:
            client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError as error:
            raise FetchError(self.address, "the scheduler has no worker; start one: dask worker ADDRESS") from error
        for worker, digest in client.run(reading_digest, on_error="return").items():
            if isinstance(digest, ModuleNotFoundError):
                raise FetchError(self.address, f"{worker} has no {digest.name}; install relgraph there")
            if digest != reading_digest():
                raise FetchError(self.address, f"{worker} {_OTHERWISE}")
        return max(1, sum(client.nthreads().values()))  # type: ignore[no-untyped-call]

    @contextmanager
    def _client(self) -> "Iterator[Client]":
        """A connection to the scheduler.

        Raises:
            FetchError: `distributed` is not installed, or the scheduler cannot be reached or goes away.
        """
        try:
            from distributed import Client
            from distributed.client import FutureCancelledError
        except ImportError as error:
            raise FetchError(self.address, "needs the extra dask: pip install 'relgraph[dask]'") from error
        try:
            client = Client(self.address, timeout=self._patience, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise FetchError(self.address, f"no scheduler answers: {error}") from error
        with client:
            try:
                yield client
            except (FutureCancelledError, OSError) as error:
                if isinstance(error, FetchError):
                    raise
                raise FetchError(self.address, f"the scheduler is gone: {error}") from error


def _read(chunk: Chunk[T]) -> Done[T]:
    return chunk.read()
