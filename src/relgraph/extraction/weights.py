"""What the features of one kind of candidate weigh, in tables that are asked without writing the features out.

Each sum adds what `features` tells in the same order, so that it is the same to its last digit.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from relgraph.extraction.scorer import Scorer

_Two = tuple[str, str]
_OF_PAIRS = ("sides", "types", "kinds", "governs", "order", "between", "cross", "inside")


class _Pairs(dict[_Two, float]):
    """Weights of features that name two ends, by both."""

    def __init__(self, column: Mapping[str, float]) -> None:
        super().__init__()
        self.column = column

    def __missing__(self, both: _Two) -> float:
        weight = self[both] = self.column.get(f"{both[0]}>{both[1]}", 0.0)
        return weight


class Weights:
    """The weights of a kind of candidate: a type of relation, with `0` behind it where there is no object."""

    def __init__(self, scorer: Scorer, kind: str) -> None:
        self.kind = kind
        self.paired = not kind.endswith("0")
        self._scorer = scorer
        self._itself, self._negated = scorer.weight([kind]), scorer.weight([f"{kind} negated"])
        self._any_negated = scorer.weight(["negated"])
        self._cue, self._has = scorer.column(f"{kind} cue"), scorer.column(f"{kind} has")
        self._words = [scorer.column(f"{kind} {name}") for name in ("w-1", "w", "w+1")]
        self._sentence = [scorer.column(f"{kind} {name}") for name in ("first", "long", "ends")]
        self._both = [_Pairs(scorer.column(f"{kind} {name}")) for name in ("sides", "types", "kinds", "governs")]
        self._sides = _Pairs(scorer.column("sides"))
        self._families: dict[str, _Pairs] = {}
        self._most_of_family: dict[str, float] = {}
        columns = [*(f"{kind} {name}" for name in _OF_PAIRS), "sides", "between"]
        self.most = sum(max((0.0, *scorer.column(name).values())) for name in columns)
        """More than this no pair adds to what its cue, its ends and the family of the cue weigh, before claims."""
        rival = (f"{kind} rival", "rival unnamed", f"{kind} rival unnamed")
        against = [scorer.weight([name]) for name in rival] + [*scorer.column(f"{kind} other").values()]
        self.most_of_claims = sum(weight for weight in against if weight > 0)
        """Nor do the claims of rules for other pairs add more than this."""

    def cue(
        self, family: str, families: Sequence[str], around: Sequence[str | None], denied: bool,
        sentence: tuple[bool, int, int] | None,
    ) -> float:  # fmt: skip
        """What a cue with the words around it weighs: `features.announced`."""
        total = self._itself + self._cue.get(family, 0.0)
        for other in families:
            if other != family:
                total += self._has.get(other, 0.0)
        for column, word in zip(self._words, around, strict=True):
            if word is not None:
                total += column.get(word, 0.0)
        if denied:
            total = total + self._any_negated + self._negated
        for column, seen in zip(self._sentence, sentence or (), strict=False):
            total += column.get(str(seen), 0.0)
        return total

    def pair(self, family: str, sides: _Two, types: _Two, kinds: _Two, governs: _Two) -> float:
        """What two ends weigh: `features.pair`."""
        of_sides, of_types, of_kinds, of_governs = self._both
        told = of_sides[sides] + of_types[types] + of_kinds[kinds] + of_governs[governs] + self._sides[sides]
        return told + self._of_family(family)[governs]

    def most_of_family(self, family: str) -> float:
        """More than this what governs two ends never weighs with a cue of a family."""
        if family not in self._most_of_family:
            self._most_of_family[family] = max((0.0, *self._of_family(family).column.values()))
        return self._most_of_family[family]

    def _of_family(self, family: str) -> _Pairs:
        found = self._families.get(family)
        if found is None:
            found = self._families[family] = _Pairs(self._scorer.beginning(f"{family} "))
        return found


@lru_cache(maxsize=256)
def weights_of(scorer: Scorer, kind: str) -> Weights:
    """The weights of a kind of candidate, gathered once."""
    return Weights(scorer, kind)
