import networkx as nx
import pytest

from relgraph.explore.evidence import evidence
from relgraph.explore.lines import lines_of
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement

ID = "https://w3id.org/relgraph/id/"


def of(*statements):
    graph = nx.MultiDiGraph(topics={})
    graph.add_edge("a", "b", key="visit", **summary("visit", statements))
    return evidence(graph, lines_of(graph), ["a", "b", "d"])


def statement(sentence="Ein Satz.", relation="r", *, url=None, **more):
    return Statement(relation, sentence, Source("https://example.org/r1", "Meldung", url=url), **more)


def test_sentences_and_releases_are_held_once(rows):
    found = of(statement(relation="r1"), statement(relation="r2"), statement("Noch einer.", relation="r3"))
    assert rows(found["sentences"]) == [{"text": "Noch einer.", "release": 0}, {"text": "Ein Satz.", "release": 0}]
    assert rows(found["releases"]) == [{"iri": "https://example.org/r1", "title": "Meldung"}]
    assert [held["sentence"] for held in rows(found["statements"])] == [0, 1, 1]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org"])
def test_what_is_no_web_address_becomes_no_link(url):
    assert "url" not in of(statement(url=url))["releases"]


def test_a_web_address_is_kept():
    assert of(statement(url="https://example.org/1"))["releases"]["url"] == ["https://example.org/1"]


def test_documents_are_numbers_of_nodes_and_zero_is_one_of_them(rows):
    (held,) = rows(of(statement(document="a", event="d"))["statements"])
    assert (held["document"], held["event"]) == (0, 2)


def test_what_is_unknown_is_left_out(rows):
    (held,) = rows(of(statement(relation=f"{ID}relation/x"))["statements"])
    assert held == {
        "relation": 0, "iri": "id/relation/x", "sentence": 0, "status": "active", "confidence": 1.0, "basis": "machine"
    }  # fmt: skip
