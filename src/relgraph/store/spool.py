"""All quads of a graph on disk for a while, in the two orders that formats are written in.

Owns order: by graph, the default graph first, and by subject over all graphs; of each subject its types come first.
Memory holds some megabytes of quads, one named graph, and the names of all.
"""

import os
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self

from relgraph.store.block import END, Block, Fill
from relgraph.store.sorting import HELD, Sorting, merged
from relgraph.vocabulary import PREFIXES

PIECE = 4_000_000
"""Bytes that are read and written at once, or a little more."""

_LINES = 10_000
"""Lines that are put to a piece at once."""

_TYPE = f" <{PREFIXES['rdf']}type> ".encode()
# Stands for it in the files here and comes before every predicate; no quad is written with a NUL or tab, but as escapes
_FIRST = b" \x00 "
_MARKED_END = b" \t.\n"


class Spool:
    r"""Quads in order, in temporary files that go with it.

    >>> one, two = b'<a:s> <a:p> "1" .\n', b'<a:r> <a:p> "2" .\n'
    >>> graphs = [("", lambda file: file.write(one)), ("<a:g>", lambda file: file.write(one + two))]
    >>> with Spool(graphs) as spool:
    ...     print(b"".join(spool.quads()).decode(), b"".join(spool.merged()).decode(), sep="\n", end="")
    <a:r> <a:p> "2" <a:g> .
    <a:s> <a:p> "1" .
    <a:s> <a:p> "1" <a:g> .
    <BLANKLINE>
    <a:r> <a:p> "2" .
    <a:s> <a:p> "1" .
    """

    def __init__(
        self, graphs: Iterable[tuple[str, Fill]], without: Collection[bytes] = frozenset(), *, held: int = HELD
    ) -> None:
        """Take graphs by name, the default graph first and the others in order; `without` some lines of the default."""
        self._files = ExitStack()
        own = [self._files.enter_context(SpooledTemporaryFile(held // 8)) for _ in range(2)]  # noqa: SIM115 - closed there
        self._default: IO[bytes]
        self._named: IO[bytes]
        self._default, self._named = own
        self._subjects = self._files.enter_context(Sorting(held=held))
        self.size = 0
        """Bytes of all triples."""
        try:
            for name, fill in graphs:
                if name:
                    self._take_named(name.encode(), fill)
                else:
                    self._take_default(fill, without, held)
            self._runs = self._subjects.files()
        except BaseException:
            self._files.close()
            raise

    @classmethod
    def lent(cls, paths: Sequence[str]) -> Self:
        """The same quads in another process, by what `paths` says in that which has them and outlives this."""
        spool = cls([])
        files: list[IO[bytes]] = [spool._files.enter_context(Path(path).open("rb")) for path in paths]  # noqa: SIM115 - the stack closes them
        spool._default, spool._named, *spool._runs = files
        return spool

    def paths(self) -> list[str]:
        """Where other processes of this machine find the files, which have no names."""
        files = [self._default, self._named, *self._runs]
        for file in files:
            file.flush()
        return [f"/proc/{os.getpid()}/fd/{file.fileno()}" for file in files]

    def _take_default(self, fill: Fill, without: Collection[bytes], held: int) -> None:
        left = {*_split(_marked(_joined(without)))}
        with Sorting(_marked, held=held) as sorting:
            fill(sorting)
            for batch in sorting.batches():
                self.size += self._default.write(_joined(line for line in batch if line not in left))

    def _take_named(self, name: bytes, fill: Fill) -> None:
        file = BytesIO()
        fill(file)
        written = _joined(dict.fromkeys(sorted(_split(_marked(file.getvalue())))))
        self._named.write(b"%s %d\n" % (name, len(written)))
        self.size += self._named.write(written)
        self._subjects.write(written.replace(_MARKED_END, b" \t%s .\n" % name))

    def by_graph(self) -> Iterator[Block]:
        """All quads by graph: the default graph in some blocks, then each other graph in one."""
        for lines in _whole(_parts(self._default)):
            yield Block(b"", _unmarked(_joined(lines)))
        place = 0
        while True:
            self._named.seek(place)
            head = self._named.readline()
            if not head:
                return
            name, _, size = head.rpartition(b" ")
            block = Block(name, _unmarked(self._named.read(int(size))))
            place = self._named.tell()
            yield block

    def quads(self) -> Iterator[bytes]:
        """N-Quads in order of lines."""
        for lines in self._by_subject():
            yield _joined(sorted(_split(_unmarked(_joined(lines)))))

    def triples(self) -> Iterator[bytes]:
        """N-Triples of all graphs as one, each once, in order of lines."""
        for piece in self.merged():
            yield _joined(sorted(_split(piece)))

    def merged(self) -> Iterator[bytes]:
        """N-Triples of all graphs as one, each once, by whole subjects with their types first."""
        for lines in self._by_subject():
            heads = dict.fromkeys([line.partition(b"\t")[0] for line in lines])
            yield _unmarked(b".\n".join([*heads, b""]))

    def _by_subject(self) -> Iterator[list[bytes]]:
        return _whole(merged([self._default, *self._runs]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()


def _parts(file: IO[bytes]) -> Iterator[list[bytes]]:
    place = 0
    while True:
        file.seek(place)  # somebody else may read meanwhile
        read = file.read(PIECE) + file.readline()
        if not read:
            return
        place = file.tell()
        yield _split(read)


def _whole(batches: Iterable[list[bytes]]) -> Iterator[list[bytes]]:
    """The same lines, in pieces that end where a subject does."""
    lines: list[bytes] = []
    size = 0
    for some in _some(batches):
        lines += some
        size += sum(map(len, some))
        if size >= PIECE:
            last = lines[-1]
            end = bisect_left(lines, last[: last.index(b" ") + 1])
            if end:
                yield lines[:end]
                lines = lines[end:]
                size = sum(map(len, lines))
    if lines:
        yield lines


def _some(batches: Iterable[list[bytes]]) -> Iterator[list[bytes]]:
    """The same lines, few at a time: what is made of a piece takes ten times its bytes, and a batch may be large."""
    for batch in batches:
        for place in range(0, len(batch), _LINES):
            yield batch[place : place + _LINES]


def _marked(lines: bytes) -> bytes:
    return lines.replace(_TYPE, _FIRST).replace(END, _MARKED_END)


def _unmarked(lines: bytes) -> bytes:
    return lines.replace(_FIRST, _TYPE).replace(b"\t", b"")


def _split(lines: bytes) -> list[bytes]:
    return lines.removesuffix(b"\n").split(b"\n") if lines else []


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"\n".join([*lines, b""])
