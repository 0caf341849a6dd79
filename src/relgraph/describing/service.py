"""What a SPARQL endpoint says of itself: SPARQL 1.1 Service Description, with its limits as features."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import Literal
from rdflib.namespace import XSD

from relgraph.describing.terms import Value, both, lines, says, term
from relgraph.errors import DataError
from relgraph.graph.terms import Quad
from relgraph.resources import folder, read_words
from relgraph.store.protocol import Store

MOST = 10_000
"""Named graphs that are listed; who wants more asks for them."""
_GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", *_GRAPHS)
_GEO, _XSD = "http://www.opengis.net/def/function/geosparql/", str(XSD)
_OVER = "distance sfContains sfCrosses sfDisjoint sfEquals sfIntersects sfOverlaps sfTouches sfWithin"
FUNCTIONS = (
    *(f"{_GEO}{name}" for name in _OVER.split()),
    *(f"{_XSD}{name}" for name in ("date", "dayTimeDuration", "duration", "time", "yearMonthDuration")),
)
"""Functions beyond those of SPARQL 1.1 that the embedded engine has."""


@dataclass(frozen=True)
class Service:
    """An endpoint at its address; `embedded`: the engine is ours, so that its functions are known."""

    endpoint: str
    rows: int
    seconds: float
    updates: bool = False
    embedded: bool = True
    graphs: tuple[str, ...] = ()

    def part(self, name: str) -> str:
        """IRI of a part of the description."""
        return f"{self.endpoint}#{name}"


def named_graphs(store: Store) -> tuple[str, ...]:
    """Names of the first graphs of a store, sorted.

    Raises:
        StoreError: the store cannot answer.
    """
    found = store.select(f"SELECT ?g {{ GRAPH ?g {{}} }} ORDER BY ?g LIMIT {MOST}")
    return tuple(str(row[0]) for row in found.rows)


def service_lines(service: Service) -> list[str]:
    """The description, as sorted lines of N-Quads in the default graph."""
    return lines(_service(service))


def _service(service: Service) -> Iterator[Quad]:
    words = read_words(folder("data") / "describing" / "service.yml")
    languages = ("sd:SPARQL11Query", *(("sd:SPARQL11Update",) if service.updates else ()))
    functions = FUNCTIONS if service.embedded else ()
    yield from says(
        service.part("service"),
        ("rdf:type", "sd:Service"),
        *_said("rdfs:label", words["service"]),
        *_said("rdfs:comment", words["no-federation"]),
        ("sd:endpoint", service.endpoint),
        *_each("sd:supportedLanguage", languages),
        *_each("sd:resultFormat", (f"formats:{name}" for name in _RESULTS)),
        *_each("sd:inputFormat", (f"formats:{name}" for name in _GRAPHS if service.updates)),
        *_each("sd:extensionFunction", functions),
        ("sd:defaultEntailmentRegime", "http://www.w3.org/ns/entailment/Simple"),
        ("sd:defaultDataset", service.part("dataset")),
    )
    for kind, members in (("sd:Language", languages), ("sd:Function", functions)):
        for member in members:
            yield from says(term(member), ("rdf:type", kind))
    for name, value in (("row-limit", str(service.rows)), ("time-limit", f"{service.seconds:g}")):
        yield from says(service.part("service"), ("sd:feature", service.part(name)))
        told = {language: text.format(n=value) for language, text in words[name].items()}
        number = Literal(value, datatype=XSD.decimal if "." in value else XSD.integer)
        yield from says(
            service.part(name), ("rdf:type", "sd:Feature"), ("rdf:value", number), *_said("rdfs:comment", told)
        )
    yield from _dataset(service, words)


def _dataset(service: Service, words: dict[str, dict[str, str]]) -> Iterator[Quad]:
    dataset, default = service.part("dataset"), service.part("default-graph")
    yield from says(dataset, ("rdf:type", "sd:Dataset"), *_said("rdfs:comment", words["dataset"]))
    yield from says(dataset, ("sd:defaultGraph", default))
    yield from says(default, ("rdf:type", "sd:Graph"), *_said("rdfs:comment", words["default-graph"]))
    for name in service.graphs:
        try:
            told = [*says(name, ("rdf:type", "sd:NamedGraph"), ("sd:name", name))]
        except DataError:
            continue  # a graph whose name others would not take for an IRI
        yield from told
        yield from says(dataset, ("sd:namedGraph", name))


def _said(predicate: str, words: dict[str, str]) -> list[tuple[str, Value]]:
    return both(predicate, words["de"], words["en"])


def _each(predicate: str, values: Iterable[str]) -> Iterator[tuple[str, Value]]:
    return ((predicate, value) for value in values)
