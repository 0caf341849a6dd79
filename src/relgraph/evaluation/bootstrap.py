"""Confidence intervals by resampling releases: the percentile bootstrap, seeded, so that each run gives the same.

Relations of one release stand or fall together, so whole releases are drawn; their counts are summed, never averaged.
Plain Python: a thousand draws of a hundred releases take a tenth of a second.
"""

from collections.abc import Sequence
from functools import cached_property
from operator import mul
from random import Random
from typing import NamedTuple

from relgraph.evaluation.measure import Measure
from relgraph.evaluation.scores import Counts, Key

ROUNDS = 1000
SEED = 1
LEVEL = 0.95


class Interval(NamedTuple):
    """The range in which a figure lies with 95 % confidence."""

    low: float
    high: float


def interval(values: Sequence[float]) -> Interval:
    """The middle 95 % of resampled values; nothing at all lies at 0.

    >>> interval([value / 1000 for value in range(1000)])
    Interval(low=0.025, high=0.974)
    """
    ordered = sorted(values) or [0.0]
    cut = round(len(ordered) * (1 - LEVEL) / 2)
    return Interval(ordered[cut], ordered[-cut - 1])


class Bootstrap:
    """Resampled sums of the counts of several releases."""

    def __init__(self, releases: Sequence[Counts], *, seed: int = SEED, rounds: int = ROUNDS) -> None:
        self._releases = releases
        self._seed, self._rounds = seed, rounds

    def measures(self, key: Key) -> list[Measure]:
        """The measure of a key in each resample."""
        counts = [release[key] for release in self._releases]
        places = [place for place, measure in enumerate(counts) if any(measure)]
        matched, found, gold = zip(*(counts[place] for place in places), strict=True) if places else ((), (), ())
        drawn = ([row[place] for place in places] for row in self._drawn)
        return [Measure(*(sum(map(mul, row, column)) for column in (matched, found, gold))) for row in drawn]

    @cached_property
    def _drawn(self) -> list[list[int]]:
        """How often each release was drawn, for each resample; of the generator only `random()` never changes."""
        random, size = Random(self._seed).random, len(self._releases)
        rows = []
        for _ in range(self._rounds):
            row = [0] * size
            for _ in range(size):
                row[int(random() * size)] += 1
            rows.append(row)
        return rows
