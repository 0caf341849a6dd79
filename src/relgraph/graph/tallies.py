"""What all ties between a territory that releases speak for and others tell together, counted in the default graph.

A tally is of one kind, which says what ties it counts, and between a party and a counterpart, or on a topic, or both.
Questions about parties and their partners read tallies where they would have to sum over all relations.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from rdflib import URIRef

from relgraph.graph.days import day_digits, group_number, so_far_number
from relgraph.graph.ground import Ground, Tallied, Tallying
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, count, decimal, iri, moment
from relgraph.graph.ties import parts
from relgraph.model import Extraction
from relgraph.vocabulary import LASTING, RelationType

_MOST = 9_999_999


_GROUPS = {
    RelationType.PARTNERSHIP: RG.partnershipCount,
    RelationType.COOPERATION: RG.cooperationCount,
    RelationType.AGREEMENT: RG.agreementCount,
    RelationType.VISIT: RG.encounterCount,
    RelationType.MEETING: RG.encounterCount,
}
_COUNTED = (RG.relationCount, RG.sentenceCount, RG.releaseCount)
_SO_FAR = {Tallying.PARTNER: RG.partnerSoFar, Tallying.LASTING: RG.silenceSoFar}
"""What tells day by day how much there is so far, of a tally whose questions ask for a span of time."""


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
class Day:
    """The relations of a tally from releases of one date."""

    sentences: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    types: Counter[RelationType] = field(default_factory=Counter)
    newest: tuple[bool, str] = (False, "")
    fields: Counter[str] = field(default_factory=Counter)
    earliest: str = ""

    @property
    def relations(self) -> int:
        """How many relations there are."""
        return self.types.total()


@dataclass
class Tally:
    """All relations that are tallied together, over all releases, by their date; it is empty where there is none.

    A release has one date and a sentence one release: what is counted of several days adds up.
    """

    about: Tallied
    ties: set[str | int] = field(default_factory=set)
    days: dict[str, Day] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """IRI of the tally."""
        return self.about.id

    def add(self, told: Told) -> None:
        """Count a relation in, once."""
        self.ties.add(told.tie)
        day = self.days.setdefault(told.date or "", Day())
        day.sentences.add(told.sentence)
        day.releases.add(told.release)
        day.types[told.type] += 1
        day.fields.update(told.fields)
        # Of one day, a partnership is quoted before other ties of a partner
        first = self.about.kind is Tallying.PARTNER and told.type is RelationType.PARTNERSHIP
        day.newest = max(day.newest, (first, told.relation))
        day.earliest = min(day.earliest or told.relation, told.relation)

    @property
    def strongest(self) -> Tallied:
        """Of a total, the field that has most relations."""
        _, most = max((number, one) for one, number in self.fields.items())
        return Tallied(Tallying.FIELD, self.about.party, self.about.counterpart or most, self.about.topic or most)

    @property
    def fields(self) -> Counter[str]:
        """Of a total, how many relations each field has."""
        return sum((day.fields for day in self.days.values()), Counter[str]())

    @property
    def dated(self) -> dict[str, Day]:
        """The days of releases that have a date."""
        return {date: day for date, day in self.days.items() if date}

    @property
    def newest(self) -> str:
        """The newest relation."""
        return self.days[max(self.days)].newest[1]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many relations, sentences and releases there are."""
        return _counted(self.days.values())

    @property
    def numbers(self) -> Iterator[tuple[URIRef, Decimal]]:
        """What it is ordered by, largest for the strongest partner, smallest for the longest silence; and its days."""
        # Predicates of their own: one row of an index tells class, order and tally, and numbers are compared in place.
        _, sentences, releases = self.counts
        last = max(self.days, default="")
        if self.about.kind is Tallying.PARTNER:
            yield RG.partnerRank, Decimal(f"{releases}{sentences:07}.{day_digits(last)}")
        if self.about.kind is Tallying.LASTING and last:
            _, sentences, releases = _counted(self.dated.values())
            day = f"{last}{'9999-12-31'[len(last) :]}".replace("-", "")
            yield RG.silenceRank, Decimal(f"{day}.{_MOST - sentences:07}{_MOST - releases:07}")
        if self.about.kind in _SO_FAR:
            releases = sentences = 0
            for date, one in sorted(self.dated.items()):
                releases, sentences = releases + len(one.releases), sentences + len(one.sentences)
                yield _SO_FAR[self.about.kind], so_far_number(date, releases, sentences, one.newest[1])
        if self.about.kind is Tallying.PARTNER:
            for date, one in self.dated.items():
                for place, number in enumerate(_grouped(one.types).values(), 1):
                    if number:
                        yield RG.dealingDay, group_number(date, place, number)


def _counted(days: Collection[Day]) -> tuple[int, int, int]:
    return (
        sum(day.relations for day in days), sum(len(day.sentences) for day in days),
        sum(len(day.releases) for day in days),
    )  # fmt: skip


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
    """Quads of a tally in the default graph; a country field is no `rg:Tally`, as its country is no party."""
    subject, about = iri(tally.id), tally.about
    if about.type is not None:
        yield from _country_field_quads(tally, about.type)
        return
    yield Quad(subject, RDF.type, RG.Tally)
    yield Quad(subject, RDF.type, RG[about.kind.value])
    yield Quad(subject, RG.party, iri(about.party))
    if about.counterpart is not None:
        yield Quad(subject, RG.counterpart, iri(about.counterpart))
    if about.topic is not None:
        yield Quad(subject, RG.tallyTopic, iri(about.topic))
    for name, told in tally.numbers:
        yield Quad(subject, name, decimal(told))
    for name, number in _counts(tally):
        yield Quad(subject, name, count(number))
    if about.kind is Tallying.TOTAL:
        yield Quad(subject, RG.strongestField, iri(tally.strongest.id))
    yield from _ends(tally)
    if tally.dated:
        yield Quad(subject, RG.earliestRelation, iri(tally.days[min(tally.dated)].earliest))


def _country_field_quads(tally: Tally, type_: RelationType) -> Iterator[Quad]:
    subject, about = iri(tally.id), tally.about
    yield Quad(subject, RDF.type, RG[about.kind.value])
    yield Quad(subject, RG.fieldCountry, iri(about.party))
    yield Quad(subject, RG.fieldTopic, iri(str(about.topic)))
    yield Quad(subject, RG.fieldType, RG[type_.class_name])
    for name, number in zip(_COUNTED, tally.counts, strict=True):
        yield Quad(subject, name, count(number))
    yield from _ends(tally)


def _ends(tally: Tally) -> Iterator[Quad]:
    """The newest relation, and from when to when."""
    subject = iri(tally.id)
    yield Quad(subject, RG.newestRelation, iri(tally.newest))
    if tally.dated:
        yield Quad(subject, RG.firstDate, moment(min(tally.dated)))
        yield Quad(subject, RG.lastDate, moment(max(tally.dated)))


def _counts(tally: Tally) -> Iterator[tuple[URIRef, int]]:
    """What is counted; what questions read of every tally of a class is written where it is 0, too."""
    yield from zip(_COUNTED, tally.counts, strict=True)
    yield RG.tieCount, len(tally.ties)
    undated = [tally.days[""]] if "" in tally.days else []
    if undated or tally.about.kind in (Tallying.PARTNER, Tallying.LASTING):
        told = (RG.undatedRelationCount, RG.undatedSentenceCount, RG.undatedReleaseCount)
        yield from zip(told, _counted(undated), strict=True)
    types = sum((day.types for day in tally.days.values()), Counter[RelationType]())
    if tally.about.kind is Tallying.PARTNER:
        yield from _grouped(types).items()
    lasting = sum(types[type_] for type_ in LASTING)
    if tally.about.kind is Tallying.FIELD and lasting:
        yield RG.lastingCount, lasting
    if tally.about.kind is Tallying.TOTAL:
        fields = tally.fields
        yield RG.fieldCount, len(fields)
        yield RG.fieldSum, fields.total()
        yield RG.fieldSquareSum, sum(number**2 for number in fields.values())


def _grouped(types: Counter[RelationType]) -> dict[URIRef, int]:
    groups = dict.fromkeys((*_GROUPS.values(), RG.otherCount), 0)
    for type_, number in types.items():
        groups[_GROUPS.get(type_, RG.otherCount)] += number
    return groups
