import pytest

from relgraph.errors import StoreError
from relgraph.web.holding import Holding
from written import write_store

QUAD = "<http://a/{}> <http://a/p> <http://a/o> ."
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def count(held):
    return str(held.store.select(COUNT).rows[0][0])


def test_a_store_that_a_build_has_replaced_is_opened_anew(tmp_path):
    write_store(tmp_path, [QUAD.format("s")])
    held = Holding(str(tmp_path))
    first = held.generation
    assert count(held) == "1"
    write_store(tmp_path, [QUAD.format("s"), QUAD.format("t")])
    assert count(held) == "2"
    assert held.generation != first


def test_what_is_open_still_answers_when_its_folder_is_gone(tmp_path):
    write_store(tmp_path / "store", [QUAD.format("s")])
    held = Holding(str(tmp_path / "store"))
    assert count(held) == "1"
    (tmp_path / "store" / "CURRENT").unlink()
    assert count(held) == "1"


def test_what_has_not_changed_is_not_opened_again(tmp_path):
    write_store(tmp_path, [QUAD.format("s")])
    held = Holding(str(tmp_path))
    first = held.store
    write_store(tmp_path, [QUAD.format("s")])
    assert held.store is first


def test_no_store_is_an_error(tmp_path):
    with pytest.raises(StoreError):
        Holding(str(tmp_path / "nowhere")).opened()
