"""The best evidenced part of a store is a part of its network."""

import pytest

from relgraph.network.projection import project
from relgraph.network.strongest import strongest
from relgraph.store.embedded import open_embedded

COUNTED = ("type", "relations", "sentences", "releases", "first", "last", "topics", "statuses", "bases", "years")


@pytest.fixture(scope="module")
def opened(built):
    with open_embedded(built / "store") as store:
        yield store


def test_all_ties_are_the_network_with_the_newest_statement_of_each(opened):
    whole = project(opened)
    graph, statements = strongest(opened, 1000)
    assert sorted(graph.edges(keys=True)) == sorted(whole.edges(keys=True)) == sorted(statements)
    for edge in graph.edges(keys=True):
        assert {name: graph.edges[edge][name] for name in COUNTED} == {
            name: whole.edges[edge][name] for name in COUNTED
        }
        assert set(statements[edge]) <= set(whole.edges[edge]["statements"])
        assert statements[edge][-1].source.date == whole.edges[edge]["last"]
    assert {name: whole.nodes[name] for name in graph} == dict(graph.nodes(data=True))


def test_of_many_ties_those_with_most_sentences_stay(opened):
    whole, (graph, _) = project(opened), strongest(opened, 2)
    sentences = sorted((data["sentences"] for *_, data in whole.edges(data=True)), reverse=True)
    assert sorted((data["sentences"] for *_, data in graph.edges(data=True)), reverse=True) == sentences[:2]


def test_around_a_node_ties_that_end_there_come_first(opened):
    japan = "https://w3id.org/relgraph/id/country/JP"
    near, _ = strongest(opened, 1000, japan)
    assert near.number_of_edges()
    assert all(japan in edge for edge in near.edges())
    wider, _ = strongest(opened, 1000, japan, 2)
    assert set(near.edges(keys=True)) < set(wider.edges(keys=True))
