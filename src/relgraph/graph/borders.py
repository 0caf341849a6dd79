"""Which ties join two sides across a border: derived, so that questions on partners abroad begin at those alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, iri
from relgraph.graph.ties import HOLDING, Tie
from relgraph.model import Entity
from relgraph.vocabulary import DEALINGS, EntityType

_ABROAD = frozenset({EntityType.WORLD_REGION, EntityType.INTERNATIONAL_ORGANISATION})


def joining_quads(
    ties: Iterable[Tie], entities: Mapping[str, Entity], around: Mapping[str, Collection[str]]
) -> Iterator[Quad]:
    """Quads that name both ends of each tie across a border: a dealing that holds or held, its ends in other countries.

    `around` is what each entity lies in or stands for. What spans countries is like one of its own here, and an end of
    which no country is known lies elsewhere than one of which it is.
    """

    def lands(end: str) -> set[str]:
        known = [entities[whole] for whole in around.get(end, ()) if whole in entities]
        spanning = {end} if end in entities and entities[end].type in _ABROAD else set()
        return spanning | {one.id for one in known if one.type is EntityType.COUNTRY}

    for tie in ties:
        kind = tie.kind
        deals = kind.type in DEALINGS and kind.status in HOLDING and not kind.to_topic
        if deals and lands(kind.subject) != lands(kind.other):
            yield Quad(iri(tie.id), RG.joins, iri(kind.subject))
            yield Quad(iri(tie.id), RG.joins, iri(kind.other))
