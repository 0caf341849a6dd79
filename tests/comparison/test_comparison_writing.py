import csv
import io
import json

import pytest

from relgraph.comparison.comparison import By
from relgraph.comparison.gathering import compare
from relgraph.comparison.speech import WORDS, Speech
from relgraph.comparison.writing import COLUMNS, FORMATS, write
from relgraph.resources import read_words


@pytest.fixture(scope="module")
def held(store):
    return compare(store, ["Japan", "China"])


def test_the_table_is_aligned_and_tells_counts_totals_and_what_only_one_has(held):
    lines = write(held, "table", "de").splitlines()
    assert lines[0] == "Vergleich: Japan, China"
    assert lines[2].split() == ["Thema", "Japan", "China"]
    robotics = next(line for line in lines if line.startswith("Robotik"))
    assert robotics.split() == ["Robotik", "2", "(2)", "1", "(1)"]
    assert robotics.index("2 (2)") + 5 == lines[2].index("Japan") + 5
    assert "Nur Japan: Wasserstoff" in lines
    assert any(line.startswith("insgesamt") and line.split()[1:] == ["3", "(4)", "3", "(3)"] for line in lines)
    assert "Japan: 4 Beziehungen (1 kuratiert, 3 maschinell gelesen), Mitteilungen: 3, Sätze: 4, 04.05.2019 bis 2022" in lines  # noqa: E501  # fmt: skip


def test_english_speaks_english(held):
    text = write(held, "table", "en")
    assert "2019-05-04 to 2022" in text
    assert "Only Japan:" in text
    assert "Beziehungen" not in text


def test_where_nothing_is_said_it_says_so(store):
    text = write(compare(store, ["Südkorea", "Vietnam"]), "table", "de")
    assert "Zu keinem der Partner sagt eine Mitteilung etwas." in text


def test_csv_and_json_lines_have_a_row_for_each_cell_and_each_total(held):
    rows = list(csv.DictReader(io.StringIO(write(held, "csv", "de"))))
    lines = [json.loads(line) for line in write(held, "jsonl", "de").splitlines()]
    assert tuple(rows[0]) == COLUMNS == tuple(lines[0])
    assert len(rows) == len(lines) == sum(len(row.counts) for row in held.rows) + 2
    assert [row["releases"] for row in rows] == [str(line["releases"]) for line in lines]
    assert [line["relations"] for line in lines if line["key"] == "total"] == [4, 4]


def test_json_holds_everything(held):
    content = json.loads(write(held, "json", "de"))
    assert content["by"] == By.TOPIC
    assert len(content["rows"]) == len(held.rows)
    japan = held.partners[0]
    assert content["only"][japan.iri] == [row.key for row in held.only(japan)]


def test_markdown_has_a_table_and_nothing_of_a_name_is_markup(held):
    lines = write(held, "md", "de").splitlines()
    assert "| Robotik | 2 (2) | 1 (1) |" in lines
    assert not [line for line in lines if "<img" in line]


@pytest.mark.parametrize("format_", FORMATS)
def test_two_runs_write_the_same(store, held, format_):
    assert write(compare(store, ["Japan", "China"]), format_, "de") == write(held, format_, "de")


def test_a_cell_tells_counts_and_the_newest_sentence(held):
    row = next(row for row in held.rows if row.label == "Robotik")
    told = Speech(held, "de").told(row, held.partners[0])
    assert told.startswith("Japan · Robotik: Mitteilungen: 2, Sätze: 2\n„Japan liegt bei Robotik vorne.“ (01.03.2021")
    assert told.endswith("; kuratiert)")


def test_every_word_takes_the_same_values_in_both_languages():
    import string

    def fields(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert not [key for key, words in read_words(WORDS).items() if fields(words["de"]) != fields(words["en"])]
