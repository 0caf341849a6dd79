"""The triples of a graph, or of some things in it, as text: what stores and formats hand each other.

Text is read and written several times as fast as terms are made of it.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol

import pyoxigraph as ox

END = b" .\n"
"""How every triple ends; a line break stands nowhere else."""

Values = dict[str, dict[str, list[str]]]
"""Values by thing and predicate, terms as plain text."""


class Writer(Protocol):
    """What can be written to."""

    def write(self, piece: bytes, /) -> int:
        """Take a piece, which may end anywhere."""
        ...


Fill = Callable[[Writer], object]
"""Writes the triples of a graph as N-Triples in canonical form, in any order."""


class Block(NamedTuple):
    """N-Triples in canonical form: of some whole subjects of the default graph, or of a whole named graph."""

    graph: bytes
    """Its name as N-Quads have it, empty for the default graph."""
    triples: bytes

    @property
    def quads(self) -> bytes:
        """The same as N-Quads."""
        return self.triples.replace(END, b" %s .\n" % self.graph) if self.graph else self.triples

    def values(self) -> Values:
        """What the triples say.

        >>> Block(b"", b'<a:s> <a:p> "o"@de .\\n<a:s> <a:q> <a:o> .\\n').values()
        {'a:s': {'a:p': ['o'], 'a:q': ['a:o']}}
        """
        found: Values = {}
        last = ""
        for line in self.triples.decode().split("\n"):
            if line:
                subject, predicate, value = line.split(" ", 2)
                if subject != last:
                    last, said = subject, found.setdefault(_plain(subject), {})
                said.setdefault(predicate[1:-1], []).append(_plain(value[:-2]))
        return found


def _plain(term: str) -> str:
    if term[0] == "<" and term[1] != "<":
        return term[1:-1]
    if term[0] != '"':
        return term
    text = term[1 : term.rindex('"')]
    return _unescaped(text) if "\\" in text else text


def _unescaped(text: str) -> str:
    (triple,) = ox.parse(f'<a:s> <a:p> "{text}" .', ox.RdfFormat.N_TRIPLES)
    return str(triple.object.value)
