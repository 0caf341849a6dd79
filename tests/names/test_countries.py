from relgraph.names.countries import country_namings
from relgraph.names.naming import Shape
from relgraph.vocabulary import EntityType

NAMINGS = {naming.entry.key: naming for naming in country_namings()}


def test_names_are_the_usual_german_ones() -> None:
    usual = {
        "US": "USA",
        "KR": "Südkorea",
        "GB": "Vereinigtes Königreich",
        "RU": "Russland",
        "CZ": "Tschechien",
        "TW": "Taiwan",
    }
    assert {code: NAMINGS[code].entry.name for code in usual} == usual


def test_dependent_territories_are_regions() -> None:
    assert NAMINGS["GL"].entry.type is EntityType.REGION
    assert NAMINGS["TW"].entry.type is EntityType.COUNTRY
    assert sum(naming.entry.type is EntityType.COUNTRY for naming in NAMINGS.values()) == 198


def test_links() -> None:
    assert NAMINGS["KR"].entry.same_as == (
        "http://publications.europa.eu/resource/authority/country/KOR",
        "http://www.wikidata.org/entity/Q884",
    )


def test_german_names_no_state_by_its_adjective() -> None:
    assert all(form.shape is not Shape.STEM for form in NAMINGS["DE"].forms)


def test_adjectives() -> None:
    stems = {"JP": "japanisch", "IN": "indisch", "FR": "französisch", "US": "US-amerikanisch", "NZ": "neuseeländisch"}
    for code, stem in stems.items():
        assert stem in {form.text for form in NAMINGS[code].forms if form.shape is Shape.STEM}


def test_no_adjective_stands_under_two_countries() -> None:
    bearers: dict[str, str] = {}
    for code, naming in NAMINGS.items():
        for form in naming.forms:
            if form.shape is Shape.STEM:
                assert bearers.setdefault(form.text, code) == code, form.text
