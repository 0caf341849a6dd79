"""Who publishes a release, where that is an organisation that speaks for itself: a university, a chamber, a firm."""

from itertools import islice

from relgraph.extraction.draft import Draft
from relgraph.model import Entity
from relgraph.vocabulary import ORGANISATIONS, EntityType

_SPEAKING = ORGANISATIONS - {EntityType.GOVERNMENT_BODY, EntityType.INTERNATIONAL_ORGANISATION}


def publisher(draft: Draft) -> Entity | None:
    """The organisation of that name which the release speaks of; None where a government or a territory publishes."""
    label = (draft.release.publisher or "").casefold()
    if not label:
        return None
    if draft.publisher is None and len(draft.entities) > draft.asked:  # who came since it was asked last
        came = islice(draft.entities.values(), draft.asked, None)
        named = (entity for entity in came if entity.type in _SPEAKING)
        draft.publisher = next((entity for entity in named if entity.name.casefold() == label), None)
        draft.asked = len(draft.entities)
    return draft.publisher
