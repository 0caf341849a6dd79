import networkx as nx
import pytest

from relgraph import iris
from relgraph.explore.lines import lines_of
from relgraph.explore.payload import payload
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement


def of(*statements):
    graph = nx.MultiDiGraph(topics={})
    graph.add_edge("a", "b", key="visit", **summary("visit", statements))
    return payload(graph, lines_of(graph), ["a", "b", "d"])


def statement(sentence="Ein Satz.", relation="r", *, url=None, **more):
    return Statement(relation, sentence, Source("https://example.org/r1", "Meldung", url=url), **more)


def test_sentences_and_releases_are_held_once():
    found = of(statement(relation="r1"), statement(relation="r2"), statement("Noch einer.", relation="r3"))
    assert found["sentences"] == [["Noch einer.", 0], ["Ein Satz.", 0]]
    assert found["releases"] == [{"iri": "https://example.org/r1", "title": "Meldung"}]
    assert [held["sentence"] for held in found["relations"][0]["statements"]] == [0, 1, 1]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org"])
def test_what_is_no_web_address_becomes_no_link(url):
    assert "url" not in of(statement(url=url))["releases"][0]


def test_a_web_address_is_kept():
    assert of(statement(url="https://example.org/1"))["releases"][0]["url"] == "https://example.org/1"


def test_documents_are_numbers_of_nodes_and_zero_is_one_of_them():
    (held,) = of(statement(document="a", event="d"))["relations"][0]["statements"]
    assert (held["document"], held["event"]) == (0, 2)


def test_what_is_unknown_is_left_out():
    (held,) = of(statement())["relations"][0]["statements"]
    assert held == {"relation": "r", "sentence": 0, "status": "active", "confidence": 1.0, "basis": "machine"}


def test_iris_of_ours_are_cut_to_what_is_their_own():
    (held,) = of(statement(relation=iris.relation("bw-1", "visit", "a", "b"), evidence=iris.evidence("bw-1", 3, 9)))[
        "relations"
    ][0]["statements"]
    assert held["relation"].startswith("relation/bw-1/")
    assert held["evidence"] == "evidence/bw-1/3-9"


def test_a_relation_knows_on_what_it_rests_and_for_which_regions_its_releases_speak():
    source = Source("https://example.org/r2", "Meldung", region="d")
    (found,) = of(Statement("r", "Satz.", source, basis="curated"))["relations"]
    assert (found["bases"], found["regions"]) == (("curated",), [2])
