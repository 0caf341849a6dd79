import networkx as nx

from relgraph.network.paths import shortest_paths


def graph(*edges):
    made = nx.MultiDiGraph()
    for number, (one, other, sentences) in enumerate(edges):
        made.add_edge(one, other, key=f"t{number}", sentences=sentences)
    return made


def test_the_path_with_fewest_steps_comes_first():
    found = shortest_paths(
        graph(("a", "b", 9), ("b", "c", 9), ("c", "d", 9), ("a", "x", 1), ("x", "d", 1)), "a", "d", 2
    )
    assert found == [["a", "x", "d"], ["a", "b", "c", "d"]]


def test_of_two_equally_long_the_better_evidenced_comes_first():
    found = shortest_paths(graph(("a", "b", 1), ("b", "d", 1), ("a", "c", 2), ("c", "d", 2)), "a", "d", 5)
    assert found == [["a", "c", "d"], ["a", "b", "d"]]


def test_directions_do_not_count():
    assert shortest_paths(graph(("b", "a", 1), ("b", "c", 1)), "a", "c") == [["a", "b", "c"]]


def test_where_nothing_leads_there_is_no_path():
    assert shortest_paths(graph(("a", "b", 1), ("c", "d", 1)), "a", "d") == []


def test_it_agrees_with_networkx():
    made = nx.MultiDiGraph(nx.gnm_random_graph(40, 70, seed=4, directed=True))
    named = nx.relabel_nodes(made, {node: f"n{node:02}" for node in made})
    plain = nx.Graph(named)
    for end in sorted(named)[1:]:
        found = shortest_paths(named, "n00", end)
        if nx.has_path(plain, "n00", end):
            assert len(found[0]) == len(nx.shortest_path(plain, "n00", end))
        else:
            assert found == []
