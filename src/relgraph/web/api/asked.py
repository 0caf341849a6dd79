"""What a program asks for: values of a question's parameters, part of the rows, and a format; strictly read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from relgraph.queries.question import ParameterType, Question
from relgraph.web.api.problems import Problem, wrong_values
from relgraph.web.asking.answers import Fault, Refused
from relgraph.web.negotiation import Form, best

JSON = Form("json", "application/json")
CSV = Form("csv", "text/csv")
TSV = Form("tsv", "text/tab-separated-values")
LINES = Form("jsonl", "application/jsonl", ("application/x-ndjson", "application/x-jsonlines"))
MARKDOWN = Form("md", "text/markdown")
RESULTS = Form("srj", "application/sparql-results+json")
TURTLE = Form("ttl", "text/turtle")
FORMS = (JSON, CSV, TSV, LINES, MARKDOWN, RESULTS, TURTLE)
"""Formats of an answer; who names none gets the first."""
PAGE, SIZE, FORMAT = "page", "size", "format"
OWN = (PAGE, SIZE, FORMAT)
"""Parameters of every answer beside those of its question."""
ROWS, MOST = 100, 1_000
"""Rows of a page where nothing else is said, and at most."""
LARGEST = 999_999_999
_EXPONENT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?")


@dataclass(frozen=True)
class Asked:
    """What is asked for of a question."""

    params: Mapping[str, str]
    page: int
    size: int
    form: Form | None
    """The format that the address names; nothing: as the client prefers."""

    def form_for(self, accept: str) -> Form:
        """The format to answer in.

        Raises:
            Problem: the client takes none of ours (406).
        """
        form = self.form or best(accept, FORMS)
        if form is None:
            raise Problem(406, f"there are {', '.join(one.media_type for one in FORMS)}")
        return form


def read(question: Question, pairs: Iterable[tuple[str, str]]) -> Asked:
    """What an address asks for.

    Raises:
        Problem: a value is given twice or empty, or page, size or format are not of their form (422).
    """
    given: dict[str, str] = {}
    faults: list[Fault] = []
    for name, value in pairs:
        if name in given:
            faults.append(Fault(name, "twice", value))
        elif not value.strip():
            faults.append(Fault(name, "empty", value))
        given[name] = value
    page, size = (_number(given, name, default, most, faults) for name, default, most in _PARTS)
    suffix = given.pop(FORMAT, None)
    form = next((one for one in FORMS if one.suffix == suffix), None)
    if suffix is not None and form is None:
        faults.append(Fault(FORMAT, "choice", suffix, tuple(one.suffix for one in FORMS)))
    if faults:
        raise wrong_values(Refused(tuple(faults)))
    return Asked({name: _plain(question, name, value) for name, value in given.items()}, page, size, form)


_PARTS = ((PAGE, 1, LARGEST), (SIZE, ROWS, MOST))


def _number(given: dict[str, str], name: str, default: int, most: int, faults: list[Fault]) -> int:
    value = given.pop(name, str(default))
    if value.isascii() and value.isdecimal() and len(value) < 12 and 1 <= int(value) <= most:
        return int(value)
    faults.append(Fault(name, "number", value))
    return default


def _plain(question: Question, name: str, value: str) -> str:
    """A number as JSON may write it, without its exponent."""
    parameter = question.parameter(name)
    if parameter is None or parameter.type is not ParameterType.DECIMAL or not _EXPONENT.fullmatch(value):
        return value
    whole, _, part = format(Decimal(value), "f").partition(".")
    return f"{whole}.{part[:9]}" if part else whole
