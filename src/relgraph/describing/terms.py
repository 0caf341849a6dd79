"""The vocabularies of descriptions, and statements in them, written short.

Owns prefixes that data and questions do not need; those of `vocabulary.PREFIXES` hold here too.
"""

from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from relgraph.graph.terms import Node, Quad, iri, text, to_line
from relgraph.store.serialise import serialise
from relgraph.vocabulary import PREFIXES

DESCRIBING = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "formats": "http://www.w3.org/ns/formats/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vann": "http://purl.org/vocab/vann/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
}
"""Prefixes that only descriptions use."""

_ALL = PREFIXES | DESCRIBING
Value = Node | str | None
"""A term; an IRI or a short name as text; or nothing, which makes no statement."""


def term(name: str) -> URIRef:
    """The IRI of a short name, or the IRI itself.

    >>> term("void:Dataset")
    rdflib.term.URIRef('http://rdfs.org/ns/void#Dataset')

    Raises:
        DataError: it is neither.
    """
    prefix, colon, local = name.partition(":")
    if colon and prefix in _ALL and not local.startswith("//"):
        return iri(_ALL[prefix] + local)
    return iri(name)


def short(address: str) -> str | None:
    """An IRI as prefix and name, joined by a hyphen so that it may be part of an address; nothing where no prefix fits.

    >>> short("http://schema.org/mentions"), short("http://example.org/a")
    ('schema-mentions', None)
    """
    for prefix, namespace in _ALL.items():
        local = address.removeprefix(namespace)
        if local != address and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}-{local}"
    return None


def says(subject: str, *pairs: tuple[str, Value]) -> Iterator[Quad]:
    """Statements of one subject in the default graph; a value that is nothing makes none."""
    for predicate, value in pairs:
        if value is not None:
            yield Quad(iri(subject), term(predicate), value if isinstance(value, URIRef | Literal) else term(value))


def both(predicate: str, german: str, english: str) -> list[tuple[str, Value]]:
    """A text in both languages."""
    return [(predicate, text(german, "de")), (predicate, text(english, "en"))]


def amount(value: int) -> Literal:
    """A count as descriptions of files have it."""
    return Literal(str(value), datatype=XSD.nonNegativeInteger)


def lines(quads: Iterable[Quad]) -> list[str]:
    """Statements as sorted lines of N-Quads."""
    return sorted({to_line(quad) for quad in quads})


def document(statements: Iterable[str], format_: str) -> bytes:
    """A description, given as lines of N-Quads, in any format of `relgraph.store.serialise`."""
    return serialise(statements, format_, DESCRIBING)
