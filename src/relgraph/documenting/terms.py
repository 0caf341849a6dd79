"""Terms of the ontology as plain values: what each is called, where it stands, what of others it is near."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from relgraph.graph.namespaces import RG, SCHEMA
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY

Texts = Mapping[str, str]
"""The same in each language, by its tag."""

CODES = "https://w3id.org/relgraph/event-code/"
HOW = {
    RDFS.subClassOf: "below",
    RDFS.subPropertyOf: "below",
    SKOS.closeMatch: "close",
    SKOS.broadMatch: "broad",
    SKOS.narrowMatch: "narrow",
    SKOS.relatedMatch: "related",
}
"""How near a term of others is, by the property that says so."""

_TRAITS = {
    OWL.ObjectProperty: "object",
    OWL.DatatypeProperty: "datatype",
    OWL.AnnotationProperty: "annotation",
    OWL.FunctionalProperty: "functional",
    OWL.SymmetricProperty: "symmetric",
}
_GROUPS = {
    OWL.Class: "classes",
    OWL.ObjectProperty: "properties",
    OWL.DatatypeProperty: "properties",
    OWL.AnnotationProperty: "properties",
    RG.Status: "values",
    RG.Basis: "values",
    SKOS.ConceptScheme: "schemes",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of ours; all that it names are IRIs."""

    name: str
    """Its local name, which is also its anchor on a page."""
    group: str
    """`classes`, `direct`, `properties`, `values` or `schemes`."""
    names: Texts
    definitions: Texts
    traits: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    excludes: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    direct: str | None
    """Of a type of relation its direct property, of a direct property the type that it repeats."""
    following: str | None
    """Of a status, the one that follows it."""
    since: str
    """The version that it came with."""
    replacement: str | None
    """What takes the place of a term that is deprecated."""

    @property
    def iri(self) -> str:
        """The whole name."""
        return ONTOLOGY + self.name


@dataclass(frozen=True, slots=True)
class Mapped:
    """What of others a term of ours stands below or near, all of one kind."""

    name: str
    how: str
    others: tuple[str, ...]

    @property
    def key(self) -> str:
        """Key of the reason in `mappings.yaml`."""
        return f"{self.name} {self.how}"


def terms(graph: Graph) -> list[Term]:
    """All terms of ours, by name."""
    since = versions()
    own = {term for term in graph.subjects(RDFS.isDefinedBy) if isinstance(term, URIRef) and term in RG}
    return [_term(graph, term, since[str(term).removeprefix(ONTOLOGY)]) for term in sorted(own)]


def versions() -> dict[str, str]:
    """The version that each term came with."""
    rows = (folder("ontology") / "terms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(row.split("\t") for row in rows)


def mapped(graph: Graph) -> list[Mapped]:
    """What of others our terms stand below or near, by name; event codes are those of PLOVER and CAMEO."""
    found: dict[tuple[str, str], set[str]] = {}
    for predicate, how in HOW.items():
        for own, other in graph.subject_objects(predicate):
            if str(own).startswith(ONTOLOGY) and not str(other).startswith(ONTOLOGY):
                found.setdefault((str(own).removeprefix(ONTOLOGY), how), set()).add(str(other))
    order = [*dict.fromkeys(HOW.values())]
    return [
        Mapped(name, how, tuple(sorted(found[name, how])))
        for name, how in sorted(found, key=lambda key: (key[0].casefold(), key[0], order.index(key[1])))
    ]


def texts(graph: Graph, subject: URIRef, predicate: URIRef) -> Texts:
    """Texts of a property by language."""
    held = sorted(text for text in graph.objects(subject, predicate) if isinstance(text, Literal))
    return {text.language or "": str(text) for text in held}


def _term(graph: Graph, term: URIRef, since: str) -> Term:
    kinds = set(graph.objects(term, RDF.type))
    above = _iris(graph.objects(term, RDFS.subClassOf), graph.objects(term, RDFS.subPropertyOf))
    repeated = graph.value(None, RG.directProperty, term)
    group = next(name for kind, name in _GROUPS.items() if kind in kinds)
    return Term(
        name=str(term).removeprefix(ONTOLOGY),
        group="direct" if repeated is not None else group,
        names=texts(graph, term, RDFS.label),
        definitions=texts(graph, term, SKOS.definition),
        traits=tuple(name for kind, name in _TRAITS.items() if kind in kinds),
        above=above,
        below=_iris(graph.subjects(RDFS.subClassOf, term), graph.subjects(RDFS.subPropertyOf, term)),
        excludes=_iris(graph.objects(term, OWL.disjointWith), graph.subjects(OWL.disjointWith, term)),
        domain=_iris(graph.objects(term, RDFS.domain), graph.objects(term, SCHEMA.domainIncludes)),
        range=_iris(graph.objects(term, RDFS.range), graph.objects(term, SCHEMA.rangeIncludes)),
        direct=_maybe(graph.value(term, RG.directProperty) or repeated),
        following=_maybe(graph.value(term, RG.nextStatus)),
        since=since,
        replacement=_maybe(graph.value(term, DCTERMS.isReplacedBy)),
    )


def _iris(*found: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted({str(one) for held in found for one in held}))


def _maybe(found: object) -> str | None:
    return None if found is None else str(found)
