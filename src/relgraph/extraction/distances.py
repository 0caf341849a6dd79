"""What may fill the ends of a relation and what announces it, by their tokens; how far these are from each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from relgraph.vocabulary import EntityType

_CLAUSE_COST = 9
BY_RULE = "regel"
"""The family of a cue that only a rule knows."""


class End(NamedTuple):
    """What may fill an end: an entity, and the tokens `start:stop` of the sentence that name it.

    `kind` is `name` or `reference` where a phrase stands for it, else the part that it plays in the release (`home`,
    `leader`, `speaker` …); `start` is -1 then. `phrase` numbers the phrase: members of one enumeration
    share it.
    """

    id: str
    type: EntityType
    kind: str
    governs: str
    start: int = -1
    stop: int = -1
    phrase: int = -1

    @property
    def named(self) -> bool:
        """Whether the sentence names it."""
        return self.start >= 0

    def gap(self, index: int) -> int:
        """Tokens between the end and another token."""
        return self.start - index if index < self.start else max(index - self.stop + 1, 0)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that announces a relation: its token in the sentence and its family."""

    index: int
    family: str


class Distances:
    """How far the cues of one type are from ends; a word that a family knows goes before one that only a rule knows."""

    def __init__(self, cues: Sequence[Cue], clauses: Sequence[int]) -> None:
        self._cues = cues
        self._clauses = clauses
        self._unknown = [0.5 * (cue.family == BY_RULE) for cue in cues]
        self._from: dict[tuple[int, int], list[int]] = {}

    def nearest(self, subject: End, other: End | None) -> Cue:
        """The cue nearest to both ends."""
        if len(self._cues) == 1:
            return self._cues[0]
        told = [self._of(end) for end in (subject, other) if end and end.named]
        costs = [sum(far) for far in zip(self._unknown, *told, strict=True)]
        return self._cues[costs.index(min(costs))]

    def _of(self, end: End) -> list[int]:
        key = end.start, end.stop
        if key not in self._from:
            clauses, clause = self._clauses, self._clauses[end.start]
            self._from[key] = [
                end.gap(cue.index) + _CLAUSE_COST * abs(clauses[cue.index] - clause) for cue in self._cues
            ]
        return self._from[key]
