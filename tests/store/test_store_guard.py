import socket
from contextlib import closing

import pytest

from relgraph.errors import QueryError
from relgraph.store.embedded import memory_store
from relgraph.store.guard import check_question, query_form

HIDDEN = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { service silent <%s> { ?s ?p ?o } }",
    "SELECT * { OPTIONAL { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * { BIND(1 AS ?x) SERVICE#c\n#d\r\nSILENT#e\n<%s> { ?s ?p ?o } }",
    "PREFIX e: <%s> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "PREFIX 、: <%s> SELECT * { SERVICE 、: { ?s ?p ?o } }",  # letters of names to the engine, to Python none
    "PREFIX a·: <%s> SELECT * { SERVICE a·: { ?s ?p ?o } }",
    "PREFIX a\u0300\u200c: <%s> SELECT * { SERVICE SILENT a\u0300\u200c: { ?s ?p ?o } }",
    "PREFIX e: <%s> SELECT * { ?s ?p 1SERVICEe: { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?u) ?x a ?u.SERVICE ?u { ?s ?p ?o } }",
    "PREFIX e: <%s> SELECT * { ?x ?y e:.SERVICE e: { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?u) FILTER(?u<1)SERVICE?u#>\n{ ?s ?p ?o } }",
    "SELECT * { BIND('\"' AS ?u) SERVICE <%s> { ?s ?p ?o } BIND('\"' AS ?v) }",
    "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
]
HARMLESS = [
    "SELECT ?service { ?service ?p ?o }",
    "SELECT ?service ?x { ?service ?x ?service . ?x ?y ?z }",
    "PREFIX e: <http://a/> SELECT ?x { ?x e:hasService ?y ; e:service ?z }",
    "SELECT ?s { ?s ?p <http://a/service> . ?s a ?t }",
    "SELECT ?s { ?s ?p ?o FILTER(CONTAINS(?o, 'Serviceagentur')) }",
    "SELECT ?s { ?s ?p 'Service' , ?o } # the service",
]


@pytest.fixture
def listener():
    """A loopback port that knows whether anybody came."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(0.05)
        yield server


@pytest.mark.parametrize("query", HIDDEN)
def test_no_question_reaches_another_server(query, listener, quads):
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with memory_store(quads) as store, pytest.raises(QueryError, match="SERVICE is refused"):
        store.query(query % address)
    with pytest.raises(TimeoutError):
        listener.accept()


@pytest.mark.parametrize(
    "query", ["SELECT * FROM <%s> { ?s ?p ?o }", "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }"]
)
def test_a_graph_that_is_not_stored_is_empty_and_not_fetched(query, listener, quads):
    with memory_store(quads) as store:
        assert store.select(query % f"http://127.0.0.1:{listener.getsockname()[1]}/").rows == []
    with pytest.raises(TimeoutError):
        listener.accept()


@pytest.mark.parametrize("query", HARMLESS)
def test_a_name_that_says_service_is_let_pass(query, quads):
    with memory_store(quads) as store:
        store.select(query)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <http://a/> <http://a/> 1 }",
        "# harmless\nPREFIX a: <http://a/>\ndelete where { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "DROP ALL",
        "WITH <http://a/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(update, quads):
    with memory_store(quads) as store:
        with pytest.raises(QueryError, match="updates are refused"):
            store.query(update)
        assert list(store.dump()) == quads


def test_a_row_of_comment_signs_costs_nothing():
    check_question("SELECT * { ?s ?p ?o } # SERVICE " + "#" * 50_000)
    check_question("PREFIX " + "# # " * 20_000)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("#+ title: ask\nBASE <http://a/>\nprefix : <http://b/#>\nconstruct where { ?s ?p ?o }", "CONSTRUCT"),
        ("ASK {}", "ASK"),
        ("describe <http://a/>", "DESCRIBE"),
        ("FOO", ""),
        ("", ""),
    ],
)
def test_the_form_of_a_query_is_its_first_keyword(query, form):
    assert query_form(query) == form
