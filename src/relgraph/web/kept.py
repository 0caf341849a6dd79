"""What a process works out once for each generation of the store, and keeps."""

from asyncio import Future, ensure_future, shield, to_thread
from collections.abc import Callable, Coroutine, Hashable
from contextlib import suppress
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from cachetools import LRUCache

from relgraph.errors import RelgraphError
from relgraph.store.protocol import Store
from relgraph.web.holding import Holding

T = TypeVar("T")


class Kept(Generic[T]):
    """One thing made of the store, made anew once a build has replaced the store; safe for threads."""

    def __init__(self, holding: Holding, make: Callable[[Store], T]) -> None:
        self._holding = holding
        self._make = make
        self._lock = Lock()
        self._held: tuple[str, T] | None = None

    def begin(self) -> None:
        """Make it beforehand, beside everything else; what goes wrong is told to whoever asks for it."""

        def made() -> None:
            with suppress(RelgraphError):
                self.now()

        Thread(target=made, daemon=True).start()

    async def soon(self) -> T:
        """The same for pages that await: making it does not hold up the others."""
        held, generation = self._held, self._holding.generation
        return held[1] if held is not None and held[0] == generation else await to_thread(self.now)

    def now(self) -> T:
        """The thing as it is of the current generation.

        Raises:
            StoreError: there is no store, or it cannot answer.
        """
        store, generation = self._holding.opened()
        with self._lock:  # who comes while it is being made waits for it
            if self._held is None or self._held[0] != generation:
                self._held = generation, self._make(store)
            return self._held[1]


class Answers(Generic[T]):
    """Answers by what was asked for, the last `most` of them; for one event loop."""

    def __init__(self, most: int = 256) -> None:
        self._held: LRUCache[Hashable, T] = LRUCache(most)
        self._coming: dict[Hashable, Future[T]] = {}

    async def get(self, key: Hashable, ask: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """The answer that is kept under a key, or that is coming, or that is asked for now.

        What `ask` raises reaches all who wait for it, and is not kept.
        """
        held = self._held.get(key)
        if held is not None:
            return held
        coming = self._coming.get(key)
        if coming is None:
            coming = self._coming[key] = ensure_future(ask())
            coming.add_done_callback(lambda done: self._keep(key, done))
        return await shield(coming)

    def _keep(self, key: Hashable, done: Future[T]) -> None:
        del self._coming[key]
        if not done.cancelled() and done.exception() is None:
            self._held[key] = done.result()
