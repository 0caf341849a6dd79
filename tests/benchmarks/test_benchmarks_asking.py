"""Questions are asked of peers in the words that they would be asked in, and give as much there."""

import json
import shutil

import pyoxigraph as ox
import pytest
from anew import Anew
from asking import beside_virtuoso, compare, shared
from measuring import script
from naive import naive

from relgraph.queries.catalogue import catalogue
from relgraph.queries.run import run
from relgraph.store.generations import current_generation
from relgraph.store.opening import open_store
from servers import VIRTUOSO


@pytest.fixture(scope="module")
def quads(synthetic, tmp_path_factory):
    file = tmp_path_factory.mktemp("quads") / "all.nq"
    ox.Store.read_only(str(current_generation(synthetic))).dump(str(file), ox.RdfFormat.N_QUADS)
    return file


def test_each_naive_question_stands_for_one_of_the_catalogue_and_finds_something(synthetic):
    assert {key for key, _ in shared()} == {key for key, _ in naive()}
    engine = ox.Store.read_only(str(current_generation(synthetic)))
    found = {key: len(list(engine.query(text))) for key, text in naive()}
    assert sum(map(bool, found.values())) >= 6


def test_rdflib_answers_what_is_recorded_as_we_do(synthetic, quads, tmp_path):
    with open_store(synthetic) as opened:
        recorded = Anew(opened)
        table = run(catalogue()["technology-leaders"], recorded, {})
    picking = recorded.texts[1:2]  # the first looks whether the store knows all that is read
    (tmp_path / "asked.json").write_text(json.dumps({"leaders": picking}), encoding="utf-8")
    picked = script("peers", "rdflib-questions", quads, tmp_path / "asked.json", 10)["leaders"]
    assert picked["rows"] == len(table.rows) > 0


def test_questions_are_compared_with_raw_oxigraph(synthetic, quads, tmp_path, monkeypatch):
    monkeypatch.setattr("asking.VIRTUOSO", "no-such-server")
    rows = list(compare(synthetic, quads, tmp_path, False))
    assert [row.peer for row in rows] == ["Oxigraph, on the relations"] * 3
    assert all(row.ratio > 0 for row in rows)


@pytest.mark.skipif(not shutil.which(VIRTUOSO), reason="Virtuoso is missing")
def test_virtuoso_answers_what_is_loaded_by_its_own_loader(synthetic, quads, tmp_path, monkeypatch):
    few = [("partnerships", {}), ("country-topics", {"country": "Japan"})]
    monkeypatch.setattr("asking.questions", lambda: few)
    rows = list(beside_virtuoso(synthetic, quads, tmp_path))
    assert rows[1].what.startswith("2 questions")
    assert rows[1].theirs > 0
