"""Decisions of people about relations and entities, as a file keeps them (`data/FORMAT.md`); newest last.

A relation is named by its release, the sentence word for word, its type and its ends by name, so that a decision
outlives another reading of the release as long as the sentence stands.
"""

import json
from collections.abc import Callable, Hashable, Iterable
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from relgraph.model import Date, Day, Relation, Value
from relgraph.vocabulary import EntityType, RelationType, Status

ReleaseId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")]


class End(Value):
    """An entity by its name; its type and its IRI where the name alone does not say who is meant.

    In a file a bare name will do: `subject: Japan`.
    """

    name: str = Field(min_length=1)
    type: EntityType | None = None
    id: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_name_alone(cls, said: object) -> object:
        return {"name": said} if isinstance(said, str) else said


class Stated(Value):
    """A relation by the names of its ends; what is left out counts as it is read."""

    type: RelationType
    subject: End
    object: End | None = None
    topics: tuple[str, ...] = ()
    document: End | None = None
    event: End | None = None
    role: str | None = None
    amount: str | None = None
    date: Date | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    status: Status | None = None

    @model_validator(mode="after")
    def _has_end(self) -> "Stated":
        if self.object is None and not self.topics:
            raise ValueError("a relation needs an object or a topic")
        return self

    @classmethod
    def of(cls, relation: Relation, end: Callable[[str], End]) -> "Stated":
        """What a relation says; `end` gives the end with an IRI."""
        kept = relation.model_dump(include={"type", "topics", "role", "amount", "date", "from_", "until", "status"})
        ends = {name: getattr(relation, name) for name in ("subject", "object", "document", "event")}
        return cls(**kept, **{name: end(iri) for name, iri in ends.items() if iri is not None})


class Change(Value):
    """What is put right in a relation: the keys that are there; an empty value (`date:`) takes a detail away."""

    type: RelationType | None = None
    subject: End | None = None
    object: End | None = None
    topics: tuple[str, ...] | None = None
    document: End | None = None
    event: End | None = None
    role: str | None = None
    amount: str | None = None
    date: Date | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    status: Status | None = None

    @model_validator(mode="after")
    def _changes(self) -> "Change":
        if not self.model_fields_set:
            raise ValueError("a correction changes something")
        for name in ("type", "subject", "status"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"a relation has a {name}")
        return self


class _Signed(Value):
    """Who decided, and on which day."""

    by: str = Field(min_length=1)
    date: Day
    note: str | None = None


class _OfRelation(_Signed):
    release: ReleaseId
    sentence: str = Field(min_length=1)
    relation: Stated

    @property
    def key(self) -> Hashable:
        """What is decided about: a later decision with the same key takes the place of this one."""
        relation = self.relation
        ends = (relation.subject.name, relation.object.name if relation.object else "")
        pair = frozenset(ends) if relation.type.symmetric else ends
        return self.release, self.sentence, relation.type, pair


class Accept(_OfRelation):
    """The sentence states the relation."""

    decision: Literal["accept"] = "accept"


class Reject(_OfRelation):
    """The sentence does not state the relation."""

    decision: Literal["reject"] = "reject"


class Correct(_OfRelation):
    """The sentence states the relation otherwise than it was read; `to` says what changes."""

    decision: Literal["correct"] = "correct"
    to: Change


class Add(_OfRelation):
    """The sentence states a relation that was not read."""

    decision: Literal["add"] = "add"


class _OfEntities(_Signed):
    entity: End
    other: End
    release: ReleaseId | None = None

    @model_validator(mode="after")
    def _are_two(self) -> "_OfEntities":
        if self.entity == self.other:
            raise ValueError(f"both are {self.entity.name!r}; of two that bear one name say the types or the IRIs")
        return self

    @property
    def key(self) -> Hashable:
        """What is decided about: a later decision with the same key takes the place of this one."""
        return self.release, frozenset({(self.entity.name, self.entity.type), (self.other.name, self.other.type)})


class Same(_OfEntities):
    """Two entities are one: `entity` is another name of `other`; in one release only, where one is named."""

    decision: Literal["same"] = "same"


class Different(_OfEntities):
    """Two entities are not one, however alike their names."""

    decision: Literal["different"] = "different"


class Unsure(_OfEntities):
    """Whether two entities are one cannot be told."""

    decision: Literal["unsure"] = "unsure"


class Link(_Signed):
    """An entity that no authority knows is the known entity `to`; in one release only, where one is named."""

    decision: Literal["link"] = "link"
    entity: End
    to: End
    release: ReleaseId | None = None

    @property
    def key(self) -> Hashable:
        """What is decided about: a later decision with the same key takes the place of this one."""
        return self.release, "link", self.entity.name, self.entity.type


OfRelation = Accept | Reject | Correct | Add
OfEntities = Same | Different | Unsure | Link
Decision = OfRelation | OfEntities
DECISIONS: dict[str, type[Decision]] = {
    "accept": Accept, "reject": Reject, "correct": Correct, "add": Add,
    "same": Same, "different": Different, "unsure": Unsure, "link": Link,
}  # fmt: skip
"""The class of each kind of decision, by the word that a file has for it."""


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that count: of several about the same thing the last one, in the order of the file."""
    last: dict[Hashable, Decision] = {}
    for decision in decisions:
        last.pop(decision.key, None)
        last[decision.key] = decision
    return list(last.values())


def digest(decision: Decision) -> str:
    """SHA-256 of a decision: the same for the same decision, wherever in a file it stands."""
    return sha256(json.dumps(as_plain(decision), sort_keys=True).encode()).hexdigest()


def as_plain(decision: Decision) -> dict[str, Any]:
    """A decision as a file says it: what is not set is left out, an end that is a name alone is one."""
    plain = decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(decision, Correct):  # an empty value says something there
        plain["to"] = decision.to.model_dump(mode="json", by_alias=True, exclude_unset=True)
    for part in (plain, plain.get("relation", {}), plain.get("to", {})):
        for name in ("subject", "object", "document", "event", "entity", "other", "to"):
            end = part.get(name)
            if isinstance(end, dict) and "name" in end:
                part[name] = _end(end)
    return {"decision": decision.decision} | plain


def _end(end: dict[str, Any]) -> str | dict[str, Any]:
    said = {name: value for name, value in end.items() if value is not None}
    return said["name"] if set(said) == {"name"} else said
