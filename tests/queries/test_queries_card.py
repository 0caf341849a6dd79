import csv
import io
import json

import pytest

from relgraph.errors import QueryError
from relgraph.queries.card import card
from relgraph.queries.catalogue import catalogue
from relgraph.queries.formats import FORMATS


def written(store, name, format_, language="de"):
    return card(catalogue()[name], store, language).write(format_)


def test_people_read_question_parameters_and_values(fixture_store):
    text = written(fixture_store, "partnerships", "table")
    assert text.startswith("partnerships: Welche Partnerschaften gibt es, und seit wann?\nGruppe: Partner\n")
    assert "im Graphen (Beziehungen/Mitteilungen): Deutschland 1/1 · Japan 1/1" in text
    assert "(eines von de, en; sonst de)" in text
    assert max(map(len, text.splitlines()[:-1])) <= 100


def test_english_has_the_description_too(fixture_store):
    text = written(fixture_store, "evidence", "table", "en")
    assert "Every sentence that states a relation" in text
    assert "  actor     One end of the relation, taken alone (required)\n" in text


def test_programs_get_it_nested(fixture_store):
    told = json.loads(written(fixture_store, "technology-leaders", "json", "en"))
    assert told == json.loads(written(fixture_store, "technology-leaders", "jsonl", "en"))
    topic, country, _, language = told["parameters"]
    assert topic["suggestions"][0] == {"value": "Robotics", "name": "Robotics", "relations": 1, "releases": 1}
    assert (country["type"], country["required"]) == ("entity", False)
    assert (language["default"], language["choices"], language["suggestions"]) == ("de", ["de", "en"], [])
    assert [column["name"] for column in told["columns"]] == list(catalogue()["technology-leaders"].headings())


def test_a_table_has_a_row_for_each_value(fixture_store):
    rows = list(csv.DictReader(io.StringIO(written(fixture_store, "partnerships", "csv"))))
    assert [(row["parameter"], row["value"], row["releases"]) for row in rows] == [
        ("country", "Deutschland", "1"), ("country", "Japan", "1"), ("country", "Baden-Württemberg", "1"),
        ("country", "Kanagawa", "1"), ("status", "laufend", "1"), ("limit", "", ""), ("language", "", ""),
    ]  # fmt: skip


def test_without_a_graph_nothing_is_suggested():
    assert "im Graphen" not in written(None, "partnerships", "table")


def test_a_table_has_no_turtle(fixture_store):
    assert "ttl" in FORMATS
    with pytest.raises(QueryError):
        written(fixture_store, "partnerships", "ttl")
