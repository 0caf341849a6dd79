import time

import pytest

from relgraph.errors import StoreError
from relgraph.store.embedded import write_store
from relgraph.web import holding
from relgraph.web.holding import Holding

QUAD = "<http://a/{}> <http://a/p> <http://a/o> ."
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def count(held):
    return str(held.store.select(COUNT).rows[0][0])


def test_a_store_that_a_build_has_replaced_is_opened_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(holding, "_EVERY", 0.0)
    write_store(tmp_path, [QUAD.format("s")])
    held = Holding(str(tmp_path))
    first = held.generation
    assert count(held) == "1"
    write_store(tmp_path, [QUAD.format("s"), QUAD.format("t")])
    assert count(held) == "2"
    assert held.generation != first


def test_what_is_open_still_answers_when_its_folder_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(holding, "_EVERY", 0.0)
    write_store(tmp_path / "store", [QUAD.format("s")])
    held = Holding(str(tmp_path / "store"))
    assert count(held) == "1"
    (tmp_path / "store" / "CURRENT").unlink()
    assert count(held) == "1"


def test_a_look_is_taken_once_a_second_at_most(tmp_path):
    write_store(tmp_path, [QUAD.format("s")])
    held = Holding(str(tmp_path))
    first, start = held.generation, time.monotonic()
    write_store(tmp_path, [QUAD.format("t")])
    assert held.generation == first or time.monotonic() - start >= holding._EVERY


def test_no_store_is_an_error(tmp_path):
    with pytest.raises(StoreError):
        Holding(str(tmp_path / "nowhere")).opened()
