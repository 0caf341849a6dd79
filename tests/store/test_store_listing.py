import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import QueryError
from relgraph.store.embedded import memory_store
from relgraph.store.listing import listed

LINES = [f'<a:{n}> <a:p> "{n}" .' for n in range(4)]
ALL = "SELECT ?s ?o WHERE {\n  # VALUES ?s\n  ?s <a:p> ?o .\n} ORDER BY ?o"


def test_a_question_is_asked_of_these_things_alone():
    with memory_store(LINES) as store:
        for question in (store.rows, super(type(store), store).rows):
            assert [row["o"] for row in question(ALL, {"s": ["a:1", "a:3", "a:9"]})] == ["1", "3"]
            assert [row["o"] for row in question(ALL)] == ["0", "1", "2", "3"]
            assert [row["o"] for row in question(ALL, {"other": ["a:1"]})] == ["0", "1", "2", "3"]
            assert [*question(ALL, {"s": []})] == []


def test_a_question_that_calls_another_server_is_refused_with_things_too():
    with memory_store(LINES) as store, pytest.raises(QueryError, match="SERVICE"):
        store.rows("SELECT * {\n# VALUES ?s\nSERVICE <http://a/> { ?s ?p ?o } }", {"s": ["a:1"]})


@given(st.text(alphabet='<>"{}|^`\\ \n\x00', min_size=1, max_size=1), st.text(max_size=5), st.text(max_size=5))
def test_what_would_end_an_iri_is_refused(sign, before, after):
    with pytest.raises(QueryError, match="no absolute IRI"):
        listed(ALL, {"s": ["a:1", f"{before}{sign}{after}"]})


def test_a_mark_within_a_line_stays():
    assert listed("ASK { # VALUES ?s here\n}", {"s": ["a:1"]}) == "ASK { # VALUES ?s here\n}"
