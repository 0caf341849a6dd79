"""Which ties cross a border and which stay in one country: derived, so that questions read it and compare no ends."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, iri
from relgraph.graph.ties import HOLDING, Tie
from relgraph.graph.within import Placed
from relgraph.vocabulary import DEALINGS, EntityType

_ABROAD = frozenset({EntityType.WORLD_REGION, EntityType.INTERNATIONAL_ORGANISATION})


def joining_quads(
    ties: Iterable[Tie], entities: Mapping[str, Placed], around: Mapping[str, Collection[str]]
) -> Iterator[Quad]:
    """Quads that name both ends of each dealing across a border that holds or held, and the country around both ends.

    `around` is what each entity lies in or stands for. What spans countries is like one of its own here, and an end of
    which no country is known lies elsewhere than one of which it is.
    """

    def countries(end: str) -> set[str]:
        known = [entities[whole] for whole in around.get(end, ()) if whole in entities]
        return {one.id for one in known if one.type is EntityType.COUNTRY}

    def lands(end: str) -> set[str]:
        spanning = {end} if end in entities and entities[end].type in _ABROAD else set()
        return spanning | countries(end)

    for tie in ties:
        kind = tie.kind
        if not kind.to_topic:
            for country in countries(kind.subject) & countries(kind.other):
                yield Quad(iri(tie.id), RG.tieCountry, iri(country))
        deals = kind.type in DEALINGS and kind.status in HOLDING and not kind.to_topic
        if deals and lands(kind.subject) != lands(kind.other):
            yield Quad(iri(tie.id), RG.joins, iri(kind.subject))
            yield Quad(iri(tie.id), RG.joins, iri(kind.other))
