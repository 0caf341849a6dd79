import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das sagte er.\n\nRonald Hande sprach davon.", "Ronald Hande"),
        ("Oberbürgermeisterin Karin Averdung kam.", "Karin Averdung"),
        ("Amtschefin Dr. Hannelore Ostertag kam.", "Hannelore Ostertag"),
        ("Es sprach Peter van der Byl.", "Peter van der Byl"),
        ("Es sprach Univ.-Prof. Dr. Barbara Jung.", "Barbara Jung"),
        ("Präsident Günther H. Weber kam.", "Günther H. Weber"),
        ("Begleitet wurde sie von Wolodymyr Koval.", "Wolodymyr Koval"),
        ("Ministerin Dr. Nicole Hofmann zu den Zahlen: Es wird besser.", "Nicole Hofmann"),
    ],
)
def test_a_person_is_named(read, text: str, name: str) -> None:
    assert [entity.name for entity in read(text).entities if entity.type == "Person"] == [name]


@pytest.mark.parametrize("text", ["Das Programm „Brücken“ läuft.", "Fachleute der Nordex SE kamen.", "Die Jury tagt."])
def test_things_are_no_persons(read, text: str) -> None:
    assert [entity.name for entity in read(text).entities if entity.type == "Person"] == []
