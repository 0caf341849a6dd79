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
