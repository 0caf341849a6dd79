"""Precision, recall and F1 of counts."""

from typing import NamedTuple


class Measure(NamedTuple):
    """How many were found, how many there are, and how many of both are the same."""

    matched: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 0 where there is nothing.

        >>> Measure(matched=3, found=4, gold=6).recall
        0.5
        """
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Measure(matched=3, found=4, gold=6).f1
        0.6
        """
        return 2 * self.matched / (self.found + self.gold) if self.matched else 0.0

    def share(self, name: str) -> float | None:
        """The share of a name (`precision`, `recall`, `f1`); none where it would be of nothing.

        >>> Measure(gold=2).share("precision"), Measure(gold=2).share("recall")
        (None, 0.0)
        """
        whole = {"precision": self.found, "recall": self.gold, "f1": self.found + self.gold}[name]
        share: float = getattr(self, name)
        return share if whole else None

    def plus(self, other: "Measure") -> "Measure":
        """The counts of both."""
        return Measure(self.matched + other.matched, self.found + other.found, self.gold + other.gold)
