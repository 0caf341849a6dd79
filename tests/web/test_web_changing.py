"""A server whose graph may be changed, as programs meet it: updates, and graphs by their names."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from relgraph.web.app import ROUTERS
from relgraph.web.headers import HEADERS
from relgraph.web.holding import Holding

TOKEN = {"Authorization": "Bearer geheim"}
UPDATE = {"Content-Type": "application/sparql-update"}
NEW = "http://example.org/new"
TRIPLE = "<http://example.org/s> <http://example.org/p> <o> ."


@pytest.fixture(scope="module")
def writer(built, serve_site, tmp_path_factory):
    """A client of a server with a token and two processes, which leaves nothing behind."""
    folder = tmp_path_factory.mktemp("changed")
    (folder / "pages").mkdir()
    shutil.copytree(built / "store", folder / "store")
    (folder / "token").write_text("geheim\n")
    options = ["--token-file", str(folder / "token"), "--workers", "2", "--limit", "20"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder / "pages"))
        with serve_site(folder / "store", *options) as address, httpx.Client(base_url=address, timeout=60) as made:
            made.folder = folder / "store"
            yield made
    assert [*(folder / "pages").glob("relgraph-pages-*")] == []


def update(client, text, **more):
    return client.post("/sparql", content=text, headers=UPDATE | TOKEN | more.pop("headers", {}), **more)


def ask(client, query):
    return client.get("/sparql", params={"query": query}, headers={"Connection": "close"}).json()["boolean"]


def put(client, body, kind="text/turtle", method="PUT", url="/graph", headers=TOKEN, **params):
    return client.request(method, url, content=body, headers={"Content-Type": kind} | headers, params=params)


def test_several_processes_leave_each_other_their_pages(writer):
    assert writer.get("/id/country/JP").status_code == 200
    (pages,) = (writer.folder.parent / "pages").glob("relgraph-pages-*")
    assert len([*pages.iterdir()]) == 1


def test_an_update_is_seen_by_all_processes_at_once(writer):
    for number in range(6):
        text = f"PREFIX e: <http://example.org/> INSERT DATA {{ e:s e:n {number} }}"
        answer = update(writer, text) if number % 2 else writer.post("/sparql", data={"update": text}, headers=TOKEN)
        assert (answer.status_code, answer.content) == (204, b"")
        for _ in range(4):  # each on a connection of its own, which any process may take
            assert ask(writer, f"ASK {{ <http://example.org/s> <http://example.org/n> {number} }}")


def test_an_update_is_asked_of_the_graphs_that_are_named(writer):
    one, two = "http://example.org/1", "http://example.org/2"
    update(writer, f"INSERT DATA {{ GRAPH <{one}> {{ <a:s> <a:p> 1 }} GRAPH <{two}> {{ <a:s> <a:p> 1, 2 }} }}")
    count = "INSERT { <a:n> <a:n> ?n } WHERE { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }"
    assert update(writer, count, params={"using-graph-uri": [one, two]}).status_code == 204
    assert ask(writer, "ASK { <a:n> <a:n> 2 }")
    conflict = update(writer, f"WITH <{one}> {count}", params={"using-named-graph-uri": two})
    assert conflict.status_code == 400


def test_a_mistake_is_told_with_its_place_once(writer):
    told = update(writer, "CLEAR ALL ;\nINSERT DATA { <a:s> <a:p> }").text
    assert re.fullmatch(r"line 2, column \d+: expected [^\n]*\n", told)


def test_relative_iris_begin_at_the_endpoint(writer):
    update(writer, "INSERT DATA { <here> <a:p> 1 }")
    assert ask(writer, f"ASK {{ <{writer.base_url}/here> <a:p> 1 }}")


@pytest.mark.parametrize(
    ("status", "text", "headers"),
    [
        (401, "CLEAR ALL", {"Authorization": ""}),
        (403, "CLEAR ALL", {"Authorization": "Bearer falsch"}),
        (400, "CLEAR XYZ", {}),
        (400, "LOAD <http://127.0.0.1:1/>", {}),
        (400, "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", {}),
        (415, "CLEAR ALL", {"Content-Type": "application/sparql-update; charset=utf-16"}),
        (415, "CLEAR ALL", {"Content-Type": "application/sparql-update", "Content-Encoding": "gzip"}),
    ],
)
def test_what_cannot_be_changed_stays(writer, status, text, headers):
    answer = update(writer, text, headers=headers)
    assert answer.status_code == status
    assert ("www-authenticate" in answer.headers) == (status == 401)
    assert ask(writer, "ASK { ?c a rg:Country }")


def routes():
    """Every address of the application, with values in the place of its parameters, and its methods."""
    for router in ROUTERS:
        for route in router.routes:
            yield re.sub(r"\{[^}]*\}", "x", route.path), route.methods


def test_no_route_changes_anything_without_the_token(writer):
    before = Holding(str(writer.folder)).generation
    bodies = (("application/sparql-update", "CLEAR ALL"), ("text/turtle", TRIPLE), ("application/json", "{}"),
              ("application/x-www-form-urlencoded", "update=CLEAR+ALL"))  # fmt: skip
    changing = set()
    for path, methods in routes():
        for method in methods - {"GET", "HEAD", "OPTIONS"}:
            for kind, body in bodies:
                for given in ({}, {"Authorization": "Bearer falsch"}):
                    answer = put(writer, body, kind, method, f"{path}?default" if path == "/graph" else path, given)
                    assert 400 <= answer.status_code < 500, (method, path, kind)
                    if answer.status_code in (401, 403):
                        changing.add((method, path))
    assert Holding(str(writer.folder)).generation == before
    assert changing == {
        ("POST", "/sparql"), ("POST", "/sparql/"),
        *((method, path) for method in ("PUT", "POST", "DELETE") for path in ("/graph", "/graph/x")),
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted({path for path, methods in routes() if "GET" in methods}))
def test_every_answer_has_the_headers_and_says_nothing_of_our_insides(writer, path):
    for method in ("GET", "HEAD", "OPTIONS", "DELETE"):
        answer = writer.request(method, path, headers={"Accept": "text/html"})
        assert answer.status_code < 500 or answer.status_code == 503
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert not {"server", "x-powered-by"} & set(answer.headers)
        assert not re.search(r"Traceback|site-packages|/src/relgraph|uvicorn|starlette|/tmp/", answer.text)


FORMS = ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig",
         "application/n-quads"]  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_a_graph_goes_in_and_comes_out_in_every_form(writer, kind):
    triple = ox.Quad(
        ox.NamedNode("http://example.org/s"), ox.NamedNode("http://example.org/p"), ox.Literal("ä\n", language="de")
    )
    format_ = ox.RdfFormat.from_media_type(kind)
    assert put(writer, ox.serialize([triple], format=format_), kind, graph=NEW).status_code in (201, 204)
    got = writer.get("/graph", params={"graph": NEW}, headers={"Accept": kind})
    assert got.headers["content-type"].startswith(kind)
    assert [quad.triple for quad in ox.parse(got.content, format_)] == [triple.triple]
    assert put(writer, got.content, kind, graph=NEW).status_code == 204


def test_a_graph_is_made_added_to_replaced_and_taken_away(writer):
    name = f"{writer.base_url}/graph/person/1"
    assert put(writer, TRIPLE, graph=name).status_code == 201
    first = writer.get("/graph/person/1", headers={"Accept": "application/n-triples"})
    assert first.text == f"<http://example.org/s> <http://example.org/p> <{writer.base_url}/graph/person/o> .\n"
    assert writer.head("/graph/person/1").status_code == 200
    added = put(writer, TRIPLE.replace("<o>", "1, []"), method="POST", url="/graph/person/1")
    assert (added.status_code, added.json()) == (200, {"graph": name, "triples": 3})
    assert put(writer, TRIPLE, url="/graph/person/1").status_code == 204
    again = writer.get("/graph", params={"graph": name}, headers={"Accept": "application/n-triples"})
    assert again.text == first.text
    fresh = writer.get(
        "/graph",
        params={"graph": name},
        headers={"If-None-Match": again.headers["etag"], "Accept": "application/n-triples"},
    )
    assert fresh.status_code == 304
    assert writer.delete("/graph/person/1", headers=TOKEN).status_code == 200
    assert [
        writer.request(method, "/graph/person/1", headers=TOKEN).status_code for method in ("GET", "HEAD", "DELETE")
    ] == [404] * 3


def test_a_graph_without_a_name_is_given_one(writer):
    made = put(writer, TRIPLE, method="POST")
    assert made.status_code == 201
    assert writer.get(made.headers["location"]).text.count("<http://example.org/s>") == 1


def test_several_files_are_added_at_once(writer):
    files = [(name, (name, f"<> <a:p> {number} .", "text/turtle")) for number, name in enumerate("ab")]
    answer = writer.post("/graph/many", files=files, headers=TOKEN)
    assert (answer.status_code, answer.json()["triples"]) == (201, 2)


def test_the_default_graph_is_always_there(writer):
    got = writer.get("/graph?default", headers={"Accept": "application/n-triples"})
    assert got.status_code == 200
    assert put(writer, got.content, "application/n-triples", default="").status_code == 204
    assert writer.get("/graph?default", headers={"Accept": "application/n-triples"}).content == got.content


@pytest.mark.parametrize(
    ("status", "send"),
    [
        (400, lambda client: client.get("/graph")),
        (400, lambda client: client.get("/graph?default&graph=a:b")),
        (400, lambda client: client.get("/graph?graph=here")),
        (400, lambda client: put(client, "<a", graph=NEW)),
        (400, lambda client: put(client, TRIPLE, graph="http://example.org:8000graph")),
        (400, lambda client: put(client, f"<a:s> <a:p> <a:o> <{NEW}2> .", "application/n-quads", graph=NEW)),
        (401, lambda client: put(client, TRIPLE, graph=NEW, headers={})),
        (403, lambda client: put(client, TRIPLE, graph=NEW, headers={"Authorization": "Bearer falsch"})),
        (404, lambda client: client.get("/graph", params={"graph": "http://example.org/nowhere"})),
        (405, lambda client: client.patch("/graph", params={"graph": NEW}, headers=TOKEN)),
        (406, lambda client: client.get("/graph?default", headers={"Accept": "image/png"})),
        (415, lambda client: put(client, "a,b", "text/csv", graph=NEW)),
        (415, lambda client: put(client, TRIPLE, headers=TOKEN | {"Content-Encoding": "gzip"}, graph=NEW)),
    ],
)
def test_what_cannot_be_done_with_a_graph_is_told_in_a_line_of_text(writer, status, send):
    answer = send(writer)
    assert answer.status_code == status
    assert answer.text.count("\n") == 1


def test_a_server_that_was_told_nothing_is_read_only(client):
    assert client.get("/graph", params={"graph": "https://w3id.org/relgraph/id/release/none"}).status_code == 404
    for method in ("PUT", "POST", "DELETE"):
        refused = client.request(method, "/graph?default")
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_changed_store_takes_no_single_releases(writer, run, releases):
    update(writer, "INSERT DATA { <a:s> <a:p> 3 }")
    done = run("ingest", releases, "--store", writer.folder)
    assert done.status == 1
    assert "does not tell what each release has brought, as after a change by SPARQL Update" in done.err


def documented():
    """Commands of the documents that ask a server."""
    text = (Path(__file__).parents[2] / "docs" / "endpoint.md").read_text(encoding="utf-8")
    return re.findall(r"^\$ (curl .*)$", text, re.MULTILINE)


@pytest.mark.parametrize("command", documented())
def test_the_commands_of_the_documents_run(writer, tmp_path, command):
    (tmp_path / "graph.ttl").write_text("<a> <b> <c> .")
    asked = command.replace("http://127.0.0.1:8000", str(writer.base_url)).replace("curl ", "curl --fail --silent ")
    environment = os.environ | {"RELGRAPH_TOKEN": "geheim"}
    done = subprocess.run(["bash", "-c", asked], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout or "RELGRAPH_TOKEN" in command
