"""What templates call things by: names in the reader's language, counted types, registers that links lead to."""

from collections.abc import Mapping
from typing import Any

from relgraph.brief.fact import Thing
from relgraph.brief.speech import Speech as Counting
from relgraph.iris import server_of
from relgraph.vocabulary import ONTOLOGY
from relgraph.web.speech import Speech

_HOSTS = {
    "www.wikidata.org": "Wikidata",
    "sws.geonames.org": "GeoNames",
    "www.geonames.org": "GeoNames",
    "publications.europa.eu": "EU Publications Office",
}


def spoken(speech: Speech, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a page with the functions that name its things; `held.things` has them all."""
    things: Mapping[str, Thing] = values["held"].things

    def name(iri: str) -> str:
        return named(things[iri], speech.language) if iri in things else iri.rpartition("/")[2]

    def kind(iri: str) -> str:
        return things[iri].kind if iri in things else ""

    return {
        **values,
        "name": name,
        "kind": kind,
        "names": {iri: thing.names for iri, thing in things.items()},
        "types": Counting(speech.language, {}).types,
        "host": host,
        "ontology": ONTOLOGY,
    }


def named(thing: Thing, language: str) -> str:
    """Name of a thing in a language, else in German, else in whichever it has.

    >>> named(Thing("jp", {"de": "Japan", "en": "Japan"}, "Country"), "en")
    'Japan'
    """
    return thing.names.get(language) or thing.names.get("de") or next(iter(thing.names.values()))


def host(address: str) -> str:
    """What a link leads to: the name of a well-known register, else the host.

    >>> host("http://www.wikidata.org/entity/Q17"), host("https://example.org/x")
    ('Wikidata', 'example.org')
    """
    found = server_of(address)
    return _HOSTS.get(found, found)
