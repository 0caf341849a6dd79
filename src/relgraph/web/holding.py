"""The store that a process holds open, and opens anew once a build has replaced it."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

from relgraph.errors import StoreError
from relgraph.store.generations import current_generation, mark
from relgraph.store.opening import open_store
from relgraph.store.protocol import Store


class Holding:
    """One store, open as long as its generation is current; safe for threads."""

    def __init__(self, location: str) -> None:
        self.location = location
        self._lock = Lock()
        self._store: Store | None = None
        self._generation = ""
        self._mark: tuple[int, int] | None = None

    def opened(self) -> tuple[Store, str]:
        """The store, and the name of its generation; of a store behind an address the generation is not known.

        Raises:
            StoreError: there is no store.
        """
        with self._lock:
            if self._store is None or self._moved():
                self._look()
            assert self._store is not None
            return self._store, self._generation

    @property
    def store(self) -> Store:
        """The store."""
        return self.opened()[0]

    @property
    def generation(self) -> str:
        """Name of the generation, which changes with every build that changes the graph."""
        return self.opened()[1]

    def _moved(self) -> bool:
        """Whether another generation may be current: looked at each time, so that a change is seen by all at once."""
        if "://" in self.location:
            return False
        try:
            return mark(Path(self.location)) != self._mark
        except OSError:
            return False  # what is open still answers

    def _look(self) -> None:
        with suppress(OSError):
            self._mark = None if "://" in self.location else mark(Path(self.location))
        generation = self._current()
        if self._store is None or generation != self._generation:
            # What the old store is still answering goes on: it is let go of, not closed
            self._store, self._generation = open_store(self.location), generation

    def _current(self) -> str:
        if "://" in self.location:
            return ""
        try:
            return current_generation(Path(self.location)).name
        except StoreError:
            if self._store is None:
                raise
            return self._generation  # what is open still answers
