import random

import networkx as nx
import pytest

from relgraph.network.measures import communities, measure, neighbourhood, seeded


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
