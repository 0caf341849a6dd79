"""Answers of a person, as they are typed: what they mean for the thing that was asked about.

Owns the letters and words that may be typed and the form of a correction; what is known by name is the material's.
"""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from relgraph.errors import QueryError, RelgraphError, UnknownName
from relgraph.explore.words import labels
from relgraph.model import Relation
from relgraph.names.folding import folded
from relgraph.names.gazetteer import gazetteer
from relgraph.names.topics import topic_index
from relgraph.review.decisions import (
    Accept,
    Change,
    Correct,
    Decision,
    Different,
    End,
    Link,
    Reject,
    Same,
    Unsure,
)
from relgraph.review.fitting import complaint, ends_before
from relgraph.review.items import Item, NameItem, PairItem, RelationItem
from relgraph.review.material import Material
from relgraph.vocabulary import EntityType, RelationType, Status


class Move(StrEnum):
    """An answer that decides nothing."""

    SKIP = "skip"
    UNDO = "undo"
    QUIT = "quit"


MOVES = {"s": Move.SKIP, "u": Move.UNDO, "q": Move.QUIT} | {move.value: move for move in Move}
RELATION_WORDS = {"a": "accept", "r": "reject", "c": "correct"}
ENTITY_WORDS = {"y": "same", "n": "different", "m": "unsure"}
_NONE = {"none": "different"}
_FIELDS = (
    "type",
    "subject",
    "object",
    "topics",
    "document",
    "event",
    "role",
    "amount",
    "date",
    "from",
    "until",
    "status",
)
_ENDS = {"subject": None, "object": None, "document": EntityType.DOCUMENT, "event": EntityType.EVENT}


@dataclass(frozen=True)
class Signature:
    """Who decides, and on which day."""

    by: str
    date: str


class Answers:
    """Reads answers; names in corrections are those of a graph and of authorities."""

    def __init__(self, material: Material, end: Callable[[str], End], signature: Signature) -> None:
        self._material, self._end, self._signature = material, end, signature

    def read(self, text: str, item: Item) -> Move | list[Decision]:
        """What an answer means.

        Raises:
            QueryError: it is no answer to this, or the correction is malformed.
            UnknownName: a correction names what nobody knows.
        """
        word, _, rest = text.strip().partition(" ")
        word = word.lower()
        if word in MOVES and not rest:
            return MOVES[word]
        if isinstance(item, RelationItem):
            return [self._relation(RELATION_WORDS.get(word, word), rest.strip(), item)]
        word = text.strip() if rest else ENTITY_WORDS.get(word, _NONE.get(word, word))
        return self._name(word, item) if isinstance(item, NameItem) else [self._pair(word, item)]

    def _relation(self, word: str, rest: str, item: RelationItem) -> Decision:
        told: dict[str, Any] = {
            "by": self._signature.by,
            "date": self._signature.date,
            "release": item.source.id,
            "sentence": item.relation.evidence.text,
            "relation": item.stated,
        }
        match word:
            case "accept" if not rest:
                return Accept(**told)
            case "reject" if not rest:
                return Reject(**told)
            case "correct" if rest:
                return Correct(**told, to=self._change(rest, item.relation))
        raise _no_answer(f"{word} {rest}".strip(), "accept, reject, correct FIELD=VALUE…")

    def _name(self, word: str, item: NameItem) -> list[Decision]:
        signed = {"by": self._signature.by, "date": self._signature.date}
        if word.isdecimal() and 0 < int(word) <= len(item.candidates):
            return [Link(**signed, entity=item.end, to=item.candidates[int(word) - 1].end)]
        if word == "different":
            return [Different(**signed, entity=item.end, other=one.end) for one in item.candidates]
        if word == "unsure":
            return [Unsure(**signed, entity=item.end, other=one.end) for one in item.candidates]
        raise _no_answer(word, f"1 to {len(item.candidates)}, none, unsure")

    def _pair(self, word: str, item: PairItem) -> Decision:
        kinds: Mapping[str, type[Same | Different | Unsure]] = {"same": Same, "different": Different, "unsure": Unsure}
        if word not in kinds:
            raise _no_answer(word, ", ".join(kinds))
        return kinds[word](by=self._signature.by, date=self._signature.date, entity=item.end, other=item.other_end)

    def _change(self, text: str, relation: Relation) -> Change:
        """The correction that a line of fields and values describes."""
        try:
            parts = shlex.split(text)
        except ValueError as error:
            raise QueryError(text, f"is no correction: {error}") from None
        told: dict[str, Any] = {}
        for part in parts:
            name, sign, value = part.partition("=")
            if not sign or name not in _FIELDS:
                raise QueryError(part, f"is no FIELD=VALUE; fields are {', '.join(_FIELDS)}")
            told[name] = self._value(name, value.strip())
        try:
            change = Change.model_validate(told)
        except ValidationError as error:
            raise QueryError(text, " ".join(error.errors(include_url=False)[0]["msg"].split())) from None
        has_object = change.object is not None if "object" in told else relation.object is not None
        if not has_object and not (change.topics if "topics" in told else relation.topics):
            raise QueryError(text, "a relation needs an object or a topic")
        has_topics = bool(change.topics if "topics" in told else relation.topics)
        why = complaint(
            change.type or relation.type,
            self._type(change.subject, relation.subject),
            self._type(change.object, relation.object),
            has_object=has_object,
            has_topics=has_topics,
        )
        start, end = (told.get(name, getattr(relation, key)) for name, key in (("from", "from_"), ("until", "until")))
        if ends_before(start, end):
            why = f"a relation from {start} does not end {end}"
        if why is not None:
            raise QueryError(text, why)
        return change

    def _type(self, end: End | None, read: str | None) -> EntityType | None:
        """Type of an end: of the one that is named, else of the one that was read; nothing where nobody knows it."""
        if end is None:
            return self._material.entities[read].type if read is not None else None
        types = {one.type for one in self._material.named(end.name)}
        return end.type or (types.pop() if len(types) == 1 else None)

    def _value(self, name: str, value: str) -> object:
        if name == "topics":
            return tuple(topic_index().resolve(one.strip()) for one in value.split(",") if one.strip())
        if not value:
            return None
        if name == "type":
            return _labelled(value, "relation_types", [kind.value for kind in RelationType], "type")
        if name == "status":
            return _labelled(value, "statuses", [status.value for status in Status], "status")
        return self._named(value, _ENDS[name]) if name in _ENDS else value

    def _named(self, name: str, kind: EntityType | None) -> End:
        """The end that is called so: of the graph, of an authority, or new where its type is told, "Wega (Company)"."""
        known = self._material.named(name)
        if len(known) == 1 or (
            known and len({one.name for one in known}) == 1 and len({one.type for one in known}) == 1
        ):
            return self._end(known[0].id)
        bare, bracket, type_ = name.rstrip(")").rpartition(" (")
        if bracket and name.endswith(")") and type_ in list(EntityType):
            return End(name=bare, type=EntityType(type_))
        if known:
            types = ", ".join(f"“{one.name} ({one.type})”" for one in known)
            raise QueryError(name, f"names several; give one of {types}")
        try:
            entity = gazetteer().resolve(name)
        except UnknownName as miss:
            if kind is not None:
                return End(name=name, type=kind)
            nearest = [*self._material.nearest(name), *miss.suggestions]
            raise UnknownName(
                name, "entity (a new one needs its type in brackets)", [*dict.fromkeys(nearest)][:3]
            ) from None
        return End(name=entity.name, type=entity.type)


def _labelled(value: str, group: str, names: list[str], what: str) -> str:
    """The name of the vocabulary that a name or a label in either language stands for."""
    keys = {folded(name): name for name in names}
    keys |= {folded(label): name for name in names for label in labels()[group][name].values()}
    if folded(value) not in keys:
        raise UnknownName(value, what, names)
    return keys[folded(value)]


def _no_answer(text: str, answers: str) -> RelgraphError:
    return QueryError(repr(text), f"is no answer here; there are {answers}, skip, undo, quit")
