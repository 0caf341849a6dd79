"""What a question gives back and what its parameters are made of: terms of RDF, and tables of them.

Owns no RDF library's types: the stores translate, so no other room needs to know which library answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relgraph.errors import QueryError

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Iri:
    """An absolute IRI; characters that could end it early in a query are refused.

    >>> Iri("https://w3id.org/relgraph/id/country/JP").n3()
    '<https://w3id.org/relgraph/id/country/JP>'
    """

    value: str

    def __post_init__(self) -> None:
        if not _IRI.fullmatch(self.value):
            raise QueryError(repr(self.value), "is no absolute IRI")

    def __str__(self) -> str:
        return self.value

    def n3(self) -> str:
        """Write it as N-Triples and SPARQL do."""
        return f"<{self.value}>"


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, with a datatype or a language but not both; a plain text has neither.

    >>> Literal("Zusammenarbeit", language="de").n3()
    '"Zusammenarbeit"@de'
    """

    value: str
    datatype: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.datatype is not None:
            Iri(self.datatype)
            if self.language is not None:
                raise QueryError(repr(self.value), "has both a datatype and a language")
        if self.language is not None and not _LANGUAGE.fullmatch(self.language):
            raise QueryError(repr(self.language), "is no language tag")

    def __str__(self) -> str:
        return self.value

    def n3(self) -> str:
        """Write it as N-Triples and SPARQL do, every dangerous character escaped."""
        quoted = '"' + "".join(_ESCAPES.get(character, character) for character in self.value) + '"'
        if self.language is not None:
            return f"{quoted}@{self.language}"
        return quoted if self.datatype is None else f"{quoted}^^<{self.datatype}>"


@dataclass(frozen=True, slots=True)
class Blank:
    """A node without a name, as the ontology's lists have them; it cannot be a parameter."""

    value: str

    def __str__(self) -> str:
        return f"_:{self.value}"

    def n3(self) -> str:
        """Write its label, which holds within one answer only."""
        return f"_:{self.value}"


Term = Iri | Literal | Blank


@dataclass(frozen=True)
class Table:
    """The answer to a SELECT: named columns and rows of terms, absent where a variable is unbound.

    `total` is how many rows there are where these are the first of them only, or with `more`, how many were counted.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]
    total: int | None = None
    more: bool = False

    def dicts(self) -> Iterator[dict[str, str | None]]:
        """Each row as plain text by column.

        >>> list(Table(("name", "code"), [(Literal("Japan", language="de"), None)]).dicts())
        [{'name': 'Japan', 'code': None}]
        """
        for row in self.rows:
            yield {name: None if term is None else str(term) for name, term in zip(self.columns, row, strict=True)}

    def keep(self, columns: tuple[str, ...]) -> "Table":
        """Give the same rows with these columns only, in this order."""
        places = [self.columns.index(name) for name in columns]
        return Table(columns, [tuple(row[place] for place in places) for row in self.rows], self.total, self.more)
