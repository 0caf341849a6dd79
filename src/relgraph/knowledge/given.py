"""What callers may give for a name, a parameter or a variable, as text that is resolved or as a term that is bound."""

import re
from datetime import date
from decimal import Decimal

from relgraph.errors import QueryError
from relgraph.knowledge.values import Topic
from relgraph.model import Entity
from relgraph.store.terms import Iri, Literal, Term
from relgraph.vocabulary import PREFIXES

Given = str | int | float | date | Entity | Topic
"""A value of a parameter: what it names, or the thing itself."""

Bound = str | int | float | date | Entity | Topic | Iri | Literal
"""A value of a variable."""

_XSD = PREFIXES["xsd"]
_MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def text_of(given: Given) -> str:
    """A value as a person would type it.

    >>> text_of(date(2024, 5, 1)), text_of(500), text_of("Japan")
    ('2024-05-01', '500', 'Japan')
    """
    if isinstance(given, Entity | Topic):
        return given.id
    return given.isoformat() if isinstance(given, date) else str(given)


def moment_of(given: str | date) -> str:
    """A day, month or year as text.

    Raises:
        QueryError: it is none.
    """
    text = text_of(given)
    if not _MOMENT.fullmatch(text):
        raise QueryError(text, "is no date such as 1989, 1989-11 or 1989-11-24")
    return text


def bound_term(given: Bound) -> Term:
    """The term that a value of Python stands for.

    >>> bound_term(3).n3(), bound_term("Japan").n3()
    ('"3"^^<http://www.w3.org/2001/XMLSchema#integer>', '"Japan"')
    """
    match given:
        case Iri() | Literal():
            return given
        case Entity() | Topic():
            return Iri(given.id)
        case bool():
            return Literal(str(given).lower(), _XSD + "boolean")
        case int():
            return Literal(str(given), _XSD + "integer")
        case float():
            return Literal(format(Decimal(repr(given)), "f"), _XSD + "decimal")
        case date():
            return Literal(given.isoformat(), _XSD + "date")
        case _:
            return Literal(given)
