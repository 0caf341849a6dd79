"""A team of processes on this machine: one that dies is replaced, and what it was reading is read again."""

import os
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from relgraph.errors import ReleaseError
from relgraph.reading.chunk import Chunk, Done
from relgraph.reading.line import Line, Task

T = TypeVar("T")

_BEFOREHAND = ["relgraph.reading.warm"]
"""What every worker needs, imported once."""

_AHEAD = 2
"""Chunks that a worker has been given, so that it never waits for the next."""

WORTHWHILE = 300_000
"""Characters that one process reads in the time in which several are made ready."""


class Cores:
    """Processes on this machine, as many as it has cores for us unless told otherwise."""

    def __init__(self, workers: int | None = None, *, worthwhile: int = WORTHWHILE) -> None:
        self.workers = workers or len(os.sched_getaffinity(0))
        self.worthwhile = worthwhile

    def read(self, chunks: Iterator[Chunk[T]]) -> Iterator[Done[T]]:
        """What comes of each chunk, in the order of the chunks.

        Raises:
            ReleaseError: every process that reads a certain release dies.
        """
        line = Line(chunks, 2 * _AHEAD * self.workers)
        with ExitStack() as stack:
            server: Any = forkserver._forkserver
            if server._forkserver_pid is None:  # else others have processes of it
                stack.callback(server._stop)  # it holds all words and names, and would until we end
            workers = [Worker[T]() for _ in range(self.workers)]
            for worker in workers:
                stack.callback(worker.end)
                worker.begin()
            while True:
                for worker in workers:
                    worker.give(line)
                if (done := line.take()) is not None:
                    yield done
                elif line.empty:
                    return
                ready = wait([worker.connection for worker in workers], None if done is None else 0)
                for worker in workers:
                    if worker.connection in ready:
                        worker.take(line)


class Worker(Generic[T]):
    """A process that reads one chunk after another, and the connection to it, which no other process holds."""

    connection: "Connection[Chunk[T], Done[T]]"

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._tasks: deque[Task[T]] = deque()

    def begin(self) -> None:
        """Start the process.

        Raises:
            ReleaseError: the system starts none.
        """
        context = get_context("forkserver")
        context.set_forkserver_preload(_BEFOREHAND)
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        try:
            self._process.start()
        except (EOFError, OSError) as error:
            raise ReleaseError(
                "--workers", f"no process can be started ({error}); --workers 1 reads in this"
            ) from error
        finally:
            theirs.close()  # with the process its end is closed, so that we hear of its death

    def give(self, line: Line[T]) -> None:
        """Give it chunks, so many that it never waits for the next."""
        while len(self._tasks) < _AHEAD and (task := line.next()):
            self._tasks.append(task)
            try:
                self.connection.send(task.chunk)
            except OSError:
                self._replace(line)

    def take(self, line: Line[T]) -> None:
        """Take what it has read; where it has died instead, another takes its place."""
        try:
            done = self.connection.recv()
        except (EOFError, OSError):
            self._replace(line)
        else:
            self._tasks.popleft().done = done

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        self.connection.close()

    def _replace(self, line: Line[T]) -> None:
        self.end()
        first, *rest = self._tasks or (None,)
        self._tasks.clear()
        if first is not None:
            line.died(first)
        for task in rest:
            task.given = False
        self.begin()


def serve(connection: "Connection[Done[T], Chunk[T]]") -> None:
    """Read the chunks that come over a connection, until whoever sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the reading ends us
    waiting: SimpleQueue[Chunk[T]] = SimpleQueue()
    Thread(target=_receive, args=(connection, waiting), daemon=True).start()
    while True:
        connection.send(waiting.get().read())


def _receive(connection: "Connection[Done[T], Chunk[T]]", waiting: "SimpleQueue[Chunk[T]]") -> None:
    """Take chunks in at once, so that whoever sends them never waits while we read."""
    while True:
        try:
            waiting.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)
