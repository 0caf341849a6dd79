"""The parameters of a question, from what a user types to terms that are bound.

Owns which values a parameter takes; what a label names is found by `relgraph.queries.resolving`.
"""

import re
from collections.abc import Mapping

from relgraph.errors import QueryError
from relgraph.queries.question import Parameter, ParameterType, Question
from relgraph.queries.resolving import resolve
from relgraph.store.protocol import Store
from relgraph.store.terms import Literal, Term

_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_DECIMAL_FORM = re.compile(r"[0-9]{1,9}([.,][0-9]{1,9})?")
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


def bindings(question: Question, params: Mapping[str, str], store: Store) -> dict[str, Term]:
    """Terms for the variables of a question; an optional parameter without a value is left unbound.

    Raises:
        QueryError: a parameter is unknown or missing, or its value of the wrong form.
        UnknownName: a label names nothing; the message suggests.
    """
    for name in params:
        if question.parameter(name) is None:
            known = ", ".join(parameter.name for parameter in question.parameters) or "none"
            raise QueryError(question.name, f"has no parameter {name!r}; parameters: {known}")
    bound: dict[str, Term] = {}
    for parameter in question.parameters:
        value = params.get(parameter.name, parameter.default or "").strip()
        if value:
            bound[parameter.name] = term(question, parameter, value, store)
        elif parameter.required:
            raise QueryError(question.name, f"needs the parameter {parameter.name}: {parameter.help['en']}")
    return bound


def term(question: Question, parameter: Parameter, value: str, store: Store) -> Term:
    """Term that a value stands for.

    Raises:
        QueryError: the value is of the wrong form, or names several things.
        UnknownName: a label names nothing; the message suggests.
    """
    if parameter.choices and value not in parameter.choices:
        raise QueryError(question.name, f"{parameter.name} is one of {', '.join(parameter.choices)}, not {value!r}")
    match parameter.type:
        case ParameterType.TEXT:
            return Literal(value)
        case ParameterType.DATE:
            if not _DATE.fullmatch(value):
                raise QueryError(
                    question.name, f"{parameter.name} is a date such as 1989, 1989-11 or 1989-11-24, not {value!r}"
                )
            return Literal(value)
        case ParameterType.NUMBER:
            if not (value.isascii() and value.isdecimal() and len(value) < 10):
                raise QueryError(question.name, f"{parameter.name} is a whole number, not {value!r}")
            return Literal(str(int(value)), _INTEGER)
        case ParameterType.DECIMAL:
            if not _DECIMAL_FORM.fullmatch(value):
                raise QueryError(question.name, f"{parameter.name} is a number such as 0.6, not {value!r}")
            return Literal(value.replace(",", "."), _DECIMAL)
        case _:
            return resolve(value, parameter.type, store)
