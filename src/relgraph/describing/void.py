"""VoID: what a graph holds, how much of it, what it is linked to and where it is to be had.

Owns the statements; counting is `figures`'. Everything has a name, so that two descriptions of one graph are equal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from rdflib import Literal
from rdflib.namespace import XSD

from relgraph.describing.dataset import About, about
from relgraph.describing.figures import Figures, figures
from relgraph.describing.terms import both, lines, says, short
from relgraph.errors import DataError
from relgraph.graph.terms import Quad, text
from relgraph.resources import folder, read_words, read_yaml
from relgraph.store.protocol import Store
from relgraph.vocabulary import ID, PREFIXES

_USED = ("rg", "dcterms", "foaf", "oa", "org", "owl", "prov", "rdfs", "schema", "skos")
"""Prefixes of vocabularies that data may use; those whose terms occur are listed."""


@dataclass(frozen=True)
class Places:
    """Where things are to be had: `document` is the address of the description, which names all its parts."""

    document: str
    sparql: str | None = None
    dumps: tuple[str, ...] = ()
    page: str | None = None
    formats: tuple[str, ...] = ()
    """Local names below http://www.w3.org/ns/formats/ in which things are served or dumps written."""

    @property
    def dataset(self) -> str:
        """IRI of the data set."""
        return f"{self.document}#dataset"

    def part(self, name: str) -> str:
        """IRI of a part of the description."""
        return f"{self.document}#{name}"


def void(store: Store, places: Places, said: About | None = None) -> list[str]:
    """VoID of a store, as sorted lines of N-Quads in the default graph.

    `relgraph.describing.terms.document` writes them in any format.

    Raises:
        DataError: an address is no IRI.
        StoreError: the store cannot answer.
    """
    return lines(void_quads(figures(store), places, said or about()))


def void_quads(counted: Figures, places: Places, said: About) -> Iterator[Quad]:
    """VoID of a graph that was counted."""
    yield from says(
        places.document,
        ("rdf:type", "void:DatasetDescription"),
        ("foaf:primaryTopic", places.dataset),
        *both("dcterms:title", said.title.de, said.title.en),
    )
    yield from _dataset(counted, places, said)
    yield from _subsets(counted, places)
    yield from _partitions(counted, places)
    yield from _links(counted, places)


def publisher(said: About, document: str) -> str:
    """IRI of the publisher: his own, or a part of the description."""
    return said.publisher.iri or f"{document}#publisher"


def _dataset(counted: Figures, places: Places, said: About) -> Iterator[Quad]:
    properties, classes = counted.properties, counted.classes
    yield from says(
        places.dataset,
        ("rdf:type", "void:Dataset"),
        *both("dcterms:title", said.title.de, said.title.en),
        *both("dcterms:description", said.description.de, said.description.en),
        ("dcterms:publisher", publisher(said, places.document)),
        ("dcterms:license", said.licence_document or licence(said)),
        ("foaf:homepage", places.page or said.page),
        ("void:sparqlEndpoint", places.sparql),
        *(("void:dataDump", dump) for dump in places.dumps),
        *(("void:feature", f"formats:{name}") for name in places.formats),
        ("void:uriSpace", Literal(ID)),
        ("void:triples", _number(counted.triples)),
        ("void:entities", _number(counted.subjects)),
        ("void:distinctSubjects", _number(counted.subjects)),
        ("void:classes", _number(len(classes))),
        ("void:properties", _number(len(properties))),
        *(("void:exampleResource", thing) for thing in counted.examples),
        *(("void:vocabulary", space) for space in _vocabularies(counted)),
    )
    yield from says(
        publisher(said, places.document), ("rdf:type", "foaf:Agent"), ("foaf:name", Literal(said.publisher.name))
    )


def licence(said: About) -> str:
    """The licence as the list of DCAT-AP.de names it."""
    return f"http://dcat-ap.de/def/licenses/{said.licence}"


def _vocabularies(counted: Figures) -> list[str]:
    terms = {*counted.properties, *counted.classes}
    return [PREFIXES[name] for name in _USED if any(term.startswith(PREFIXES[name]) for term in terms)]


def _subsets(counted: Figures, places: Places) -> Iterator[Quad]:
    words = read_words(folder("data") / "describing" / "words.yml")
    for name, counts in (("shared", counted.shared), ("releases", counted.named)):
        told = {language: text.format(releases=counted.releases) for language, text in words[name].items()}
        part = places.part(name)
        yield from says(places.dataset, ("void:subset", part))
        yield from says(
            part,
            ("rdf:type", "void:Dataset"),
            *both("dcterms:title", told["de"], told["en"]),
            ("void:triples", _number(counts.total())),
        )


def _partitions(counted: Figures, places: Places) -> Iterator[Quad]:
    for kind, counts, says_what, counts_what in (
        ("class", counted.classes, "void:class", "void:entities"),
        ("property", counted.properties, "void:property", "void:triples"),
    ):
        for term, number in sorted(counts.items()):
            part = places.part(f"{kind}-{short(term) or sha256(term.encode()).hexdigest()[:12]}")
            yield from says(places.dataset, (f"void:{kind}Partition", part))
            yield from says(part, ("rdf:type", "void:Dataset"), (says_what, term), (counts_what, _number(number)))


def _links(counted: Figures, places: Places) -> Iterator[Quad]:
    for target in targets():
        number = sum(n for linked, n in counted.links.items() if linked.startswith(target["space"]))
        if not number:
            continue
        part, other = places.part(f"links-{target['id']}"), places.part(target["id"])
        yield from says(places.dataset, ("void:subset", part))
        yield from says(
            part,
            ("rdf:type", "void:Linkset"),
            ("void:linkPredicate", "owl:sameAs"),
            ("void:subjectsTarget", places.dataset),
            ("void:objectsTarget", other),
            ("void:triples", _number(number)),
        )
        yield from says(
            other,
            ("rdf:type", "void:Dataset"),
            ("dcterms:title", text(target["title"])),
            ("foaf:homepage", target["page"]),
            ("void:uriSpace", Literal(target["space"])),
        )


@lru_cache
def targets() -> list[dict[str, str]]:
    """Data sets of others that entities are linked to.

    Raises:
        DataError: the file is not what its head says.
    """
    path = folder("data") / "describing" / "targets.yml"
    table = read_yaml(path)
    if not isinstance(table, list) or any(set(row) != {"id", "space", "title", "page"} for row in table):
        raise DataError(path, "not a list of id, space, title and page")
    return table


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)
