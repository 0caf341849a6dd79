import csv
import io
import json
from io import BytesIO

import networkx as nx
import pytest

from relgraph.errors import QueryError, UnknownName
from relgraph.network.answer import FORMATS
from relgraph.network.answers import between, overview, parts, path
from relgraph.network.ties import Choice

HOSTILE = "</script><img src=x onerror=alert(1)>"
ALL = Choice()


@pytest.fixture(scope="module")
def store(people_store):
    return people_store


def test_the_overview_counts_nodes_edges_and_parts(store):
    told = overview(store, ALL, language="de", top=3)
    assert {key: told.summary[key] for key in ("nodes", "pairs", "ties", "components", "largest")} == {
        "nodes": 8, "pairs": 7, "ties": 8, "components": 2, "largest": 6,
    }  # fmt: skip
    assert told.summary["density"] == pytest.approx(7 / 28, abs=1e-6)
    assert told.summary["bases"] == "maschinell gelesen 8"
    assert [(row["name"], row["degree"]) for row in told.parts[0].rows][:1] == [("Anna Muster", 3)]
    assert [row["degree"] for row in told.rows] == sorted((row["degree"] for row in told.rows), reverse=True)
    assert len(told.rows) == 8


def test_a_path_has_its_sentences(store):
    told = path(store, "Ministerium", "Ken Sato", ALL, language="de")
    assert [(row["step"], row["sentence"]) for row in told.rows] == [
        (1, "Anna Muster leitet das Ministerium."), (2, "Anna Muster traf Ken Sato."),
    ]  # fmt: skip
    assert told.parts[0].heading == "2 Schritte: Ministerium – Anna Muster – Ken Sato"
    assert "02.01.2020" in told.write("table", "de")
    assert "2020-01-02" in told.write("csv", "de")
    first = told.rows[0]
    assert (first["relation"], first["status"], first["basis"], first["date"], first["publisher"]) == (
        "Amt", "laufend", "maschinell gelesen", "2020-01-02", "Staatsministerium",
    )  # fmt: skip


def test_each_step_shows_so_many_sentences_and_counts_all(store):
    told = path(store, "Baden-Württemberg", f"Verein {HOSTILE}", ALL, language="en", sentences=1)
    assert [(row["sentences"], row["releases"]) for row in told.rows] == [(2, 1)]
    assert len(path(store, "Baden-Württemberg", f"Verein {HOSTILE}", ALL, language="en").rows) == 2


def test_several_paths_are_numbered(store):
    told = path(store, "Baden-Württemberg", "Japan", ALL, language="de", count=2)
    assert [part.heading.split(":")[0] for part in told.parts] == ["2 Schritte", "3 Schritte"]
    assert {row["number"] for row in told.rows} == {1, 2}


def test_where_no_path_leads_it_says_so(store):
    told = path(store, "Japan", "Nanjing", ALL, language="de")
    assert told.rows == []
    assert "Kein Weg verbindet die beiden." in told.write("table", "de")


def test_ends_are_checked(store):
    with pytest.raises(UnknownName, match="Japan"):
        path(store, "Jappan", "Nanjing", ALL, language="de")
    with pytest.raises(QueryError, match="JP: is the same as 'Japan'"):
        path(store, "Japan", "JP", ALL, language="de")
    with pytest.raises(QueryError, match="Frankreich: has no tie"):
        path(store, "Japan", "Frankreich", ALL, language="de")
    with pytest.raises(QueryError, match="Frankreich: has no tie"):
        between(store, "Japan", "Frankreich", ALL, language="de", top=5)
    with pytest.raises(QueryError, match="JP: is the same as 'Japan'"):
        between(store, "Japan", "JP", ALL, language="de", top=5)


def test_brokers_stand_between_the_sides_and_the_ends_are_none(store):
    told = between(store, "Baden-Württemberg", "Japan", ALL, language="de", top=5)
    found = {row["name"]: row for row in told.rows}
    assert found[f"Verein {HOSTILE}"]["side"] == "keine von beiden"
    assert (found[f"Verein {HOSTILE}"]["near"], found[f"Verein {HOSTILE}"]["far"]) == (2, 1)
    assert found["Anna Muster"]["side"] == "Baden-Württemberg"
    assert found["Ken Sato"]["side"] == "Japan"
    assert not {"Baden-Württemberg", "Japan"} & set(found)
    shares = [row["share"] for row in told.rows]
    assert shares == sorted(shares, reverse=True)


def test_communities_have_labels_and_chief_members(store):
    told = parts(store, ALL, language="de", top=5)
    assert sum(row["size"] for row in told.rows) == 8
    two = next(row for row in told.rows if "Nanjing" in row["members"])
    assert (two["members"], two["size"], two["inside"], two["outside"]) == ("Nanjing, Stuttgart", 2, 1, 0)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_answer_writes_every_format_the_same_each_time(store, format_):
    for ask in (
        lambda: overview(store, ALL, language="de", top=3),
        lambda: path(store, "Baden-Württemberg", "Japan", ALL, language="de", count=2),
        lambda: between(store, "Baden-Württemberg", "Japan", ALL, language="de", top=3),
        lambda: parts(store, ALL, language="de", top=3),
    ):
        assert ask().write(format_, "de") == ask().write(format_, "de")


def test_programs_get_numbers_and_all_rows(store):
    told = overview(store, ALL, language="en", top=1)
    lines = [json.loads(line) for line in told.write("jsonl", "en").splitlines()]
    rows = list(csv.DictReader(io.StringIO(told.write("csv", "en"))))
    content = json.loads(told.write("json", "en"))
    assert len(lines) == len(rows) == len(content["rows"]) == 8
    assert all(isinstance(line["degree"], int) and isinstance(line["betweenness"], float) for line in lines)
    assert content["summary"]["pairs"] == 7


def test_graphs_hold_the_network_or_what_was_found_of_it(store):
    whole = nx.read_graphml(BytesIO(overview(store, ALL, language="de", top=1).write("graphml", "de")))
    found = nx.read_graphml(BytesIO(path(store, "Ministerium", "Ken Sato", ALL, language="de").write("graphml", "de")))
    assert len(whole) == 8
    assert len(found) == 3
    assert all(isinstance(data["betweenness"], float) for _, data in whole.nodes(data=True))
    club = next(data for _, data in whole.nodes(data=True) if data["label"].startswith("Verein"))
    assert club["label"] == f"Verein {HOSTILE}"
