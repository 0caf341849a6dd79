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


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Eingeladen hatte vor Monaten Stephan Vogt, der Präsident des Landtags.", {"Stephan Vogt"}),
        ("Am Montag begrüßt Minister Karl Vogt Ana Botella Serrano.", {"Karl Vogt", "Ana Botella Serrano"}),
        ("Geehrt wurde Christoph Graf von Hardenfels.", {"Christoph Graf von Hardenfels"}),
        ("Rektor Gerhart v. Graevenitz sprach.", {"Gerhart v. Graevenitz"}),
        (
            "Es kamen S.D. Erbprinz Alois von und zu Liechtenstein und I.D. Prinzessin Eva Kranz.",
            {"Alois von und zu Liechtenstein", "Eva Kranz"},
        ),
        ("Es sprachen Marco dell’Isola und Königin Margrethe II. von Dänemark.", {"Marco dell’Isola", "Margrethe II."}),
    ],
)
def test_where_a_name_begins_and_ends(read, text: str, persons: set[str]) -> None:
    assert {entity.name for entity in read(text).entities if entity.type == "Person"} == persons
