"""Who publishes a release, where that is an organisation that speaks for itself: a university, a chamber, a firm."""

from relgraph.extraction.draft import Draft
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, EntityType

_SPEAKING = ORGANISATIONS - {EntityType.GOVERNMENT_BODY, EntityType.INTERNATIONAL_ORGANISATION}


def publisher(draft: Draft) -> Entity | None:
    """The organisation of that name which the release speaks of; None where a government or a territory publishes."""
    label = (draft.release.publisher or "").casefold()
    if not label:
        return None
    named = (entity for entity in draft.entities.values() if entity.type in _SPEAKING)
    return next((entity for entity in named if entity.name.casefold() == label), None)
