"""What all ties between a territory that releases speak for and others tell together, counted in the default graph.

A tally is of one kind, which says what ties it counts, and between a party and a counterpart, or on a topic, or both.
Questions about parties and their partners read tallies where they would have to sum over all relations.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from rdflib import URIRef

from relgraph import iris
from relgraph.graph.borders import Borders
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, count, decimal, iri, moment
from relgraph.graph.ties import Kind, parts
from relgraph.model import Extraction
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType, RelationType

_PARTNERS = TERRITORIES | ORGANISATIONS
_MOST = 9_999_999


class Tallying(StrEnum):
    """What ties a tally counts; the value is the local name of its class."""

    PARTNER = "PartnerTally"
    """Dealings across a border with a partner, or with who has an office there."""
    LASTING = "LastingTally"
    """All ties with something that a lasting tie reaches, and lasting ties across a border on a topic."""
    FIELD = "FieldTally"
    """Weighty ties with a country abroad on a topic."""
    TOTAL = "FieldTotal"
    """The same on all topics, or with all countries."""
    COUNTRY = "CountryTally"
    """Dealings across a border with a country abroad."""


class Tallied(NamedTuple):
    """What all ties of a tally have in common: `counterpart` is an entity, `topic` a topic, either may be left open."""

    kind: Tallying
    party: str
    counterpart: str | None
    topic: str | None

    @property
    def id(self) -> str:
        """IRI of the tally."""
        return iris.tally(self.kind.value, self.party, self.counterpart, self.topic)

    def counts(self, topics: Collection[str]) -> bool:
        """Whether a relation on these topics counts, of a tie that does."""
        return self.topic in topics if self.topic else self.kind is not Tallying.TOTAL or bool(topics)


LASTING = frozenset({RelationType.PARTNERSHIP, RelationType.COOPERATION, RelationType.AGREEMENT})
"""Types that last, so that silence about them tells something."""
_WEIGHTY = LASTING | {RelationType.TRADE, RelationType.SUPPORT}
_GROUPS = {
    RelationType.PARTNERSHIP: RG.partnershipCount,
    RelationType.COOPERATION: RG.cooperationCount,
    RelationType.AGREEMENT: RG.agreementCount,
    RelationType.VISIT: RG.encounterCount,
    RelationType.MEETING: RG.encounterCount,
}


@dataclass(frozen=True)
class Ground:
    """Who the parties are, where everybody lies, and at whom somebody has an office that has not ended."""

    parties: Collection[str]
    borders: Borders
    offices: Callable[[str], Collection[str]]

    def tallied(self, kind: Kind, topics: Collection[str]) -> dict[Tallied, bool]:
        """What a tie on some topics counts for; false where that stands only if another tie counts for it truly."""
        found: dict[Tallied, bool] = {}
        if kind.to_topic:
            return found
        around, crossed = self.borders.around, self.borders.crossed(kind)
        for one, two in ((kind.subject, kind.other), (kind.other, kind.subject)):
            for party in around.get(one, ()):
                if party in self.parties:
                    for thing in around.get(two, ()):
                        found.setdefault(Tallied(Tallying.LASTING, party, thing, None), False)
                    if crossed:
                        found.update((tallied, True) for tallied in self._across(kind.type, party, two, topics))
        return found

    def fields(self, about: Tallied, kind: Kind, topics: Collection[str]) -> Collection[str]:
        """What a total counts a relation of a tie under: on a topic its counterparts, with a counterpart its topics."""
        if about.kind is not Tallying.TOTAL or about.topic is None:
            return topics if about.kind is Tallying.TOTAL else ()
        around, party = self.borders.around, about.party
        ends = ((kind.subject, kind.other), (kind.other, kind.subject))
        return {land for one, two in ends if party in around.get(one, ()) for land in self._abroad(party, two)}

    def _abroad(self, party: str, two: str) -> Iterator[str]:
        """The countries around an end that are other ones than those of a party."""
        around = self.borders.around
        for land in self.borders.lands(two).difference(around.get(party, ())):
            if party not in around.get(land, ()):
                yield land

    def _across(self, type_: RelationType, party: str, two: str, topics: Collection[str]) -> Iterator[Tallied]:
        """What a tie across a border counts for, of one party, with its other end."""
        around = self.borders.around.get(party, ())
        for partner in self._partners(two):
            if partner != party and self.borders.lands(partner).difference(around):
                yield Tallied(Tallying.PARTNER, party, partner, None)
        if type_ in LASTING:
            if self.borders.lands(two):
                yield Tallied(Tallying.LASTING, party, two, None)
            for topic in topics:
                yield Tallied(Tallying.LASTING, party, None, topic)
        for land in self._abroad(party, two):
            if self.borders.entities[land].type is EntityType.COUNTRY:
                yield Tallied(Tallying.COUNTRY, party, land, None)
            if type_ in _WEIGHTY and topics:
                yield Tallied(Tallying.TOTAL, party, land, None)
                for topic in topics:
                    yield Tallied(Tallying.FIELD, party, land, topic)
                    yield Tallied(Tallying.TOTAL, party, None, topic)

    def _partners(self, two: str) -> set[str]:
        """Whom an end stands for: itself, unless it is a person or thing, and where it has an office."""
        itself = two in self.borders.entities and self.borders.entities[two].type in _PARTNERS
        return {*self.offices(two), *([two] if itself else ())}


class Told(NamedTuple):
    """What one relation adds to one tally; `date` is that of its release, `fields` is for totals (`Ground.fields`)."""

    type: RelationType
    tie: str | int
    relation: str
    sentence: str
    release: str
    date: str | None
    fields: Collection[str] = ()


@dataclass
class Tally:
    """All relations that are tallied together, over all releases; those without a date also on their own."""

    about: Tallied
    relations: int = 0
    ties: set[str | int] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    undated: list[Told] = field(default_factory=list)
    dates: set[str] = field(default_factory=set)
    types: dict[RelationType, int] = field(default_factory=dict)
    fields: dict[str, int] = field(default_factory=dict)
    newest: str = ""
    earliest: str = ""

    @property
    def id(self) -> str:
        """IRI of the tally."""
        return self.about.id

    def add(self, told: Told) -> None:
        """Count a relation in, once."""
        self.relations += 1
        self.ties.add(told.tie)
        self.sentences.add(told.sentence)
        self.releases.add(told.release)
        self.types[told.type] = self.types.get(told.type, 0) + 1
        for one in told.fields:
            self.fields[one] = self.fields.get(one, 0) + 1
        day = told.date or ""
        if day:
            self.dates.add(day)
            age = f"{day}\n{told.relation}"
            self.earliest = min(self.earliest or age, age)
        else:
            self.undated.append(told)
        # Of one day, a partnership is quoted before other ties of a partner
        first = self.about.kind is Tallying.PARTNER and told.type is RelationType.PARTNERSHIP
        self.newest = max(self.newest, f"{day}~\n{told.relation}" if first else f"{day}\n{told.relation}")

    @property
    def strongest(self) -> Tallied:
        """Of a total, the field that has most relations."""
        _, most = max((number, one) for one, number in self.fields.items())
        return Tallied(Tallying.FIELD, self.about.party, self.about.counterpart or most, self.about.topic or most)

    @property
    def ranks(self) -> Iterator[tuple[URIRef, Decimal]]:
        """Numbers to order it by: the strongest partner has the largest, the longest silence the smallest."""
        # Predicates of their own: one row of an index tells class, order and tally, and numbers are compared in place.
        sentences, releases, last = len(self.sentences), len(self.releases), max(self.dates, default="")
        if self.about.kind is Tallying.PARTNER:
            yield RG.partnerRank, Decimal(f"{releases}{sentences:07}.{last.replace('-', ''):0<8}")
        if self.about.kind is Tallying.LASTING and last:
            sentences -= len({told.sentence for told in self.undated})
            releases -= len({told.release for told in self.undated})
            day = f"{last}{'9999-12-31'[len(last) :]}".replace("-", "")
            yield RG.silenceRank, Decimal(f"{day}.{_MOST - sentences:07}{_MOST - releases:07}")


def tallies(extractions: Collection[Extraction], ground: Ground) -> list[Tally]:
    """Tallies of all relations, sorted by IRI."""
    found: dict[Tallied, Tally] = {}
    stand: set[Tallied] = set()
    for extraction in extractions:
        for part in parts(extraction):
            told = Told(
                part.kind.type, "\n".join(map(str, part.kind)), part.relation, part.sentence, part.release, part.date
            )
            for about, stands in ground.tallied(part.kind, part.topics).items():
                fields = ground.fields(about, part.kind, part.topics)
                found.setdefault(about, Tally(about)).add(told._replace(fields=fields))
                if stands:
                    stand.add(about)
    return sorted((tally for about, tally in found.items() if about in stand), key=lambda tally: tally.id)


def tally_quads(tally: Tally) -> Iterator[Quad]:
    """Quads of a tally in the default graph."""
    subject, about = iri(tally.id), tally.about
    yield Quad(subject, RDF.type, RG.Tally)
    yield Quad(subject, RDF.type, RG[about.kind.value])
    yield Quad(subject, RG.party, iri(about.party))
    if about.counterpart is not None:
        yield Quad(subject, RG.counterpart, iri(about.counterpart))
    if about.topic is not None:
        yield Quad(subject, RG.tallyTopic, iri(about.topic))
    for name, rank in tally.ranks:
        yield Quad(subject, name, decimal(rank))
    for name, number in _counts(tally):
        yield Quad(subject, name, count(number))
    if about.kind is Tallying.TOTAL:
        yield Quad(subject, RG.strongestField, iri(tally.strongest.id))
    yield Quad(subject, RG.newestRelation, iri(tally.newest.partition("\n")[2]))
    if tally.dates:
        yield Quad(subject, RG.earliestRelation, iri(tally.earliest.partition("\n")[2]))
        yield Quad(subject, RG.firstDate, moment(min(tally.dates)))
        yield Quad(subject, RG.lastDate, moment(max(tally.dates)))


def _counts(tally: Tally) -> Iterator[tuple[URIRef, int]]:
    """What is counted; what questions read of every tally of a class is written where it is 0, too."""
    yield RG.relationCount, tally.relations
    yield RG.sentenceCount, len(tally.sentences)
    yield RG.releaseCount, len(tally.releases)
    yield RG.tieCount, len(tally.ties)
    if tally.undated or tally.about.kind in (Tallying.PARTNER, Tallying.LASTING):
        yield RG.undatedRelationCount, len(tally.undated)
        yield RG.undatedSentenceCount, len({told.sentence for told in tally.undated})
        yield RG.undatedReleaseCount, len({told.release for told in tally.undated})
    if tally.about.kind is Tallying.PARTNER:
        yield from _grouped(tally.types)
    lasting = sum(number for type_, number in tally.types.items() if type_ in LASTING)
    if tally.about.kind is Tallying.FIELD and lasting:
        yield RG.lastingCount, lasting
    if tally.about.kind is Tallying.TOTAL:
        yield RG.fieldCount, len(tally.fields)
        yield RG.fieldSum, sum(tally.fields.values())
        yield RG.fieldSquareSum, sum(number**2 for number in tally.fields.values())


def _grouped(types: dict[RelationType, int]) -> Iterable[tuple[URIRef, int]]:
    groups = dict.fromkeys((*_GROUPS.values(), RG.otherCount), 0)
    for type_, number in types.items():
        groups[_GROUPS.get(type_, RG.otherCount)] += number
    return groups.items()
