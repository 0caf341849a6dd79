"""The figures of an evaluation as lines: each part with its confidence intervals, and the gap between both parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relgraph.evaluation.bootstrap import Bootstrap, Interval, interval
from relgraph.evaluation.measure import Measure
from relgraph.evaluation.reading import Evaluation
from relgraph.evaluation.scores import FIGURES, Key, Scores, score_all
from relgraph.evaluation.split import Part

SHARES = ("precision", "recall", "f1")
GAP = "gap"


@dataclass(frozen=True)
class Figure:
    """A share and the interval in which it lies with 95 % confidence."""

    value: float
    interval: Interval


@dataclass(frozen=True)
class Line:
    """The figures of one key in one part; the gap has no counts of its own."""

    part: str
    key: Key
    shares: dict[str, Figure]
    measure: Measure | None = None


class Scored:
    """The scores of one part with what is resampled of them."""

    def __init__(self, part: Part, scores: Scores) -> None:
        self.part, self.scores = part, scores
        self._bootstrap = Bootstrap(scores.releases)

    def line(self, key: Key) -> Line:
        """The figures of one key."""
        measure = self.scores.total[key]
        drawn = self._bootstrap.measures(key)
        shares = {}
        for name in SHARES:
            values = [share for one in drawn if (share := one.share(name)) is not None]
            shares[name] = Figure(getattr(measure, name), interval(values))
        return Line(self.part, key, shares, measure)

    def drawn(self, key: Key) -> list[Measure]:
        """The measure of one key in each resample."""
        return self._bootstrap.measures(key)


def scored(evaluation: Evaluation, parts: Sequence[Part]) -> list[Scored]:
    """The scores of each part."""
    return [Scored(part, score_all(evaluation.of(part))) for part in parts]


def summary(several: Sequence[Scored]) -> Iterator[Line]:
    """Every figure of every part, and below two parts how far the second stays behind the first."""
    for figure in FIGURES:
        yield from (one.line(Key(figure)) for one in several)
        if len(several) == 2:
            yield _gap(Key(figure), *several)


def by_type(several: Sequence[Scored]) -> Iterator[Line]:
    """Entities and relations of each type, in every part that has any."""
    for figure in ("entities", "relations"):
        groups = sorted({group for one in several for group in one.scores.total.groups(figure)})
        for group in groups:
            yield from (one.line(Key(figure, group)) for one in several if any(one.scores.total[Key(figure, group)]))


def by_region(evaluation: Evaluation, parts: Sequence[Part]) -> Iterator[Line]:
    """Entities, relations and pairs of the releases of each region, in every part that has any."""
    for region in sorted({one.region for one in evaluation.comparisons}):
        inside = Evaluation(tuple(one for one in evaluation.comparisons if one.region == region), ())
        several = [one for one in scored(inside, parts) if one.scores.releases]
        for figure in ("entities", "relations", "pairs"):
            for one in several:
                line = one.line(Key(figure))
                yield replace(line, key=Key(figure, region))


def _gap(key: Key, first: Scored, second: Scored) -> Line:
    shares = {}
    for name in SHARES:
        one, other = (getattr(scored.scores.total[key], name) for scored in (first, second))
        drawn = zip(first.drawn(key), second.drawn(key), strict=True)
        both = ((left.share(name), right.share(name)) for left, right in drawn)
        values = [left - right for left, right in both if left is not None and right is not None]
        shares[name] = Figure(one - other, interval(values))
    return Line(GAP, key, shares)
