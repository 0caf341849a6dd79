"""The chain of what each build changed, in files: a patch and records for each entry, and an index of all.

::

    DIR/changes/changes.jsonl     the index, a line for each entry, the oldest first
    DIR/changes/000001.rdfp.gz    what came and went, as an RDF patch
    DIR/changes/at                the generation of the store that the last entry leads to
    DIR/changes/000001.jsonl.gz   the same told by releases and relations, a record a line

The first entry begins with the empty graph, and each names the one before it. So the patches one after the other make
the graph of any entry, and whoever has followed as far as one goes on with the next. Rows stand in order, so that
all patches are read side by side and no graph is ever held. Owns the files; what an entry says is made by `recording`.
"""

import fcntl
import gzip
import heapq
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from relgraph.errors import QueryError, StoreError
from relgraph.files import PARTS, write_whole
from relgraph.model import Value

INDEX = "changes.jsonl"
_NAME = re.compile(r"[0-9]+\.(rdfp|jsonl)\.gz")
_AT = "at"
MOST = 200
"""Patches that are open at once."""

Tally = Mapping[str, int]
"""How many came, went, changed."""


class Entry(Value):
    """What one build changed.

    `graph_sha256` is that of `relgraph.nq` as it was then, where the whole graph was read or written; the other two are
    those of the unpacked files; `prev` is the entry before, and `id` stands for that and for all that came and went.
    """

    number: int
    id: str
    prev: str | None = None
    patch: str
    patch_sha256: str
    records: str
    records_sha256: str
    graph_sha256: str | None = None
    graph_statements: int
    statements: Tally
    releases: Tally
    relations: Tally


class _Row(NamedTuple):
    line: str
    number: int
    sign: str


class Chain:
    """What builds have changed, entry by entry, as the files of a folder tell it; without a folder, nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries = self._index()

    @property
    def last(self) -> Entry | None:
        """The newest entry."""
        return self.entries[-1] if self.entries else None

    def since(self, place: str | int) -> list[Entry]:
        """Entries after the one of that number or id; all after 0.

        Raises:
            QueryError: there is no such entry.
        """
        for index, entry in enumerate(self.entries):
            if str(place) in (str(entry.number), entry.id):
                return self.entries[index + 1 :]
        if str(place) == "0":
            return self.entries
        raise QueryError(str(place), f"is no number or id of {len(self.entries)} entries of {self.folder / INDEX}")

    def lines(self, entries: Sequence[Entry] | None = None) -> Iterator[str]:
        """The graph that these entries, by default all, make of the empty one: N-Quads in order.

        Raises:
            StoreError: a file is missing or damaged.
        """
        with ExitStack() as files:
            streams = [self._rows(entry) for entry in (self.entries if entries is None else entries)]
            while len(streams) > MOST:
                streams = [_spilt(_last(streams[at : at + MOST]), files) for at in range(0, len(streams), MOST)]
            yield from (row.line for row in _last(streams) if row.sign == "A")

    def patches(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The RDF patches of some entries one after the other, line by line, each with its line feed.

        Raises:
            StoreError: a file is missing or damaged.
        """
        return (line for entry in entries for line in self.read(entry.patch))

    def records(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The records of some entries one after the other, each a line of JSON with its line feed.

        Raises:
            StoreError: a file is missing or damaged.
        """
        return (line for entry in entries for line in self.read(entry.records))

    def read(self, name: str) -> Iterator[str]:
        """Lines of an entry's file, unpacked, each with its line feed.

        Raises:
            StoreError: the file is missing or damaged.
        """
        path = self.folder / name
        try:
            with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
                yield from file
        except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
            raise self._damaged(name, getattr(error, "strerror", None) or str(error)) from error

    def files(self) -> list[Path]:
        """All files, the index first; none without entries."""
        names = [INDEX, *(name for entry in self.entries for name in (entry.patch, entry.records))]
        return [self.folder / name for name in names] if self.entries else []

    def verify(self) -> None:
        """Hold every file against its digest, the entries against one another, and the graph against the last.

        Raises:
            StoreError: one does not fit; the message names it.
        """
        before = None
        for entry in self.entries:
            for name, digest in ((entry.patch, entry.patch_sha256), (entry.records, entry.records_sha256)):
                if digest_of(self.read(name)) != digest:
                    raise self._damaged(name, "is not the file that was written")
            if entry.prev != before:
                raise self._damaged(entry.patch, f"follows {entry.prev}, not {before}")
            before = entry.id
        graph = self.last.graph_sha256 if self.last else None
        if graph is not None and digest_of(f"{line}\n" for line in self.lines()) != graph:
            raise self._damaged(INDEX, "the patches do not make the graph of the last entry")

    @property
    def at(self) -> str | None:
        """Name of the generation of the store that the last entry leads to, where that is known."""
        try:
            entry, _, generation = (self.folder / _AT).read_text(encoding="ascii", errors="replace").partition(" ")
        except OSError:
            return None
        return generation.strip() if self.last and self.last.id == entry else None

    def stay(self, generation: str) -> None:
        """Write down to which generation of the store the last entry leads.

        Raises:
            StoreError: it cannot be written.
        """
        try:
            write_whole(self.folder / _AT, f"{self.last.id if self.last else ''} {generation}\n".encode())
        except OSError as error:
            raise StoreError(self.folder, f"cannot be written: {error.strerror or error}") from error

    def add(self, entry: Entry, patch: Iterable[str], records: Iterable[str]) -> None:
        """Write the files of an entry and then the index: killed in between, there is no such entry yet."""
        try:
            write_whole(self.folder / entry.patch, _packed(patch))
            write_whole(self.folder / entry.records, _packed(records))
            listed = [*self.entries, entry]
            write_whole(self.folder / INDEX, "".join(f"{one.model_dump_json()}\n" for one in listed).encode())
        except OSError as error:
            raise StoreError(self.folder, f"cannot be written: {error.strerror or error}") from error
        self.entries = listed

    def _index(self) -> list[Entry]:
        path = self.folder / INDEX
        try:
            text = path.read_text(encoding="utf-8")
            entries = [Entry.model_validate_json(line) for line in text.splitlines()]
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            raise self._damaged(INDEX, " ".join(str(error).split())[:200]) from error
        for entry in entries:
            for name in (entry.patch, entry.records):
                if not _NAME.fullmatch(name):  # whoever wrote the index, files of other folders are not read
                    raise self._damaged(INDEX, f"names a file {name[:60]!r}")
                if not (self.folder / name).is_file():
                    raise self._damaged(name, "is missing")
        return entries

    def _rows(self, entry: Entry) -> Iterator[_Row]:
        for line in self.read(entry.patch):
            if line[:2] in ("A ", "D "):
                yield _Row(line[2:].removesuffix("\n"), entry.number, line[0])

    def _damaged(self, name: str, why: str) -> StoreError:
        return StoreError(self.folder / name, f"{why}; remove {self.folder} to begin a new chain of changes")


def changes_folder(store: str | Path) -> Path:
    """Where the chain of a store stands: beside it, wherever a link to it stands.

    >>> changes_folder("build/store").as_posix(), changes_folder("mine").as_posix()
    ('build/changes', 'mine-changes')
    """
    folder = Path(store)
    if folder.is_symlink():
        folder = folder.resolve()
    return folder.with_name("changes" if folder.name == "store" else f"{folder.name}-changes")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait for other writers of a chain, and keep it for this one.

    Raises:
        StoreError: the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("w")
    except OSError as error:
        raise StoreError(folder, f"cannot be written: {error.strerror}") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in folder.glob(PARTS):  # of a writer that was killed
            leftover.unlink()
        yield


def _last(streams: Iterable[Iterator[_Row]]) -> Iterator[_Row]:
    """Of each line the row of the newest patch that has it."""
    held: _Row | None = None
    for row in heapq.merge(*streams):
        if held is not None and held.line != row.line:
            yield held
        held = row
    if held is not None:
        yield held


def _spilt(rows: Iterator[_Row], files: ExitStack) -> Iterator[_Row]:
    """Rows in a file that lives as long as `files` does."""
    file = files.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115 - the stack closes it
    file.writelines(f"{row.number} {row.sign} {row.line}\n" for row in rows)
    file.seek(0)
    return (
        _Row(line.removesuffix("\n"), int(number), sign) for number, sign, line in (row.split(" ", 2) for row in file)
    )


def _packed(lines: Iterable[str]) -> Iterator[bytes]:
    packer = zlib.compressobj(6, wbits=31)  # gzip with no clock in its head
    for line in lines:
        yield packer.compress(line.encode())
    yield packer.flush()


def digest_of(lines: Iterable[str]) -> str:
    """SHA-256 of lines one after the other."""
    seen = sha256()
    for line in lines:
        seen.update(line.encode())
    return seen.hexdigest()
