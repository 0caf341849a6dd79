"""CSVW: columns are those of the tables, cells fit their datatypes, keys hold, RDF made of it is that of the graph."""

import csv
import io
import json
import re

import pyoxigraph as ox
import pytest

from relgraph.errors import DataError
from relgraph.publishing import csvw
from relgraph.publishing.csvw import tables
from relgraph.relation_table import COLUMNS
from relgraph.vocabulary import PREFIXES


@pytest.fixture(scope="module")
def metadata(files):
    return json.loads(files["csv-metadata.json"])


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))


def described(metadata):
    return [(table["url"], table["tableSchema"]) for table in metadata["tables"]]


def real(schema):
    return [column for column in schema["columns"] if not column.get("virtual")]


def test_every_table_has_the_columns_that_it_is_said_to_have(files, metadata):
    assert {name for name, _ in described(metadata)} == {name for name in files if name.endswith(".csv")}
    for name, schema in described(metadata):
        heading = next(csv.reader(io.StringIO(files[name].decode())))
        assert [column["name"] for column in real(schema)] == heading
        assert [column["titles"]["und"] for column in real(schema)] == [[title] for title in heading]
        assert all({"de", "en"} <= set(column["titles"]) for column in real(schema))
        assert rows(files, name)


def test_columns_of_relations_are_told_as_elsewhere():
    assert {name: column.en for name, column in tables()["relations.csv"].columns.items()} == COLUMNS


FITS = {
    "string": lambda cell: True,
    "anyURI": lambda cell: re.fullmatch(r"https?://\S+", cell),
    "boolean": lambda cell: cell in ("true", "false"),
    "date": lambda cell: re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell),
    "decimal": lambda cell: re.fullmatch(r"\d+(\.\d+)?", cell) and 0 <= float(cell) <= 1,
    "integer": lambda cell: cell.isdigit(),
}


def test_cells_fit_their_datatypes(files, metadata):
    for name, schema in described(metadata):
        for row in rows(files, name):
            for column in real(schema):
                kind, cell = column["datatype"], row[column["name"]]
                assert cell or not column.get("required"), (name, column["name"])
                pattern = kind.get("format", "") if isinstance(kind, dict) else ""
                base = kind["base"] if isinstance(kind, dict) else kind
                for part in cell.split(column.get("separator")) if cell else []:
                    assert FITS[base](part), (name, column["name"], part)
                    assert re.search(pattern, part), (name, column["name"], part)


def test_keys_are_unique_and_joins_lead_somewhere(files):
    for name, table in tables().items():
        keys = [tuple(row[column] for column in table.key) for row in rows(files, name)]
        assert len(keys) == len(set(keys))
        for one in table.foreign:
            there = {row[one.to[0]] for row in rows(files, one.table)}
            assert {row[one.columns[0]] for row in rows(files, name)} - {""} <= there


def test_only_columns_that_are_never_empty_are_keys(metadata):
    for _, schema in described(metadata):
        needed = {column["name"] for column in real(schema) if column.get("required")}
        assert {name for key in schema.get("foreignKeys", ()) for name in key["columnReference"]} <= needed
    assert [key["columnReference"] for key in dict(described(metadata))["relations.csv"]["foreignKeys"]] == [
        ["subject"], ["release"],
    ]  # fmt: skip


def filled(template, row):
    """A URI template as CSVW's readers fill it; our values hold no character that would have to be escaped."""
    return re.sub(r"\{\+?(\w+)\}", lambda match: row[match[1]], template)


def triples(files, name, schema):
    """What a reader of CSVW makes of a table, as subject, predicate and text of the value."""
    for row in rows(files, name):
        for column in schema["columns"]:
            cell = row.get(column["name"], "")
            if column.get("suppressOutput") or (not cell and not column.get("virtual")):
                continue
            about = filled(column.get("aboutUrl", schema["aboutUrl"]), row)
            for part in cell.split(column.get("separator")) if "separator" in column else [cell]:
                yield about, column["propertyUrl"], filled(column["valueUrl"], row) if "valueUrl" in column else part


BEYOND = {PREFIXES["schema"] + name for name in ("additionalType", "keywords")}
"""What a column says in other words than the graph: the type by its short name, topics as words."""


def test_rdf_made_of_the_tables_is_that_of_the_graph(files, metadata):
    known = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for name in ("relgraph.nt", "ontology/ontology.ttl")
        for quad in ox.parse(files[name], ox.RdfFormat.from_extension(name.rpartition(".")[2]))
    }
    for name, schema in described(metadata):
        made = {triple for triple in triples(files, name, schema) if triple[1] not in BEYOND}
        assert made
        assert made <= known


def test_no_link_to_another_data_set_is_lost(files):
    same = PREFIXES["owl"] + "sameAs"
    told = {q.object.value for q in ox.parse(files["relgraph.nt"], ox.RdfFormat.N_TRIPLES) if q.predicate.value == same}
    columns = [name for name, column in tables()["entities.csv"].columns.items() if column.property == "owl:sameAs"]
    assert told
    assert {row[name] for row in rows(files, "entities.csv") for name in columns} - {""} == told


def test_a_file_of_columns_that_is_off_says_where(tmp_path, monkeypatch):
    (tmp_path / "publishing").mkdir()
    (tmp_path / "publishing" / "columns.yml").write_text("a.csv: {de: x, en: y, about: z}", encoding="utf-8")
    monkeypatch.setattr(csvw, "folder", lambda _: tmp_path)
    with pytest.raises(DataError, match=r"a\.csv\.key: Field required"):
        csvw.tables.__wrapped__()
