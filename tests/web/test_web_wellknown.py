import pyoxigraph as ox
import pytest

ENDPOINT = ox.NamedNode("http://www.w3.org/ns/sparql-service-description#endpoint")
SELECT = ox.NamedNode("http://www.w3.org/ns/shacl#select")
LEADERS = ox.NamedNode("https://w3id.org/relgraph/question/technology-leaders")


def read(answer):
    kind = ox.RdfFormat.from_media_type(answer.headers["content-type"])
    return list(ox.parse(answer.content, kind, base_iri=str(answer.url)))


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("*/*", "text/turtle; charset=utf-8"), ("application/rdf+xml", "application/rdf+xml"),
     ("text/html;q=0.3, application/ld+json", "application/ld+json"),
     ("application/n-triples", "application/n-triples; charset=utf-8")],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void", "/.well-known/sparql-examples"])
def test_what_the_server_says_of_itself_is_rdf_in_the_form_that_is_preferred(client, path, accept, kind):
    answer = client.get(path, headers={"Accept": accept})
    assert answer.headers["content-type"] == kind
    assert len(read(answer)) > 20
    again = client.get(path, headers={"Accept": accept, "If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_service_is_described_at_the_address_it_is_called_by(client, site):
    told = read(client.get("/sparql"))
    assert [quad.object.value for quad in told if quad.predicate == ENDPOINT] == [f"{site}/sparql"]
    assert client.get("/sparql", headers={"Accept": "text/html"}).text.startswith("<!doctype html>")
    assert client.get("/.well-known/void", headers={"Accept": "image/png"}).status_code == 406


def test_an_example_runs_on_the_endpoint(client):
    told = read(client.get("/.well-known/sparql-examples"))
    (query,) = [quad.object for quad in told if (quad.subject, quad.predicate) == (LEADERS, SELECT)]
    assert client.get("/sparql", params={"query": query.value}).json()["results"]["bindings"]


OPEN = ["/sparql?query=ASK{}", "/sparql?query=ASK{", "/id/country/JP", "/topic/robotics.ttl", "/ontology",
        "/ontology.ttl", "/ontology/context.jsonld", "/.well-known/void", "/id/country/XX"]  # fmt: skip


@pytest.mark.parametrize("path", OPEN)
def test_pages_of_other_hosts_may_read_what_is_for_programs(client, path):
    answer = client.get(path, headers={"Origin": "https://example.org", "Accept": "*/*"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "x-content-type-options" in answer.headers


@pytest.mark.parametrize("path", ["/", "/search?q=Japan", "/identity", "/sparqling"])
def test_they_may_read_no_pages(client, path):
    assert "access-control-allow-origin" not in client.get(path, headers={"Origin": "https://example.org"}).headers


def test_browsers_are_told_beforehand(client):
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type, authorization"}  # fmt: skip
    answer = client.options("/sparql", headers=asked)
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert {"Authorization", "Content-Type"} <= {*answer.headers["access-control-allow-headers"].split(", ")}
    assert "access-control-allow-credentials" not in answer.headers
