"""Every check of a graph: shapes, the queries of `ontology/checks/`, and each quote at its place in the text.

Queries run wherever the graph is, through a `select` that the caller brings: this room knows no store.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import get_args

from relgraph.errors import DataError
from relgraph.graph.shapes import check_shapes
from relgraph.graph.violation import Severity, Violation
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, PREFIXES

__all__ = ["Check", "Portion", "Violation", "check_evidence", "check_queries", "check_shapes", "checks"]

Select = Callable[[str, Mapping[str, Collection[str]]], Iterable[Mapping[str, str | None]]]
"""Runs a SELECT, of some things alone where it has a comment for them, and gives its rows as plain text by variable."""

Nodes = Mapping[str, Mapping[str, Sequence[str]]]
"""Values by thing and predicate, terms as plain text."""

Portion = Mapping[str, Collection[str]]
"""Names of some things, by the kind that a check is asked of."""

_SUFFIX = "-violation.rq"
_MARKER = re.compile(r"# VALUES \?(\w+)$", re.MULTILINE)
_HEADS = re.compile(r"^# *(.+)$", re.MULTILINE)
_NEEDS = re.compile(r"\A#.*\n#.*\n# of: rg:(\w+)$", re.MULTILINE)
_KINDS = {"release": "release", "graph": "release", "tie": "tie", "tally": "tally"}
_OA, _SCHEMA = PREFIXES["oa"], PREFIXES["schema"]


@dataclass(frozen=True)
class Check:
    """One query whose rows are breaches: its first column is the focus, its last the message.

    A comment `# VALUES ?release` (or another name) stands where the query may be cut to some releases, ties, tallies
    or things.
    """

    rule: str
    sentence: str
    severity: Severity
    query: str
    needs: str = ""
    """A class or property that a thing has, or the check finds nothing in it; `rg:directProperty` is any of them."""

    @property
    def name(self) -> str:
        """The variable by which the query is cut."""
        return str(_MARKER.findall(self.query)[0])

    @property
    def kind(self) -> str:
        """What it is asked of: what has what it needs, else `release`, `tie`, `tally`, or `entity` for other things."""
        return self.needs or _KINDS.get(self.name, "entity")


def checks() -> list[Check]:
    """Every check of `ontology/checks/`, sorted by rule.

    Raises:
        DataError: a file without its sentence, or with an unknown severity.
    """
    return [_read(path) for path in sorted((folder("ontology") / "checks").glob(f"*{_SUFFIX}"))]


def check_queries(select: Select, portion: Portion | None = None) -> list[Violation]:
    """Breaches that the check queries find in all of a graph or in a portion, sorted."""
    found = set()
    for check in checks():
        things = {} if portion is None else {check.name: portion.get(check.kind, ())}
        if portion is None or things[check.name]:
            for row in select(check.query, things):
                values = [value or "" for value in row.values()]
                found.add(Violation(check.severity, check.rule, values[0], values[-1]))
    return sorted(found)


def check_evidence(release: str, nodes: Nodes) -> list[Violation]:
    """Quotes of a release that do not stand at their offsets in its text, sorted; `nodes` is what its graph says."""
    text = min(nodes.get(release, {}).get(_SCHEMA + "articleBody", ()), default="")
    return sorted(_misplaced(text, nodes))


def _misplaced(text: str, nodes: Nodes) -> Iterator[Violation]:
    for evidence, said in nodes.items():
        if ONTOLOGY + "Evidence" in said.get(PREFIXES["rdf"] + "type", ()):
            parts = [nodes.get(part, {}) for part in said.get(_OA + "hasSelector", ())]
            quotes, starts, ends = (
                [value for part in parts for value in part.get(_OA + name, ())] for name in ("exact", "start", "end")
            )
            for exact, start, end in product(quotes, starts, ends):
                found = text[int(start) : int(end)] if start.isdecimal() and end.isdecimal() else ""
                if found != exact:
                    message = f"The text reads {found[:60]!r} at {start}–{end}, not {exact[:60]!r}."
                    yield Violation("error", "quote-at-its-place", evidence, message)


def _read(path: Path) -> Check:
    query = path.read_text(encoding="utf-8")
    comments = _HEADS.findall(query)
    if not query.startswith("# ") or len(comments) < 2 or not comments[1].startswith("severity: "):
        raise DataError(path, "a check begins with its rule in a sentence and its severity, each in a comment")
    if not _MARKER.search(query):
        raise DataError(path, "a check says by a comment `# VALUES ?release` where it may be cut to some releases")
    severity = comments[1].removeprefix("severity: ")
    needs = "".join(ONTOLOGY + name for name in _NEEDS.findall(query))
    for known in get_args(Severity):
        if severity == known:
            return Check(path.name.removesuffix(_SUFFIX), comments[0], known, query, needs)
    raise DataError(path, f"unknown severity {severity!r}")
