"""Which ties cross a border and which stay in one country: derived, so that questions read it and compare no ends."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, iri
from relgraph.graph.ties import HOLDING, Kind, Tie
from relgraph.graph.within import Placed
from relgraph.vocabulary import DEALINGS, EntityType

_ABROAD = frozenset({EntityType.WORLD_REGION, EntityType.INTERNATIONAL_ORGANISATION})


@dataclass(frozen=True)
class Borders:
    """Where borders run between entities; `around` is what each entity lies in or stands for."""

    entities: Mapping[str, Placed]
    around: Mapping[str, Collection[str]]

    def countries(self, end: str) -> set[str]:
        """The countries around something."""
        known = map(self.entities.get, self.around.get(end, ()))
        return {one.id for one in known if one is not None and one.type is EntityType.COUNTRY}

    def both(self, one: str, two: str) -> set[str]:
        """The countries around two things at once."""
        return self.countries(one) & self.countries(two)

    def lands(self, end: str) -> set[str]:
        """The countries around something; what spans countries is like one of its own."""
        found, itself = self.countries(end), self.entities.get(end)
        return {end, *found} if itself is not None and itself.type in _ABROAD else found

    def crossed(self, kind: Kind) -> bool:
        """Whether two sides deal with each other across a border, in a way that holds or held.

        An end of which no country is known lies elsewhere than one of which it is.
        """
        deals = kind.type in DEALINGS and kind.status in HOLDING and not kind.to_topic
        return deals and self.lands(kind.subject) != self.lands(kind.other)


def joining_quads(ties: Iterable[Tie], borders: Borders) -> Iterator[Quad]:
    """Quads that name both ends of each dealing across a border, and the country around both ends of any tie."""
    for tie in ties:
        kind = tie.kind
        if not kind.to_topic:
            for country in borders.both(kind.subject, kind.other):
                yield Quad(iri(tie.id), RG.tieCountry, iri(country))
        if borders.crossed(kind):
            yield Quad(iri(tie.id), RG.joins, iri(kind.subject))
            yield Quad(iri(tie.id), RG.joins, iri(kind.other))
