"""What a person is asked about, one thing at a time: a relation, a name, two entities that may be one."""

from collections.abc import Hashable
from dataclasses import dataclass

from relgraph.model import Relation
from relgraph.review.decisions import Accept, Different, End, Link, Stated
from relgraph.review.material import Known, Source
from relgraph.vocabulary import EntityType

_NOBODY, _NEVER = "-", "2000-01-01"
"""A decision's key does not depend on who decides, and when."""


@dataclass(frozen=True)
class RelationItem:
    """A machine-read relation; `stated` is how a decision names it."""

    source: Source
    relation: Relation
    stated: Stated

    @property
    def key(self) -> Hashable:
        """What a decision about it is known by."""
        return Accept(
            by=_NOBODY, date=_NEVER, release=self.source.id, sentence=self.relation.evidence.text, relation=self.stated
        ).key


@dataclass(frozen=True)
class Candidate:
    """An entity known to an authority that a name may stand for."""

    id: str
    name: str
    type: EntityType
    end: End
    likeness: float


@dataclass(frozen=True)
class NameItem:
    """A name that no authority knows, with those it may stand for, the likest first."""

    known: Known
    end: End
    candidates: tuple[Candidate, ...]

    @property
    def key(self) -> Hashable:
        """What linking it is known by."""
        return Link(by=_NOBODY, date=_NEVER, entity=self.end, to=self.end).key


@dataclass(frozen=True)
class PairItem:
    """Two entities whose names are alike; `other` is the one to keep."""

    known: Known
    other: Known
    end: End
    other_end: End
    likeness: float

    @property
    def key(self) -> Hashable:
        """What a decision about both is known by."""
        return pair_key(self.end, self.other_end)


Item = RelationItem | NameItem | PairItem


def pair_key(one: End, other: End) -> Hashable:
    """What a decision about two entities is known by, in either order."""
    return Different(by=_NOBODY, date=_NEVER, entity=one, other=other).key
