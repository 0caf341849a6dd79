"""The candidates of a sentence that are likely enough, found without weighing all that speaks for each of the others.

A sentence has many candidates and states few of them. What a cue and an end weigh is added up once for all that share
them; where that and the most that could be added fall short, nothing else of a candidate is looked at. `features` tells
what is weighed; here stands in which order it is added, so that a probability is the same to its last digit.
"""

from collections.abc import Collection, Iterator

from relgraph.extraction.candidates import Announced, Candidate, Frame, announcements
from relgraph.extraction.distances import Cue, End
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
        known: dict[tuple[str, int, int], float] = {}
        most = paired.most + (paired.most_of_claims if self._frame.claims else 0.0)
        for subject, other in told.pairs:
            cue, claims = told.nearest(subject, other), told.claims(subject, other) if told.claimed else ()
            weights, key = paired if other else alone, ("s" if other else "0", id(cue), id(subject))
            if (total := known.get(key)) is None:
                total = known[key] = self._opening(weights, told, cue, subject, known)
            if other is None:
                total += self._scorer.weight_of(self._features.alone(weights.kind, subject))
            else:
                if (ended := known.get(key := ("o", id(cue), id(other)))) is None:
                    ended = known[key] = self._scorer.weight_of(self._features.of_end("o", weights.kind, cue, other))
                total += ended
                if not claims and total + most + weights.most_of_family(cue.family) < self._needed:
                    continue
                total += weights.pair(cue.family, *self._features.both(told.type, subject, other))
                if order := self._features.order(weights.kind, cue, subject, other):
                    total += self._scorer.weight_of(order)
            if not claims and total + (weights.most_of_claims if self._frame.claims else 0.0) < self._needed:
                continue
            candidate = Candidate(told.type, subject, other, cue, told.families, claims)
            if self._frame.claims:
                total += self._scorer.weight(dict.fromkeys(self._features.claims(candidate, weights.kind)))
            if total >= self._needed and (confidence := self._scorer.likelihood(total)) >= LEAST:
                yield candidate, confidence

    def _opening(
        self, weights: Weights, told: Announced, cue: Cue, subject: End, known: dict[tuple[str, int, int], float]
    ) -> float:
        """What cue and subject weigh; the cue is weighed once for all subjects."""
        key = "c", id(cue), weights.paired
        if (total := known.get(key)) is None:
            around, denied, sentence = self._features.around(cue, paired=weights.paired)
            total = known[key] = weights.cue(cue.family, told.families, around, denied, sentence)
        return total + self._scorer.weight_of(self._features.of_end("s", weights.kind, cue, subject))
