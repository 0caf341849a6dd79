"""What a process works out once for each generation of the store, and keeps."""

from asyncio import to_thread
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

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
    """Answers by what was asked for, the last `most` of them; those of an older generation are forgotten."""

    def __init__(self, holding: Holding, most: int = 256) -> None:
        self._holding = holding
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[Hashable, T] = OrderedDict()
        self._generation = ""

    def get(self, key: Hashable) -> T | None:
        """The answer, where it is kept."""
        with self._lock:
            self._renew()
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def keep(self, key: Hashable, answer: T, generation: str) -> None:
        """Keep an answer that was found while a generation was current."""
        with self._lock:
            self._renew()
            if generation != self._generation:
                return
            self._held[key] = answer
            while len(self._held) > self._most:
                self._held.popitem(last=False)

    def _renew(self) -> None:
        generation = self._holding.generation
        if generation != self._generation:
            self._held.clear()
            self._generation = generation
