import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import UnknownName
from relgraph.names.gazetteer import Hit, gazetteer
from relgraph.vocabulary import EntityType

BW = "Baden-Württemberg"


def named(text: str, home: str | None = BW) -> list[tuple[str, str, str]]:
    """Text, name and type of each hit."""
    hits = gazetteer().find(text, home=home)
    return [(text[hit.start : hit.end], hit.entity.name, hit.entity.type.value) for hit in hits]


def names(text: str, home: str | None = BW) -> list[str]:
    return [name for _, name, _ in named(text, home)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Partner in Japan", [("Japan", "Japan", "Country")]),
        ("Japans Wirtschaft", [("Japans", "Japan", "Country")]),
        ("japanische Firmen", [("japanische", "Japan", "Country")]),
        ("Koreas Rolle", [("Koreas", "Südkorea", "Country")]),
        ("die VR China", [("VR China", "China", "Country")]),
        ("in der Republik Korea", [("Republik Korea", "Südkorea", "Country")]),
        ("in den Vereinigten Staaten", [("Vereinigten Staaten", "USA", "Country")]),
        ("amerikanische Firmen", [("amerikanische", "USA", "Country")]),
        ("die Russische Föderation", [("Russische Föderation", "Russland", "Country")]),
        ("die Präfektur Kanagawa", [("Präfektur Kanagawa", "Kanagawa", "Region")]),
        ("der Bundesstaat Maharashtra", [("Bundesstaat Maharashtra", "Maharashtra", "Region")]),
        ("die Provinz Anhui", [("Provinz Anhui", "Anhui", "Region")]),
        ("des Landes Niedersachsen", [("Landes Niedersachsen", "Niedersachsen", "Region")]),
        ("Partnerregion Lombardei", [("Lombardei", "Lombardei", "Region")]),
        ("Grand Est und Wales", [("Grand Est", "Grand Est", "Region"), ("Wales", "Wales", "Region")]),
        ("im Kanton Zürich", [("Kanton Zürich", "Kanton Zürich", "Region")]),
        ("aus Zürich", [("Zürich", "Zürich", "City")]),
        ("nach Tokio und Nanjing", [("Tokio", "Tokio", "City"), ("Nanjing", "Nanjing", "City")]),
        ("aus Straßburg", [("Straßburg", "Straßburg", "City")]),
        ("die Stadt Ulm", [("Stadt Ulm", "Ulm", "City")]),
        ("die Stuttgarter Messe", [("Stuttgarter", "Stuttgart", "City")]),
        ("die Region Stuttgart", [("Region Stuttgart", "Region Stuttgart", "Region")]),
        ("im Landkreis Lörrach", [("Landkreis Lörrach", "Landkreis Lörrach", "City")]),
        ("in der Asien-Pazifik-Region", [("Asien-Pazifik-Region", "Asien-Pazifik", "WorldRegion")]),
        ("im Nahen Osten", [("Nahen Osten", "Naher Osten", "WorldRegion")]),
        ("der Europäischen Union (EU)", [("Europäischen Union", "Europäische Union", "InternationalOrganisation"),
                                         ("EU", "Europäische Union", "InternationalOrganisation")]),
        ("dem Auswärtigen Amt", [("Auswärtigen Amt", "Auswärtiges Amt", "GovernmentBody")]),
        ("in Taiwan", [("Taiwan", "Taiwan", "Country")]),
        ("in Hamburg", [("Hamburg", "Hamburg", "City")]),
        ("von Wiener Neustadt", [("Wiener Neustadt", "Wiener Neustadt", "City")]),
        ("nach St. Pölten", [("St. Pölten", "Sankt Pölten", "City")]),
    ],
)  # fmt: skip
def test_finds(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "deutsch-polnische Themen",
        "die deutsche und die europäische Sicht",
        "die China-Strategie des Bundes",
        "China- und Asienkompetenz",
        "das Baden-Württemberg-Haus",
        "die Japanreise",
        "zum Essen laden wir ein",
        "in der Mitte der Gesellschaft",
        "im Norden und Osten",
        "im Mai und im Sommer",
        "die Afrikanische Schweinepest",
        "der Minister für Bundesrat, Europa und internationale Angelegenheiten",
        "auf Japanisch",
        "Karl Wiener sagte",
        "",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert named(text) == []


def test_a_surname_is_no_town() -> None:
    text = "Minister Prof. Dr. Peter Frankenberg kam nach Ulm. Frankenberg lobte das; in Frankenbergs Augen half es."
    assert names(text) == ["Ulm"]


def test_the_town_of_a_surname_counts_with_its_type_word() -> None:
    assert names("Die Stadt Frankenberg lädt ein.", "Hessen") == ["Frankenberg"]


def test_essen_is_a_city_after_a_preposition_only() -> None:
    assert [hit.start for hit in gazetteer().find("Beim Essen in Essen", home=BW)] == [14]


def test_home_tells_towns_of_one_name_apart() -> None:
    hesse = gazetteer().find("in Frankenberg", home="Hessen")[0].entity
    saxony = gazetteer().find("in Frankenberg", home="Sachsen")[0].entity
    assert hesse.id != saxony.id
    assert hesse.part_of == "https://w3id.org/relgraph/id/region/DE-HE"


def test_small_places_abroad_need_their_country() -> None:
    assert "Eupen" in names("In Belgien besuchte er Eupen und sprach in Eupen.")
    assert names("in Time") == []


def test_a_list_of_cantons_holds_no_cities() -> None:
    text = "die Kantone Thurgau, Zürich, St. Gallen und Aargau"
    assert {kind for _, _, kind in named(text)} == {"Region"}


def test_a_list_of_cities_holds_no_cantons() -> None:
    assert {kind for _, _, kind in named("die Städte Zürich, Bern und Basel")} == {"City"}


def test_what_is_placed_once_counts_everywhere() -> None:
    text = "Er wohnt in Kirchhundem. Kirchhundem liegt schön."
    assert names(text, "Nordrhein-Westfalen") == ["Kirchhundem", "Kirchhundem"]


def test_forms_are_told_apart() -> None:
    hits = gazetteer().find("Japan, Japans Norden, japanische Firmen; die Stuttgarter freuten sich")
    assert [hit.form for hit in hits] == ["name", "genitive", "adjective", "inhabitant"]


def test_an_unknown_home_is_no_error() -> None:
    assert names("in Japan", "Nirgendwo") == ["Japan"]


@pytest.mark.parametrize(
    ("label", "iri"),
    [
        ("Japan", "country/JP"),
        ("japan", "country/JP"),
        ("JP", "country/JP"),
        ("https://w3id.org/relgraph/id/country/JP", "country/JP"),
        ("South Korea", "country/KR"),
        ("Korea", "country/KR"),
        ("VR China", "country/CN"),
        ("Ontario", "region/CA-ON"),
        ("JP-14", "region/JP-14"),
        ("California", "region/US-CA"),
        ("quebec", "region/CA-QC"),
        ("BADEN-WÜRTTEMBERG", "region/DE-BW"),
        ("Tokyo", "city/1850147"),
        ("Munich", "city/2867714"),
        ("munchen", "city/2867714"),
        ("Luxemburg", "country/LU"),
        ("Georgien", "country/GE"),
        ("Georgia", "country/GE"),
        ("Europe", "world-region/150"),
        ("EU", "organisation/europaeische-union"),
    ],
)
def test_resolves(label: str, iri: str) -> None:
    assert gazetteer().resolve(label).id == f"https://w3id.org/relgraph/id/{iri}"


def test_resolves_within_types() -> None:
    assert gazetteer().resolve("Ontario", {EntityType.CITY}).type is EntityType.CITY
    with pytest.raises(UnknownName):
        gazetteer().resolve("Japan", {EntityType.CITY})


@pytest.mark.parametrize(("label", "near"), [("Japn", "Japan"), ("Baden-Würtemberg", BW), ("Münhen", "München")])
def test_a_miss_suggests(label: str, near: str) -> None:
    with pytest.raises(UnknownName) as caught:
        gazetteer().resolve(label)
    assert near in caught.value.suggestions
    assert len(caught.value.suggestions) <= 3


@pytest.mark.parametrize(
    "label", ["", " ", "\x00", "https://w3id.org/relgraph/id/city/x", "https://w3id.org/relgraph/id/city/²"]
)
def test_nonsense_is_unknown(label: str) -> None:
    with pytest.raises(UnknownName):
        gazetteer().resolve(label)


def test_by_id_gives_what_was_found() -> None:
    for hit in gazetteer().find("Japan, Kanagawa, Tokio, Asien und die EU"):
        assert gazetteer().by_id(hit.entity.id) == hit.entity
    assert gazetteer().by_id("https://w3id.org/relgraph/id/country/ZZ") is None


words = st.sampled_from(
    ["Japan", "Japans", "japanische", "in", "Stadt", "Essen", "Halle", "Kanton", "Zürich", "Republik", "Korea", "und",
     ",", "-", ". ", "Baden-Baden", "Baden", "Frankfurt am Main", "Minister", "Landkreis", "Roth", "EU", "İ", "ß", "\n"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(words | st.text(max_size=8), max_size=25).map(" ".join))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    hits = gazetteer().find(text, home=BW)
    assert hits == gazetteer().find(text, home=BW)
    ends = [0]
    for hit in hits:
        assert ends[-1] <= hit.start < hit.end <= len(text)
        ends.append(hit.end)
        assert isinstance(hit, Hit)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    gazetteer().find(text)


def test_a_long_text_without_blanks_is_read() -> None:
    assert gazetteer().find("Japan" * 20_000) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("die Partnerschaft mit dem schwedischen Växjö", "Växjö", "City"),
        ("Mitglied ist auch Akron in den USA.", "Akron", "City"),
        ("Gäste aus Saitama. Sie vertraten die Präfektur Saitama.", "Saitama", "Region"),
        ("Gäste aus dem Kanton Basel-Stadt", "Basel-Stadt", "Region"),
        ("das Gebiet Charkiw", "Oblast Charkiw", "Region"),
    ],
)
def test_a_place_is_told_by_its_country_and_by_its_type(text: str, name: str, kind: str) -> None:
    found = {(hit.entity.name, hit.entity.type.value) for hit in gazetteer().find(text)}
    assert {one for one in found if one[0] == name} == {(name, kind)}
