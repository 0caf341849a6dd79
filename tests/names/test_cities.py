import pytest

from relgraph.names.authorities import read_authorities
from relgraph.names.cities import cities
from relgraph.names.forms import bearer, candidates, form_table
from relgraph.vocabulary import EntityType


@pytest.mark.parametrize(
    ("number", "name", "part_of"),
    [
        (1850147, "Tokio", "country/JP"),
        (3173435, "Mailand", "country/IT"),
        (1816670, "Peking", "country/CN"),
        (1799962, "Nanjing", "country/CN"),
        (2973783, "Straßburg", "region/FR-GES"),
        (3094802, "Krakau", "country/PL"),
        (2825297, "Stuttgart", "region/DE-BW"),
        (2761369, "Wien", "country/AT"),
        (524901, "Moskau", "country/RU"),
    ],
)
def test_cities_have_their_usual_names(number: int, name: str, part_of: str) -> None:
    index = cities().find(number)
    assert index is not None
    entry = cities().entry(index)
    assert (entry.name, entry.part_of) == (name, f"https://w3id.org/relgraph/id/{part_of}")
    assert entry.iri == f"https://w3id.org/relgraph/id/city/{number}"
    assert entry.same_as == (f"https://sws.geonames.org/{number}/",)


def test_every_city_of_the_authorities_exists() -> None:
    missing = [entry.id for entry in read_authorities("cities.yml") if cities().find(int(entry.id)) is None]
    assert missing == []


def test_small_places_stand_here_in_german_speaking_states_only() -> None:
    small = [bearer(code >> 4) for code in form_table()["Kirchhundem"]]
    assert [entry.country for entry in small] == ["DE"]


def test_the_larger_comes_first() -> None:
    found = [c.entry.population for c in candidates(form_table()["Frankenberg"]) if c.entry.type is EntityType.CITY]
    assert found == sorted(found, reverse=True)
    assert len(found) > 1
