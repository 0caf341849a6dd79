"""Evaluations as tables: intervals beside their values for people, in columns of their own for programs."""

from collections.abc import Iterable

from relgraph.evaluation.figures import SHARES, Figure, Line
from relgraph.store.terms import Literal, Table, Term

HEADINGS = {
    "figure": "Figure",
    "group": "Group",
    "part": "Part",
    "precision": "Precision",
    "recall": "Recall",
    "f1": "F1",
    "matched": "Right",
    "found": "Found",
    "gold": "Annotated",
}
_COUNTS = ("matched", "found", "gold")


def figure_table(lines: Iterable[Line], *, people: bool) -> Table:
    """One row for each line; a column for groups only where there are any."""
    lines = list(lines)
    named = ("figure", "group", "part") if any(line.key.group for line in lines) else ("figure", "part")
    shares = SHARES if people else tuple(name for share in SHARES for name in (share, f"{share}_low", f"{share}_high"))
    return Table((*named, *shares, *_COUNTS), [_row(line, len(named) == 3, people) for line in lines])


def _row(line: Line, grouped: bool, people: bool) -> tuple[Term | None, ...]:
    cells = [line.key.figure, *([line.key.group] if grouped else []), line.part]
    for name in SHARES:
        cells += _shown(line.shares[name]) if people else _plain(line.shares[name])
    cells += [str(getattr(line.measure, name)) if line.measure else "" for name in _COUNTS]
    return tuple(map(Literal, cells))


def _shown(figure: Figure) -> list[str]:
    low, high = figure.interval
    return [f"{figure.value:.3f} ({low:.2f} to {high:.2f})"]


def _plain(figure: Figure) -> list[str]:
    return [f"{value:.4f}" for value in (figure.value, *figure.interval)]
