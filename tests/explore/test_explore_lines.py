from relgraph.explore.lines import Line, lines_of, weights

LAND = "https://w3id.org/relgraph/id/region/DE-BW"
JAPAN = "https://w3id.org/relgraph/id/country/JP"


def test_a_line_gathers_all_relations_between_two_nodes_in_either_direction(graph):
    (line,) = [line for line in lines_of(graph) if set(line.ends) == {LAND, JAPAN}]
    assert [kind for _, _, kind in line.edges] == ["cooperation", "meeting"]
    assert line.sentences == 3


def test_the_best_evidenced_line_comes_first(graph):
    counts = [line.sentences for line in lines_of(graph)]
    assert counts[0] == 3
    assert counts == sorted(counts, reverse=True)


def test_every_edge_is_in_one_line(graph):
    edges = [edge for line in lines_of(graph) for edge in line.edges]
    assert sorted(edges) == sorted(graph.edges(keys=True))


def test_weights_count_a_loop_once():
    assert weights([Line(("a", "a"), 2, ()), Line(("a", "b"), 3, ())]) == {"a": 5, "b": 3}
