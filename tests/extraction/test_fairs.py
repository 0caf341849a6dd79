import pytest


def events(read, text: str) -> list[str]:
    return [entity.name for entity in read(text).entities if entity.type == "Event"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Auf der NORDTECH Taiwan in Taipeh stand Hessen Seite an Seite mit Firmen.", "NORDTECH Taiwan"),
        ("Für die Teilnahme an der HYDRAQUA 2024 wirbt das Ministerium.", "HYDRAQUA 2024"),
        ("Hessische Firmen stellen bei der INTERFRUT am Gemeinschaftsstand aus.", "INTERFRUT"),
    ],
)
def test_a_name_in_capitals_is_a_fair_where_one_stands_on_it(read, text: str, name: str) -> None:
    assert name in events(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Er arbeitete bei der NORDTECH in Taipeh.",
        "Auf der Messe waren sie nicht, und auf der UNESCO-Liste steht das Schloss.",
        "Auf der NATO lasten Pflichten.",
    ],
)
def test_other_names_in_capitals_are_none(read, text: str) -> None:
    assert events(read, text) == []
