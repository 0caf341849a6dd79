"""Evaluations as tables: intervals beside their values for people, in columns of their own for programs."""

from collections.abc import Iterable

from relgraph.evaluation.figures import SHARES, Figure, Line
from relgraph.store.terms import Literal, Table, Term

FIGURE_HEADINGS = {
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
        cells += shown_share(line.shares[name], people=people)
    cells += [str(getattr(line.measure, name)) if line.measure else "" for name in _COUNTS]
    return tuple(map(Literal, cells))


def shown_share(figure: Figure, *, people: bool) -> list[str]:
    """A share with its interval: in one cell for people, in three for programs.

    >>> shown_share(Figure(0.5, (0.25, 0.75)), people=True)
    ['0.500 (0.25 to 0.75)']
    """
    low, high = figure.interval
    if people:
        return [f"{figure.value:.3f} ({low:.2f} to {high:.2f})"]
    return [f"{value:.4f}" for value in (figure.value, low, high)]
