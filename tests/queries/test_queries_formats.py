import csv
import html
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import QueryError
from relgraph.queries.formats import FORMATS, write_table
from relgraph.store.terms import Iri, Literal, Table

HOSTILE = '</td><script>alert(1)</script> | *[x](javascript:1)* "q"'
TABLE = Table(
    ("name", "page"),
    [
        (Literal("Japan", language="de"), Iri("https://example.org/a?b=1&c=2")),
        (Literal(HOSTILE), None),
        (Literal("3", datatype="http://www.w3.org/2001/XMLSchema#integer"), Iri("javascript:alert(1)")),
    ],
)


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]))))
def test_csv_keeps_every_value(texts):
    written = write_table(Table(("text",), [(Literal(text),) for text in texts]), "csv")
    assert list(csv.reader(io.StringIO(written, newline="")))[1:] == [[text] if text else [] for text in texts] or [
        row or [""] for row in list(csv.reader(io.StringIO(written, newline="")))[1:]
    ] == [[text] for text in texts]


def test_json_is_that_of_sparql():
    content = json.loads(write_table(TABLE, "json"))
    assert content["head"] == {"vars": ["name", "page"]}
    first, second, third = content["results"]["bindings"]
    assert first["name"] == {"type": "literal", "value": "Japan", "xml:lang": "de"}
    assert first["page"] == {"type": "uri", "value": "https://example.org/a?b=1&c=2"}
    assert "page" not in second
    assert third["name"]["datatype"].endswith("integer")


def test_tsv_writes_terms():
    lines = write_table(TABLE, "tsv").splitlines()
    assert lines[0] == "?name\t?page"
    assert lines[1] == '"Japan"@de\t<https://example.org/a?b=1&c=2>'


def test_jsonl_has_an_object_a_row():
    assert [json.loads(line)["name"] for line in write_table(TABLE, "jsonl").splitlines()] == ["Japan", HOSTILE, "3"]


def test_html_holds_text_as_text_and_links_the_web_alone():
    page = write_table(TABLE, "html", title="<b>", headings={"name": "<i>"})
    assert "<script>" not in page
    assert html.escape(HOSTILE, quote=False).split("alert")[0] in page
    assert page.count("<a href=") == 1
    assert 'href="javascript' not in page
    assert "<title>&lt;b&gt;</title>" in page


def test_markdown_keeps_its_columns():
    lines = write_table(TABLE, "md").splitlines()
    assert lines[:2] == ["| name | page |", "| --- | --- |"]
    assert all(line.replace("\\|", "").count("|") == 3 for line in lines)
    assert "<script" not in lines[3]


def test_the_table_for_people_has_headings_and_short_ids():
    shown = write_table(
        Table(("a",), [(Iri("https://w3id.org/relgraph/id/country/JP"),)]), "table", headings={"a": "Land"}
    )
    assert shown.splitlines() == ["Land", "──────────", "country/JP"]


def test_long_cells_wrap_and_lose_nothing():
    text = " ".join(f"Wort{number}" for number in range(200))
    shown = write_table(Table(("a", "b"), [(Literal(text), Literal("kurz"))]), "table")
    assert [word for word in shown.split() if word.startswith("Wort")] == text.split()
    assert max(map(len, shown.splitlines())) <= 160


def test_a_table_is_no_graph():
    with pytest.raises(QueryError, match="ttl is for CONSTRUCT"):
        write_table(TABLE, "ttl")


def test_every_format_writes_an_empty_table():
    assert all(write_table(Table(("a",), []), format_) for format_ in FORMATS if format_ not in ("ttl", "jsonl"))
