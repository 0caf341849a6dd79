import math

import pytest

from relgraph.explore.layout import PITCH, arrange

NODES = [f"n{i}" for i in range(60)]
PAIRS = {(f"n{i}", f"n{(i * 7 + 1) % 60}"): 1 + i % 4 for i in range(60)}


def test_every_node_has_a_place_in_whole_pixels():
    places = arrange(NODES, PAIRS)
    assert list(places) == NODES
    assert all(isinstance(axis, int) for place in places.values() for axis in place)


def test_the_same_graph_is_laid_out_the_same():
    assert arrange(NODES, PAIRS) == arrange(NODES, dict(reversed(PAIRS.items())))


def test_no_two_nodes_stand_on_each_other():
    places = list(arrange(NODES, PAIRS).values())
    nearest = min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i])
    assert nearest > PITCH / 2


def test_tied_nodes_stand_nearer_than_others():
    cliques = {(f"{g}{i}", f"{g}{j}"): 1 for g in "ab" for i in range(6) for j in range(i)}
    places = arrange(sorted({end for pair in cliques for end in pair}), cliques)
    within = [math.dist(places[a], places[b]) for a, b in cliques]
    across = [math.dist(places[f"a{i}"], places[f"b{j}"]) for i in range(6) for j in range(6)]
    assert sum(within) / len(within) < sum(across) / len(across)


@pytest.mark.parametrize(("nodes", "pairs"), [([], {}), (["a"], {}), (["a", "b"], {("a", "b"): 3})])
def test_small_graphs_are_laid_out_too(nodes, pairs):
    assert list(arrange(nodes, pairs)) == nodes
