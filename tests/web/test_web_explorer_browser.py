"""The explorer that grows, as staff use it: in Chromium, over a server."""

from functools import partial

import pytest

LAND = "Baden-Württemberg"


@pytest.fixture
def visit(visit):
    """Staff whose browser prefers German."""
    return partial(visit, locale="de-DE")


def known(page):
    return page.evaluate("relgraph.nodes.filter((node) => node.lines.length).length")


def shown(page):
    return set(page.evaluate("[...relgraph.view.nodes].map((id) => relgraph.nodes[id].label)"))


def heading(page):
    return page.locator("#panel h2").inner_text()


def test_it_opens_on_the_region_that_most_releases_speak_for(visit):
    page = visit("/explore")
    assert LAND in shown(page)
    assert page.evaluate("relgraph.data.centres.map((id) => relgraph.nodes[id].label)") == [LAND]
    assert page.locator("#totals").inner_text().endswith("in 123 Mitteilungen")
    assert "im Bestand" in page.locator("#count").inner_text()
    assert page.locator("script#evidence").count() == 0


def test_it_opens_around_a_name_in_the_language_of_the_reader(visit):
    page = visit("/explore?focus=Japan&lang=en")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heading(page) == "Japan"


def test_a_name_that_nobody_has_is_said(client):
    answer = client.get("/explore", params={"focus": "Atlantis"})
    assert answer.status_code == 404
    assert "Atlantis" in answer.text


def test_sentences_are_fetched_when_they_are_asked_for(visit):
    page = visit("/explore?focus=Kanagawa")
    page.locator("#panel details", has_text=LAND).first.locator("summary").click()
    quote = page.locator("#panel blockquote").first
    quote.wait_for()
    assert "Kanagawa" in page.locator("#panel").inner_text()
    link = page.locator("#panel a", has_text="im Text").first.get_attribute("href")
    assert link.startswith("/id/")


def test_neighbours_are_chosen_before_they_are_fetched(visit):
    page = visit("/explore?focus=Singapur")
    page.locator("#search").fill("Bayern")
    page.locator("#hits li", has_text="Bayern").first.click()
    page.wait_for_function("() => relgraph.selected && relgraph.nodes[relgraph.selected.node].label === 'Bayern'")
    before = known(page)
    page.locator("details.neighbours > summary").click()
    for kind in page.locator("details.neighbours .kind > label input").all():
        kind.check()
    page.locator("details.neighbours > button").click()
    page.wait_for_function(f"() => relgraph.nodes.filter((node) => node.lines.length).length > {before}")
    neighbours = page.evaluate("relgraph.fartherNeighbours('region/DE-BY')")
    assert {one["label"] for one in neighbours} <= shown(page)


def test_what_the_page_does_not_know_is_found_by_the_server(visit):
    page = visit("/explore?focus=Singapur")
    assert "Kanagawa" not in shown(page)
    page.locator("#search").fill("kanag")
    page.locator("#hits li", has_text="Kanagawa").first.click()
    page.wait_for_function("() => relgraph.selected && relgraph.nodes[relgraph.selected.node].label === 'Kanagawa'")
    assert {"Kanagawa", LAND} <= shown(page)


def test_an_address_opens_what_it_says(visit):
    page = visit("/explore?focus=Singapur#added=region/JP-14&selected=region/JP-14")
    page.wait_for_function("() => relgraph.view && relgraph.selected")
    assert heading(page) == "Kanagawa"
    assert "Kanagawa" in shown(page)


def test_a_path_is_found_beyond_what_the_page_knows(visit):
    page = visit("/explore?focus=Singapur#path=region/JP-14,country/FR")
    page.wait_for_function("() => relgraph.view && relgraph.view.route.nodes.length > 1")
    assert {"Kanagawa", "Frankreich"} <= shown(page)
    page.locator("#panel blockquote").first.wait_for()


def test_more_is_fetched_until_there_is_no_more(visit):
    page = visit("/explore")
    for _ in range(60):
        if page.locator("#more").is_hidden():
            break
        before = page.evaluate("relgraph.written(relgraph.state)")
        page.locator("#more").click()
        page.wait_for_function("(before) => relgraph.written(relgraph.state) !== before", arg=before)
    neighbours = page.evaluate("fetch('/explore/neighbours?of=id/region/DE-BW').then((told) => told.json())")[
        "neighbours"
    ]
    assert page.locator("#more").is_hidden()
    assert {one["label"] for one in neighbours} <= shown(page)


def test_a_server_that_does_not_answer_leaves_the_picture(visit):
    page = visit("/explore?focus=Kanagawa")
    page.wait_for_load_state("networkidle")
    page.route("**/explore/**", lambda route: route.fulfill(status=200, body="no"))
    before = shown(page)
    page.locator("button[data-does=only_around]").click()
    page.locator("#message-text", has_text="Server").wait_for()
    assert shown(page) == before
