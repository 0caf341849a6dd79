"""The ontology as it stands in `ontology/`: read with rdflib, and as lines for the default graph of a store."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.namespace import SKOS

from relgraph.compiled import compiled
from relgraph.errors import DataError
from relgraph.graph.namespaces import OWL, RDF, RG
from relgraph.graph.terms import Quad, to_line
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY

CONTEXT = "graph-context.jsonld"
FILES = ("relgraph.ttl", "topics.ttl")


def read_turtle(path: Path) -> Graph:
    """Graph of a Turtle file.

    Raises:
        DataError: the file is missing or no Turtle.
    """
    try:
        return Graph(bind_namespaces="none").parse(path, format="turtle")
    except (OSError, UnicodeDecodeError, SyntaxError, ParserError) as error:  # BadSyntax is a SyntaxError
        raise DataError(path, f"no Turtle: {error}") from error


@lru_cache(maxsize=1)
def ontology_graph() -> Graph:
    """Ontology and topics in one graph, which all who ask for it share: it is not to be changed."""
    graph = Graph(bind_namespaces="none")
    for name in FILES:
        graph += read_turtle(folder("ontology") / name)
    return graph


@compiled("graph", data=("../ontology",), libraries=("rdflib",))
def ontology_version() -> str:
    """Version of the ontology."""
    head = read_turtle(folder("ontology") / FILES[0])
    return str(head.value(URIRef(ONTOLOGY.rstrip("#")), OWL.versionInfo))


def graph_context() -> dict[str, Any]:
    """The context by which a graph is written as JSON-LD, under `@context`, with its version.

    Raises:
        DataError: the file is no such JSON.
    """
    path = folder("ontology") / CONTEXT
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(path, f"no JSON: {error}") from error
    if not isinstance(told, dict) or set(told) != {"version", "@context"}:
        raise DataError(path, "not an object with version and @context alone")
    return told


def ontology_nquads() -> list[str]:
    """Ontology and topics as sorted lines of the default graph.

    Raises:
        DataError: a blank node, whose name would change from run to run.
    """
    return [*_lines()]


def is_ontology(line: str) -> bool:
    """Whether a line of N-Quads is one of the ontology's."""
    return line in _lines()


@compiled("graph", data=("../ontology",), libraries=("rdflib",))
def _lines() -> dict[str, None]:
    """Lines in order."""
    return dict.fromkeys(sorted({to_line(_quad(*triple)) for triple in ontology_graph()}))


@compiled("graph", data=("../ontology",), libraries=("rdflib",))
def broader_topics() -> dict[str, frozenset[str]]:
    """IRIs of each topic and of all broader ones, by its own."""
    graph = ontology_graph()
    return {
        str(topic): frozenset(map(str, graph.transitive_objects(topic, SKOS.broader)))
        for topic in graph.subjects(RDF.type, RG.Topic)
    }


def _quad(subject: object, predicate: object, value: object) -> Quad:
    if not isinstance(subject, URIRef) or not isinstance(predicate, URIRef) or isinstance(value, BNode):
        raise DataError("ontology", f"blank node at {subject} {predicate}")
    if not isinstance(value, URIRef | Literal):
        raise DataError("ontology", f"neither IRI nor literal: {value!r}")
    return Quad(subject, predicate, value)
