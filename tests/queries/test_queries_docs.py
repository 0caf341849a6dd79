"""docs/queries.md says what the catalogue holds, and its example is a question."""

import re
from pathlib import Path

import pytest

from relgraph.queries.catalogue import catalogue, listing, read_question
from relgraph.queries.run import run

DOCS = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", catalogue())
def test_a_question_stands_in_the_table_with_its_words(name):
    question = catalogue()[name]
    (row,) = [line for line in DOCS.splitlines() if line.startswith(f"| `{name}` |")]
    assert f"{question.question['de']} {question.question['en']}" in row
    for parameter in question.parameters:
        assert parameter.name in row or parameter.name == "language"


def test_the_table_has_no_question_too_many():
    assert set(re.findall(r"^\| `([a-z-]+)` \| [A-ZÄÖÜ]", DOCS, re.MULTILINE)) == set(catalogue())


def test_the_example_is_a_question(fixture_store, tmp_path):
    path = tmp_path / "cities.rq"
    path.write_text(re.search(r"```sparql\n(.*?)```", DOCS, re.DOTALL)[1], encoding="utf-8")
    assert run(read_question(path), fixture_store, {"country": "Japan"}).columns == ("city_name",)


def test_the_list_names_every_question_in_both_languages():
    for language in ("de", "en"):
        table, headings, _ = listing(language)
        assert [row["name"] for row in table.dicts()] == list(catalogue())
        assert set(headings) == set(table.columns)
