"""What a brief is made of: facts, each one relation and its evidence, and the things and releases they name.

Owns the values only; `gathering` reads them from a store.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.vocabulary import Basis, RelationType, Status

UNSURE = 0.6
"""A relation that a machine read with less confidence is marked."""


def newness(date: str) -> int:
    """A number that grows with a date; what has none is oldest, and a year older than its months.

    >>> newness("2019-11") < newness("2019-11-12") < newness("2020"), newness("")
    (True, 0)
    """
    return int(date.replace("-", "").ljust(8, "0"))


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or topic: its names by language, the local name of its class, the territory around it."""

    iri: str
    names: Mapping[str, str]
    kind: str
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The release that a sentence stands in; `region` is the IRI of the territory it speaks for."""

    iri: str
    title: str
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "de"
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation as one release states it; ends, `document` and `event` are IRIs, `topics` IRIs of topics."""

    relation: str
    type: RelationType
    subject: str
    object: str | None
    origin: Origin
    evidence: str
    status: Status
    topics: tuple[str, ...] = ()
    document: str | None = None
    event: str | None = None
    role: str | None = None
    amount: str | None = None
    date: str | None = None
    from_: str | None = None
    until: str | None = None
    confidence: float = 1.0
    basis: Basis = Basis.MACHINE
    reviewer: str | None = None
    reviewed_on: str | None = None

    @property
    def when(self) -> str | None:
        """When it happens or begins, where a sentence says so."""
        return self.date or self.from_

    @property
    def told(self) -> str:
        """When it was told: the date of the release, empty where it has none."""
        return self.origin.date or ""

    @property
    def unsure(self) -> bool:
        """Whether a machine read it with little confidence, and nobody looked."""
        return self.basis is Basis.MACHINE and self.confidence < UNSURE

    @property
    def newest_first(self) -> tuple[bool, int, str, str]:
        """Order in which facts are cited: sure before unsure, then the newest."""
        return self.unsure, -newness(self.told), self.origin.iri, self.relation

    @property
    def ends(self) -> tuple[str, str]:
        """Subject and object, in the order of their IRIs where the type is symmetric; an absent object is empty."""
        pair = (self.subject, self.object or "")
        return (min(pair), max(pair)) if self.type.symmetric and self.object else pair
