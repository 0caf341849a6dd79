import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

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
        RemoteStore(address).ask("ASK {}")
    assert str(caught.value).startswith(f"{address}: ")


def test_a_server_that_says_nothing_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = RemoteStore(f"http://127.0.0.1:{silent.getsockname()[1]}/", timeout=1)
        with pytest.raises(StoreError, match="within 1 seconds"):
            store.ask("ASK {}")


def test_an_address_that_is_none_is_said():
    with pytest.raises(StoreError, match="cannot be asked"):
        RemoteStore("http://[").ask("ASK {}")


@pytest.fixture
def answering():
    """Serve one status and body to whoever asks."""
    servers = []

    def serve(status, body):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return RemoteStore(f"http://127.0.0.1:{server.server_port}/sparql")

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (200, b"<html>no results</html>", "no SPARQL result"),
        (200, b'{"head": {}, "results": {"bindings": [', "no SPARQL result"),
        (401, b"who are you", "cannot answer|HTTP status 401"),
        (403, b"", "HTTP status 403"),
        (404, b"", "cannot answer"),
        (500, b"out of\nmemory", "out of memory"),
        (503, b"", "HTTP status 503"),
    ],
)
def test_whatever_a_server_answers_is_an_error_in_one_line(answering, status, body, why):
    with pytest.raises(StoreError, match=why) as caught:
        answering(status, body).select("SELECT * {}")
    assert "\n" not in str(caught.value)
