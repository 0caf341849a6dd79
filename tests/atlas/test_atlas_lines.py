from hypothesis import given
from hypothesis import strategies as st

from relgraph.atlas.lines import simple_rings, simplified

STEPS = st.integers(-100, 100)
POINTS = st.lists(st.tuples(STEPS, STEPS), min_size=2, max_size=40)
BORDER = st.lists(st.tuples(st.integers(-9, 9), st.just(0)), max_size=30)
"""How far each point of a border between two countries lies off it; the points go from north to south."""


@given(POINTS)
def test_a_simple_line_keeps_its_ends_and_its_points_in_order(points):
    kept = simplified(points, 1.0)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    left = iter(points)
    assert all(point in left for point in kept)


@given(BORDER, st.integers(0, 8))
def test_neighbours_keep_the_same_border(offsets, turned):
    border = [(0, 0), *((x, 10 * (place + 1)) for place, (x, _) in enumerate(offsets)), (0, 10 * (len(offsets) + 1))]
    south = border[-1][1]
    west = [*border, (-50, south), (-50, 0)]
    east = [*border[::-1], (50, 0), (50, south)]
    start = turned % len(east)  # wherever its ring begins
    east = east[start:] + east[:start]
    one, two = simple_rings([[*west, west[0]], [*east, east[0]]], 4.0)
    shared = set(border)
    assert [point for point in one if point in shared]
    assert {point for point in one if point in shared} == {point for point in two if point in shared}
    assert {border[0], border[-1]} <= set(one)


@given(st.lists(st.tuples(STEPS, STEPS), min_size=3, max_size=30, unique=True), st.integers(0, 29))
def test_a_country_within_another_fills_its_hole(points, start):
    start %= len(points)
    turned = points[start:] + points[:start]
    hole, inner = simple_rings([[*points, points[0]], [*turned[::-1], turned[-1]]], 8.0)
    assert set(hole) == set(inner)
    assert hole[0] == hole[-1]


def test_a_ring_that_touches_itself_is_not_cut_there():
    eight = [(0, 0), (10, 10), (20, 0), (20, 20), (10, 10), (0, 20), (0, 0)]
    (found,) = simple_rings([eight], 30.0)
    assert len(found) < len(eight)
