"""How well questions are read: those of the lexicon, and those that were typed by others."""

import json
from pathlib import Path

import pytest

from relgraph.errors import DataError
from relgraph.queries.catalogue import catalogue
from relgraph.resources import read_yaml
from relgraph.understanding.lexicon import cues
from relgraph.understanding.measuring import error_table, figure_table, figures, measure

ASKED = Path(__file__).parents[1] / "queries" / "asked"
FLOORS = {"open": {"right": 0.97, "wrong": 0.02}, "closed": {"right": 0.90, "wrong": 0.06}}
"""The least share read right, and the largest share answered to a wrong question."""

_MARKS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "-": " ", "?": ""})


@pytest.mark.parametrize("part", FLOORS)
def test_questions_that_others_typed_are_read_as_well_as_ever(part, bundled_store):
    told = figures(measure(ASKED / f"{part}.yml", bundled_store))
    assert told["right"] >= FLOORS[part]["right"], told
    assert told["wrong"] <= FLOORS[part]["wrong"], told


def test_the_examples_of_every_question_are_read(bundled_store, tmp_path):
    rows = [
        {"text": one.text, "question": name, "params": dict(one.params)}
        for name in sorted(set(cues()) & set(catalogue()))
        for one in cues()[name].examples
    ]
    path = tmp_path / "examples.yml"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert [(one.text, one.got) for one in measure(path, bundled_store) if not one.right] == []


def test_case_umlauts_and_marks_do_not_count(bundled_store, tmp_path):
    changes = [str.lower, str.upper, lambda text: text.lower().translate(_MARKS)]
    asked = [row for row in read_yaml(ASKED / "open.yml") if "-20" not in row["text"]]
    rows = [{**row, "text": changes[place % 3](row["text"])} for place, row in enumerate(asked)]
    path = tmp_path / "changed.yml"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert figures(measure(path, bundled_store))["right"] >= FLOORS["open"]["right"]


def entry(text, question, params="{}", **more):
    rest = "".join(f", '{key}': {value}" for key, value in more.items())
    return f"- {{text: {text}, question: {question}, params: {params}{rest}}}\n"


def test_right_wrong_and_refused_are_told_apart(reader, tmp_path):
    path = tmp_path / "asked.yml"
    path.write_text(
        entry("Besuche mit Japan", "visits-and-meetings", "{country: JP}")
        + entry("Besuche mit Japan", "visits-and-meetings", "{country: KR}")
        + entry("Besuche mit Japan", "trade-ties", "{country: Japan}")
        + entry("Wetter", "none")
        + entry("Besuche mit Japan", "none")
        + entry(
            "Besuche letztes Jahr", "[trade-ties, visits-and-meetings]", "{since: [2000, 2019], until: 2019}", on=2020
        ),
        encoding="utf-8",
    )
    asked = measure(path, reader.store)
    assert [one.right for one in asked] == [True, False, False, True, False, True]
    assert [one.wrong for one in asked] == [False, False, True, False, True, False]
    assert figures(asked)["right"] == 0.5
    assert figure_table(asked).columns[0] == "questions"
    rows = error_table(asked).rows
    assert len(rows) == 3
    assert all(read for _, _, read in rows)


def test_what_is_refused_is_told_as_none(reader, tmp_path):
    path = tmp_path / "asked.yml"
    path.write_text(entry("Wetter", "visits-and-meetings"), encoding="utf-8")
    assert [[str(cell) for cell in row] for row in error_table(measure(path, reader.store)).rows] == [
        ["Wetter", "visits-and-meetings", "none"]
    ]


@pytest.mark.parametrize("text", ["{}", "- text", "- {text: Japan}"])
def test_a_file_that_is_off_is_named(text, reader, tmp_path):
    path = tmp_path / "asked.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"asked\.yml"):
        measure(path, reader.store)
