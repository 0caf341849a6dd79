"""A table is made once, by code that others can rely on, and made again when anything of what makes it is another."""

import importlib.util
import sys
import tempfile

import pytest

from imports import SOURCE, parts
from relgraph.compiled import GROUND
from relgraph.extraction.firstnames import first_names, german_names
from relgraph.graph.ontology import ontology_nquads
from relgraph.names import making
from relgraph.names.cities import cities
from relgraph.names.forms import form_matcher, form_table, listed_namings
from relgraph.names.topics import topic_index
from relgraph.queries import catalogue
from relgraph.resources import package_digest

MAKING = """
from pathlib import Path
from relgraph.compiled import compiled

@compiled("dates.py", data=("{data}",))
def _table():
    with Path("{told}").open("a") as told:
        told.write("made ")
    return {{"Japan": (1, 2)}}
"""
TEXT = "Gäste aus Kanagawa und São Paulo in Tübingen und die Fraunhofer-Gesellschaft; Japans Wasserstoffstrategie."


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A function that asks a table of a new process's module, and tells how often the table has been made."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    module, told = tmp_path / "making.py", tmp_path / "told"

    def ask(data="authorities/teams.yml"):
        module.write_text(MAKING.format(data=data, told=told), encoding="utf-8")
        spec = importlib.util.spec_from_file_location("making", module)
        loaded = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(loaded)
        assert loaded._table() is loaded._table()
        assert loaded._table() == {"Japan": (1, 2)}
        return told.read_text().count("made")

    (tmp_path / "__pycache__").mkdir()
    return ask


def files(tmp_path):
    return [path for path in (tmp_path / "__pycache__").iterdir() if path.suffix == ".table"]


def test_the_first_process_makes_a_table_for_all(made, tmp_path):
    assert [made(), made(), made()] == [1, 1, 1]
    assert len(files(tmp_path)) == 1


def test_another_table_takes_the_place_of_the_former(made, tmp_path):
    made()
    (before,) = files(tmp_path)
    assert made("authorities") == 2
    assert len(files(tmp_path)) == 1
    assert files(tmp_path) != [before]


@pytest.mark.parametrize("kept", [0, 20, 32, -1])
def test_a_table_that_is_not_whole_is_made_again(made, tmp_path, kept):
    made()
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    assert [made(), made()] == [2, 2]
    assert path.read_bytes() == whole


def test_what_a_killed_process_left_of_a_table_goes(made, tmp_path):
    part = tmp_path / "__pycache__" / ".table.0123456789abcdef.table.17.part"
    part.write_bytes(b"half of it")
    made()
    assert not part.exists()


def test_without_bytecode_nothing_is_written(made, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [made(), made()] == [1, 2]
    assert files(tmp_path) == []


def test_where_nothing_can_be_written_each_makes_its_own(made, tmp_path):
    (tmp_path / "__pycache__").rmdir()
    (tmp_path / "__pycache__").write_text("no folder")
    assert [made(), made()] == [1, 2]


def test_what_lies_beside_the_bytecode_changes_no_digest():
    folder = SOURCE / "names" / "__pycache__"
    folder.mkdir(exist_ok=True)
    before = package_digest.__wrapped__("names")
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".table"):
        assert package_digest.__wrapped__("names") == before


@pytest.mark.parametrize("table", [listed_namings, form_table, first_names, german_names, catalogue.catalogue])
def test_a_table_is_what_its_function_makes(table):
    assert table() == table.__wrapped__()


def test_tables_that_find_do_what_their_functions_make():
    assert list(form_matcher().find(TEXT)) == list(form_matcher.__wrapped__().find(TEXT)) != []
    assert topic_index().find(TEXT) == topic_index.__wrapped__().find(TEXT) != []
    assert list(cities().forms()) == list(cities.__wrapped__().forms())


@pytest.mark.parametrize("module", ["gazetteer", "topics", "resolving"])
def test_the_code_that_makes_names_is_in_their_digest(module):
    assert parts(f"relgraph.names.{module}") <= {*GROUND, *making.CODE}


def test_the_code_that_reads_questions_is_in_their_digest():
    assert parts("relgraph.queries.inspection") <= {*GROUND, *catalogue.CODE}


def test_the_code_that_makes_lines_of_the_ontology_is_in_their_digest():
    assert ontology_nquads()
    assert parts("relgraph.graph.ontology") <= {*GROUND, "graph"}


def test_the_code_that_lists_first_names_is_in_their_digest():
    assert parts("relgraph.extraction.firstnames") <= {*GROUND, "extraction"}
