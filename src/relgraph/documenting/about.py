"""What the ontology says of itself as a whole: title, version, licence, how to cite it, what changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import DCTERMS, FOAF, OWL, RDFS, SKOS, Graph, URIRef

from relgraph.documenting.terms import Term, Texts, texts
from relgraph.vocabulary import ONTOLOGY

IRI = ONTOLOGY.rstrip("#")


@dataclass(frozen=True, slots=True)
class Change:
    """What a version brought: in words, and the names of its new terms."""

    version: str
    notes: Texts
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The head of the ontology."""

    titles: Texts
    descriptions: Texts
    abstracts: Texts
    citations: Texts
    policies: Texts
    """What happens to terms that are not needed any longer."""
    version: str
    addresses: Mapping[str, str]
    """IRIs by what they are: `iri`, `version_iri`, `prior`, `license`, `source`, `status`."""
    dates: Mapping[str, str]
    """`created`, `issued`, `modified`."""
    creator: str
    changes: tuple[Change, ...]
    """The newest first."""


def about(graph: Graph, terms: list[Term]) -> About:
    """What stands in the head of the ontology."""
    iri = URIRef(IRI)
    version = str(graph.value(iri, OWL.versionInfo))
    notes = [*graph.objects(iri, SKOS.changeNote), *graph.objects(iri, SKOS.historyNote)]
    told: dict[str, dict[str, str]] = {}
    for note in notes:
        named, _, text = str(note).partition(": ")
        told.setdefault(named, {})[getattr(note, "language", None) or ""] = text
    new = {one: tuple(term.name for term in terms if term.since == one) for one in told}
    return About(
        titles=texts(graph, iri, DCTERMS.title),
        descriptions=texts(graph, iri, DCTERMS.description),
        abstracts=texts(graph, iri, DCTERMS.abstract),
        citations=texts(graph, iri, DCTERMS.bibliographicCitation),
        policies=texts(graph, iri, RDFS.comment),
        version=version,
        addresses={
            "iri": IRI,
            "version_iri": str(graph.value(iri, OWL.versionIRI)),
            "prior": str(graph.value(iri, OWL.priorVersion)),
            "license": str(graph.value(iri, DCTERMS.license)),
            "source": str(graph.value(iri, DCTERMS.source)),
            "status": str(graph.value(iri, URIRef("http://purl.org/ontology/bibo/status"))),
        },
        dates={name: str(graph.value(iri, DCTERMS[name])) for name in ("created", "issued", "modified")},
        creator=str(graph.value(graph.value(iri, DCTERMS.creator), FOAF.name)),
        changes=tuple(Change(one, told[one], new[one]) for one in sorted(told, key=_parts, reverse=True)),
    )


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
