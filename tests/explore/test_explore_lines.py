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


def test_weights_count_a_sentence_once_whatever_ties_it_states():
    one, other, third = ("r1", "Eins."), ("r1", "Zwei."), ("r2", "Eins.")
    lines = [
        Line(("a", "b"), 2, (), frozenset({one, other})),
        Line(("a", "c"), 2, (), frozenset({one, third})),
        Line(("a", "a"), 1, (), frozenset({other})),
    ]
    assert weights(lines) == {"a": 3, "b": 2, "c": 2}


def test_weights_are_the_sentences_of_all_relations_of_a_node(graph):
    sentences = {
        (held.source.iri, held.sentence)
        for subject, obj, data in graph.edges(data=True)
        if JAPAN in (subject, obj)
        for held in data["statements"]
    }
    assert weights(lines_of(graph))[JAPAN] == len(sentences) == 5


def test_weights_count_a_loop_once():
    assert weights([Line(("a", "a"), 2, ()), Line(("a", "b"), 3, ())]) == {"a": 5, "b": 3}
