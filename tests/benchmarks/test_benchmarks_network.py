"""The benchmark measures something; what it measures is no matter of a test."""

from network import compare, edges, measure


def test_both_find_the_groups():
    rows = list(compare(1000, 5000))
    assert [row.unit for row in rows] == ["s", "", "ms"]
    assert all(value > 0.5 for value in (rows[1].ours, rows[1].theirs))


def test_edges_are_always_the_same():
    assert edges(50, 100) == edges(50, 100)
    assert measure("relgraph", 50, 100)["seconds"] > 0
