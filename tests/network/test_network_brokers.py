import networkx as nx
import pytest

from relgraph.network.brokers import Broker, brokers


def test_who_stands_on_the_only_path_has_all_of_it():
    graph = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    assert brokers(graph, {"a"}, {"c"}) == [Broker("b", 1.0, 1, 1)]


def test_two_ways_share():
    graph = nx.MultiDiGraph([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")])
    assert [(found.node, found.share) for found in brokers(graph, {"a"}, {"d"})] == [("b", 0.5), ("c", 0.5)]


def test_paths_within_a_side_do_not_count():
    graph = nx.MultiDiGraph([("a", "m"), ("m", "b"), ("a", "c")])
    assert brokers(graph, {"a", "b"}, {"c"}) == [Broker("a", 0.5, 0, 1), Broker("m", 0.5, 2, 0)]


def test_pairs_that_no_path_joins_do_not_lower_a_share():
    graph = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("x", "y")])
    assert brokers(graph, {"a", "x"}, {"c"}) == [Broker("b", 1.0, 1, 1)]


def test_who_is_asked_to_be_left_out_is():
    assert brokers(nx.MultiDiGraph([("a", "b"), ("b", "c")]), {"a"}, {"c"}, without={"b"}) == []


@pytest.mark.parametrize(("near", "far"), [({"z"}, {"c"}), ({"a"}, set()), ({"a"}, {"a"})])
def test_a_side_without_nodes_has_no_brokers(near, far):
    assert brokers(nx.MultiDiGraph([("a", "b"), ("b", "c")]), near, far) == []


def test_it_agrees_with_networkx():
    graph = nx.relabel_nodes(
        nx.MultiDiGraph(nx.gnm_random_graph(60, 110, seed=7, directed=True)),
        {node: f"n{node:02}" for node in range(60)},
    )
    plain = nx.Graph(graph)
    near, far = sorted(graph)[:7], sorted(graph)[20:31]
    pairs = sum(nx.has_path(plain, one, other) for one in near for other in far)
    expected = nx.betweenness_centrality_subset(plain, near, far, normalized=False)
    found = {broker.node: broker.share for broker in brokers(graph, near, far)}
    # networkx halves what runs one way only
    assert found == pytest.approx({node: 2 * paths / pairs for node, paths in expected.items() if paths}, abs=2e-6)
