"""The next generation of a store's folder, while it is made: empty at first, or a copy of the one before.

A copy shares the files of the one before, so that it costs what is changed and not what is there. The draft becomes
current by one step; what fails or is killed before that has changed nothing. Whoever drafts holds the folder's lock.
"""

import io
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from traceback import clear_frames
from typing import Any

import pyoxigraph as ox

from relgraph.errors import RelgraphError, StoreError
from relgraph.store.generations import current_generation, make_current, remove_others, sync_folder
from relgraph.store.oxigraph import one_line

_PIECE = 5_000
"""Lines that are handed to the engine at once."""
_BUFFER = 1 << 20
_LOADED = 250_000
"""Lines that the engine loads at once: it holds them all in memory, some 1.4 GB of a million."""


class Draft:
    """A generation that is being made."""

    def __init__(self, folder: Path, name: str, engine: ox.Store) -> None:
        self.generation = folder / name
        self._engine: ox.Store | None = engine

    @property
    def engine(self) -> ox.Store:
        """Its store, as long as it is open."""
        if self._engine is None:
            raise StoreError(self.generation.parent, "is closed")
        return self._engine

    def load(self, nquads: Iterable[str]) -> None:
        """Put in lines of N-Quads, in whatever order, some perhaps twice.

        Raises:
            StoreError: a line is no N-Quads.
        """
        try:
            for part in _portions(nquads):
                self.engine.bulk_load(io.BufferedReader(_Lines(part), _BUFFER), ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(self.generation.parent, f"no N-Quads: {one_line(error)}") from None
        self.engine.optimize()  # half the time for every question, from one file per index instead of many

    def change(self, removed: Iterable[str], added: Iterable[str]) -> None:
        """Take lines of N-Quads out and put others in, which were in neither before.

        Raises:
            StoreError: a line is no N-Quads.
        """
        engine = self.engine
        try:
            for lines in _pieces(removed):
                for quad in _parsed(lines):
                    engine.remove(quad)
            for lines in _pieces(added):
                engine.extend(_parsed(lines))
        except SyntaxError as error:
            raise StoreError(self.generation.parent, f"no N-Quads: {one_line(error)}") from None

    def keep(self, *, before: bool = False) -> None:
        """Make it current; the one `before` it stays for those that are reading it, or goes."""
        folder, old = self.generation.parent, _current(self.generation.parent)
        self.engine.flush()
        self.close()
        if self.generation.exists():
            shutil.rmtree(self.generation)
        _draft(self.generation).rename(self.generation)
        sync_folder(folder)
        make_current(folder, self.generation)
        remove_others(folder, self.generation, *([old] if before and old else []))

    def close(self) -> None:
        """Let go of its files: the engine closes them when nothing holds it any more."""
        self._engine = None


@contextmanager
def drafted(folder: Path, name: str, base: Path | None = None) -> Iterator[Draft]:
    """A draft of a generation of that name, with what `base` holds; it is gone where nobody has kept it.

    Raises:
        StoreError: the folder cannot be written, or `base` is damaged.
    """
    place = _draft(folder / name)
    with tidied(folder):
        shutil.rmtree(place, ignore_errors=True)
        if base is not None:
            ox.Store.read_only(str(base)).backup(str(place))
        draft = Draft(folder, name, ox.Store(str(place)))
        try:
            yield draft
        finally:
            draft.close()


@contextmanager
def tidied(folder: Path) -> Iterator[None]:
    """Where something fails, nothing is left beside the current generation.

    Raises:
        StoreError: the folder cannot be written.
    """
    try:
        yield
    except Exception as error:
        _let_go(error)
        tidy(folder)
        if isinstance(error, RelgraphError) or not isinstance(error, OSError | RuntimeError):
            raise
        raise StoreError(folder, f"cannot be written: {one_line(error)}") from error


def tidy(folder: Path) -> None:
    """Remove what a failure left beside the current generation: on a full disk it takes the room for the next try."""
    with suppress(OSError):
        current = _current(folder)
        remove_others(folder, *([current] if current else []))


class _Lines(io.RawIOBase):
    """Lines as a file to be read, never all at once."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        if not self._left:
            self._left = memoryview("".join(f"{line}\n" for line in islice(self._lines, _PIECE)).encode())
        wanted = memoryview(buffer)
        size = min(len(wanted), len(self._left))
        wanted[:size], self._left = self._left[:size], self._left[size:]
        return size


def _portions(lines: Iterable[str]) -> Iterator[Iterator[str]]:
    """The same lines, some at a time, each portion to be read before the next."""
    rest = iter(lines)
    for first in rest:
        yield chain([first], islice(rest, _LOADED - 1))


def _pieces(lines: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(lines)
    while piece := list(islice(rest, _PIECE)):
        yield piece


def _parsed(lines: Iterable[str]) -> Iterator[ox.Quad]:
    return iter(ox.parse("\n".join(lines), ox.RdfFormat.N_QUADS))


def _draft(generation: Path) -> Path:
    return generation.with_name(f"{generation.name}.new")


def _current(folder: Path) -> Path | None:
    with suppress(OSError):  # of which StoreError is one: there is no generation yet
        return current_generation(folder)
    return None


def _let_go(error: BaseException | None) -> None:
    """Take from an error what it holds of the calls that it came through: the engine would go on writing its files."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__context__
