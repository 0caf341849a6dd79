"""The API as programs meet it: what it says, in which form, and what it says when something is wrong."""

import csv
import io
import json

import pytest

from relgraph.errors import QueryError, StoreError, UnknownName
from relgraph.queries.catalogue import catalogue
from relgraph.queries.run import run
from relgraph.store.opening import open_store
from relgraph.web.api.described import address, answer_address, example
from relgraph.web.api.problems import problem_of
from relgraph.web.api.rows import row_columns
from relgraph.web.desk import Late

EMPTY = {"low-confidence"}
"""What the bundled releases say nothing of: all are annotated by hand."""
PARTNERSHIPS = "/api/questions/partnerships/answer"


def needed(question):
    return {one.name: str(example(question, one)) for one in question.parameters if one.required}


def problem(answer):
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["status"], told["type"]) == (answer.status_code, "about:blank")
    assert told["title"]
    assert told["detail"]
    assert told["instance"] == answer.request.url.path
    return told


def test_the_catalogue_lists_every_question(client):
    told = client.get("/api/questions").json()
    assert [one["name"] for one in told["questions"]] == list(catalogue())
    assert told["total"] == len(catalogue())
    assert {one["group"] for one in told["questions"]} == set(told["groups"])


def test_a_question_says_what_it_takes_and_what_its_rows_hold(client):
    told = client.get("/api/questions/visits-and-meetings").json()
    question = catalogue()["visits-and-meetings"]
    assert [one["name"] for one in told["parameters"]] == [one.name for one in question.parameters]
    assert told["columns"][0] == {"name": "when", "heading": {"de": "wann", "en": "When"}, "of": None}
    assert told["links"]["self"] == address(question)
    assert client.get(told["links"]["answer"], params={"size": 1}).status_code == 200


@pytest.mark.parametrize("name", catalogue())
def test_every_example_has_an_answer(client, name):
    question = catalogue()[name]
    told = client.get(answer_address(question), params=needed(question)).json()
    assert bool(told["rows"]) == (name not in EMPTY)
    assert told["total"] >= len(told["rows"])
    assert all(tuple(row) == row_columns(question) for row in told["rows"])
    for parameter in question.parameters:
        value = example(question, parameter)
        if value is not None and not parameter.required:
            params = {**needed(question), parameter.name: str(value), "size": "1"}
            assert client.get(answer_address(question), params=params).status_code == 200, parameter.name


def test_rows_are_those_of_the_question(client, bundled):
    question = catalogue()["partnerships"]
    told = client.get(PARTNERSHIPS, params={"country": "JP", "language": "en"}).json()
    with open_store(str(bundled / "store")) as store:
        answer = run(question, store, {"country": "Japan", "language": "en"})
    assert [[row[name] for name in answer.columns] for row in told["rows"]] == [
        [int(cell) if name in ("sentences", "releases") else cell for name, cell in row.items()]
        for row in answer.dicts()
    ]
    assert told["parameters"] == {
        "country": "https://w3id.org/relgraph/id/country/JP", "language": "en", "limit": 500
    }  # fmt: skip
    assert told["rows"][0]["subject"].startswith("https://w3id.org/relgraph/id/")


@pytest.mark.parametrize("value", ["Japan", "japan", "JP", "https://w3id.org/relgraph/id/country/JP"])
def test_labels_codes_and_iris_mean_the_same(client, value):
    rows = client.get(PARTNERSHIPS, params={"country": value}).json()["rows"]
    assert rows == client.get(PARTNERSHIPS, params={"country": "Japan"}).json()["rows"] != []


def test_pages_together_are_the_answer(client):
    whole = client.get(PARTNERSHIPS, params={"size": 1000}).json()
    rows, address_ = [], f"{PARTNERSHIPS}?size=7"
    while address_:
        answer = client.get(address_)
        told = answer.json()
        rows += told["rows"]
        address_ = told["links"].get("next")
        assert address_ is None or f'<{address_}>; rel="next"' in answer.headers["link"]
    assert rows == whole["rows"]
    assert len(rows) == whole["total"] == whole["available"]
    beyond = client.get(PARTNERSHIPS, params={"page": 1000}).json()
    assert beyond["rows"] == []
    assert client.get(beyond["links"]["prev"]).json()["rows"]


def test_a_limit_says_what_it_leaves_out(client):
    told = client.get(PARTNERSHIPS, params={"limit": 3}).json()
    assert told["available"] > told["total"]
    everything = client.get(told["links"]["all"]).json()
    assert everything["total"] >= told["total"]
    assert "all" not in everything["links"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/x-ndjson", "application/jsonl"),
        ("text/markdown;q=0.5, text/csv;q=0.4", "text/markdown; charset=utf-8"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_a_client_gets_the_format_that_it_prefers(client, accept, kind):
    answer = client.get(PARTNERSHIPS, params={"country": "Japan"}, headers={"Accept": accept})
    assert answer.headers["content-type"] == kind
    assert "Accept" in answer.headers["vary"]
    assert answer.content


def test_all_formats_hold_the_same_rows(client):
    def given(format_):
        return client.get(PARTNERSHIPS, params={"country": "Japan", "format": format_}).text

    rows = json.loads(given("json"))["rows"]
    assert [json.loads(line) for line in given("jsonl").splitlines()] == rows
    text = [{name: str(cell) for name, cell in row.items()} for row in rows]
    assert list(csv.DictReader(io.StringIO(given("csv"), newline=""))) == text
    bindings = json.loads(given("srj"))["results"]["bindings"]
    assert [{name: cell["value"] for name, cell in row.items()} for row in bindings] == text
    assert given("ttl").count("oa:exact") == len({row["sentence"] for row in rows})


def test_what_a_client_has_is_still_good(client):
    for path in (f"{PARTNERSHIPS}?country=Japan", "/api/questions", "/api/questions/offices", "/api/openapi.json"):
        etag = client.get(path).headers["etag"]
        again = client.get(path, headers={"If-None-Match": etag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    other = client.get(PARTNERSHIPS, params={"country": "China"}, headers={"If-None-Match": etag})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("params", "status", "parameter", "code", "suggested"),
    [
        ({"country": "Japn"}, 404, "country", "unknown", "Japan"),
        ({"colour": "red"}, 422, "colour", "parameter", None),
        ({"country": ""}, 422, "country", "empty", None),
        ([("country", "Japan"), ("country", "China")], 422, "country", "twice", None),
        ({"limit": "-1"}, 422, "limit", "number", None),
        ({"page": "0"}, 422, "page", "number", None),
        ({"size": "1001"}, 422, "size", "number", None),
        ({"language": "fr"}, 422, "language", "choice", "de"),
        ({"format": "pdf"}, 422, "format", "choice", "csv"),
    ],
)
def test_a_wrong_value_is_told_with_what_may_be_meant(client, params, status, parameter, code, suggested):
    answer = client.get(PARTNERSHIPS, params=params)
    (error,) = problem(answer)["errors"]
    assert (answer.status_code, error["parameter"], error["code"]) == (status, parameter, code)
    assert suggested is None or suggested in error["suggestions"]


def test_a_value_that_is_needed_is_told(client):
    (error,) = problem(client.get("/api/questions/new-partners/answer"))["errors"]
    assert (error["parameter"], error["code"]) == ("since", "missing")
    (error,) = problem(client.get("/api/questions/new-partners/answer", params={"since": "May"}))["errors"]
    assert error["code"] == "date"


@pytest.mark.parametrize("value", ["0.65", "6.5e-1", "0.650000000000000000001"])
def test_a_number_may_be_written_as_json_does(client, value):
    told = client.get("/api/questions/low-confidence/answer", params={"below": value}).json()
    assert told["parameters"]["below"] == 0.65


def test_what_is_not_there_and_what_cannot_be_done_are_problems(client):
    missing = problem(client.get("/api/questions/partnershipz/answer"))
    assert missing["status"] == 404
    assert "partnerships" in missing["suggestions"]
    assert problem(client.get("/api/nothing"))["status"] == 404
    answer = client.post("/api/questions")
    assert problem(answer)["status"] == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert problem(client.get(PARTNERSHIPS, headers={"Accept": "image/png"}))["status"] == 406


def test_pages_of_other_hosts_may_read(client):
    answer = client.get("/api/questions", headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"


def test_things_are_found_by_name(client):
    told = client.get("/api/entities", params={"name": "jap", "kind": "Country", "size": 3}).json()
    assert told["found"][0]["iri"] == "https://w3id.org/relgraph/id/country/JP"
    value = told["found"][0]["value"]
    assert client.get(PARTNERSHIPS, params={"country": value}).status_code == 200
    for params in ({}, {"name": ""}, {"name": "x", "size": "0"}, {"name": "x", "language": "fr"}, {"nome": "x"}):
        assert problem(client.get("/api/entities", params=params))["status"] == 422


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Late("limit", "stopped after 10 s"), 503),
        (StoreError("store", "is gone"), 503),
        (UnknownName("Japn", "entity", ["Japan"]), 404),
        (QueryError("since", "is no date"), 422),
    ],
)
def test_an_error_of_ours_is_a_problem(error, status):
    made = problem_of(error)
    assert made.status == status
    assert ("Retry-After" in made.headers) == (status == 503)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_has_a_line_to_try_each_question(client, site, language):
    answer = client.get("/api", params={"lang": language})
    assert 'rel="service-desc"' in answer.headers["link"]
    for name, question in catalogue().items():
        assert f'<h3 id="{name}">' in answer.text
        assert f"curl '{site}{answer_address(question)}" in answer.text
    assert '<a href="/api">' in client.get("/questions").text
