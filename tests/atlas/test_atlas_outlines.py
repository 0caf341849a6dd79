from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.atlas.frames import WIDTH, frame, frames
from relgraph.atlas.outlines import outlines, simplified
from relgraph.atlas.projection import project
from relgraph.atlas.topology import joined, topology
from relgraph.errors import UnknownName
from relgraph.resources import folder

POINTS = st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=2, max_size=40)
DIGEST = "04342cdc"


def test_the_shapes_are_those_of_world_atlas():
    held = (folder("data") / "atlas" / "countries-50m.json").read_bytes()
    assert sha256(held).hexdigest()[:8] == DIGEST


@pytest.mark.parametrize("code", ["DE", "JP", "SG", "XK", "TW", "HU", "MM", "LI", "VA", "RU", "SS", "PS"])
def test_countries_large_and_small_are_there(code):
    assert code in {country.code for country in topology().countries}


def test_no_country_runs_across_the_whole_map():
    world = topology()
    rings = [joined(ring, world.arcs) for country in world.countries for ring in country.rings]
    assert max(abs(one[0] - two[0]) for ring in rings for one, two in pairwise(ring)) < 0.5


def test_areas_are_kept():
    def area(west, south):
        corners = [(west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1), (west, south)]
        placed = [project(*corner) for corner in corners]
        return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(placed)) / 2)

    # A degree square shrinks with the cosine of its latitude
    assert area(10, 59.5) / area(10, -0.5) == pytest.approx(0.5, abs=0.002)
    assert area(140, 40) == pytest.approx(area(0, 40), rel=0.001)


@pytest.mark.parametrize("id_", list(frames()))
def test_every_frame_shows_countries_in_its_units(id_):
    shown = frame(id_)
    found = outlines(shown)
    assert len(found) > 20
    assert 0 < shown.height < 1500
    assert any(shown.holds(one.x, one.y) for one in found)


def test_singapore_is_there_and_small():
    shown = frame("asia-pacific")
    singapore = next(one for one in outlines(shown) if one.code == "SG")
    assert singapore.small
    assert 0 < singapore.x < WIDTH


def test_an_unknown_part_of_the_world_is_said():
    with pytest.raises(UnknownName, match="atlantis"):
        frame("atlantis")


@given(POINTS)
def test_a_simple_line_keeps_its_ends_and_its_points_in_order(points):
    kept = simplified(points, 1.0)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    left = iter(points)
    assert all(point in left for point in kept)
