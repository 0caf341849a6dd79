"""The difference of two graphs as an RDF patch (https://jena.apache.org/documentation/rdf-patch/): one transaction.

A patch is named by its rows, so that the same difference has the same name.
"""

from collections.abc import Iterator
from hashlib import sha256
from tempfile import TemporaryFile
from uuid import NAMESPACE_URL, uuid5

from relgraph.difference.pairing import Change, differing, side_by_side
from relgraph.store.graphs import Graphs

_ROWS = {Change.CAME: "A", Change.WENT: "D"}


class Patch:
    """The patch that makes the old graph the new one, to be read once."""

    def __init__(self, old: Graphs, new: Graphs) -> None:
        self._old, self._new = old, new
        self.size = 0
        """Statements that go or come, counted as they are read."""

    def lines(self) -> Iterator[str]:
        """The patch, each line with its line feed."""
        seen = sha256()
        # The name stands before the rows, and the rows may be more than memory holds
        with TemporaryFile("w+", encoding="utf-8", newline="\n") as kept:
            for row in self._rows():
                self.size += 1
                seen.update(row.encode())
                kept.write(row)
            kept.seek(0)
            yield f"H id <urn:uuid:{uuid5(NAMESPACE_URL, seen.hexdigest())}> .\n"
            yield "TX .\n"
            yield from kept
            yield "TC .\n"

    def _rows(self) -> Iterator[str]:
        """What goes and what comes; a row is a line of N-Quads behind its sign."""
        for _, before, after in side_by_side(self._old, self._new):
            for change, line in differing(before or (), after or ()):
                yield f"{_ROWS[change]} {line}\n"
