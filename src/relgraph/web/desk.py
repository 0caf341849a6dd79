"""The desk where questions are asked that may take long: processes beside the one that serves, ended at the limit.

The engine has no time limit and no signal reaches into it, so a question that shall be stoppable runs in a process
that can be ended (pebble does the ending and the replacing). What runs there is a function of this package that takes
the store first; arguments and answer cross by pickling.
"""

import asyncio
import os
import pickle
import resource
import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Concatenate, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from relgraph.errors import QueryError, StoreError
from relgraph.store.protocol import Store
from relgraph.web.asking.heard import begin
from relgraph.web.holding import Holding

P = ParamSpec("P")
T = TypeVar("T")

NICE, NICEST = 10, 19
"""Askers give way to whoever serves pages, and those of the slow lane to all others."""

_BEFOREHAND, _MAP = ["relgraph.web.desk", "relgraph.web.warm"], "relgraph.web.warm_map"
"""What every asker needs, imported once, and what only maps need."""

_REMEMBERED = 10_000
"""Questions that were late; the first of more are forgotten."""

_held: Holding | None = None


class Stopped(QueryError):
    """A question was stopped at its limit, or with the process that was answering it."""


class Late(Stopped):
    """A question took longer than the limit."""


class Waited(Late):
    """A question waited that long for a process that has time."""


class Desk:
    """A few processes that each hold the store open.

    A question waits for one as long as `patience`, else as the limit. Those that are to hear words read all names
    before they take questions: what is read beside a question would take its time, and that of whoever replaces one.
    With `maps` they begin with the outlines of countries: all desks of a process do, or none.
    """

    def __init__(
        self, location: str, *, askers: int, limit: float, memory: int, patience: float | None = None,
        nice: int = NICE, hears: bool = False, maps: bool = False,
    ) -> None:  # fmt: skip
        self.limit = limit
        self._patience = limit if patience is None else patience
        self._askers, self._opening = askers, (location, memory, nice, hears)
        self._beforehand = [*_BEFOREHAND, *([_MAP] if maps else [])]
        self._pool = self._started()

    def _started(self) -> ProcessPool:
        context = get_context("forkserver")
        context.set_forkserver_preload(self._beforehand)  # so that one that was ended is replaced at once
        pool = ProcessPool(max_workers=self._askers, initializer=_open, initargs=self._opening, context=context)
        for _ in range(self._askers):  # so that they are there before the first question
            pool.schedule(os.getpid)
        return pool

    def _whole(self) -> ProcessPool:
        """The processes; started anew where the pool gave up, as it does when one ends by itself while it is idle."""
        if not self._pool.active:
            Thread(target=_end, args=[self._pool], daemon=True).start()
            self._pool = self._started()
        return self._pool

    async def ask(
        self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:  # fmt: skip
        """What a function makes of the store; when whoever waits goes away, the process is ended and the core free.

        Raises:
            Late: it took longer than the limit.
            Waited: no process had time for it that long.
            Stopped: the process broke down.
            RelgraphError: whatever the function raises.
        """
        future = self._whole().schedule(_answer, args=[function, args, kwargs], timeout=self.limit)
        try:
            answer: T = await asyncio.wait_for(asyncio.wrap_future(future), self._patience + self.limit)
        except (TimeoutError, PoolTimeout):
            late = Waited if future.cancelled() else Late
            raise late("limit", f"stopped after {self.limit:g} s") from None
        except (ProcessExpired, BrokenProcessPool, MemoryError):
            raise Stopped("limit", "the process that was answering broke down, perhaps for want of memory") from None
        return answer

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        _end(self._pool)


class Lanes:
    """Two desks for questions of anybody's making: what takes long does not hold up what does not.

    Each is tried at the quick desk; what is late there begins anew at the slow one, where only its like wait. Both
    times together are the limit. What was late is not tried again until the slow desk answers it as soon as the quick
    one would have: whoever asks the same over and over holds up his like alone.
    """

    def __init__(self, quick: Desk, slow: Desk) -> None:
        self._quick, self._slow = quick, slow
        self._late: dict[bytes, None] = {}

    async def ask(
        self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:  # fmt: skip
        """What a function makes of the store; raises what `Desk.ask` raises."""
        asked = sha256(pickle.dumps((function, args, kwargs))).digest()
        if asked not in self._late:
            try:
                return await self._quick.ask(function, *args, **kwargs)
            except Waited:
                pass
            except Late:
                self._note(asked)
        begun = monotonic()
        try:
            answer = await self._slow.ask(function, *args, **kwargs)
        except Late:
            raise Late("limit", f"stopped after {self._quick.limit + self._slow.limit:g} s") from None
        if monotonic() - begun < self._quick.limit:
            self._late.pop(asked, None)
        return answer

    def _note(self, asked: bytes) -> None:
        self._late[asked] = None
        if len(self._late) > _REMEMBERED:
            del self._late[next(iter(self._late))]

    def close(self) -> None:
        """End the processes of both."""
        self._quick.close()
        self._slow.close()


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _open(location: str, memory: int, nice: int, hears: bool) -> None:
    global _held
    # No function of Python's is called while the engine works: pebble's would let the process live three seconds more
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.nice(nice)
    _held = Holding(location)
    with suppress(StoreError):  # whoever asks is told
        _held.opened()
        if hears:
            begin(_held.store)
    # Of what the process has for itself: the store's files, which it maps, and the space that V8 reserves do not count
    most = _taken() + (memory << 20)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _taken() -> int:
    """Bytes that this process has for itself before any question; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
    except OSError:
        return 0


def _answer(function: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> T:
    assert _held is not None
    return function(_held.store, *args, **kwargs)
