import pytest
from rdflib import Graph, URIRef

from relgraph.describing.examples import QUESTIONS, example_lines
from relgraph.queries.catalogue import catalogue
from relgraph.store.embedded import memory_store
from relgraph.store.opening import open_store
from relgraph.store.wanted import Wanted

SH = "http://www.w3.org/ns/shacl#"
COMMENT = URIRef("http://www.w3.org/2000/01/rdf-schema#comment")


@pytest.fixture(scope="module")
def store(bundled):
    with open_store(bundled / "store") as opened:
        yield opened


@pytest.fixture(scope="module")
def graph(store):
    return Graph().parse(data="\n".join(example_lines(store, "http://a/sparql")), format="nt")


def test_every_question_of_the_catalogue_is_an_example(graph):
    told = {str(one) for one in graph.subjects(URIRef(SH + "select"), None)}
    assert told == {f"{QUESTIONS}{name}" for name in catalogue()}


@pytest.mark.parametrize("name", catalogue())
def test_every_example_runs_as_it_stands_and_is_told_in_both_languages(graph, store, name):
    subject = URIRef(f"{QUESTIONS}{name}")
    assert {one.language for one in graph.objects(subject, COMMENT)} == {"de", "en"}
    assert str(graph.value(subject, URIRef("https://schema.org/target"))) == "http://a/sparql"
    query = str(graph.value(subject, URIRef(SH + "select")))
    assert query.startswith("PREFIX")
    assert store.write(query, Wanted(table="tsv")).body.startswith(b"?")


def test_where_no_name_is_known_questions_that_need_one_are_left_out():
    with memory_store([]) as store:
        told = "\n".join(example_lines(store, "http://a/sparql"))
    assert f"<{QUESTIONS}partnerships>" in told
    assert f"<{QUESTIONS}release-card>" not in told


def test_prefixes_of_the_questions_are_declared(graph):
    declared = set(graph.objects(URIRef(f"{QUESTIONS}prefixes"), URIRef(SH + "declare")))
    read = [[str(graph.value(one, URIRef(SH + part))) for part in ("prefix", "namespace")] for one in declared]
    assert ["rg", "https://w3id.org/relgraph/ontology#"] in read
