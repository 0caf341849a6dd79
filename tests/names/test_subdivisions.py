from relgraph.names.naming import Need
from relgraph.names.subdivisions import region_namings

NAMINGS = {naming.entry.key: naming for naming in region_namings()}


def test_german_names() -> None:
    usual = {
        **{"CA-ON": "Ontario", "CN-JS": "Jiangsu", "ES-CT": "Katalonien", "FR-GES": "Grand Est", "GB-WLS": "Wales"},
        **{
            "IN-MH": "Maharashtra",
            "IT-BZ": "Südtirol",
            "JP-14": "Kanagawa",
            "US-CA": "Kalifornien",
            "US-GA": "Georgia",
        },
    }
    assert {code: NAMINGS[code].entry.name for code in usual} == usual


def test_city_states_are_no_regions() -> None:
    assert not {"DE-BE", "DE-HB", "DE-HH", "AT-9"} & NAMINGS.keys()


def test_regions_named_like_their_city_need_the_type_word() -> None:
    needs = {form.text: form.need for form in NAMINGS["CH-ZH"].forms}
    assert needs == {"Kanton Zürich": Need.NOTHING, "Zürich": Need.TYPE_WORD}


def test_iris_and_places_in_countries() -> None:
    entry = NAMINGS["JP-14"].entry
    assert entry.iri == "https://w3id.org/relgraph/id/region/JP-14"
    assert entry.part_of == "https://w3id.org/relgraph/id/country/JP"
    assert NAMINGS["suedhessen"].entry.part_of == "https://w3id.org/relgraph/id/region/DE-HE"


def test_iris_are_distinct() -> None:
    assert len({naming.entry.iri for naming in NAMINGS.values()}) == len(NAMINGS)
