"""How likely a candidate is: a log-linear model over readable features, trained from annotated releases.

Owns the reading of `data/scorer.tsv`: one feature a line with its weight; `relgraph train` writes it.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from relgraph import resources
from relgraph.errors import DataError

LEAST = 0.4
"""A candidate below this probability is no relation; `docs/scorer.md` has the figures."""
BIAS = "bias"
"""The feature that every candidate has."""
Group = tuple[Any, ...]
"""Features that come together: the function that tells them, and its arguments."""
_GROUPS_KEPT = 100_000

_HEAD = "# Weights of features, written by `relgraph train`; docs/scorer.md says what they mean."


class Scorer:
    """Weights of features.

    >>> scorer = Scorer({"bias": -1.0, "claimed": 1.0})
    >>> scorer.probability(["claimed", "never seen"])
    0.5
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = dict(weights)
        self._bias = self._weights.get(BIAS, 0.0)
        self._groups: dict[Group, float] = {}

    def probability(self, features: Iterable[str]) -> float:
        """Probability that a candidate with these features is a relation."""
        return self.likelihood(self.weight(features))

    def weight(self, features: Iterable[str]) -> float:
        """What some features weigh together."""
        get = self._weights.get
        return sum([get(name, 0.0) for name in features])

    def weight_of(self, group: Group) -> float:
        """What a group of features weighs; it is added up once."""
        known = self._groups.get(group)
        if known is None:
            if len(self._groups) >= _GROUPS_KEPT:
                self._groups.clear()
            names, *told = group
            known = self._groups[group] = self.weight(names(*told))
        return known

    def column(self, name: str) -> Mapping[str, float]:
        """Weights of the features `name=…`, by what stands behind the sign."""
        return self._columns.get(name, {})

    def beginning(self, start: str) -> Mapping[str, float]:
        """Weights of the features that begin so and have no sign of equality, by what follows."""
        return {
            name.removeprefix(start): weight
            for name, weight in self._weights.items()
            if name.startswith(start) and "=" not in name
        }

    @cached_property
    def _columns(self) -> dict[str, dict[str, float]]:
        columns: dict[str, dict[str, float]] = {}
        for feature, weight in self._weights.items():
            name, sign, value = feature.partition("=")
            if sign:
                columns.setdefault(name, {})[value] = weight
        return columns

    def weight_for(self, probability: float) -> float:
        """What a candidate must weigh to be so probable."""
        return math.log(probability / (1 - probability)) - self._bias

    def likelihood(self, weight: float) -> float:
        """Probability where all features together weigh so much."""
        return 1 / (1 + math.exp(-self._bias - weight))

    def shares(self, features: Iterable[str]) -> list[tuple[str, float]]:
        """Features with what they add to the odds (natural logarithm), the weightiest first."""
        known = {name: self._weights[name] for name in (BIAS, *features) if name in self._weights}
        return sorted(known.items(), key=lambda item: (-abs(item[1]), item[0]))


@lru_cache
def scorer() -> Scorer:
    """The scorer of `data/scorer.tsv`, read once."""
    return read_scorer(resources.folder("data") / "scorer.tsv")


def read_scorer(path: Path) -> Scorer:
    """Read weights.

    Raises:
        DataError: the file is missing, or a line is not a feature, a tab and a number.
    """
    weights: dict[str, float] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(path, str(error)) from error
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        name, _, weight = line.partition("\t")
        try:
            weights[name] = float(weight)
        except ValueError as error:
            raise DataError(path, f"line {number}: expected feature, tab, weight; found {line!r}") from error
    return Scorer(weights)


def to_text(weights: Mapping[str, float]) -> str:
    """Weights as the text of a file that `read_scorer` reads, in the order of their features."""
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items())]
    return "\n".join([_HEAD, *lines, ""])
