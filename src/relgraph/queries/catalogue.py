"""The questions that can be asked by name: every file of `queries/`, read and checked.

Owns which questions there are; `relgraph queries`, the web pages and the documentation are all read from here.
"""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from relgraph.errors import DataError, QueryError, UnknownName
from relgraph.queries.groups import GROUPS
from relgraph.queries.header import Header
from relgraph.queries.parts import LIMIT, faults
from relgraph.queries.question import Parameter, Question
from relgraph.queries.variables import plain_text
from relgraph.resources import folder
from relgraph.store.embedded import memory_store
from relgraph.store.terms import Literal, Table, Term
from relgraph.vocabulary import DEALINGS

_FILE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_COMMENT = re.compile(r"(?m)^\s*#.*$|\s#\s.*$")


def catalogue() -> dict[str, Question]:
    """All questions by name, sorted.

    Raises:
        DataError: a file is off; the message names file and line.
    """
    return dict(_catalogue(folder("queries")))


@lru_cache(maxsize=2)
def _catalogue(place: Path) -> dict[str, Question]:
    return {path.stem: read_question(path) for path in sorted(place.glob("*.rq"), key=lambda path: path.stem)}


def find_question(name: str) -> Question:
    """The question of that name.

    Raises:
        UnknownName: there is none; the names that come nearest are suggested.
    """
    questions = catalogue()
    if name not in questions:
        from rapidfuzz import process

        nearest = process.extract(name, list(questions), limit=3, score_cutoff=50)
        raise UnknownName(name, "question", [suggestion for suggestion, *_ in nearest])
    return questions[name]


def read_question(path: Path) -> Question:
    """Question in a file, header and query checked against each other.

    Raises:
        DataError: the file is unreadable, its header or its SPARQL malformed, a parameter is no variable of the
            query, or a column is not selected.
    """
    if not _FILE_NAME.fullmatch(path.stem):
        raise DataError(path, "the name of a question is lower-case words joined by hyphens")
    try:
        header = Header(path, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(path, str(error)) from error
    question = header.question()
    question = replace(question, text=plain_text(question.text, question.parameters))
    selected, body = _selected(question, path), _COMMENT.sub("", question.text)
    for column in question.columns:
        if column.name not in selected:
            header.fail(column.name, f"column {column.name} is not selected by the query")
        if column.of is not None and column.of not in selected:
            header.fail(column.name, f"column {column.name} is of {column.of}, which is not selected by the query")
    for line, why in faults(question):
        raise DataError(path, f"line {line}: {why}")
    for parameter in question.parameters:
        if parameter.name != LIMIT and not re.search(rf"[?$]{parameter.name}\b", body):
            header.fail(parameter.name, f"parameter {parameter.name} is no variable of the query")
    joined = DEALINGS if re.search(r"\brg:joins\b", body) else frozenset()
    for kind in question.relations:
        if kind not in joined and not re.search(rf"\brg:{kind.class_name}\b", body):
            header.fail("relations", f"relations names {kind.value}, of which the query says nothing")
    if "ORDER BY" not in body.upper():
        raise DataError(path, "line 1: the answer has no order; a question ends with ORDER BY")
    return question


def _selected(question: Question, path: Path) -> tuple[str, ...]:
    """Names of the selected variables, as the engine sees them: the query is asked of an empty store."""
    with memory_store([]) as store:
        try:
            return store.select(question.text).columns
        except QueryError as error:
            raise DataError(path, str(error).removeprefix("SPARQL: ")) from error


def listing(language: str, group: str | None = None) -> tuple[Table, dict[str, str], str]:
    """The catalogue, or one group of it, as a table with the headings of its columns and a title, in `de` or `en`."""
    order = list(GROUPS)
    chosen = [question for question in catalogue().values() if group in (None, question.group)]
    rows: list[tuple[Term | None, ...]] = [
        (
            Literal(question.name),
            Literal(question.group),
            Literal(question.question[language]),
            Literal(", ".join(_shown(parameter) for parameter in question.parameters)),
        )
        for question in sorted(chosen, key=lambda one: (order.index(one.group), one.name))
    ]
    heads = {
        "de": ("Name", "Gruppe", "Frage", "Parameter"),
        "en": ("Name", "Group", "Question", "Parameters"),
    }[language]
    columns = ("name", "group", "question", "parameters")
    title = {"de": "Fragen an den Graphen", "en": "Questions to the graph"}[language]
    return Table(columns, rows), dict(zip(columns, heads, strict=True)), title


def _shown(parameter: Parameter) -> str:
    """A parameter as one types it, with its default; in brackets where it may be left out."""
    shown = f"{parameter.name}={parameter.default}" if parameter.default else parameter.name
    return shown if parameter.required else f"[{shown}]"
