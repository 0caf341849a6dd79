import json

import pytest

from relgraph.store.opening import open_store
from relgraph.web.sparql import show
from relgraph.web.sparql_help import catalogue_examples, catalogue_query, examples, keywords, words

PAGE = {"Accept": "text/html"}
COUNTRIES = (
    'SELECT ?country ?name { ?country a rg:Country ; rdfs:label ?name FILTER(LANG(?name) = "de") } ORDER BY ?name'
)


@pytest.fixture(scope="module")
def store(bundled):
    with open_store(bundled / "store") as opened:
        yield opened


def get(client, query="", **params):
    return client.get("/sparql", params={"query": query, **params}, headers=PAGE)


@pytest.mark.parametrize("example", examples(), ids=[one.id for one in examples()])
def test_every_example_has_an_answer(store, example):
    shown = show(store, example.query, "de")
    assert shown.rows or shown.truth or shown.turtle


@pytest.mark.parametrize("name", [name for name, _ in catalogue_examples("de")])
def test_every_question_of_the_catalogue_that_is_offered_can_be_asked(store, name):
    assert show(store, catalogue_query(name, store, "en"), "en").columns


@pytest.mark.parametrize("word", list(keywords()))
def test_every_word_of_the_help_is_put_in_once_and_holds_the_word(word):
    insert = keywords()[word]["insert"]
    assert insert.count("|") == 1
    assert insert.count("{") == insert.count("}")
    assert all(part in insert for part in word.split())


def test_the_help_knows_the_terms_of_the_ontology_in_the_language_of_the_reader(store):
    told = {one["word"]: one for one in words(store, "en")}
    assert told["rg:Partnership"]["kind"] == "class"
    assert told["rg:Partnership"]["told"].startswith("Partnership – ")
    assert told["rg:evidence"]["kind"] == "property"
    assert {one["word"]: one for one in words(store, "de")}["rg:Agreement"]["told"].startswith("Vereinbarung")


def test_a_table_links_our_own_things_to_their_pages_and_names_them(client):
    page = get(client, COUNTRIES).text
    assert '<a href="/id/country/JP">id:country/JP</a> <span class="muted small beside">Japan</span>' in page


def test_the_first_rows_are_shown_and_all_are_counted(client):
    assert "Die ersten 500 von " in get(client, "SELECT * { ?s ?p ?o }").text


def test_yes_and_no(client):
    assert "<strong>Ja</strong>" in get(client, "ASK { ?s a rg:Country }").text
    assert get(client, "ASK { ?s a rg:Country }", format="json").json() == {"head": {}, "boolean": True}


def test_a_graph_is_shown_as_turtle(client):
    page = get(client, r"DESCRIBE id:country\/JP").text
    assert "&lt;country/JP&gt; a rg:" in page
    assert get(client, r"DESCRIBE id:country\/JP", format="ttl").text.startswith(
        "@base <https://w3id.org/relgraph/id/>"
    )


@pytest.mark.parametrize(
    ("format_", "type_", "holds"),
    [("csv", "text/csv", "country,name\r\n"), ("tsv", "text/tab-separated-values", "?country\t?name\n"),
     ("json", "application/sparql-results+json", '"vars"')],
)  # fmt: skip
def test_answers_come_as_files(client, format_, type_, holds):
    answer = get(client, COUNTRIES, format=format_)
    assert answer.headers["content-type"].startswith(type_)
    assert answer.headers["content-disposition"].endswith(f'.{format_}"')
    assert holds in answer.text


@pytest.mark.parametrize(
    ("query", "place", "told"),
    [
        ("SELECT ?s {\n ?s a rg:Country ) }", "Zeile 2, Spalte 18", "„)“ kann hier nicht stehen"),
        ("SELEC ?s { }", "Zeile 1, Spalte 1", "„SELEC“ kann hier nicht stehen"),
        ("# a:b\nSELECT ?s { ?s nix:label ?o }", "Zeile 2, Spalte 16", "Das Präfix nix: ist unbekannt"),
        ("SELECT ?s { ?s a rg:Country ", "Zeile 1, Spalte 29", "noch nicht zu Ende"),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?y ?z }", "Zeile 1, Spalte 41", "unbound"),
    ],
)
def test_a_mistake_is_shown_at_its_place(client, query, place, told):
    answer = get(client, query)
    assert answer.status_code == 400
    assert place in answer.text
    assert told in answer.text
    assert 'aria-invalid="true"' in answer.text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("INSERT DATA { <http://a/> <http://a/> <http://a/> }", "updates are refused"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
    ],
)
def test_updates_and_other_servers_are_refused(client, query, told):
    answer = get(client, query)
    assert answer.status_code == 400
    assert told in answer.text


def test_what_is_asked_stays_text(client):
    page = get(client, 'SELECT ("<script>alert(1)</script>" AS ?x) ("</textarea>" AS ?y) {}').text
    assert "<script>alert" not in page
    assert page.count("</textarea>") == 1


def test_a_long_question_is_sent_with_the_form(client):
    query = f"{COUNTRIES} #{'x' * 90_000}"
    answer = client.post("/sparql", data={"query": query}, headers=PAGE)
    assert "id:country/JP" in answer.text
    assert client.post("/sparql", data={"query": query * 2}, headers=PAGE).status_code == 413
    assert client.post("/sparql", data={"query": query * 6}, headers=PAGE).status_code == 413
    assert client.post("/sparql", content=query, headers=PAGE | {"Content-Type": "text/plain"}).status_code == 415


def test_a_page_takes_graphs_as_programs_name_them(client):
    page = get(client, "ASK { ?s ?p ?o }", **{"default-graph-uri": "http://example.org/nowhere"}).text
    assert "<strong>Nein</strong>" in page


def test_a_page_is_given_to_whoever_names_it(client):
    assert client.get("/sparql", params={"query": COUNTRIES, "format": "html"}).text.startswith("<!doctype html>")


def test_a_question_of_the_catalogue_opens_in_the_editor(client):
    assert "rg:Partnership" in client.get("/sparql", params={"question": "partnerships"}).text
    assert client.get("/sparql", params={"question": "partnership"}).status_code == 404


def test_the_page_helps_with_words_and_asks_by_keyboard(visit):
    page = visit("/sparql?lang=en")
    page.focus("#query")
    page.keyboard.type("SELECT ?a { ?a a rg:Partners")
    page.wait_for_selector("#completions li")
    editor, offered = page.locator("#query").bounding_box(), page.locator("#completions").bounding_box()
    assert 0 <= offered["y"] - editor["y"] - editor["height"] < 20
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#query") == "SELECT ?a { ?a a rg:Partnership"
    page.keyboard.type(" } LIMIT 3")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer")
    assert "query=SELECT" in page.url


def test_the_script_goes_to_the_mistake(browser, site):
    page = browser.new_page()  # not watched: the browser complains of status 400
    page.goto(f"{site}/sparql")
    page.fill("#query", "SELECT ?s {\n ?s a rg:Country ) }")
    page.click("form.asking button")
    page.wait_for_selector(".excerpt")
    selected = "document.querySelector('#query').value.slice(query.selectionStart, query.selectionEnd)"
    assert page.evaluate(selected) == ")"
    page.close()


def test_a_page_works_without_scripts(visit):
    page = visit("/sparql", java_script_enabled=False)
    page.fill("#query", COUNTRIES)
    page.click("form.asking button")
    page.wait_for_selector("table.answer")
    assert page.locator("table.answer tbody tr").count() > 20
    assert json.loads(page.request.get(page.url + "&format=json").text())["head"]["vars"] == ["country", "name"]
