"""Holds what a model says against the text: a relation, or the reason why there is none.

Nothing is mended. What a relation needs and its sentence does not state drops it; a detail that the sentence does not
state is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from relgraph import iris
from relgraph.extraction.candidates import ALONE, ENDS
from relgraph.extraction.pipeline import is_domestic
from relgraph.extraction.second.answers import Said
from relgraph.extraction.second.sights import Sight, Sights
from relgraph.model import Evidence, Relation
from relgraph.names.topics import topic_index
from relgraph.vocabulary import EntityType, RelationType, Status

CAP = 0.6
"""The most that a relation may be trusted which only a model reads."""
Kind = TypeVar("Kind", bound=StrEnum)


class Reason(StrEnum):
    """Why a relation is dropped; the value stands in the report."""

    MALFORMED = "malformed"
    UNKNOWN_TYPE = "unknown type"
    UNKNOWN_STATUS = "unknown status"
    UNKNOWN_TOPIC = "unknown topic"
    UNKNOWN_ENTITY = "unknown entity"
    NOT_VERBATIM = "sentence not in the text"
    NOT_ONE_SENTENCE = "not one sentence"
    END_ELSEWHERE = "end not in the sentence"
    AMBIGUOUS = "end ambiguous"
    ENDS_DO_NOT_FIT = "ends do not fit the type"
    DENIED = "denied in the sentence"
    NO_ROLE = "office not in the sentence"
    DOMESTIC = "domestic release"
    REPEATED = "said twice"


class Dropped(Exception):
    """A relation is dropped; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Quote:
    """A quotation with its place in the text and the sentence around it."""

    sight: Sight
    start: int
    end: int


class Screen:
    """Judges all that is said of one release."""

    def __init__(self, sights: Sights, rule: str) -> None:
        self._sights = sights
        self._rule = rule
        self._domestic = is_domestic(sights.draft)

    def relation(self, said: Said) -> tuple[Relation, list[str]]:
        """The relation that is said, with the names of the details that were left out of it.

        Raises:
            Dropped: the text does not bear it.
        """
        kind = _member(RelationType, said.type, Reason.UNKNOWN_TYPE)
        status = _member(Status, said.status, Reason.UNKNOWN_STATUS)
        if not set(said.topics) <= set(topic_index().topics):
            raise Dropped(Reason.UNKNOWN_TOPIC)
        if self._domestic and kind != RelationType.AFFILIATION:
            raise Dropped(Reason.DOMESTIC)
        quote, subject, other = self._ends(said)
        topics = tuple(
            dict.fromkeys(one for one in said.topics if one in quote.sight.topics_in(quote.start, quote.end))
        )
        self._check_fit(kind, subject, other, topics)
        if quote.sight.denies(kind):
            raise Dropped(Reason.DENIED)
        details = Details(self._sights, said, quote, status)
        role = details.role() if kind == RelationType.AFFILIATION else None
        if kind == RelationType.AFFILIATION and role is None:
            raise Dropped(Reason.NO_ROLE)
        date, from_, until = details.times()
        sentence = quote.sight.sentence
        relation = Relation(
            id=iris.relation(self._sights.draft.release.id, kind, subject, other),
            type=kind,
            subject=subject,
            object=other,
            topics=topics,
            document=self._document(said, quote, details) if kind == RelationType.AGREEMENT else None,
            role=role,
            amount=details.amount() if kind == RelationType.SUPPORT else None,
            date=date,
            from_=from_,
            until=until,
            status=status,
            confidence=round(min(said.confidence, CAP), 2),
            rule=self._rule,
            evidence=Evidence(text=sentence.text, start=sentence.start, end=sentence.end),
        )
        return relation, ["topics"] * (len(topics) < len(set(said.topics))) + details.left_out

    def _ends(self, said: Said) -> tuple[Quote, str, str | None]:
        """The first place of the quotation whose sentence names both ends, with the two."""
        why = Dropped(Reason.NOT_VERBATIM)
        for start, end in _places(self._sights.draft.text, said.evidence.strip()):
            sight = self._sights.around(start, end)
            if sight is None:
                why = Dropped(Reason.NOT_ONE_SENTENCE)
                continue
            quote = Quote(sight, start, end)
            try:
                subject = self._entity(said.subject, quote)
                return quote, subject, None if said.object is None else self._entity(said.object, quote)
            except Dropped as dropped:
                why = dropped
        raise why

    def _entity(self, name: str, quote: Quote) -> str:
        """The entity of that name, or so worded, that the quotation names or refers to."""
        known = self._sights.ids_by_name.get(name, set())
        if not known:
            raise Dropped(Reason.UNKNOWN_ENTITY)
        here = known & quote.sight.ids(quote.start, quote.end)
        if not here:
            raise Dropped(Reason.END_ELSEWHERE)
        if len(here) > 1:
            raise Dropped(Reason.AMBIGUOUS)
        return here.pop()

    def _check_fit(self, kind: RelationType, subject: str, other: str | None, topics: tuple[str, ...]) -> None:
        entities, (left, right) = self._sights.draft.entities, ENDS[kind]
        fits = entities[subject].type in left and subject != other
        if other is None:
            fits = fits and kind in ALONE
            if fits and not topics:
                raise Dropped(Reason.END_ELSEWHERE)  # the topics are the end
        else:
            fits = fits and entities[other].type in right
        if not fits:
            raise Dropped(Reason.ENDS_DO_NOT_FIT)

    def _document(self, said: Said, quote: Quote, details: "Details") -> str | None:
        if said.document is None:
            return None
        try:
            id_ = self._entity(said.document, quote)
        except Dropped:
            id_ = None
        if id_ is None or self._sights.draft.entities[id_].type != EntityType.DOCUMENT:
            details.left_out.append("document")
            return None
        return id_


class Details:
    """What is said beside ends and topics, as far as the sentence states it; `left_out` names the rest."""

    def __init__(self, sights: Sights, said: Said, quote: Quote, status: Status) -> None:
        self._said = said
        self._sentence = quote.sight.sentence
        self._told = {value for when in sights.timeline.dates(self._sentence) for value in (when.first, when.last)}
        self._issued = sights.draft.release.date
        self._status = status
        self.left_out: list[str] = []

    def role(self) -> str | None:
        """The office, as the sentence words it."""
        return self._verbatim("role", self._said.role)

    def amount(self) -> str | None:
        """The sum, as the sentence words it."""
        return self._verbatim("amount", self._said.amount)

    def times(self) -> tuple[str | None, str | None, str | None]:
        """Date, from and until, each as reading finds it in the sentence."""
        said = self._said
        date, from_, until = self._dated("date", said.date), self._dated("from", said.from_), said.until
        until = self._dated("until", until)
        if date and self._issued and self._status == Status.CONCLUDED and _later(date, self._issued):
            self.left_out.append("date")
            date = None
        if from_ and until and _later(from_, until):
            self.left_out += ["from", "until"]
            from_ = until = None
        return date, from_, until

    def _verbatim(self, name: str, value: str | None) -> str | None:
        if value is None:
            return None
        words = value.strip()
        if words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._sentence.text):
            return words
        self.left_out.append(name)
        return None

    def _dated(self, name: str, value: str | None) -> str | None:
        if value is None or value in self._told:
            return value
        self.left_out.append(name)
        return None


def _places(text: str, quotation: str) -> Iterator[tuple[int, int]]:
    """Where a quotation stands in a text."""
    place = text.find(quotation) if quotation else -1
    while place >= 0:
        yield place, place + len(quotation)
        place = text.find(quotation, place + 1)


def _member(kinds: type[Kind], value: str, reason: Reason) -> Kind:
    try:
        return kinds(value)
    except ValueError:
        raise Dropped(reason) from None


def _later(one: str, other: str) -> bool:
    """Whether one date is after another, as far as both are told."""
    length = min(len(one), len(other))
    return one[:length] > other[:length]
