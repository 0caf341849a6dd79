import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import QueryError
from relgraph.store.answering import TABLES, write_answer
from relgraph.store.embedded import memory_store
from relgraph.store.oxigraph import from_engine
from relgraph.store.terms import Blank, Iri, Literal, Table
from relgraph.store.wanted import Wanted

NASTY = '"x },{ \\n<result> \\" ä, z"@de'
QUADS = [f"<http://a/{number}> <http://a/p> {NASTY} ." for number in range(5)]
ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s"


@pytest.fixture(scope="module")
def store():
    with memory_store(QUADS) as opened:
        yield opened


def rows(body, format_):
    if format_ == "csv":
        return len(list(csv.reader(io.StringIO(body.decode(), newline="")))) - 1
    return len(list(ox.parse_query_results(body, TABLES[format_])))


@pytest.mark.parametrize("format_", TABLES)
@pytest.mark.parametrize("most", [1, 4, 5, 6, 100])
def test_no_more_rows_than_wanted_and_a_cut_is_told(store, format_, most):
    written = store.write(ALL, Wanted(table=format_, most=most, note="http://a/?x&y"))
    assert rows(written.body, format_) == min(most, 5)
    assert written.cut == (most < 5)
    if format_ in ("json", "xml"):
        assert (b"link" in written.body) == written.cut
    whole = store.write(f"{ALL} LIMIT {min(most, 5)}", Wanted(table=format_)).body
    if not written.cut or format_ in ("csv", "tsv"):
        assert written.body == whole


def test_a_cut_table_names_where_one_may_read_why(store):
    held = json.loads(store.write(ALL, Wanted(most=2, note="http://a/#limit")).body)
    assert held["head"] == {"vars": ["s", "o"], "link": ["http://a/#limit"]}
    assert held["results"]["bindings"][1]["o"] == {
        "type": "literal",
        "value": 'x },{ \n<result> " ä, z',
        "xml:lang": "de",
    }


def test_a_graph_is_cut_by_its_triples(store):
    written = store.write("CONSTRUCT { ?s a ?o } WHERE { ?s ?p ?o }", Wanted(graph="nt", most=3))
    assert (written.body.count(b"\n"), written.cut, written.is_graph) == (3, True, True)
    assert not store.write("CONSTRUCT WHERE { ?s ?p ?o }", Wanted(graph="nt", most=5)).cut


@pytest.mark.parametrize(("query", "wanted"), [("ASK {}", Wanted(table=None)), ("DESCRIBE <a:b>", Wanted(graph=None))])
def test_an_answer_without_a_wanted_format_is_refused(store, query, wanted):
    with pytest.raises(QueryError, match="none of its formats"):
        store.write(query, wanted)


def test_a_property_that_xml_cannot_name_is_refused(store):
    with pytest.raises(QueryError, match="RDF/XML cannot write"):
        store.write("CONSTRUCT { ?s <http://a/1> ?o } WHERE { ?s ?p ?o }", Wanted(graph="xml"))


def test_what_json_ld_has_no_words_for_is_refused(store):
    said = "CONSTRUCT { <a:b> <a:p> ?t } WHERE { BIND(TRIPLE(<a:b>, <a:b>, 1) AS ?t) }"
    with pytest.raises(QueryError, match="JSON-LD has no words"):
        store.write(said, Wanted(graph="jsonld"))
    assert b"<<( " in store.write(said, Wanted(graph="nt")).body


def test_relative_iris_begin_at_the_base(store):
    written = store.write("CONSTRUCT { <s> <p> 1 } WHERE {}", Wanted(graph="nt", base="http://a/sparql"))
    assert written.body.startswith(b"<http://a/s> <http://a/p> ")


@given(
    st.lists(
        st.one_of(
            st.none(), st.just(Iri("http://a/ä")), st.just(Blank("b1")),
            st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: Literal(text, language="de")),
            st.integers().map(lambda n: Literal(str(n), "http://www.w3.org/2001/XMLSchema#integer")),
        )
    )
)  # fmt: skip
def test_an_answer_in_our_terms_comes_out_as_it_went_in(terms):
    written = write_answer(Table(("x",), [(term,) for term in terms]), Wanted())
    found = [row[0] for row in ox.parse_query_results(written.body, ox.QueryResultsFormat.JSON)]
    assert [from_engine(term) for term in found] == terms


def test_yes_or_no_in_our_terms():
    assert json.loads(write_answer(True, Wanted()).body) == {"head": {}, "boolean": True}
    assert write_answer(["<a:s> <a:p> <a:o> ."], Wanted(graph="nt")).body == b"<a:s> <a:p> <a:o> .\n"
