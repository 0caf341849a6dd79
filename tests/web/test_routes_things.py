"""Things at their addresses, over the wire and in a browser, over the graph of the bundled releases."""

import json
import re
from html import unescape

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Literal, URIRef

from relgraph.store.embedded import open_embedded
from relgraph.vocabulary import ID, ONTOLOGY, TOPIC
from watching import hindrances

JAPAN = "/id/country/JP"
RDF_LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
PATHS = {
    "entity": JAPAN,
    "hub": "/id/region/DE-BW",
    "topic": "/topic/research",
    "release": "/id/release/bw-2014-11-11-hfr-gifu",
    "topics": "/topics",
    "entities": "/entities?type=City",
    "list": "/id/region/DE-BW?list=cooperation-both",
}


@pytest.fixture(scope="module")
def paths(bundled):
    """An address for each kind of page."""
    one = (
        "SELECT ?x WHERE { ?tie rg:sums ?x ; rg:subject <https://w3id.org/relgraph/id/country/JP> } ORDER BY ?x LIMIT 1"
    )
    tally = "SELECT ?x WHERE { ?x a rg:%s ; rg:sentenceCount ?n } ORDER BY DESC(?n) ?x LIMIT 1"
    tie = "SELECT ?x WHERE { ?x a rg:Tie ; rg:sentenceCount ?n } ORDER BY DESC(?n) ?x LIMIT 1"
    month = "SELECT ?x WHERE { ?x a rg:MonthSum ; rg:monthNumber ?n } ORDER BY DESC(?n) LIMIT 1"
    year = "SELECT ?x WHERE { ?x a rg:YearSum ; rg:yearRegion ?region ; rg:emptyCount ?n } ORDER BY DESC(?n) ?x LIMIT 1"
    nowhere = "SELECT ?x WHERE { ?x a rg:YearSum FILTER NOT EXISTS { ?x rg:yearRegion ?region } } ORDER BY ?x LIMIT 1"
    sentence = "SELECT ?x WHERE { GRAPH ?g { ?r rg:evidence ?x } } ORDER BY ?x LIMIT 1"
    with open_embedded(bundled / "store") as store:
        found = {
            name: "/id/" + str(store.select(question).rows[0][0]).removeprefix(ID)
            for name, question in (
                ("relation", one),
                ("tie", tie),
                ("tally", tally % "PartnerTally"),
                ("field", tally % "FieldTally"),
                ("month", month),
                ("year", year),
                ("year_nowhere", nowhere),
                ("evidence", sentence),
            )
        }
    return PATHS | found


def triples(client, path, suffix):
    """What a form says, but for where its next page is."""
    kinds = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}
    found = {str(quad.triple) for quad in parse(client.get(f"{path}.{suffix}").content, kinds[suffix])}
    return {one for one in found if "?page=" not in one}


@pytest.mark.parametrize("kind", [*PATHS, "relation", "tie", "tally", "month", "year"])
def test_each_page_opens_in_both_languages_and_nothing_serious_is_wrong_with_it(paths, kind, visit):
    for language, scheme, width in (("de", "light", 1400), ("en", "dark", 390)):
        join = "&" if "?" in paths[kind] else "?"
        page = visit(f"{paths[kind]}{join}lang={language}", color_scheme=scheme, width=width)
        assert page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert hindrances(page) == []


def test_the_page_of_the_ontology_opens_in_both_languages(visit):
    """Its content is looked at as a file, in tests/documenting; here, whether it stands well in its frame."""
    for language, scheme, width in (("de", "light", 1400), ("en", "dark", 390)):
        page = visit(f"/ontology?lang={language}", color_scheme=scheme, width=width)
        assert page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert hindrances(page, "body > :not(main)") == []


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples;q=0.9, text/html;q=0.2", "application/n-triples; charset=utf-8"),
        ("text/html", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
    ],
)
def test_a_thing_comes_in_the_form_that_is_preferred(client, accept, kind):
    answer = client.get(JAPAN, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert {"Accept", "Accept-Language", "Cookie"} <= set(answer.headers["vary"].split(", "))
    assert f'<{JAPAN}.ttl>; rel="alternate"; type="text/turtle"' in answer.headers["link"]


@pytest.mark.parametrize(("kind", "heading"), [("tally", "Partner tally"), ("field", "Field tally")])
def test_a_tally_says_what_it_counts_and_opens_to_sentences(client, paths, kind, heading):
    page = client.get(f"{paths[kind]}?lang=en").text
    assert f"<h1>{heading}</h1>" in page
    assert page.count("<blockquote") == 2
    links = set(re.findall(r'href="(/(?:id/relation|questions|topic)/[^"#]*)', page))
    assert any(link.startswith("/topic/") for link in links) == (kind == "field")
    for link in links:
        assert client.get(unescape(link)).status_code == 200


def test_a_month_sum_says_how_much_it_counts_and_quotes_the_newest_sentence(client, paths):
    page = client.get(f"{paths['month']}?lang=en").text
    (sentence,) = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", page, re.DOTALL)
    (target,) = set(re.findall(r'href="(/questions/known-on[^"]*)"', page))
    known = client.get(unescape(target))
    assert known.status_code == 200
    assert sentence in known.text
    assert re.search(r"<p>\d+ sentences? in \d+ releases? · \d+ relations?</p>", page)


def test_a_year_sum_says_how_many_releases_it_counts_and_leads_to_their_coverage(client, paths):
    page = client.get(f"{paths['year']}?lang=en").text
    ((releases, empty, relations),) = re.findall(
        r"<p>(\d+) releases?, without relation: (\d+) · (\d+) relations? · ", page
    )
    publisher = re.search(r"<h1>(.*?)</h1>", page)[1]
    (target,) = re.findall(r'href="(/questions/coverage[^"]*)"', page)
    (row,) = re.findall(
        rf"<tr>(?:(?!</tr>).)*{re.escape(publisher)}.*?</tr>", client.get(unescape(target)).text, re.DOTALL
    )
    told = [int(number) for number in re.findall(r'class="number">(\d+)<', row)]
    assert all(int(part) <= whole for part, whole in zip((releases, empty, relations), told, strict=False))
    assert client.get("/questions/releases-by-year").status_code == 200


@pytest.mark.parametrize("kind", ["year", "year_nowhere"])
def test_a_year_sum_lists_the_releases_that_it_counts(client, paths, kind):
    page = client.get(f"{paths[kind]}?lang=en").text
    counted = int(re.search(r"<p>(\d+) releases?, without relation", page)[1])
    year, publisher = re.search(r"<title>.*: (\d{4}) ", page)[1], re.search(r"<h1>(.*?)</h1>", page)[1]
    held = client.get(f"{paths[kind]}?list=releases&lang=en").text
    assert f"<title>{publisher}, {year}: " in held
    row = rf'<time datetime="{year}[^<]*</time> <a href="(/id/release/[^"]*)" [^<]*</a> <span [^>]*>{publisher}</span>'
    assert len(set(re.findall(row, held))) == counted
    assert re.findall(row, page) == re.findall(row, held)[:8]
    assert client.get(f"{paths[kind]}?list=cooperation-both").status_code == 404


def test_who_takes_none_of_the_forms_is_told_which_there_are(client):
    answer = client.get(JAPAN, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "text/turtle" in answer.text
    assert client.get(f"{JAPAN}.ttl", headers={"Accept": "image/png"}).status_code == 200


@pytest.mark.parametrize(
    "kind", ["entity", "hub", "topic", "release", "relation", "tie", "tally", "month", "year", "field", "evidence"]
)
def test_all_forms_of_rdf_say_the_same(paths, kind, client):
    turtle, jsonld, ntriples = (triples(client, paths[kind], suffix) for suffix in ("ttl", "jsonld", "nt"))
    assert turtle
    assert turtle == jsonld == ntriples
    graph = Graph().parse(data=client.get(f"{paths[kind]}.ttl").text, format="turtle")
    assert len(graph) == len(client.get(f"{paths[kind]}.nt").text.splitlines())


def test_rdf_has_the_names_in_both_languages(client):
    graph = Graph().parse(data=client.get("/id/country/KR", headers={"Accept": "text/turtle"}).text, format="turtle")
    assert set(graph.objects(URIRef(ID + "country/KR"), RDF_LABEL)) == {
        Literal("Südkorea", lang="de"), Literal("South Korea", lang="en"),
    }  # fmt: skip


def test_pages_of_rdf_together_have_every_tie(client, bundled):
    iri, found, path = URIRef(ID + "region/DE-BW"), set(), "/id/region/DE-BW.nt"
    while path:
        answer = client.get(path)
        graph = Graph().parse(data=answer.text, format="nt")
        found |= set(graph.subjects(URIRef(ONTOLOGY + "subject"), iri)) | set(
            graph.subjects(URIRef(ONTOLOGY + "object"), iri)
        )
        path = answer.links.get("next", {}).get("url")
    question = f"SELECT DISTINCT ?t WHERE {{ {{ ?t rg:subject <{iri}> }} UNION {{ ?t rg:object <{iri}> }} }}"
    with open_embedded(bundled / "store") as store:
        assert {str(one) for one in found} == {str(row[0]) for row in store.select(question).rows}


def test_an_answer_that_is_still_good_is_not_sent_again(client):
    first = client.get(JAPAN)
    tag = first.headers["etag"]
    again = client.get(JAPAN, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    for other in ({"Accept-Language": "en"}, {"Accept": "text/turtle"}):
        assert client.get(JAPAN, headers={"If-None-Match": tag, **other}).status_code == 200


def test_head_says_what_get_would(client):
    answer = client.head(JAPAN)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == client.get(JAPAN).headers["etag"]


@pytest.mark.parametrize(
    "path",
    [
        "/id/country/XX", "/id/country/XX.ttl", "/id/", "/id/country/", "/topic/nothing", "/id/relation/x/y",
        "/id/%00", "/id/%3Cscript%3E", "/id/country/JP?list=nothing",
        "/id/tie/0?list=visit-out", "/entities?type=Planet",
    ],
)  # fmt: skip
def test_what_the_graph_does_not_know_is_not_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


@pytest.mark.parametrize("page", ["0", "x", "99999"])
def test_a_page_that_is_not_there_is_said(client, page):
    assert client.get(f"/id/region/DE-BW?list=cooperation-both&page={page}").status_code == 400
    assert client.get(f"/id/region/DE-BW.ttl?page={page}").status_code == 400


def test_a_sentence_leads_to_its_place_in_the_release(paths, client, visit):
    answer = client.get(paths["evidence"])
    assert answer.status_code == 303
    release, _, place = answer.headers["location"].partition("#")
    assert place == f"s-{paths['evidence'].rpartition('/')[2]}"
    page = visit(f"{release}#{place}")
    marked = page.locator(f".evidence:has(> #{place})").first
    assert marked.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_list_that_is_cut_leads_to_the_rest(client):
    text = client.get("/id/region/DE-BW?lang=de").text
    client.cookies.clear()
    assert "8 von 31 gezeigt" in text
    rest = client.get("/id/region/DE-BW?list=cooperation-both").text
    assert rest.count('class="tie"') == 31


def test_a_tie_opens_to_its_sentences_without_any_script(visit):
    page = visit(f"{JAPAN}?lang=de", java_script_enabled=False)
    page.locator("#cooperation .tie a[data-opens]").first.click()
    page.locator("blockquote").first.wait_for()
    page.get_by_role("link", name="Beziehung").first.click()
    page.locator("mark").wait_for()  # one, and no more
    page.locator("main a[href^='/id/release/']").first.click()
    page.locator(".reading .text").wait_for()


def test_a_tie_opens_in_place_and_closes_again(visit):
    page = visit(f"{JAPAN}?lang=de")
    row = page.locator("#cooperation .tie").first
    opens = row.locator("a[data-opens]")
    opens.press("Enter")
    row.locator("blockquote").first.wait_for()
    assert opens.get_attribute("aria-expanded") == "true"
    assert row.locator("blockquote").count() == int(opens.inner_text().split()[0])
    opens.press("Enter")
    assert not row.locator("blockquote").first.is_visible()
    assert page.url.endswith(f"{JAPAN}?lang=de")


def test_links_on_a_page_lead_to_things_that_are_there(client, paths):
    for kind in ("entity", "topic", "relation", "tie", "release"):
        targets = set(re.findall(r'href="(/(?:id|topic|topics|entities)[^"#]*)', client.get(paths[kind]).text))
        assert targets
        for target in sorted(targets):
            assert client.get(target.replace("&amp;", "&")).status_code == 200, target


def test_the_ontology_stands_at_its_address(client):
    graph = Graph().parse(data=client.get("/ontology", headers={"Accept": "text/turtle"}).text, format="turtle")
    assert (URIRef(ONTOLOGY + "Partnership"), RDF_LABEL, Literal("Partnerschaft", lang="de")) in graph
    ours = {one for one in triples(client, "/ontology", "ttl") if one.startswith(f"<{ONTOLOGY.rstrip('#')}")}
    assert ours == triples(client, "/ontology", "nt") == triples(client, "/ontology", "jsonld")
    assert 'id="Partnership"' in client.get("/ontology", headers={"Accept": "text/html"}).text
    assert client.get("/ontology.xyz").status_code == 404


def test_the_ontology_stands_at_the_address_of_its_version_too(client):
    turtle = {"Accept": "text/turtle"}
    version = next(line for line in client.get("/ontology.ttl").text.splitlines() if "owl:versionIRI" in line)
    path = "/ontology/" + version.rpartition("/")[2].removesuffix("> ;")
    assert client.get(path, headers=turtle).content == client.get("/ontology", headers=turtle).content
    assert 'id="Partnership"' in client.get(path, headers={"Accept": "text/html"}).text
    assert client.get("/ontology/0.0.1").status_code == 404
    assert client.get(f"{path}/context.jsonld").content == client.get("/ontology/context.jsonld").content
    assert client.get("/ontology/0.0.1/context.jsonld").status_code == 404


def test_what_the_page_of_the_ontology_leads_to_is_there(client):
    text = client.get("/ontology", headers={"Accept": "text/html"}).text
    files = set(re.findall(r'href="(/ontology/[^"]+)"', text))
    assert len(files) == 8
    for path in files:
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
    assert client.get("/ontology/..%2fpyproject.toml").status_code == 404
    assert client.get("/derivation").content == client.get("/ontology/derivation.ttl").content


def test_the_context_may_be_loaded_by_any_page(client):
    answer = client.get("/ontology/context.jsonld")
    assert json.loads(answer.text)["@context"]["rg"] == ONTOLOGY
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_topic_is_no_entity(client):
    assert client.get("/topic/robotics.ttl").status_code == 200
    assert TOPIC + "robotics" in client.get("/topic/robotics.nt").text
