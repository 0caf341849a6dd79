import pytest


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Am Standort Kleinwusterdorf wird gebaut.", {"Kleinwusterdorf"}),
        ("Ortsteile wie Zechow oder Hinterwalde blieben abgehängt.", {"Zechow", "Hinterwalde"}),
        ("Ein Werk entsteht in Bécantour.", {"Bécantour"}),
        ("Sie kam aus Hinterwiesenbach.", {"Hinterwiesenbach"}),
        ("Das ist in Schach zu halten, in Zusammenarbeit mit anderen.", set()),
        ("Sie schulen vor Ort Multiplikatoren.", set()),
    ],
)
def test_a_place_that_no_list_has(read, text: str, places: set[str]) -> None:
    assert {entity.name for entity in read(text).entities if entity.type == "City"} == places


def test_a_place_of_a_list_lies_in_the_country_behind_it(read) -> None:
    text = "Gäste kamen aus Ulm, Fongo-Tongo in Kamerun und Prag."
    found = {entity.name: entity.type for entity in read(text).entities}
    assert found.get("Fongo-Tongo") == "City"
