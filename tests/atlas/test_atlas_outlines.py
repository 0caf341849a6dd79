import re
from itertools import pairwise

import pytest

from relgraph.atlas.frames import WIDTH, frame, frames
from relgraph.atlas.outlines import outlines
from relgraph.atlas.projection import project
from relgraph.errors import UnknownName


def points(path):
    """Points of a path, in tenths of a unit."""
    found = set()
    for ring in path.split("z")[:-1]:
        x = y = 0
        numbers = [round(10 * float(number)) for number in re.findall(r"-?[\d.]+", ring)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.add((x, y))
    return found


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


@pytest.mark.parametrize("id_", list(frames()))
def test_a_page_stays_light(id_):
    assert 50_000 < sum(len(one.path) for one in outlines(frame(id_))) < 200_000


@pytest.mark.parametrize(("one", "two"), [("DE", "FR"), ("DE", "PL"), ("ES", "PT"), ("CH", "IT"), ("SE", "NO")])
def test_neighbours_stay_joined(one, two):
    paths = {shown.code: points(shown.path) for shown in outlines(frame("europe"))}
    assert len(paths[one] & paths[two]) > 8


def test_a_country_lies_where_it_is():
    shown = frame("europe")
    germany = next(one for one in outlines(shown) if one.code == "DE")
    found = [(x / 10, y / 10) for x, y in points(germany.path)]
    west, east = shown.placed(project(5.87, 51.05)), shown.placed(project(15.04, 51.27))
    assert min(x for x, _ in found) == pytest.approx(west[0], abs=1.5)
    assert max(x for x, _ in found) == pytest.approx(east[0], abs=1.5)
