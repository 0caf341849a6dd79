import pytest

from relgraph.extraction.tense import tense_at


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("Ministerin Vogt hat am Montag Lyon besucht.", "besucht", "past"),
        ("Vogt besuchte Lyon.", "besuchte", "past"),
        ("Vogt besucht Lyon.", "besucht", "present"),
        ("Vogt wird Lyon besuchen.", "besuchen", "ahead"),
        ("Vogt will Lyon besuchen.", "besuchen", "ahead"),
        ("Vogt wurde in Lyon empfangen.", "empfangen", "past"),
        ("Vogt wird in Lyon empfangen.", "empfangen", "present"),
        ("Vogt hatte Lyon besucht.", "besucht", "before"),
        ("Man habe Lyon besucht, sagte Vogt.", "besucht", "past"),
        ("Man werde Lyon besuchen, sagte Vogt.", "besuchen", "ahead"),
        ("Der Vertrag ist noch zu unterzeichnen.", "unterzeichnen", "ahead"),
        ("Vogt konnte in Lyon mit Ito sprechen.", "sprechen", "past"),
        ("Vogt, die Lyon besuchen will, traf Ito.", "traf", "past"),
        ("Vogt, die Lyon besucht hat, reist nach Ulm.", "reist", "present"),
        ("Es haben Vogt und Ito, der Gouverneur von Gifu, am 3. Mai 2019 in Ulm eine Erklärung unterzeichnet.",
         "unterzeichnet", "past"),
        ("Es haben Vogt, Ministerin für Europa, und Ito, ihr Gast, am Freitag, 3. Mai 2019, den Landtag besucht.",
         "besucht", "past"),
        ("Am Abend begleitete Vogt die unterzeichneten Verträge.", "unterzeichneten", "past"),
        ("Besuch in Lyon", "Besuch", "none"),
    ],
)  # fmt: skip
def test_tense_of_the_clause(text: str, cue: str, told: str) -> None:
    start = text.index(cue)
    assert tense_at(text, start, start + len(cue)) == told
