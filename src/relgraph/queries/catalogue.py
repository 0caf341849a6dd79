"""The questions that can be asked by name: every file of `queries/`, read and checked.

Owns which questions there are; `relgraph queries`, the web pages and the documentation are all read from here.
"""

from functools import lru_cache
from pathlib import Path

from relgraph.compiled import compiled
from relgraph.errors import DataError, UnknownName
from relgraph.queries.groups import GROUPS
from relgraph.queries.inspection import inspected
from relgraph.queries.question import Parameter, Question
from relgraph.resources import folder
from relgraph.store.terms import Literal, Table, Term

CODE = ("names", "queries", "store")
LIBRARIES = ("pyoxigraph", "pyyaml")
"""What the questions are read and checked by."""


@compiled(*CODE, data=("../queries",), libraries=LIBRARIES)
def catalogue() -> dict[str, Question]:
    """All questions by name, sorted.

    Raises:
        DataError: a file is off; the message names file and line.
    """
    return {name: _kept(path) for name, path in _files(folder("queries")).items()}


def find_question(name: str) -> Question:
    """The question of that name; no other is read.

    Raises:
        UnknownName: there is none; the names that come nearest are suggested.
        DataError: its file is off.
    """
    files = _files(folder("queries"))
    if name not in files:
        from rapidfuzz import process

        nearest = process.extract(name, list(files), limit=3, score_cutoff=50)
        raise UnknownName(name, "question", [suggestion for suggestion, *_ in nearest])
    return _kept(files[name])


@lru_cache(maxsize=2)
def _files(place: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(place.glob("*.rq"), key=lambda path: path.stem)}


@lru_cache(maxsize=256)
def _kept(path: Path) -> Question:
    return read_question(path)


def read_question(path: Path) -> Question:
    """Question in a file, header and query checked against each other.

    Raises:
        DataError: the file is unreadable, its header or its SPARQL malformed, a parameter is no variable of the
            query, or a column is not selected; the first of what `relgraph.queries.inspection` finds.
    """
    question, faults = inspected(path)
    if question is None:
        raise DataError(path, f"line {faults[0].line}: {faults[0].why}")
    return question


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
