import textwrap

from hypothesis import given
from hypothesis import strategies as st

from relgraph.releases.text import normalise, paragraphs, stored

SENTENCES = (
    "Das Land Lindenland und die Präfektur Aokawa wollen bei Wasserstoff künftig enger zusammenarbeiten als bisher. "
    "Dazu haben beide Seiten in Rosenfurt eine Absichtserklärung unterzeichnet, die fünf Jahre gilt."
)


@given(st.text())
def test_normalising_is_idempotent(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet="ab \n\t\r\u00a0\u00ad\u200b\u202e\ufeff\u2028ü"))
def test_normalised_text_has_one_blank_and_one_line_break(text):
    result = normalise(text)
    assert not set(result) - set("ab \nü")
    assert "  " not in result
    assert "\n\n\n" not in result
    assert result == result.strip()


def test_letters_of_two_characters_become_one():
    assert normalise("u\u0308ber") == "über"


@given(st.integers(66, 100))
def test_a_wrapped_paragraph_is_joined(width):
    wrapped = textwrap.fill(SENTENCES, width, break_on_hyphens=False)
    assert stored(paragraphs(f"Kopfzeile der Meldung\n\n{wrapped}\n\nWeitere Meldungen\nEine andere")) == (
        f"Kopfzeile der Meldung\n\n{SENTENCES}\n\nWeitere Meldungen\n\nEine andere"
    )


def test_long_lines_were_never_wrapped():
    assert paragraphs(f"{SENTENCES}\nTeilen\nDrucken") == [SENTENCES, "Teilen", "Drucken"]


def test_a_divided_word_is_joined_and_a_hyphen_that_stands_for_a_word_stays():
    block = (
        "Die Partner vereinbarten in Rosenfurt eine engere Zusammen-\narbeit bei der Wirtschafts-\nund Kulturpolitik."
    )
    joined = "Die Partner vereinbarten in Rosenfurt eine engere Zusammenarbeit bei der Wirtschafts- und Kulturpolitik."
    assert paragraphs(block) == [joined]


def test_points_of_a_list_stay_apart():
    points = ["• Workshop zur Robotik in Minatori, im Oktober 2024, mit Firmen", "• Gegenbesuch in Rosenfurt"]
    assert paragraphs("\n".join(points)) == points
