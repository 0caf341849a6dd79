import random

import networkx as nx
import pytest

from relgraph.network import measures
from relgraph.network.measures import communities, estimated, measure, neighbourhood, seeded


def multigraph(*pairs):
    return nx.MultiDiGraph([(a, b) for a, b in pairs])


TWO_GROUPS = multigraph(*[(f"{g}{i}", f"{g}{j}") for g in "ab" for i in range(5) for j in range(i)], ("a0", "b0"))


def test_the_middle_of_a_path_lies_between_all_others():
    found = measure(multigraph(("a", "b"), ("c", "b")))
    assert found["b"].betweenness == 1.0
    assert found["a"].betweenness == 0.0


def test_degree_counts_neighbours_not_relations():
    assert measure(multigraph(("a", "b"), ("b", "a"), ("a", "b")))["a"].degree == 1


def test_betweenness_agrees_with_networkx(graph):
    simple = nx.Graph(graph)
    simple.remove_edges_from(nx.selfloop_edges(simple))
    expected = nx.betweenness_centrality(simple)
    assert {name: own.betweenness for name, own in measure(graph).items()} == pytest.approx(expected, abs=1e-6)


def test_two_cliques_are_two_communities():
    found = communities(TWO_GROUPS)
    assert {found[f"a{i}"] for i in range(5)} == {0}
    assert {found[f"b{i}"] for i in range(5)} == {1}


def test_communities_do_not_depend_on_the_order_of_nodes():
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(TWO_GROUPS)))
    turned.add_edges_from(reversed(list(TWO_GROUPS.edges())))
    assert communities(turned) == communities(TWO_GROUPS)


def test_an_empty_graph_has_no_measures():
    assert measure(nx.MultiDiGraph()) == {}


@pytest.mark.parametrize(("hops", "names"), [(0, "a"), (1, "ab"), (2, "abc"), (9, "abcd")])
def test_neighbourhood_goes_so_many_steps_in_either_direction(hops, names):
    graph = multigraph(("a", "b"), ("c", "b"), ("c", "d"), ("x", "y"))
    assert sorted(neighbourhood(graph, "a", hops)) == list(names)


def test_neighbourhood_keeps_edges_attributes_and_what_the_graph_says_of_itself(graph):
    focus = "https://w3id.org/relgraph/id/country/JP"
    part = neighbourhood(graph, focus, 1)
    assert part.graph == graph.graph
    assert part.nodes[focus] == graph.nodes[focus]
    assert all(graph.edges[edge] == part.edges[edge] for edge in part.edges(keys=True))
    assert part.degree(focus) == graph.degree(focus)


def test_seeded_leaves_no_trace_in_the_random_numbers_of_others():
    random.seed(1)
    expected = random.random()
    random.seed(1)
    with seeded():
        communities(TWO_GROUPS)
    assert random.random() == expected


def weighed(*edges):
    graph = nx.MultiDiGraph()
    for one, other, sentences in edges:
        graph.add_edge(one, other, key="visit", sentences=sentences)
    return graph


def test_strength_counts_sentences():
    assert measure(weighed(("a", "b", 3), ("a", "c", 2)))["a"].strength == 5


def test_weighted_betweenness_follows_what_is_told_more_often():
    graph = weighed(("a", "b", 9), ("b", "d", 9), ("a", "c", 1), ("c", "d", 1))
    assert measure(graph)["b"].betweenness == measure(graph)["c"].betweenness
    found = measure(graph, weighted=True)
    assert found["b"].betweenness > found["c"].betweenness == 0.0


def test_weighted_betweenness_agrees_with_networkx(graph):
    simple = nx.Graph()
    for one, other, data in graph.edges(data=True):
        if one != other:
            held = simple.get_edge_data(one, other, {"sentences": 0})["sentences"]
            simple.add_edge(one, other, sentences=held + data["sentences"])
    simple.add_nodes_from(graph)
    for *_, data in simple.edges(data=True):
        data["length"] = 1 / data["sentences"]
    expected = nx.betweenness_centrality(simple, weight="length")
    found = {name: own.betweenness for name, own in measure(graph, weighted=True).items()}
    assert found == pytest.approx(expected, abs=1e-6)


def test_betweenness_of_a_large_graph_is_estimated_near_the_truth(monkeypatch):
    graph = nx.MultiDiGraph(nx.barabasi_albert_graph(400, 2, seed=3))
    exact = measure(nx.relabel_nodes(graph, str))
    assert not estimated(400, graph.number_of_edges())
    monkeypatch.setattr(measures, "STEPS", 400 * 200)
    assert estimated(400, graph.number_of_edges())
    found = measure(nx.relabel_nodes(graph, str))
    top = max(exact, key=lambda name: exact[name].betweenness)
    assert found[top].betweenness == pytest.approx(exact[top].betweenness, rel=0.2)
    assert found[top].betweenness >= sorted(own.betweenness for own in found.values())[-5]


def test_an_estimate_from_all_nodes_is_exact(monkeypatch):
    exact = measure(TWO_GROUPS)
    monkeypatch.setattr(measures, "STEPS", 0)
    monkeypatch.setattr(measures, "LEAST_PIVOTS", 99)
    assert measure(TWO_GROUPS) == exact
