"""Whether confidence means something: of relations read with 0.9, nine of ten should be right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relgraph.evaluation.comparison import Comparison
from relgraph.store.terms import Literal, Table, Term

CALIBRATION_HEADINGS = {
    "part": "Part",
    "confidence": "Confidence",
    "relations": "Relations",
    "predicted": "Predicted",
    "right": "Right",
    "error": "Error",
}
_BINS = 10


@dataclass(frozen=True)
class Bin:
    """Relations of similar confidence: how sure reading was on average, and what share is right."""

    low: float
    high: float
    relations: int
    predicted: float
    right: float

    @property
    def error(self) -> float:
        """How far confidence is from the truth, in either direction."""
        return abs(self.predicted - self.right)


Judged = tuple[float, bool]
"""Confidence of a relation, and whether it is right."""


def judged(comparisons: Iterable[Comparison]) -> list[Judged]:
    """Every extracted relation."""
    return [
        (relation.confidence, relation.id in comparison.right)
        for comparison in comparisons
        for relation in comparison.relations
    ]


def bins(relations: Sequence[Judged]) -> list[Bin]:
    """Tenths of confidence that hold any relation; 1.0 belongs to the last.

    >>> bins([(0.85, True), (0.87, False), (1.0, True)])[0]
    Bin(low=0.8, high=0.9, relations=2, predicted=0.86, right=0.5)
    """
    found = []
    for number in range(_BINS):
        inside = [one for one in relations if min(int(one[0] * _BINS + 1e-9), _BINS - 1) == number]
        if inside:
            found.append(_bin(number / _BINS, (number + 1) / _BINS, inside))
    return found


def expected_error(relations: Sequence[Judged]) -> float:
    """Mean error of the bins, each weighed by its relations (expected calibration error); 0 where there are none.

    >>> round(expected_error([(0.85, True), (0.87, False), (1.0, True)]), 2)
    0.24
    """
    return sum(one.relations * one.error for one in bins(relations)) / len(relations) if relations else 0.0


def calibration_table(parts: Iterable[tuple[str, Sequence[Judged]]]) -> Table:
    """The bins of each part; its last row holds all relations and the expected calibration error."""
    rows: list[tuple[Term | None, ...]] = []
    for part, relations in parts:
        for one in bins(relations):
            rows.append(_row(part, f"{one.low:.1f} to {one.high:.1f}", one, one.error))
        if relations:
            rows.append(_row(part, "all", _bin(0.0, 1.0, relations), expected_error(relations)))
    return Table(tuple(CALIBRATION_HEADINGS), rows)


def _bin(low: float, high: float, inside: Sequence[Judged]) -> Bin:
    size = len(inside)
    return Bin(low, high, size, sum(sure for sure, _ in inside) / size, sum(right for _, right in inside) / size)


def _row(part: str, name: str, one: Bin, error: float) -> tuple[Literal, ...]:
    cells = (part, name, str(one.relations), f"{one.predicted:.3f}", f"{one.right:.3f}", f"{error:.3f}")
    return tuple(map(Literal, cells))
