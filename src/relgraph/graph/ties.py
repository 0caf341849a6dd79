"""What is derived from all relations together: ties that sum them up, and direct properties that repeat them.

Both stand in the default graph. A tie holds for one type, two ends and one status, of an affiliation also for one
office; where a relation has no object, its other end is a topic, and each of its topics has a tie.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from rdflib import URIRef

from relgraph import iris
from relgraph.graph.days import day_digits, plan_number, told_number
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, count, decimal, iri, moment, text, truth
from relgraph.model import Extraction, Relation
from relgraph.vocabulary import Basis, RelationType, Status

HOLDING = frozenset({Status.ACTIVE, Status.CONCLUDED})
"""A relation of such a status is repeated by a direct property; planned and ended ones are not."""
ENCOUNTERS = frozenset({RelationType.VISIT, RelationType.MEETING})
"""Types of which every day counts."""
EVENTS = frozenset({RelationType.PARTICIPATION, RelationType.HOSTING})
"""Types by which somebody is at an event."""


class Kind(NamedTuple):
    """What all relations of a tie have in common; `other` is an entity, or the topic where `to_topic` says so."""

    type: RelationType
    subject: str
    other: str
    to_topic: bool
    status: Status
    role: str | None


class Part(NamedTuple):
    """What one relation adds to one tie; `date`, `publisher` and `language` are those of its release.

    It is `turned` where its subject is the other end of the tie, and `due` when it ends or, else, takes place.
    """

    kind: Kind
    relation: str
    sentence: str
    release: str
    date: str | None
    publisher: str | None
    language: str
    topics: tuple[str, ...]
    basis: Basis
    stated: str | None
    text: str
    document: str | None
    turned: bool
    due: str | None


@dataclass(kw_only=True)
class Sum:
    """What some relations tell together, over all releases."""

    relations: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    newest: tuple[str, ...] = ()

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many relations, sentences and releases there are."""
        return len(self.relations), len(self.sentences), len(self.releases)

    def add(self, part: Part) -> None:
        """Count a relation in."""
        self.relations.add(part.relation)
        self.sentences.add(part.sentence)
        self.releases.add(part.release)
        self.newest = max(self.newest, self.age(part))

    def age(self, part: Part) -> tuple[str, ...]:
        """What the newest relation is found by; the date of its release comes first, its IRI last."""
        return part.date or "", part.publisher or "", part.release, part.text, part.relation


@dataclass(kw_only=True)
class Day(Sum):
    """Relations from releases of one date, the newest of which is from the release whose IRI comes last."""

    def age(self, part: Part) -> tuple[str, ...]:
        """What the newest relation is found by: its release, its words, then its IRI."""
        return part.release, part.text, part.relation


@dataclass
class Tie(Sum):
    """All relations of one kind."""

    kind: Kind
    dates: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)
    told: set[str | None] = field(default_factory=set)
    dated: set[tuple[str | None, str]] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    bases: set[Basis] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        """IRI of the tie."""
        return tie_iri(self.kind)

    @property
    def rank(self) -> Decimal:
        """What it is ordered by: releases before the point, behind it the last date and ten digits of its own."""
        # One number stands for the tie and both that it is ordered by: an engine reads and compares it where it stands,
        # in place of three rows and the words of an IRI.
        day = max(self.dates, default="")
        return Decimal(f"{len(self.releases)}.{day_digits(day)}{self._own}")

    @property
    def days(self) -> Iterator[Decimal]:
        """Days that it tells of, before the point, 0 where none is known; behind it ten digits of its own.

        A time that relations state, else the day of their release, which tells nothing of an office.
        """
        told = set() if self.kind.type is RelationType.AFFILIATION else {day or "" for day in self.told}
        return (Decimal(f"{day_digits(day)}.{self._own}") for day in self.stated | told)

    @property
    def event_days(self) -> Iterator[Decimal]:
        """The same numbers where it tells who is at an event, those of days that no relation states below nought."""
        if self.kind.type in EVENTS:
            yield from (Decimal(f"{day_digits(day)}.{self._own}") for day in self.stated)
            yield from (Decimal(f"{day_digits(day)}.{self._own}").copy_negate() for day in self.told)

    @property
    def plan_days(self) -> Iterator[Decimal]:
        """Days and releases of a planned encounter or event, those of days that no relation states below nought."""
        if self.kind.status is Status.PLANNED and self.kind.type in ENCOUNTERS | EVENTS:
            told = (day for day in self.told if day is not None)
            yield from (plan_number(day, len(self.releases), self._own) for day in self.stated)
            yield from (plan_number(day, len(self.releases), self._own).copy_negate() for day in told)

    @property
    def relation_days(self) -> Iterator[Decimal]:
        """The day of its release before the point, 0 where none is known, behind it the number of each relation."""
        return (told_number(date, relation) for date, relation in self.dated)

    @property
    def first_day(self) -> Decimal:
        """The date of its first dated release before the point, behind it ten digits of its own."""
        return Decimal(f"{day_digits(min(self.dates))}.{self._own}")

    @property
    def _own(self) -> str:
        return own_digits(self.id)

    def add(self, part: Part) -> None:
        """Count a relation in."""
        super().add(part)
        self.bases.add(part.basis)
        self.languages.add(part.language)
        self.topics.update(part.topics)
        self.dated.add((part.date, part.relation))
        if part.stated is None:
            self.told.add(part.date)
        else:
            self.stated.add(part.stated)
        if part.date is not None:
            self.dates.add(part.date)


def ties(extractions: Iterable[Extraction]) -> list[Tie]:
    """Ties of all relations, sorted by IRI."""
    found: dict[Kind, Tie] = {}
    for extraction in extractions:
        for part in parts(extraction):
            found.setdefault(part.kind, Tie(part.kind)).add(part)
    return sorted(found.values(), key=lambda tie: tie.id)


def parts(extraction: Extraction) -> Iterator[Part]:
    """What the relations of one release add to ties."""
    release = extraction.release
    for relation in extraction.relations:
        role = relation.role if relation.type is RelationType.AFFILIATION else None
        sentence = iris.evidence(release.id, relation.evidence.start, relation.evidence.end)
        for subject, other, to_topic in _ends(relation):
            kind = Kind(relation.type, subject, other, to_topic, relation.status, role)
            topics = (other,) if to_topic else tuple(map(iris.topic, relation.topics))
            yield Part(
                kind, relation.id, sentence, release.id, release.date, release.publisher, release.language, topics,
                relation.basis, relation.stated, relation.evidence.text, relation.document, relation.subject != subject,
                relation.until or relation.date,
            )  # fmt: skip


def tie_iri(kind: Kind) -> str:
    """IRI of the tie of a kind."""
    return iris.tie(kind.type.value, kind.subject, kind.other, kind.status.value, kind.role)


def tie_quads(tie: Tie) -> Iterator[Quad]:
    """Quads of a tie in the default graph."""
    subject, kind = iri(tie.id), tie.kind
    yield Quad(subject, RDF.type, RG.Tie)
    yield Quad(subject, RG.relationType, RG[kind.type.class_name])
    yield Quad(subject, RG.subject, iri(kind.subject))
    if not kind.to_topic:
        yield Quad(subject, RG.object, iri(kind.other))
    yield Quad(subject, RG.tieKey, text(iris.digest(kind.type.value, kind.subject, kind.other)))
    yield Quad(subject, RG.tieStatus, RG[kind.status.value])
    if kind.type is RelationType.AFFILIATION:
        yield Quad(subject, RG.officeHolder, iri(kind.subject))
    if kind.role is not None:
        yield Quad(subject, RG.role, text(kind.role, min(tie.languages)))
    for topic in tie.topics:
        yield Quad(subject, RG.topic, iri(topic))
    for basis in tie.bases:
        yield Quad(subject, RG.tieBasis, RG[basis.value])
    for relation in tie.relations:
        yield Quad(subject, RG.sums, iri(relation))
    for sentence in tie.sentences:
        yield Quad(subject, RG.tieEvidence, iri(sentence))
    for release in tie.releases:
        yield Quad(subject, RG.tieRelease, iri(iris.release(release)))
    for time in tie.stated:
        yield Quad(subject, RG.tieStated, moment(time))
    for day in tie.told:
        yield Quad(subject, RG.tieUndated, truth(True)) if day is None else Quad(subject, RG.tieTold, moment(day))
    for number in tie.days:
        yield Quad(subject, RG.tieDay, decimal(number))
        if kind.type in ENCOUNTERS:
            yield Quad(subject, RG.encounterDay, decimal(number))
    for number in tie.event_days:
        yield Quad(subject, RG.eventDay, decimal(number))
    for number in tie.plan_days:
        yield Quad(subject, RG.planDay, decimal(number))
    for number in tie.relation_days:
        yield Quad(subject, RG.relationDay, decimal(number))
    yield Quad(subject, RG.tieRank, decimal(tie.rank))
    yield from sum_quads(subject, tie)
    if tie.dates:  # years, months and days compare as text: a year comes before its months
        yield Quad(subject, RG.tieFirstDay, decimal(tie.first_day))
        yield Quad(subject, RG.firstDate, moment(min(tie.dates)))
        yield Quad(subject, RG.lastDate, moment(max(tie.dates)))


def sum_quads(subject: URIRef, summed: Sum) -> Iterator[Quad]:
    """How many relations, sentences and releases there are, and the newest relation."""
    yield Quad(subject, RG.newestRelation, iri(summed.newest[-1]))
    yield Quad(subject, RG.relationCount, count(len(summed.relations)))
    yield Quad(subject, RG.sentenceCount, count(len(summed.sentences)))
    yield Quad(subject, RG.releaseCount, count(len(summed.releases)))


def own_digits(id_: str) -> str:
    """Ten digits that hardly another IRI has."""
    return f"{int(iris.digest(id_), 16) % 10**10:010}"


def direct_quads(kind: Kind) -> Iterator[Quad]:
    """Relations of a kind as single triples, where they hold; a symmetric one both ways."""
    if kind.status not in HOLDING:
        return
    predicate = RG[kind.type.direct_property]
    yield Quad(iri(kind.subject), predicate, iri(kind.other))
    if kind.type.symmetric and not kind.to_topic:
        yield Quad(iri(kind.other), predicate, iri(kind.subject))


def ends(kind: Kind) -> set[str]:
    """The entities between which a tie runs."""
    return {kind.subject} if kind.to_topic else {kind.subject, kind.other}


def _ends(relation: Relation) -> Iterator[tuple[str, str, bool]]:
    """Subject and other end, sorted where the type is symmetric; without object, one pair for each topic."""
    if relation.object is None:
        for topic in sorted(set(relation.topics)):
            yield relation.subject, iris.topic(topic), True
    elif relation.type.symmetric:
        first, second = sorted((relation.subject, relation.object))
        yield first, second, False
    else:
        yield relation.subject, relation.object, False
