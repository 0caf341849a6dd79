import pytest
from rdflib import RDF, Graph, URIRef

from relgraph.describing.service import FUNCTIONS, Service, named_graphs, service_lines
from relgraph.store.embedded import memory_store

SD = "http://www.w3.org/ns/sparql-service-description#"
HERE = Service("http://a/sparql", 5, 2.5, graphs=("http://a/g",))


def read(service):
    graph = Graph().parse(data="\n".join(service_lines(service)), format="nt")
    return graph, lambda subject, name: {str(one) for one in graph.objects(URIRef(subject), URIRef(SD + name))}


def test_languages_are_named_whole():
    graph, _ = read(HERE)
    assert set(graph.subjects(RDF.type, URIRef(SD + "Language"))) == {URIRef(SD + "SPARQL11Query")}


def test_the_service_is_at_its_endpoint_and_tells_its_dataset():
    graph, told = read(HERE)
    (service,) = graph.subjects(URIRef(SD + "endpoint"), URIRef("http://a/sparql"))
    assert told(service, "defaultDataset") == {"http://a/sparql#dataset"}
    assert told("http://a/sparql#dataset", "namedGraph") == {"http://a/g"}
    assert told("http://a/g", "name") == {"http://a/g"}
    assert f"{SD}SPARQL11Update" not in told(service, "supportedLanguage")


def test_limits_are_features_with_their_numbers():
    graph, told = read(HERE)
    value = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
    limits = {str(graph.value(URIRef(one), value)) for one in told("http://a/sparql#service", "feature")}
    assert limits == {"5", "2.5"}


def test_updates_are_told_where_they_are_taken():
    _, told = read(Service("http://a/sparql", 5, 2, updates=True, embedded=False))
    assert f"{SD}SPARQL11Update" in told("http://a/sparql#service", "supportedLanguage")
    assert len(told("http://a/sparql#service", "inputFormat")) == 6
    assert not told("http://a/sparql#service", "extensionFunction")


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_that_is_told_is_there(function):
    point = '"POINT(1 1)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>'
    arguments = {
        "date": '"2020-01-01"', "time": '"10:00:00"', "duration": '"P1D"', "dayTimeDuration": '"P1D"',
        "yearMonthDuration": '"P1Y"', "distance": f"{point}, {point}, <http://www.opengis.net/def/uom/OGC/1.0/metre>",
    }.get(function.rpartition("#")[2].rpartition("/")[2], f"{point}, {point}")  # fmt: skip
    with memory_store([]) as store:
        assert store.select(f"SELECT (<{function}>({arguments}) AS ?x) {{}}").rows[0][0] is not None


def test_named_graphs_are_listed_in_order():
    quads = [f"<http://a/s> <http://a/p> <http://a/o> <http://a/{name}> ." for name in "ba"]
    with memory_store([*quads, "<http://a/s> <http://a/p> <http://a/o> ."]) as store:
        assert named_graphs(store) == ("http://a/a", "http://a/b")
