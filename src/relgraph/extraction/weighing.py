"""The candidates of a sentence that are likely enough, found without weighing all that speaks for each of the others.

A sentence has many candidates and states few of them. What a cue and an end weigh is added up once for all that share
them; where that and the most that could be added fall short, nothing else of a candidate is looked at. `features` tells
what is weighed; here stands in which order it is added, so that a probability is the same to its last digit.
"""

from collections.abc import Collection, Iterator

from relgraph.extraction.candidates import Announced, Candidate, Cue, End, Frame, announcements
from relgraph.extraction.features import Features
from relgraph.extraction.scorer import LEAST, Scorer
from relgraph.extraction.weights import Weights, weights_of
from relgraph.vocabulary import RelationType

_SLACK = 1e-6
"""More than any rounding adds up to: who falls short by this is out."""


class Likely:
    """The candidates of a sentence that a scorer finds likely enough, with their probability."""

    def __init__(self, frame: Frame, scorer: Scorer) -> None:
        self._frame = frame
        self._features = Features(frame)
        self._scorer = scorer
        self._needed = scorer.weight_for(LEAST) - _SLACK

    def of(self, kinds: Collection[RelationType]) -> Iterator[tuple[Candidate, float]]:
        """Those of these types, in the order of `candidates`."""
        for told in announcements(self._frame, kinds):
            yield from self._of(told)

    def _of(self, told: Announced) -> Iterator[tuple[Candidate, float]]:
        paired, alone = (weights_of(self._scorer, f"{told.type.value}{suffix}") for suffix in ("", "0"))
        opened: dict[tuple[int, int, bool], float] = {}
        closed: dict[tuple[int, int], float] = {}
        most = paired.most + (paired.most_of_claims if self._frame.claims else 0.0)
        for subject, other in told.pairs:
            claims, cue = told.claims(subject, other), told.nearest(subject, other)
            weights, key = paired if other else alone, (id(cue), id(subject), other is None)
            if (total := opened.get(key)) is None:
                total = opened[key] = self._opening(weights, told, cue, subject)
            if other is None:
                total += self._scorer.weight_of(self._features.alone(weights.kind, subject))
            else:
                if (ended := closed.get(ends := (id(cue), id(other)))) is None:
                    group = self._features.of_end("o", weights.kind, cue, other)
                    ended = closed[ends] = self._scorer.weight_of(group)
                total += ended
                if not claims and total + most + weights.most_of_family(cue.family) < self._needed:
                    continue
                total += weights.pair(cue.family, *self._features.both(told.type, subject, other))
                if order := self._features.order(weights.kind, cue, subject, other):
                    total += self._scorer.weight_of(order)
            candidate = Candidate(told.type, subject, other, cue, told.families, claims)
            if self._frame.claims:
                total += self._scorer.weight(dict.fromkeys(self._features.claims(candidate, weights.kind)))
            if total >= self._needed and (confidence := self._scorer.likelihood(total)) >= LEAST:
                yield candidate, confidence

    def _opening(self, weights: Weights, told: Announced, cue: Cue, subject: End) -> float:
        """What cue and subject weigh."""
        around, denied, sentence = self._features.around(cue, paired=weights.paired)
        total = weights.cue(cue.family, told.families, around, denied, sentence)
        return total + self._scorer.weight_of(self._features.of_end("s", weights.kind, cue, subject))
