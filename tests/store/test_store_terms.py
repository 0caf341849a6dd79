import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import QueryError
from relgraph.store.embedded import memory_store
from relgraph.store.terms import Blank, Iri, Literal, Table

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "value", ["", "Japan", "/relative", "http://a/ b", "http://a/>", 'http://a/"', "http://a/\n", "http://a/\\u003e"]
)
def test_what_is_no_iri_is_refused(value):
    with pytest.raises(QueryError, match="no absolute IRI"):
        Iri(value)


@pytest.mark.parametrize(
    ("datatype", "language", "why"),
    [
        ("xsd date", None, "no absolute IRI"),
        (None, "de>", "no language tag"),
        (None, "", "no language tag"),
        ("http://www.w3.org/2001/XMLSchema#date", "de", "both"),
    ],
)
def test_a_literal_has_a_sound_datatype_or_language(datatype, language, why):
    with pytest.raises(QueryError, match=why):
        Literal("x", datatype, language)


def test_terms_read_as_their_value():
    assert [str(term) for term in (Iri("http://a/b"), Literal("x", language="de"), Blank("b0"))] == [
        "http://a/b",
        "x",
        "_:b0",
    ]


@settings(deadline=None)
@given(TEXTS)
def test_a_written_literal_reads_back_as_itself(text):
    line = f"<http://a/s> <http://a/p> {Literal(text, language='de').n3()} ."
    with memory_store([line]) as store:
        assert store.select("SELECT ?o { ?s ?p ?o }").rows == [(Literal(text, language="de"),)]


def test_a_table_keeps_the_columns_asked_for():
    table = Table(("a", "b", "c"), [(Literal("1"), None, Iri("http://a/3"))])
    assert table.keep(("c", "b")) == Table(("c", "b"), [(Iri("http://a/3"), None)])
    assert list(table.dicts()) == [{"a": "1", "b": None, "c": "http://a/3"}]
