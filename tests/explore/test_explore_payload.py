import networkx as nx
import pytest

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
    assert found["releases"] == [{"title": "Meldung"}]
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
    assert held == {"sentence": 0, "status": "active", "confidence": 1.0, "basis": "machine"}
