"""The scheme of topics as a tree, and the event codes of PLOVER and CAMEO as a list."""

from dataclasses import dataclass

from rdflib import RDF, SKOS, Graph, URIRef

from relgraph.documenting.terms import CODES, Texts, texts
from relgraph.graph.namespaces import RG
from relgraph.vocabulary import TOPIC


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, or a group of topics, with what lies below it."""

    iri: str
    group: bool
    names: Texts
    definitions: Texts
    below: tuple["Topic", ...]

    @property
    def name(self) -> str:
        """Its local name."""
        return self.iri.removeprefix(TOPIC)

    @property
    def size(self) -> int:
        """How many topics there are in it that relations may be about."""
        return (not self.group) + sum(one.size for one in self.below)


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of event in another scheme."""

    name: str
    notation: str
    names: Texts
    notes: Texts


def topic_tree(graph: Graph, language: str) -> tuple[Topic, ...]:
    """Topics from the widest to the narrowest, by name; one below two stands below both."""

    def by_name(one: Topic) -> tuple[str, str]:
        return one.names[language].casefold(), one.iri

    def grown(concept: URIRef) -> Topic:
        below = (grown(one) for one in graph.subjects(SKOS.broader, concept) if isinstance(one, URIRef))
        return Topic(
            str(concept),
            (concept, RDF.type, RG.TopicGroup) in graph,
            texts(graph, concept, SKOS.prefLabel),
            texts(graph, concept, SKOS.definition),
            tuple(sorted(below, key=by_name)),
        )

    tops = graph.objects(RG.TopicScheme, SKOS.hasTopConcept)
    return tuple(sorted((grown(one) for one in tops if isinstance(one, URIRef)), key=by_name))


def codes(graph: Graph) -> list[Code]:
    """Event codes by name."""
    return [
        Code(
            str(code).removeprefix(CODES),
            str(graph.value(code, SKOS.notation)),
            texts(graph, code, SKOS.prefLabel),
            texts(graph, code, SKOS.scopeNote),
        )
        for code in sorted(map(URIRef, map(str, graph.subjects(SKOS.inScheme, URIRef(f"{CODES}Scheme")))))
    ]
