"""Every check of a graph: shapes, the queries of `ontology/checks/`, and each quote at its place in the text.

Queries run wherever the graph is, through a `select` that the caller brings: this room knows no store.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from relgraph.errors import DataError
from relgraph.graph.shapes import check_shapes
from relgraph.graph.violation import Severity, Violation
from relgraph.resources import folder
from relgraph.vocabulary import PREFIXES

__all__ = ["Check", "Violation", "check_evidence", "check_queries", "check_shapes", "checks"]

Select = Callable[[str], Iterable[Mapping[str, str | None]]]
"""Runs a SELECT and gives its rows by variable, terms as their plain text."""

_SUFFIX = "-violation.rq"
_TEXTS = "SELECT ?release ?text WHERE { GRAPH ?release { ?release schema:articleBody ?text } }"
_QUOTES = """SELECT ?release ?evidence ?exact ?start ?end WHERE { GRAPH ?release {
  ?evidence a rg:Evidence ; oa:hasSelector ?quote , ?position .
  ?quote oa:exact ?exact .
  ?position oa:start ?start ; oa:end ?end } }"""


@dataclass(frozen=True)
class Check:
    """One query whose rows are breaches: its first column is the focus, its last the message."""

    rule: str
    sentence: str
    severity: Severity
    query: str


def checks() -> list[Check]:
    """Every check of `ontology/checks/`, sorted by rule.

    Raises:
        DataError: a file without its sentence, or with an unknown severity.
    """
    return [_read(path) for path in sorted((folder("ontology") / "checks").glob(f"*{_SUFFIX}"))]


def check_queries(select: Select) -> list[Violation]:
    """Breaches that the check queries find, sorted."""
    found = set()
    for check in checks():
        for row in select(check.query):
            values = [value or "" for value in row.values()]
            found.add(Violation(check.severity, check.rule, values[0], values[-1]))
    return sorted(found)


def check_evidence(select: Select) -> list[Violation]:
    """Quotes that do not stand at their offsets in the text of their release, sorted."""
    prologue = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("oa", "rg", "schema"))
    texts = {row["release"]: row["text"] or "" for row in select(prologue + _TEXTS)}
    return sorted(_misplaced(texts, select(prologue + _QUOTES)))


def _misplaced(texts: Mapping[str | None, str], rows: Iterable[Mapping[str, str | None]]) -> Iterator[Violation]:
    for row in rows:
        start, end = int(row["start"] or -1), int(row["end"] or -1)
        found = texts.get(row["release"], "")[start:end]
        if found != row["exact"]:
            message = f"The text reads {found[:60]!r} at {start}–{end}, not {(row['exact'] or '')[:60]!r}."
            yield Violation("error", "quote-at-its-place", row["evidence"] or "", message)


def _read(path: Path) -> Check:
    query = path.read_text(encoding="utf-8")
    comments = re.findall(r"^# *(.+)$", query, flags=re.MULTILINE)
    if not query.startswith("# ") or len(comments) < 2 or not comments[1].startswith("severity: "):
        raise DataError(path, "a check begins with its rule in a sentence and its severity, each in a comment")
    severity = comments[1].removeprefix("severity: ")
    for known in get_args(Severity):
        if severity == known:
            return Check(path.name.removesuffix(_SUFFIX), comments[0], known, query)
    raise DataError(path, f"unknown severity {severity!r}")
