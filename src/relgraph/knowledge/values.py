"""What programs get of a graph, as frozen values: relations with the things at their ends, topics, counts."""

from collections.abc import Mapping

from pydantic import Field

from relgraph.model import Date, Day, Entity, Evidence, Release, Value
from relgraph.vocabulary import Basis, RelationType, Status


class Topic(Value):
    """A concept of the topics: `id` is its IRI, `name` its German label, `broader` the IRIs of those above it."""

    id: str
    name: str
    name_en: str | None = Field(default=None, alias="nameEn")
    broader: tuple[str, ...] = ()


class KnownRelation(Value):
    """A relation of a graph, with the things at its ends, its sentence, and the release that states it.

    The fields are those of `relgraph.model.Relation`; ends are entities and topics instead of their IRIs.
    `release.text[evidence.start:evidence.end]` is the sentence. Entities have no mentions here.
    """

    id: str
    type: RelationType
    subject: Entity
    object: Entity | None = None
    topics: tuple[Topic, ...] = ()
    document: Entity | None = None
    event: Entity | None = None
    role: str | None = None
    amount: str | None = None
    date: Date | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    when: Date | None = None
    """The day, month or year that it is sorted under: its own date, else its beginning, else the release's."""
    status: Status
    confidence: float
    rule: str
    basis: Basis
    reviewer: str | None = None
    reviewed_on: Day | None = Field(default=None, alias="reviewedOn")
    evidence: Evidence
    release: Release


class Counts(Value):
    """How much a graph holds; `sentences` counts each sentence once, however many relations it states."""

    releases: int
    entities: int
    relations: int
    sentences: int
    entities_by_type: Mapping[str, int]
    relations_by_type: Mapping[str, int]
