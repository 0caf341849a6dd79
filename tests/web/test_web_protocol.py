"""The endpoint as programs meet it, which send what the SPARQL 1.1 protocol lets them send."""

import gzip
import shutil
import socket
import time
from urllib.parse import quote

import httpx
import pytest

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMES = 'SELECT ?c { ?c a rg:Country ; rdfs:label "Japan"@de }'
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
TABLE, GRAPH = "SELECT (1 AS ?x) {}", "CONSTRUCT { <s> <p> 1 } WHERE {}"


def post(client, body, kind="application/sparql-query", params=None, **headers):
    return client.post("/sparql", content=body, params=params, headers={"Content-Type": kind} | headers)


@pytest.mark.parametrize(
    "send",
    [
        lambda client: client.get("/sparql", params={"query": NAMES}),
        lambda client: client.get("/sparql/", params={"query": NAMES}),
        lambda client: client.post("/sparql", data={"query": NAMES}),
        lambda client: post(client, NAMES),
        lambda client: post(client, NAMES, "application/sparql-query; charset=UTF-8"),
        lambda client: post(client, f"query={quote(NAMES)}", "application/x-www-form-urlencoded;charset=utf-8"),
    ],
)
def test_a_question_is_sent_in_three_ways(client, send):
    answer = send(client)
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.json()["results"]["bindings"] == [
        {"c": {"type": "uri", "value": "https://w3id.org/relgraph/id/country/JP"}}
    ]


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (TABLE, "*/*", "application/sparql-results+json"),
        (TABLE, "", "application/sparql-results+json"),
        (TABLE, "application/sparql-results+xml", "application/sparql-results+xml"),
        (TABLE, "application/sparql-results+json;q=0.2, text/csv;q=0.8", "text/csv; charset=utf-8"),
        (TABLE, "text/tab-separated-values, */*;q=0.1", "text/tab-separated-values; charset=utf-8"),
        (TABLE, "application/json", "application/sparql-results+json"),
        (TABLE, "application/*", "application/sparql-results+json"),
        (TABLE, "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        (TABLE, "text/html;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        (TABLE, "text/html, */*", "text/html; charset=utf-8"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (GRAPH, "*/*", "text/turtle; charset=utf-8"),
        (GRAPH, "application/rdf+xml", "application/rdf+xml"),
        (GRAPH, "application/n-triples", "application/n-triples; charset=utf-8"),
        (GRAPH, "application/ld+json", "application/ld+json"),
        (GRAPH, "application/trig", "application/trig; charset=utf-8"),
        (GRAPH, "application/n-quads", "application/n-quads; charset=utf-8"),
    ],
)
def test_the_form_is_the_one_that_the_client_prefers(client, query, accept, kind):
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "name", "kind"),
    [(TABLE, "csv", "text/csv"), (TABLE, "xml", "application/sparql-results+xml"),
     (GRAPH, "xml", "application/rdf+xml"), (GRAPH, "turtle", "text/turtle"), (GRAPH, "json", "application/ld+json"),
     (TABLE, "application/sparql-results+json", "application/sparql-results+json")],
)  # fmt: skip
@pytest.mark.parametrize("field", ["format", "output"])
def test_the_form_is_named_in_the_address_as_well(client, query, name, kind, field):
    answer = client.get("/sparql", params={"query": query, field: name})
    assert answer.headers["content-type"].startswith(kind)
    assert "content-disposition" not in answer.headers


@pytest.mark.parametrize(
    ("status", "send"),
    [
        (400, lambda client: client.get("/sparql", params={"query": "ASK {"})),
        (400, lambda client: client.get("/sparql", params=[("query", "ASK {}"), ("query", "ASK {}")])),
        (400, lambda client: client.get("/sparql", params={"update": "CLEAR ALL"})),
        (400, lambda client: client.get("/sparql", params={"query": "CLEAR ALL"})),
        (400, lambda client: client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "here"})),
        (400, lambda client: client.get("/sparql", params={"query": "ASK {}", "format": "xls"})),
        (400, lambda client: client.post("/sparql", data={"question": "ASK {}"})),
        (400, lambda client: client.post("/sparql", data={"query": "ASK {}", "update": "CLEAR ALL"})),
        (400, lambda client: post(client, "ASK {}".encode("utf-16"))),
        (400, lambda client: post(client, "SELECT (<http://example.org/f>(1) AS ?x) {}")),
        (400, lambda client: post(client, "ASK { SERVICE <http://127.0.0.1:1/> {} }")),
        (400, lambda client: post(client, "ASK { \\u0053ERVICE <http://127.0.0.1:1/> {} }")),
        (403, lambda client: post(client, "CLEAR ALL", "application/sparql-update")),
        (403, lambda client: client.post("/sparql", data={"update": "CLEAR ALL"})),
        (405, lambda client: client.put("/sparql", params={"query": "ASK {}"})),
        (405, lambda client: client.delete("/sparql")),
        (406, lambda client: client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "text/turtle"})),
        (406, lambda client: client.get("/sparql", params={"query": GRAPH}, headers={"Accept": "text/csv"})),
        (413, lambda client: client.post("/sparql", data={"query": f"ASK {{}} # {'x' * 100_000}"})),
        (413, lambda client: post(client, f"ASK {{}} # {'x' * 500_000}")),
        (415, lambda client: post(client, "ASK {}", "text/plain")),
        (415, lambda client: client.post("/sparql", content="query=ASK%20%7B%7D")),
        (415, lambda client: post(client, "ASK {}", "application/sparql-query; charset=utf-16")),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_a_line_of_text(client, status, send):
    answer = send(client)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.count("\n") == 1


def test_a_mistake_is_told_with_its_place(client):
    asked = {"query": "SELECT ?s {\n ?s a rg:Country ) }"}
    assert client.get("/sparql", params=asked).text == "line 2, column 18: ): cannot stand here\n"
    told = client.get("/sparql", params=asked, headers={"Accept": "application/sparql-results+json"})
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json() == {
        "title": "Bad Request", "status": 400, "detail": "): cannot stand here", "line": 2, "column": 18,
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/sparql", "/.well-known/void", "/graph/x"])
def test_who_calls_the_server_by_what_is_no_host_is_told(client, path):
    assert client.get(path, headers={"Host": "a%zz"}).status_code == 400


def test_what_is_not_allowed_says_what_is(client):
    assert client.put("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_triples_of_several_default_graphs_count_once(client):
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT 2"
    names = [row["g"]["value"] for row in client.get("/sparql", params={"query": graphs}).json()["results"]["bindings"]]

    def count(**params):
        asked = client.get("/sparql", params={"query": COUNT} | params)
        return int(asked.json()["results"]["bindings"][0]["n"]["value"])

    both = f"{{ GRAPH ?g {{ ?s ?p ?o }} VALUES ?g {{ <{names[0]}> <{names[1]}> }} }}"
    distinct = client.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?p ?o {both} }}"})
    assert str(count(**{"default-graph-uri": names})) == distinct.json()["results"]["bindings"][0]["n"]["value"]
    assert count(**{"default-graph-uri": [names[0], names[0]]}) == count(**{"default-graph-uri": names[0]})
    assert count(**{"named-graph-uri": names}) == 0
    assert count(**{"default-graph-uri": "http://example.org/nowhere"}) == 0


def test_a_client_that_has_the_answer_is_told_so(client):
    first = client.get("/sparql", params={"query": COUNT})
    again = client.get("/sparql", params={"query": COUNT}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(
        "/sparql", params={"query": COUNT}, headers={"If-None-Match": first.headers["etag"], "Accept": "text/csv"}
    )
    assert other.status_code == 200
    assert "etag" not in client.get("/sparql", params={"query": "SELECT (NOW() AS ?now) {}"}).headers


def test_a_long_answer_is_compressed_for_whoever_unpacks(client):
    asked = {"query": "SELECT * { ?s ?p ?o } LIMIT 200"}
    plain = client.get("/sparql", params=asked, headers={"Accept-Encoding": "identity"})
    with client.stream("GET", "/sparql", params=asked, headers={"Accept-Encoding": "gzip"}) as packed:
        raw = b"".join(packed.iter_raw())
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == plain.content
    assert "Accept-Encoding" in plain.headers["vary"]


def test_head_tells_what_get_would(client):
    got, told = (getattr(client, method)("/sparql", params={"query": COUNT}) for method in ("get", "head"))
    assert told.content == b""
    assert [told.headers[name] for name in ("etag", "content-type", "content-length")] == [
        got.headers[name] for name in ("etag", "content-type", "content-length")
    ]


def test_a_browser_is_given_a_file_where_it_names_a_format(client):
    answer = client.get("/sparql", params={"query": TABLE, "format": "xml"}, headers={"Accept": "text/html"})
    assert answer.headers["content-disposition"] == 'attachment; filename="relgraph.xml"'


@pytest.fixture(scope="module")
def strict(built, serve_site, tmp_path_factory):
    """A client of a server with narrow limits, whose graph may be changed."""
    folder = tmp_path_factory.mktemp("strict") / "store"
    shutil.copytree(built / "store", folder)
    options = ["--limit", "2", "--rows", "3", "--allow-updates"]
    with serve_site(folder, *options) as address, httpx.Client(base_url=address, timeout=60) as made:
        made.folder = folder
        while made.get("/sparql", params={"query": "ASK {}"}).status_code != 200:
            pass  # on a busy machine its processes take longer to start than they may to answer
        yield made


def test_a_cut_answer_says_so(strict):
    answer = strict.get("/sparql", params={"query": "SELECT ?s { ?s ?p ?o }"})
    assert len(answer.json()["results"]["bindings"]) == 3
    assert answer.headers["x-sparql-maxrows"] == "3"
    note = f"{str(strict.base_url).rstrip('/')}/sparql#row-limit"
    assert answer.json()["head"]["link"] == [note]
    assert answer.headers["link"] == f'<{note}>; rel="describedby"'
    whole = strict.get("/sparql", params={"query": "SELECT ?s { ?s ?p ?o } LIMIT 3"})
    assert "x-sparql-maxrows" not in whole.headers
    graph = strict.get(
        "/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, headers={"Accept": "application/n-triples"}
    )
    assert (graph.text.count("\n"), graph.headers["x-sparql-maxrows"]) == (3, "3")


def test_a_question_that_takes_too_long_is_stopped(strict):
    answer = strict.get("/sparql", params={"query": HEAVY}, timeout=60)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert "stopped after 2 s" in answer.text


def test_an_update_that_takes_too_long_is_stopped_and_leaves_nothing(strict):
    before = sorted(path.name for path in strict.folder.iterdir())
    heavy = "INSERT { ?a ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = strict.post("/sparql", data={"update": heavy})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert sorted(path.name for path in strict.folder.iterdir()) == before


def test_without_a_token_a_page_of_another_host_changes_nothing(strict):
    clear = {"update": "CLEAR GRAPH <http://example.org/g>"}
    assert strict.post("/sparql", data=clear, headers={"Origin": "https://example.org"}).status_code == 403
    for _ in range(10):  # a machine that tests is busy: what is stopped at the limit may be tried again
        answer = strict.post("/sparql", data=clear)
        if answer.status_code != 503:
            break
    assert (answer.status_code, answer.text) == (204, "")


def test_who_hangs_up_frees_the_process(site):
    port = int(site.rpartition(":")[2])
    asked = f"GET /sparql?query={quote(HEAVY)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    for _ in range(
        3
    ):  # more than there are processes to answer, each of which would work until the limit, five minutes
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(asked)
            time.sleep(1.1)  # by now it is in the slow lane
    many = "?a a rg:Country . ?b a rg:Country . ?c a rg:Country . ?d a rg:Topic VALUES ?e { 1 2 }"
    slow = f"SELECT (COUNT(*) AS ?n) {{ {many} }}"  # some seconds, so that it needs one of those in the slow lane
    assert httpx.get(f"{site}/sparql", params={"query": slow}, timeout=250).status_code == 200
