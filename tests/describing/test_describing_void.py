"""VoID: what it counts is what the exports hold."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from relgraph.describing.dataset import about
from relgraph.describing.terms import DESCRIBING, document
from relgraph.describing.void import Places, targets, void
from relgraph.errors import DataError
from relgraph.export import export
from relgraph.store.embedded import memory_store, open_embedded
from relgraph.vocabulary import PREFIXES

PLACES = Places("https://example.org/void", sparql="https://example.org/sparql", dumps=("https://example.org/a.nq",))
VOID = DESCRIBING["void"]
DATASET = ox.NamedNode("https://example.org/void#dataset")


@pytest.fixture(scope="module")
def opened(built):
    with open_embedded(built / "store") as store:
        yield store


@pytest.fixture(scope="module")
def said(opened):
    """The description as a graph."""
    graph = ox.Store()
    graph.load("\n".join(void(opened, PLACES)).encode(), ox.RdfFormat.N_QUADS)
    return graph


@pytest.fixture(scope="module")
def exported(opened):
    """The data as it is exported, without the ontology."""
    return list(ox.parse(b"".join(export(opened, "nq")), ox.RdfFormat.N_QUADS))


def values(graph, subject, name):
    return sorted(quad.object.value for quad in graph.quads_for_pattern(subject, ox.NamedNode(VOID + name), None))


def one(graph, subject, name):
    (value,) = values(graph, subject, name)
    return value


def test_triples_entities_classes_and_properties_are_those_of_the_exports(said, exported):
    classes = {quad.object for quad in exported if quad.predicate.value == PREFIXES["rdf"] + "type"}
    assert one(said, DATASET, "triples") == str(len(exported)) == str(len({quad.triple for quad in exported}))
    assert one(said, DATASET, "distinctSubjects") == str(len({quad.subject for quad in exported}))
    assert one(said, DATASET, "classes") == str(len(classes))
    assert one(said, DATASET, "properties") == str(len({quad.predicate for quad in exported}))


def test_partitions_count_each_class_and_property(said, exported):
    typed = [quad.object.value for quad in exported if quad.predicate.value == PREFIXES["rdf"] + "type"]
    told = {
        "property": Counter(quad.predicate.value for quad in exported),
        "class": Counter(typed),
    }
    for kind, number in (("property", "triples"), ("class", "entities")):
        parts = [ox.NamedNode(part) for part in values(said, DATASET, f"{kind}Partition")]
        found = {one(said, part, kind): int(one(said, part, number)) for part in parts}
        assert found == told[kind]


def test_subsets_are_what_releases_share_and_what_they_say(said, exported):
    default = sum(1 for quad in exported if isinstance(quad.graph_name, ox.DefaultGraph))
    assert one(said, ox.NamedNode(PLACES.part("shared")), "triples") == str(default)
    assert one(said, ox.NamedNode(PLACES.part("releases")), "triples") == str(len(exported) - default)


def test_linksets_count_the_links_to_other_data_sets(said, exported):
    links = [quad.object.value for quad in exported if quad.predicate.value == PREFIXES["owl"] + "sameAs"]
    for target in targets():
        number = sum(1 for link in links if link.startswith(target["space"]))
        found = values(said, ox.NamedNode(PLACES.part(f"links-{target['id']}")), "triples")
        assert found == ([str(number)] if number else [])
    assert values(said, ox.NamedNode(PLACES.part("links-wikidata")), "triples")


def test_examples_are_in_the_graph_and_places_are_told(said, exported):
    examples = values(said, DATASET, "exampleResource")
    assert len(examples) == 3
    assert set(examples) <= {quad.subject.value for quad in exported}
    assert values(said, DATASET, "sparqlEndpoint") == ["https://example.org/sparql"]
    assert values(said, DATASET, "dataDump") == ["https://example.org/a.nq"]


def test_an_empty_graph_is_described_too():
    with memory_store([]) as store:
        told = void(store, Places("https://example.org/void"))
    assert f'{DATASET} <{VOID}triples> "0"^^<{PREFIXES["xsd"]}integer> .' in told


def test_a_document_is_short_and_says_the_same(opened):
    told = void(opened, PLACES)
    turtle = document(told, "ttl")
    assert b"a void:Linkset" in turtle
    graph = ox.Store()
    graph.load(turtle, ox.RdfFormat.TURTLE)
    assert sorted(f"{quad} ." for quad in graph) == told


def test_an_address_that_is_none_is_refused(opened):
    with pytest.raises(DataError, match="is no IRI"):
        void(opened, Places("no address"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title: {de: Nur}", r"title\.en: Field required"),
        ("name: x", "name: Extra inputs"),
        ("- 1", "not a mapping"),
        ("contact: {email: nobody}", r"contact\.email"),
    ],
)
def test_what_is_said_of_a_data_set_has_its_form(tmp_path, content, message):
    path = tmp_path / "about.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message) as error:
        about(path)
    assert Path(str(error.value.path)) == path


def test_a_file_takes_the_place_of_single_keys(tmp_path):
    path = tmp_path / "about.yml"
    path.write_text("publisher: {name: Staatsministerium}", encoding="utf-8")
    assert about(path).publisher.name == "Staatsministerium"
    assert about(path).title == about().title
