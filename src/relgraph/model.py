"""The values that cross from room to room: frozen, validated, with the field names of `relgraph extract`.

Owns shapes only; reading, linking and writing them is the work of the other rooms.
"""

import re
from datetime import date as calendar
from hashlib import sha256
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from relgraph.vocabulary import Basis, EntityType, RelationType, Status


def _edtf(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise ValueError(f"{value!r} is not a date such as 1989, 1989-11 or 1989-11-24")
    return value


Date = Annotated[str, AfterValidator(_edtf)]
"""A day, month or year: `1989-11-24`, `1989-11` or `1989` (EDTF level 0)."""


def _day(value: str) -> str:
    if len(value) != len("1989-11-24"):
        raise ValueError(f"{value!r} is not a day such as 1989-11-24")
    try:
        calendar.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is no day of the calendar") from None
    return value


Day = Annotated[Date, AfterValidator(_day)]
"""A day: `1989-11-24`."""


class Value(BaseModel):
    """Base of all values: immutable, no unknown fields, aliases in JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Span(Value):
    """A stretch of a release's text: `release.text[start:end] == text`, in characters."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _fits(self) -> "Span":
        if self.end - self.start != len(self.text):
            raise ValueError(f"offsets {self.start}–{self.end} do not fit {self.text[:40]!r}")
        return self


class Mention(Span):
    """A place in the text that names an entity."""


class Evidence(Span):
    """The sentence that states a relation, verbatim."""


class Release(Value):
    """One release as it is stored: its text is what offsets count in.

    `region` is the region that "das Land" stands for; `text` holds no teasers, captions or share lines.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    title: str
    date: Date | None = None
    publisher: str | None = None
    region: str | None = None
    language: str = "de"
    url: str | None = None
    text: str = Field(min_length=1)

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8: it tells whether a release elsewhere has the text that offsets count in.

        >>> Release(id="r", title="Titel", text="Köln").digest[:16]
        '430b4fc55e4ef149'
        """
        return sha256(self.text.encode()).hexdigest()


class Entity(Value):
    """Something a release names: an actor, a document or an event.

    `id` is its IRI, `name` its German name; `code` an ISO 3166 code; `part_of` the IRI of the territory around it;
    `mentions` are empty for an entity that comes from the gazetteer alone.
    """

    id: str
    type: EntityType
    name: str = Field(min_length=1)
    name_en: str | None = Field(default=None, alias="nameEn")
    code: str | None = None
    part_of: str | None = Field(default=None, alias="partOf")
    same_as: tuple[str, ...] = Field(default=(), alias="sameAs")
    mentions: tuple[Mention, ...] = ()


class Relation(Value):
    """One relation that one sentence of one release states.

    `subject`, `object`, `document` and `event` are IRIs of entities, `topics` local names of topics; `object` is
    absent where the relation runs to topics only. `basis` says on what it rests; a reviewed one names the person who
    decided, and the day.
    """

    id: str
    type: RelationType
    subject: str
    object: str | None = None
    topics: tuple[str, ...] = ()
    document: str | None = None
    event: str | None = None
    role: str | None = None
    amount: str | None = None
    date: Date | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    status: Status = Status.ACTIVE
    confidence: float = Field(default=1.0, ge=0, le=1)
    rule: str
    evidence: Evidence
    basis: Basis = Basis.MACHINE
    reviewer: str | None = Field(default=None, min_length=1)
    reviewed_on: Day | None = Field(default=None, alias="reviewedOn")

    @model_validator(mode="after")
    def _has_end(self) -> "Relation":
        if self.object is None and not self.topics:
            raise ValueError("a relation needs an object or a topic")
        return self

    @model_validator(mode="after")
    def _says_who_reviewed(self) -> "Relation":
        if {self.reviewer is not None, self.reviewed_on is not None} != {self.basis is Basis.REVIEWED}:
            raise ValueError("a reviewed relation, and no other, names its reviewer and the day")
        return self

    @property
    def stated(self) -> str | None:
        """The time that it states: its date, else its start."""
        return self.date or self.from_


class Extraction(Value):
    """What was read out of one release: the contract that `relgraph extract --format jsonl` prints a line of."""

    release: Release
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> "Extraction":
        text, known = self.release.text, {entity.id for entity in self.entities}
        spans: list[Span] = [mention for entity in self.entities for mention in entity.mentions]
        spans += [relation.evidence for relation in self.relations]
        for span in spans:
            if text[span.start : span.end] != span.text:
                raise ValueError(f"{self.release.id}: no {span.text[:40]!r} at {span.start}–{span.end}")
        for relation in self.relations:
            for end in (relation.subject, relation.object, relation.document, relation.event):
                if end is not None and end not in known:
                    raise ValueError(f"{self.release.id}: {relation.id} points at {end}, which is no entity of it")
        return self

    def to_json(self) -> str:
        """One line of JSON Lines, keys in the order of the contract."""
        return self.model_dump_json(by_alias=True)
