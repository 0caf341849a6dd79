"""Who was met when: numbers at each person, so that a question about a span of time counts the meetings within it.

A meeting counts unless it is planned or both ends lie in one country; the person is met by the other end.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rdflib import URIRef

from relgraph.graph.borders import Borders
from relgraph.graph.days import meeting_number, places
from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import Kind, parts
from relgraph.model import Extraction
from relgraph.vocabulary import EntityType, RelationType, Status

MEETING_DAYS: tuple[URIRef, ...] = (RG.meetingDay, RG.otherMeetingDay)
"""What tells the meetings of a person: those counted abroad, and the others."""


class Meeting(NamedTuple):
    """One relation by which a person was met; `date` is that of its release, `when` its own time, else that date."""

    relation: str
    sentence: str
    release: str
    date: str | None
    when: str | None
    abroad: bool


@dataclass(frozen=True)
class Company:
    """Where everybody lies, and the territory that each region means that a release speaks for."""

    borders: Borders
    speakers: Mapping[str | None, str | None]

    def met(self, kind: Kind) -> list[str]:
        """The persons whom a tie says to have been met."""
        if kind.type is not RelationType.MEETING or kind.status is Status.PLANNED or kind.to_topic:
            return []
        ends = [kind.subject, kind.other]
        if set.intersection(*map(self.borders.countries, ends)):
            return []
        known = {end: self.borders.entities.get(end) for end in ends}
        return [end for end, one in known.items() if one is not None and one.type is EntityType.PERSON]

    def abroad(self, person: str, region: str | None) -> bool:
        """Whether a person lies in a country, and in no country of the region that a release speaks for."""
        countries, speaker = self.borders.countries(person), self.speakers.get(region)
        return bool(countries) and not (speaker and countries & self.borders.countries(speaker))


def meetings(extractions: Collection[Extraction], company: Company) -> dict[str, list[Meeting]]:
    """Every meeting of each person."""
    found: dict[str, list[Meeting]] = {}
    for extraction in extractions:
        region = extraction.release.region
        for part in parts(extraction):
            for person in company.met(part.kind):
                when, abroad = part.stated or part.date, company.abroad(person, region)
                told = Meeting(part.relation, part.sentence, part.release, part.date, when, abroad)
                found.setdefault(person, []).append(told)
    return found


def meeting_quads(person: str, told: Collection[Meeting]) -> Iterator[Quad]:
    """Quads of the meetings of a person in the default graph."""
    releases = places([one.release for one in told])
    order = {one.relation: place for place, one in enumerate(sorted(told, key=_age), 1)}
    sentences = {release: places([one.sentence for one in told if one.release == release]) for release in releases}
    for one in told:
        number = meeting_number(
            one.when, releases[one.release], order[one.relation], sentences[one.release][one.sentence], one.relation
        )
        yield Quad(iri(person), RG.meetingDay if one.abroad else RG.otherMeetingDay, decimal(number))


def _age(told: Meeting) -> tuple[str, str]:
    return told.date or "", told.relation
