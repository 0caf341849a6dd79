import json

import pytest

from relgraph.errors import QueryError
from relgraph.understanding.answering import READ_WITH, answer


@pytest.fixture
def answered(reader):
    return lambda text, chosen=0, language="de": answer(reader, reader.read(text), chosen, language)


def test_the_reading_is_told_first(answered):
    lines = answered("Wer führt bei Halbleitern?").write("table").splitlines()
    assert lines[0] == "gelesen als: Technologieführer · Thema Halbleiter"
    assert "Südkorea ist in der Chipfertigung führend." in "\n".join(lines)


def test_the_reading_speaks_english(answered):
    told = answered("Who leads in semiconductors in Korea?", language="en")
    assert next(told.lines()) == "read as: Technology leaders · Topic Semiconductors · country South Korea".replace(
        "Topic", "topic"
    )


@pytest.mark.parametrize("format_", READ_WITH)
def test_the_reading_stands_with_the_answer(answered, format_):
    assert "Technologieführer" in answered("Wer führt bei Halbleitern?").write(format_)


def test_programs_get_the_reading_beside_the_rows(answered):
    content = json.loads(answered("Wer führt bei Halbleitren?").write("json"))
    assert content["reading"]["question"] == "technology-leaders"
    assert content["reading"]["params"] == {"topic": "Halbleiter"}
    assert content["reading"]["command"] == "relgraph query technology-leaders --param topic=Halbleiter"
    assert content["reading"]["notes"] == ["Halbleitren als Halbleiter gelesen"]
    assert content["results"]["bindings"]


def test_what_a_question_has_no_place_for_is_told(answered):
    told = answered("Wer führt bei Halbleitern gegenüber Bayern und Sachsen seit 2019?")
    assert any("danach fragt diese Frage nicht" in line and "die Zeitangabe" in line for line in told.lines())


def test_an_empty_answer_says_which_part_to_relax(answered):
    told = answered("Wer führt in Japan bei Halbleitern?")
    assert told.told.size == 0
    assert list(told.relaxed()) == [
        "Darauf hat der Graph keine Antwort.",
        "ohne Thema Halbleiter: 1 Zeilen",
        "ohne Land Japan: 1 Zeilen",
    ]


def test_markup_in_a_question_is_none_in_the_answer(answered):
    text = "Wer führt bei Halbleitern? <script>alert(1)</script>"
    assert "<script>" not in answered(text).write("html")
    assert "<script>" not in answered(text).write("md")


def test_a_reading_that_there_is_not_is_an_error(answered):
    with pytest.raises(QueryError, match="reading 9"):
        answered("Wer führt bei Halbleitern?", 8)
