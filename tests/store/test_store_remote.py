import socket

import pytest

from relgraph.errors import QueryError, StoreError
from relgraph.store.embedded import memory_store
from relgraph.store.remote import RemoteStore
from relgraph.store.terms import Iri, Literal

JAPAN = Iri("https://w3id.org/relgraph/id/country/JP")
QUESTIONS = [
    ("#+ summary: one\n#+ Address of two\n# LOAD three\nSELECT ?s { ?s rdfs:label 'Japan'@de }", None),
    ("SELECT ?s ?l { ?s rdfs:label ?l } ORDER BY ?l", None),
    ("SELECT ?s ?l { ?s rdfs:label ?l } ORDER BY ?l", {"s": JAPAN}),
    ("SELECT ?s ?l { ?s rdfs:label ?l } ORDER BY ?l", {"l": Literal("Jap\"a'n\n\\", language="de")}),
    ("SELECT ?l ?part { ?s rdfs:label ?l OPTIONAL { ?s rg:partOf ?part } } ORDER BY ?l", None),
    (
        "SELECT ?d { GRAPH ?g { ?g dcterms:issued ?d } }",
        {"d": Literal("2014-11-20", "http://www.w3.org/2001/XMLSchema#date")},
    ),
    ("ASK { ?s rg:partOf ?where }", {"where": JAPAN}),
    ("ASK { ?s rg:partOf ?where }", {"where": Iri("http://a/elsewhere")}),
    ("CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }", None),
]


@pytest.fixture
def remote(server):
    return RemoteStore(server)


@pytest.mark.parametrize(("query", "bindings"), QUESTIONS)
def test_a_server_answers_as_the_embedded_store_does(remote, quads, query, bindings):
    with memory_store(quads) as store:
        assert remote.query(query, bindings) == store.query(query, bindings)


def test_a_server_is_read_out_as_sorted_quads(remote, quads):
    assert list(remote.dump()) == quads


def test_a_malformed_query_is_the_query_s_fault(remote):
    with pytest.raises(QueryError, match=r"refused by http://127.*3:"):
        remote.query("SELECT *\nWHERE {\n FOO }")


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"])
def test_updates_and_calls_to_others_are_not_even_sent(query):
    with pytest.raises(QueryError, match="refused"):
        RemoteStore("http://127.0.0.1:9/query").query(query)


def test_nobody_there_is_said_in_one_line(closed_port):
    address = f"http://127.0.0.1:{closed_port}/query"
    with pytest.raises(StoreError, match="Connection refused") as caught:
        RemoteStore(address, pause=0).ask("ASK {}")
    assert str(caught.value).startswith(f"{address}: ")


def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setenv("RELGRAPH_STORE_TIMEOUT", "0.2")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = RemoteStore(f"http://127.0.0.1:{silent.getsockname()[1]}/")
        with pytest.raises(StoreError, match=r"within 0\.2 seconds"):
            store.ask("ASK {}")


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (200, b"<html>no results</html>", "no SPARQL result"),
        (200, b'{"head": {}, "results": {"bindings": [', "no SPARQL result"),
        (401, b"who are you", "HTTP status 401: who are you; RELGRAPH_STORE_USER"),
        (403, b"", "HTTP status 403; RELGRAPH_STORE_USER"),
        (404, b"", "HTTP status 404"),
        (500, b"out of\nmemory", "HTTP status 500: out of memory"),
        (503, b"", "HTTP status 503"),
    ],
)
def test_whatever_a_server_answers_is_an_error_in_one_line(scripted, status, body, why):
    server = scripted((status, {}, body))
    with pytest.raises(StoreError, match=why) as caught:
        RemoteStore(server.url, pause=0).select("SELECT * {}")
    assert str(caught.value).startswith(f"{server.url}: ")
    assert "\n" not in str(caught.value)


def test_an_update_is_sent_with_the_prefixes_that_questions_know(scripted):
    server = scripted((204, {}, b""))
    RemoteStore(server.url).update("INSERT DATA { <http://a/s> rdfs:label 'ä'@de }")
    (sent,) = server.asked
    assert sent.form["update"].endswith("INSERT DATA { <http://a/s> rdfs:label 'ä'@de }")
    assert "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>" in sent.form["update"]
