"""Names of what is compared: the store's labels in the reader's language, else the gazetteer's."""

from collections import defaultdict
from collections.abc import Collection

from relgraph.comparison import selects
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store


def names(store: Store, iris: Collection[str], language: str) -> dict[str, str]:
    """A name for each IRI, in the language if there is one, else in German; one that nothing names is its last part."""
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for row in batched(store, selects.LABELS, iris):
        own, spoken, label = held[value(row, "thing")], row["language"] or "de", value(row, "label")
        own[spoken] = min(label, own.get(spoken, label))
    return {iri: own.get(language) or own.get("de") or min(own.values()) for iri, own in sorted(held.items())} | {
        iri: _known(iri, language) for iri in iris if iri not in held
    }


def _known(iri: str, language: str) -> str:
    from relgraph.names.gazetteer import gazetteer

    entity = gazetteer().by_id(iri)
    if entity is None:
        return iri.rpartition("/")[2].rpartition("#")[2]
    return entity.name_en or entity.name if language == "en" else entity.name
