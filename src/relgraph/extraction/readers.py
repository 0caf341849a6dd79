"""The seam at which releases become extractions: who reads, and what a reader that asks others gives account of."""

from typing import Protocol

from pydantic import Field

from relgraph.extraction.pipeline import extract
from relgraph.model import Extraction, Release, Value


class Unread(Value):
    """A release that a second reader did not read, so that it was left to the first."""

    release: str
    why: str


class Account(Value):
    """What a second reader was asked and what became of its answers.

    `said` relations are `kept` as new, `confirmed` where the first reader has them too, or `dropped` by reason;
    `left_out` counts details of kept ones that their sentence does not state. It is equal for equal answers, whether
    they came from a server or from those stored before.
    """

    model: str
    rule: str
    cap: float
    asked: int = 0
    said: int = 0
    kept: int = 0
    confirmed: int = 0
    dropped: dict[str, int] = Field(default_factory=dict)
    left_out: dict[str, int] = Field(default_factory=dict)
    unread: tuple[Unread, ...] = ()

    def lines(self) -> list[str]:
        """The account in a few lines for a person."""
        told = [
            f"second reader {self.model}: {self.asked} releases asked, {self.said} relations said, "
            f"{self.kept} kept, {self.confirmed} confirmed, {sum(self.dropped.values())} dropped"
        ]
        if self.dropped:
            told.append(f"dropped:   {_listed(self.dropped)}")
        if self.left_out:
            told.append(f"left out:  {_listed(self.left_out)}")
        if self.unread:
            first = self.unread[0]
            told.append(f"unread:    {len(self.unread)} by the second reader, the first: {first.release}: {first.why}")
        return told


class Reader(Protocol):
    """Whoever reads a release; all of what is read passes the same schema."""

    @property
    def account(self) -> Account | None:
        """What others were asked so far; None for a reader that asks nobody."""

    def read(self, release: Release) -> Extraction:
        """Entities and relations of a release, each relation with its sentence."""


class FirstReader:
    """Reads by rules and scorer: offline, and with the same result each time."""

    account: Account | None = None

    def read(self, release: Release) -> Extraction:
        """Entities and relations of a release."""
        return extract(release)


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())
