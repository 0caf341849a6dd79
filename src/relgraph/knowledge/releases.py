"""Reads the releases of a store: which there are, and each with its text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from relgraph.errors import StoreError
from relgraph.knowledge.things import read_entities
from relgraph.model import Release
from relgraph.queries.batches import asked, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES

PAGE = 50
"""Releases that are held at a time; of long ones, with all that they state, a few MB."""

_LISTED = "SELECT DISTINCT ?thing WHERE { GRAPH ?thing { ?thing a rg:Release } }"
_TOLD = """SELECT ?thing ?property ?value WHERE { GRAPH ?thing { ?thing ?property ?value FILTER(?property IN (
  dcterms:title, dcterms:identifier, dcterms:issued, dcterms:publisher, dcterms:source, dcterms:language,
  schema:articleBody, rg:region)) } }"""
_DUBLIN = PREFIXES["dcterms"]
_FIELDS = {
    _DUBLIN + "title": "title",
    _DUBLIN + "identifier": "id",
    _DUBLIN + "issued": "date",
    _DUBLIN + "publisher": "publisher",
    _DUBLIN + "source": "url",
    _DUBLIN + "language": "language",
    PREFIXES["schema"] + "articleBody": "text",
    ONTOLOGY + "region": "region",
}


def all_releases(store: Store) -> Iterator[Release]:
    """Releases by IRI, with their texts; some are held at a time."""
    for page in pages(value(row, "thing") for row in asked(store, _LISTED)):
        yield from read_releases(store, page).values()


def pages(iris: Iterable[str]) -> Iterator[list[str]]:
    """IRIs in order, some at a time."""
    listed = sorted(iris)
    for start in range(0, len(listed), PAGE):
        yield listed[start : start + PAGE]


def read_releases(store: Store, iris: Iterable[str]) -> dict[str, Release]:
    """Releases by IRI; their region by its German name.

    Raises:
        StoreError: the store cannot answer, or what it says is no release of relgraph.
    """
    listed = sorted(set(iris))
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for row in batched(store, _TOLD, listed):
        told, name = held[value(row, "thing")], _FIELDS[value(row, "property")]
        told[name] = min(value(row, "value"), told.get(name, value(row, "value")))
    regions = read_entities(store, {told["region"] for told in held.values() if "region" in told})
    found: dict[str, Release] = {}
    for iri in listed:
        region = regions.get(held[iri].get("region", ""))
        try:
            found[iri] = Release.model_validate(held[iri] | {"region": region.name if region else None})
        except ValidationError as error:
            raise StoreError(store.location, f"{iri} is no release: {error.errors()[0]['msg']}") from None
    return found
