from relgraph.explore.lines import FIRST_VIEW, Line, first_view, lines_of, weights

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


def test_the_first_view_is_full_and_every_node_in_it_is_tied(graph):
    lines = lines_of(graph)
    shown = first_view(lines)
    assert len(shown) == FIRST_VIEW == len(set(shown))
    tied = {end for line in lines if set(line.ends) <= set(shown) for end in line.ends}
    assert tied == set(shown)


def test_what_is_pinned_is_shown_in_any_case():
    lines = [Line(("a", "b"), 9, ()), Line(("c", "d"), 1, ())]
    assert first_view(lines, 3, pinned=["d"]) == ["d", "a", "b"]
