"""docs/queries.md says what the catalogue holds, and its example is a question."""

import re
from pathlib import Path

import pytest

from relgraph.queries.catalogue import catalogue, listing, read_question
from relgraph.queries.groups import GROUPS
from relgraph.queries.run import run
from relgraph.vocabulary import DEALINGS, LASTING, RelationType

DOCS = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", catalogue())
def test_a_question_stands_in_the_table_with_its_words(name):
    question = catalogue()[name]
    (row,) = [line for line in DOCS.splitlines() if line.startswith(f"| `{name}` |")]
    assert f"{question.question['de']} {question.question['en']}" in row
    for parameter in question.parameters:
        assert f"{parameter.name}" in row.split("|")[3] or parameter.name in ("language", "limit")


def test_each_question_stands_under_its_group():
    sections = re.split(r"^### ", DOCS.split("## Catalogue")[1].split("\n## ")[0], flags=re.MULTILINE)[1:]
    listed = {part.splitlines()[0]: re.findall(r"^\| `([a-z-]+)` \|", part, re.MULTILINE) for part in sections}
    assert listed == {
        words["en"]: [name for name, question in catalogue().items() if question.group == group]
        for group, words in GROUPS.items()
    }


def test_the_table_has_no_question_too_many():
    assert set(re.findall(r"^\| `([a-z-]+)` \| [A-ZÄÖÜ]", DOCS, re.MULTILINE)) == set(catalogue())


def test_the_example_is_a_question(fixture_store, tmp_path):
    path = tmp_path / "cities.rq"
    path.write_text(re.search(r"```sparql\n(.*?)```", DOCS, re.DOTALL)[1], encoding="utf-8")
    assert run(read_question(path), fixture_store, {"country": "Japan"}).columns == ("city_name",)


def test_the_list_names_every_question_in_both_languages():
    for language in ("de", "en"):
        table, headings, _ = listing(language)
        assert sorted(row["name"] for row in table.dicts()) == list(catalogue())
        assert set(headings) == set(table.columns)


def test_the_list_of_a_group_has_its_questions_only():
    listed = {group: [row["name"] for row in listing("de", group)[0].dicts()] for group in GROUPS}
    assert all(listed.values())
    assert sorted(name for names in listed.values() for name in names) == list(catalogue())
    whole = [row["name"] for row in listing("de")[0].dicts()]
    assert whole == [name for names in listed.values() for name in names]


def test_what_the_header_says_that_a_question_reads_is_what_it_reads():
    for question in catalogue().values():
        body = question.text.split("SELECT", 1)[1]
        read = {kind for kind in RelationType if re.search(rf"\brg:{kind.class_name}\b", body)}
        # Ties across borders are of all kinds of dealings, unless the question picks some of them
        read |= {kind for kind in question.relations if kind in DEALINGS and "rg:joins" in body}
        # Joint fields are sums of all types that last
        read |= LASTING if "rg:joint" in body else set()
        # Without a list, the type is asked for and told, and at most an exception is named
        assert set(question.relations) == read or (not question.relations and "?type" in body), question.name


@pytest.mark.parametrize("name", catalogue())
def test_every_name_of_a_thing_leads_to_it(name):
    words = ("class_name", "status_name")
    assert [one.name for one in catalogue()[name].columns if one.name.endswith("_name") and one.of is None] == [
        one.name for one in catalogue()[name].columns if one.name in words
    ]
