"""An answer as a program takes it: rows of plain values, a page of them at a time, with links to the others."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from relgraph.queries.catalogue import find_question
from relgraph.queries.formats import write_table
from relgraph.queries.parts import LIMIT
from relgraph.queries.question import Question
from relgraph.queries.run import run_bound
from relgraph.store.protocol import Store
from relgraph.store.terms import Literal, Table, Term
from relgraph.web.api.asked import FORMAT, PAGE, SIZE, Asked
from relgraph.web.asking.answers import Refused, terms
from relgraph.web.negotiation import Form

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Mapping[str | None, Callable[[str], int | float]] = {
    f"{_XSD}integer": int,
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
}


@dataclass(frozen=True)
class Rows:
    """All rows of an answer, with the IRIs of what columns name, and what was asked with."""

    table: Table
    asked: Mapping[str, object]


def rows(store: Store, name: str, params: Mapping[str, str]) -> Rows | Refused:
    """The answer to a question, or what is wrong with the values; for a process of the desk.

    Raises:
        UnknownName: no question has that name.
    """
    question = find_question(name)
    bound = terms(question, params, store)
    if isinstance(bound, Refused):
        return bound
    table = run_bound(question, store, bound).keep(row_columns(question))
    return Rows(table, {key: value_of(term) for key, term in bound.items()})


def row_columns(question: Question) -> tuple[str, ...]:
    """Names of what a row holds: the columns, and the things that columns name."""
    things = [column.of for column in question.columns if column.of is not None]
    return tuple(dict.fromkeys([*(column.name for column in question.columns), *things]))


def value_of(term: Term | None) -> str | int | float | bool | None:
    """A term as JSON has it: numbers and truth as such, all else as text."""
    if term is None:
        return None
    if isinstance(term, Literal) and term.datatype in _NUMBERS:
        return _NUMBERS[term.datatype](term.value)
    if isinstance(term, Literal) and term.datatype == f"{_XSD}boolean":
        return term.value in ("true", "1")
    return str(term)


def links(path: str, question: Question, asked: Asked, table: Table) -> dict[str, str]:
    """Addresses of this page, of those around it, and of the answer with all rows where a limit has left some out."""
    last = max(1, -(-len(table.rows) // asked.size))

    def at(page: int, **changed: str) -> str:
        values = {**asked.params, **changed, PAGE: str(page), SIZE: str(asked.size)}
        if asked.form is not None:
            values[FORMAT] = asked.form.suffix
        return f"{path}?{urlencode(values)}"

    found = {"self": at(asked.page), "first": at(1)}
    if asked.page > 1:
        found["prev"] = at(min(asked.page - 1, last))
    if asked.page < last:
        found["next"] = at(asked.page + 1)
    found["last"] = at(last)
    if table.total is not None and question.parameter(LIMIT):
        found["all"] = at(1, **{LIMIT: "0"})
    return found


def page_of(table: Table, asked: Asked) -> Table:
    """The rows of one page."""
    start = (asked.page - 1) * asked.size
    return Table(table.columns, table.rows[start : start + asked.size])


def written(question: Question, found: Rows, asked: Asked, form: Form, told: Mapping[str, str]) -> str:
    """One page of an answer as text."""
    part = page_of(found.table, asked)
    match form.suffix:
        case "json":
            return _json(question, found, part, asked, told)
        case "jsonl":
            return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in _plain(part))
        case "srj":
            return write_table(part, "json")
        case _:
            return write_table(part, form.suffix)


def _json(question: Question, found: Rows, part: Table, asked: Asked, told: Mapping[str, str]) -> str:
    size = len(found.table.rows)
    content = {
        "question": question.name,
        "parameters": dict(found.asked),
        "total": size,
        "available": size if found.table.total is None else found.table.total,
        "page": asked.page,
        "size": asked.size,
        "links": dict(told),
        "rows": _plain(part),
    }
    return json.dumps(content, ensure_ascii=False)


def _plain(table: Table) -> list[dict[str, object]]:
    return [dict(zip(table.columns, map(value_of, row), strict=True)) for row in table.rows]
