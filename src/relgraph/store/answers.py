"""Answers that took long, kept beside the generation that gave them: it never changes, so neither do they.

::

    DIR/<generation>.answers/<digest>    one answer; its name is the digest of all that it depends on

Any number of processes may read and write them: each file appears whole, says itself whether it is, and one that is not
counts for nothing. They go with their generation, and the oldest where they grow too many. Nothing but time is lost
where they cannot be kept. Owns the files; what is asked is the matter of those who ask.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import pyoxigraph as ox

from relgraph import __version__
from relgraph.files import write_whole
from relgraph.store.generations import ANSWERS
from relgraph.store.lexing import words
from relgraph.store.terms import Blank, Iri, Literal, Table, Term

LONG = 0.05
"""Seconds from which on an answer is worth a file."""
LARGEST, MOST = 4_000_000, 64_000_000
"""Bytes of one answer, and of all that are kept of a generation."""
_CHANGING = ("NOW", "RAND", "UUID", "STRUUID", "BNODE")
"""Functions that give another value each time."""


class Answers:
    """What is kept of one generation; `long` is how many seconds an answer took that is kept."""

    def __init__(self, generation: Path, long: float = LONG) -> None:
        self._folder = generation.with_name(generation.name + ANSWERS)
        self._long = long
        # A generation that has been made again under its name is another one to the engine.
        self._made = _content(generation / "IDENTITY")

    def recalled(
        self, sparql: str, bindings: Mapping[str, Term] | None, most: int | None, ask: Callable[[], Table]
    ) -> Table:
        """The answer that was kept, or else the one that `ask` gives."""
        terms = {name: term.n3() for name, term in sorted((bindings or {}).items())}
        asked = json.dumps([__version__, ox.__version__, sparql, terms, most])
        path = self._folder / sha256(self._made + asked.encode()).hexdigest()
        kept = _read(_content(path))
        if kept is not None:
            return kept
        begun = perf_counter()
        found = ask()
        if perf_counter() - begun >= self._long and not any(word.says(*_CHANGING) for word in words(sparql)):
            with suppress(OSError):  # a folder that others own, or a full disk: it is asked again then
                self._keep(path, found)
        return found

    def _keep(self, path: Path, table: Table) -> None:
        data = _written(table)
        if data is None or len(data) > LARGEST or not self._folder.with_suffix("").is_dir():
            return
        self._folder.mkdir(exist_ok=True)
        held = sorted((one.stat() for one in self._folder.iterdir()), key=lambda stat: stat.st_mtime_ns)
        if sum(stat.st_size for stat in held) + len(data) > MOST:
            self._thin()
        write_whole(path, data)

    def _thin(self) -> None:
        """Leave the newer half."""
        files = sorted(self._folder.iterdir(), key=lambda path: (path.stat().st_mtime_ns, path.name))
        for path in files[: len(files) // 2 + 1]:
            path.unlink(missing_ok=True)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _written(table: Table) -> bytes | None:
    """An answer as bytes that tell whether they are whole; nothing where it names what only it knows."""
    cells: list[list[list[str | None] | None]] = []
    for row in table.rows:
        if any(isinstance(term, Blank) for term in row):
            return None
        cells.append([None if term is None else list(_parts(term)) for term in row])
    told = json.dumps([table.columns, cells, table.total, table.more], ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(told.encode(), 3)
    return sha256(packed).digest() + packed


def _read(data: bytes) -> Table | None:
    digest, packed = data[:32], data[32:]
    if not packed or sha256(packed).digest() != digest:
        return None
    columns, cells, total, more = json.loads(zlib.decompress(packed))
    rows = [tuple(None if parts is None else _term(*parts) for parts in row) for row in cells]
    return Table(tuple(columns), rows, total, more)


def _parts(term: Term) -> Iterator[str | None]:
    yield str(term)
    if isinstance(term, Literal):
        yield from (term.datatype, term.language)


def _term(value: str, *literal: str | None) -> Term:
    return Literal(value, *literal) if literal else Iri(value)
