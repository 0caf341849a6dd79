"""Where cities and regions lie."""

import json

import pytest

from relgraph import iris
from relgraph.errors import DataError
from relgraph.names.coordinates import coordinates, read_regions
from relgraph.vocabulary import EntityType


def region(code):
    return coordinates(iris.entity(EntityType.REGION, code))


@pytest.mark.parametrize(
    ("code", "west", "east", "south", "north"),
    [
        ("JP-14", 138.9, 139.9, 35.1, 35.7),  # Kanagawa, which no city is called
        ("CN-JS", 116.3, 121.9, 30.7, 35.2),  # Jiangsu
        ("IT-25", 8.4, 11.5, 44.6, 46.7),
        ("JP-17", 136.2, 137.4, 36.0, 37.9),  # Ishikawa, not the city of that name on Okinawa
        ("CN-JX", 113.5, 118.5, 24.4, 30.1),  # Jiangxi
    ],
)
def test_a_region_lies_within_its_borders(code, west, east, south, north):
    longitude, latitude = region(code)
    assert west < longitude < east
    assert south < latitude < north


def test_a_city_lies_where_geonames_has_it():
    longitude, latitude = coordinates(iris.entity(EntityType.CITY, "1848354"))
    assert (round(longitude, 1), round(latitude, 1)) == (139.7, 35.4)  # Yokohama


@pytest.mark.parametrize("code", ["NO-30", "schwarzwald"])
def test_what_no_list_places_lies_nowhere(code):
    assert region(code) is None


def test_places_are_read_by_code(tmp_path):
    path = tmp_path / "regions.json"
    path.write_text(json.dumps({"JP": {"JP-14": {"latLng": [35, 139]}}, "NO": {"NO-30": {"latLng": [58, 5]}}}))
    assert read_regions(path) == {"JP-14": (139.0, 35.0)}


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"JP": {"JP-14": {}}}', '{"JP": {"JP-14": {"latLng": null}}}'])
def test_a_file_of_another_form_is_named(tmp_path, text):
    path = tmp_path / "regions.json"
    path.write_text(text)
    with pytest.raises(DataError, match=r"regions\.json: no places of regions as iso3166_2 has them"):
        read_regions(path)
