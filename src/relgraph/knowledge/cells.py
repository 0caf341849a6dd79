"""Terms of RDF as values of Python, one type to a column, so that data frames take them as they are."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from relgraph.store.terms import Iri, Literal, Term
from relgraph.vocabulary import PREFIXES

Cell = str | int | float | bool | date | None
"""What stands in a row: IRIs and texts are str."""

_XSD = PREFIXES["xsd"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE = frozenset(
    _XSD + name for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")
)
_BROKEN = frozenset(_XSD + name for name in ("decimal", "double", "float"))
_READ: dict[str, Callable[[str], Cell]] = {
    **dict.fromkeys(_WHOLE, int),
    **dict.fromkeys(_BROKEN, float),
    _XSD + "boolean": lambda text: text in ("true", "1"),
    _XSD + "date": date.fromisoformat,
}


def spoken_rows(rows: Sequence[Sequence[Term | None]], width: int) -> list[tuple[Cell, ...]]:
    """Like `typed_rows`, for answers that are made for people: text may be empty for nothing, or a day.

    >>> spoken_rows([(Literal("2024-05-01"), Literal("")), (Literal("2023-05-04"), Literal("a"))], 2)
    [(datetime.date(2024, 5, 1), None), (datetime.date(2023, 5, 4), 'a')]
    """
    return typed_rows([[_understood(term) for term in row] for row in rows], width)


def typed_rows(rows: Sequence[Sequence[Term | None]], width: int) -> list[tuple[Cell, ...]]:
    """Rows of a table of so many columns with values of Python.

    A column has one type: where values of several stand in it, such as days and mere years, all are text; whole
    numbers beside others are floats.

    >>> day = Literal("2024-05-01", "http://www.w3.org/2001/XMLSchema#date")
    >>> typed_rows([(day, Literal("a"))], 2)
    [(datetime.date(2024, 5, 1), 'a')]
    >>> typed_rows([(day,), (Literal("1989", "http://www.w3.org/2001/XMLSchema#gYear"),)], 1)
    [('2024-05-01',), ('1989',)]
    """
    columns = [_column([row[place] for row in rows]) for place in range(width)]
    return list(zip(*columns, strict=True)) if columns else [()] * len(rows)


def _understood(term: Term | None) -> Term | None:
    if isinstance(term, Literal) and term.datatype is None and term.language is None:
        if not term.value:
            return None
        if _DAY.fullmatch(term.value):
            return Literal(term.value, _XSD + "date")
    return term


def _column(terms: Sequence[Term | None]) -> list[Cell]:
    cells = [None if term is None else _cell(term) for term in terms]
    kinds = {type(cell) for cell in cells if cell is not None}
    if len(kinds) < 2:
        return cells
    if kinds == {int, float}:
        return [None if term is None else float(str(term)) for term in terms]
    return [None if term is None else str(term) for term in terms]


def _cell(term: Term) -> Cell:
    if isinstance(term, Iri) or not isinstance(term, Literal) or term.datatype not in _READ:
        return str(term)
    try:
        return _READ[term.datatype](term.value)
    except ValueError:  # a graph may hold what is no value of its datatype, and dates before the year 1
        return term.value
