"""Areas across states, and what lies in them."""

from collections import Counter

import pytest

from relgraph import iris
from relgraph.errors import DataError
from relgraph.names import areas
from relgraph.names.areas import areas_around, read_areas
from relgraph.names.countries import country_namings
from relgraph.names.gazetteer import gazetteer
from relgraph.vocabulary import EntityType

M49_PARTS = set("005 011 013 014 015 017 018 029 030 034 035 039 054 061 143 145 151 154 155".split())


def around(label):
    return {area.rsplit("/", 1)[-1] for area in areas_around(gazetteer().resolve(label).id)}


def test_entries_are_sorted_and_unique():
    ids = [area.id for area in read_areas()]
    assert ids == sorted(set(ids))
    assert all(area.states or area.areas for area in read_areas())


@pytest.mark.parametrize("area", read_areas(), ids=lambda area: area.id)
def test_what_lies_in_an_area_is_sorted_and_has_a_code(area):
    import pycountry

    for part in (area.states, area.areas):
        assert list(part) == sorted(set(part))
    known = {one.alpha_2 for one in pycountry.countries} | {one.code for one in pycountry.subdivisions} | {"XK"}
    assert set(area.states) <= known


def test_every_state_lies_in_one_part_of_the_world():
    counted = Counter(state for area in read_areas() if area.id in M49_PARTS for state in area.states)
    assert [state for state, count in counted.items() if count > 1] == []
    lying = {naming.entry.key for naming in country_namings() if areas_around(naming.entry.iri)}
    assert {naming.entry.key for naming in country_namings()} - lying == {"AQ"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Japan", {"030", "142", "asien-pazifik"}),
        ("Frankreich", {"155", "150", "eu-staaten"}),
        ("Schweiz", {"155", "150", "alpenraum"}),
        ("Brasilien", {"005", "019", "419", "mercosur-raum"}),
        ("Kenia", {"014", "202", "002"}),
        ("Ostasien", {"142", "asien-pazifik"}),
        ("Bayern", {"alpenraum", "donauraum"}),
        ("Stuttgart", set()),
    ],
)
def test_areas_are_closed_over_smaller_ones(label, expected):
    assert around(label) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "expected a list of areas"),
        ("- {id: '142', source: s, places: []}", "entry 1: places"),
        ("- {id: atlantis, source: s}", "entry 1: no area atlantis"),
        ("- {id: '142', areas: ['999'], source: s}", "entry 1: no area 999"),
    ],
)
def test_a_file_that_is_off_is_named(text, why, tmp_path, monkeypatch):
    path = tmp_path / "areas.yml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(areas, "authority_path", lambda name: path)
    with pytest.raises(DataError, match=why):
        areas.read_areas.__wrapped__()


def test_an_area_lies_not_in_itself():
    for area in read_areas():
        id_ = iris.entity(EntityType.WORLD_REGION, area.id)
        assert id_ not in areas_around(id_)
