"""What each tie counts for: the kinds of tallies, what each is about, and who the parties are.

Owns the rules by which a tie comes to a tally; what tallies tell is the matter of `relgraph.graph.tallies`.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.borders import Borders
from relgraph.graph.ties import Kind, ends
from relgraph.vocabulary import LASTING, ORGANISATIONS, TERRITORIES, EntityType, RelationType

_PARTNERS = TERRITORIES | ORGANISATIONS


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
    COUNTRY_FIELD = "CountryField"
    """All ties of one type with whatever lies in a country, on a topic; the party is any country."""


class Tallied(NamedTuple):
    """What all ties of a tally have in common: `counterpart` is an entity, `topic` a topic, either may be left open.

    Country fields alone are of one type.
    """

    kind: Tallying
    party: str
    counterpart: str | None
    topic: str | None
    type: RelationType | None = None

    @property
    def id(self) -> str:
        """IRI of the tally; of a country field, below that of its country."""
        if self.type is not None:
            return f"{self.party}#{iris.digest(self.kind.value, self.type.value, self.topic or '')}"
        return iris.tally(self.kind.value, self.party, self.counterpart, self.topic)

    def counts(self, topics: Collection[str]) -> bool:
        """Whether a relation on these topics counts, of a tie that does."""
        return self.topic in topics if self.topic else self.kind is not Tallying.TOTAL or bool(topics)


_WEIGHTY = LASTING | {RelationType.TRADE, RelationType.SUPPORT}


@dataclass(frozen=True)
class Ground:
    """Who the parties are, where everybody lies, and at whom somebody has an office that has not ended."""

    parties: Collection[str]
    borders: Borders
    offices: Callable[[str], Collection[str]]

    def tallied(self, kind: Kind, topics: Collection[str]) -> dict[Tallied, bool]:
        """What a tie on some topics counts for; false where that stands only if another tie counts for it truly."""
        found: dict[Tallied, bool] = {}
        for country in self._countries(kind):
            found.update((Tallied(Tallying.COUNTRY_FIELD, country, None, topic, kind.type), True) for topic in topics)
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

    def _countries(self, kind: Kind) -> set[str]:
        """The countries around the ends of a tie, each once."""
        return {country for end in ends(kind) for country in self.borders.countries(end)}

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
