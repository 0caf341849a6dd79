"""The explorer as a reader meets it: in Chromium, by mouse and by keyboard."""

from itertools import pairwise

import pytest

from looking import click, heading, opening_size, reopened, shown
from relgraph.explore.lines import lines_of
from relgraph.explore.opening import STEP, opening
from relgraph.explore.page import explorer_page

HOSTILE = "</script><img src=x onerror=alert(1)>"
LAND = "Baden-Württemberg"
FIRST_SENTENCE = "Baden-Württemberg arbeitet mit Japan bei Robotik zusammen."


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


def test_it_opens_on_what_matters_and_says_how_much_that_is(page, graph):
    first = list(opening(graph, lines_of(graph)))[: opening_size(page)]
    assert shown(page) == {graph.nodes[name]["label"] for name in first}
    assert {LAND, "Japan", "Winfried Kretschmann", "Robotik"} <= shown(page)
    said = page.locator("#count").inner_text()
    size = opening_size(page)
    assert said == f"{size} von 135 Entitäten und Themen, {size} von 135 Verbindungen gezeigt"


def test_the_next_ones_join_what_stands_there(page):
    before = page.evaluate("relgraph.network.getPositions()")
    assert page.locator("#more").inner_text() == f"{STEP} weitere"
    page.click("#more")
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page) + STEP
    after = page.evaluate("relgraph.network.getPositions()")
    assert {id_: after[id_] for id_ in before} == before
    page.click("#more")
    assert page.evaluate("relgraph.visNodes.length") == 135
    assert page.locator("#more").is_hidden()
    page.click("#undo")
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page) + STEP


def test_all_is_one_click_away(page, graph):
    page.click("#all")
    tied = {name for name in graph if graph.degree(name)}
    assert page.evaluate("relgraph.visNodes.length") == len(tied) == 135
    assert page.locator("#count").inner_text().startswith("135 von 135")
    page.get_by_role("button", name="Zurück zum Anfang").click()
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page)


def test_the_whole_picture_is_wider_where_the_window_is(visit, page_text):
    def shape(width, height):
        page = visit(page_text, width=width, height=height)
        page.click("#all")
        box = page.evaluate(
            "['x', 'y'].map((axis) => Object.values(relgraph.network.getPositions()).map((at) => at[axis]))"
            ".map((all) => Math.max(...all) - Math.min(...all))"
        )
        return box[0] / box[1]

    assert shape(1900, 700) > 1.2 * shape(1300, 1300)


def test_nodes_stand_where_they_were_laid_out(page):
    moved = page.evaluate(
        "relgraph.visNodes.get().filter((n) => { const p = relgraph.network.getPosition(n.id);"
        "const at = relgraph.openingPlaces.get(n.id); return p.x !== at.x || p.y !== at.y; }).length"
    )
    assert moved == 0


def test_a_click_on_a_line_opens_its_sentences(page):
    click(page, LAND, "Japan")
    assert heading(page) == "Japan – Baden-Württemberg"
    quotes = page.locator("#panel blockquote").all_inner_texts()
    assert quotes[1] == FIRST_SENTENCE
    assert len(quotes) == 3
    assert page.locator("#panel h3").all_inner_texts() == ["Zusammenarbeit", "Gespräch"]
    figure = page.locator("#panel figure").nth(1).inner_text()
    for said in ("4. Mai 2019", "Staatsministerium", "Gespräche in Tokio", "laufend", "90 %", "Robotik", "test"):
        assert said in figure


def test_each_sentence_says_on_what_the_relation_rests(page):
    click(page, LAND, "Japan")
    said = page.locator("#panel figure .basis")
    assert said.all_inner_texts() == [
        "geprüft von Eva <i>Muster</i> am 27. Nov. 2026", "maschinell gelesen", "kuratiert",
    ]  # fmt: skip
    for machine in ("Sicherheit", "Regel"):
        assert machine not in page.locator("#panel figure").nth(2).inner_text()
    page.get_by_role("button", name="EN", exact=True).click()
    assert said.all_inner_texts() == ["reviewed by Eva <i>Muster</i> on 27 Nov 2026", "read by machine", "curated"]


def test_the_link_leads_to_the_sentence_in_the_release_and_only_to_the_web(page):
    click(page, LAND, "Japan")
    links = [link.get_attribute("href") for link in page.locator("#panel figure a").all()]
    text = "Baden%2DW%C3%BCrttemberg%20arbeitet%20mit%20Japan%20bei%20Robotik%20zusammen."
    assert links[0] == f"https://example.org/bw-1#:~:text={text}"
    assert all(link.startswith("https://example.org/bw-1#") for link in links)
    assert len(links) == 2  # the later release has an address that is no web address


def test_a_click_on_a_node_opens_its_relations_and_they_open_their_sentences(page):
    click(page, "Japan")
    assert heading(page) == "Japan"
    assert page.locator("#panel h3").all_inner_texts() == [
        "Mitteilungen je Jahr", "Zusammenarbeit (1)", "Gespräch (2)", "Technologische Stärke (1)",
    ]  # fmt: skip
    assert "3 davon im Bild" not in page.locator("#panel").inner_text()
    page.locator("#panel summary", has_text="Robotik").click()
    assert page.locator("#panel blockquote").inner_text() == "Japan liegt bei Robotik vorne."


def test_the_surroundings_of_a_node_can_be_shown_alone(page):
    click(page, "Japan")
    page.get_by_role("button", name="Nur die Umgebung zeigen").click()
    assert shown(page) == {"Japan", LAND, "Robotik", HOSTILE}
    assert page.locator("#around-name").inner_text() == "Umgebung von Japan"
    page.select_option("#hops", "2")
    assert page.locator("#count").inner_text().startswith(f"{STEP} von 135")
    page.click("#whole")
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page)


def test_surroundings_that_were_asked_for_are_more_than_a_small_window_opens_with(visit, page_text):
    page = visit(page_text, width=400, height=800)
    before = opening_size(page)
    page.evaluate("relgraph.goAround('region/DE-BW')")
    assert before < STEP == page.evaluate("relgraph.visNodes.length")
    assert LAND in shown(page)


def test_filters_by_type_of_relation_show_what_matches_and_no_more(page):
    page.click("#facet-relations-tick_none")
    assert page.locator("#nothing").is_visible()
    page.check("#facet-relations-cooperation")
    assert shown(page) == {"Japan", LAND}
    assert (
        page.locator("#count").inner_text() == "2 von 2 Entitäten und Themen, 1 von 1 Verbindungen gezeigt (gefiltert)"
    )
    page.click("#reset")
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page)


def test_filters_by_type_of_entity(page):
    page.uncheck("#facet-types-City")
    assert shown(page) == {"Japan", LAND, "Robotik", HOSTILE, "Winfried Kretschmann"}


def test_filters_by_topic_with_counts(page):
    page.locator("[data-facet=topics] summary").click()
    option = page.locator("label[for=facet-topics-robotics]")
    assert option.inner_text().split() == ["Robotik", "2"]
    page.check("#facet-topics-robotics")
    assert shown(page) == {"Japan", LAND, "Robotik"}
    assert "Robotik" in page.locator("#count").inner_text()


def test_filters_by_year(page):
    page.select_option("#since", "2022")
    assert shown(page) == {"Japan", LAND, HOSTILE}


def test_search_by_keyboard_finds_what_the_first_view_leaves_out(page):
    hidden = next(f"Stadt {n:03}" for n in range(130) if f"Stadt {n:03}" not in shown(page))
    page.fill("#search", hidden.upper())
    assert page.locator("#hits [role=option]").count() == 1
    page.keyboard.press("Enter")
    assert heading(page) == hidden
    assert hidden in shown(page)
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_search_suggests_while_typing_and_arrows_choose(page):
    page.fill("#search", "stadt 0")
    assert page.locator("#hits li").count() == 12
    page.keyboard.press("ArrowDown")
    active = page.locator("#search").get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert page.locator("#hits").is_hidden()


def test_search_knows_codes_english_names_topics_and_what_is_only_named(page):
    for text, hit in [("jp", "Japan"), ("nippon", "Japan"), ("robotics", "Robotik"), ("tokio", "Tokio")]:
        page.fill("#search", text)
        assert page.locator("#hits li").first.inner_text().startswith(hit)
    page.keyboard.press("Enter")
    assert "keine Beziehung" in page.locator("#panel").inner_text()
    page.fill("#search", "zzz")
    assert page.locator("#search-state").inner_text() == "Nichts gefunden für „zzz“."


def test_the_language_changes_everywhere(page):
    click(page, "Japan")
    page.get_by_role("button", name="EN", exact=True).click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heading(page) == "Nippon"
    assert f"{opening_size(page)} of 135 entities" in page.locator("#count").inner_text()
    assert page.locator("label[for=facet-relations-cooperation]").inner_text().startswith("Cooperation")
    page.get_by_role("button", name="DE", exact=True).click()
    assert heading(page) == "Japan"


def test_the_table_holds_exactly_the_relations_shown_and_works_by_keyboard(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.locator("#table-view").is_visible()
    assert page.evaluate("document.activeElement.id") == "table-view"
    assert page.locator("#rows tr").count() == opening_size(page)
    assert f"{opening_size(page)} von 135" in page.locator("#caption").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first column heading
    head = page.locator("#heads th").first
    assert head.get_attribute("aria-sort") == "ascending"
    assert head.get_attribute("scope") == "col"
    names = page.locator("#rows th").all_inner_texts()
    assert names == sorted(names)
    assert names[0] == "Japan"
    page.locator("#rows tr", has_text="Zusammenarbeit").locator("button").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel blockquote").first.inner_text().startswith("Japan und Baden-Württemberg wollen")


def test_the_table_sorts_numbers_as_numbers(page):
    page.get_by_role("button", name="Tabelle").click()
    counts = [int(cell) for cell in page.locator("#rows td.number:nth-child(4)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 2


def test_the_table_shows_without_scrolling_how_well_and_when_a_tie_is_stated(page):
    page.get_by_role("button", name="Tabelle").click()
    right = "(box) => box.getBoundingClientRect().right"
    edge = page.locator("#table-view").evaluate(right)
    for column in ("subject", "type", "object", "sentences", "releases", "last"):
        assert page.locator(f"#heads [data-column={column}]").evaluate(right) < edge


def test_an_address_of_the_table_opens_with_as_much_as_the_picture(page):
    size = opening_size(page)
    page = reopened(page, "view=table")
    assert page.locator("#count").inner_text().startswith(f"{size} von 135")


def test_hostile_text_stays_text(page):
    page.fill("#search", "onerror")
    page.keyboard.press("Enter")
    assert heading(page) == HOSTILE
    page.locator("#panel summary").first.click()
    assert page.locator("#panel blockquote").inner_text() == f"{HOSTILE} trifft Japan & <b>andere</b>."
    page.get_by_role("button", name="Tabelle").click()
    assert page.locator("img, b").count() == 0


@pytest.mark.parametrize("width", [400, 1400])
def test_no_view_is_wider_than_the_window(visit, page_text, width):
    page = visit(page_text, width=width, height=800)

    def overflow():
        return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    assert overflow() == 0
    page.evaluate("relgraph.select({ line: 0 })")
    assert overflow() == 0
    page.fill("#search", "onerror")
    assert overflow() == 0
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tabelle").click()
    assert overflow() == 0
    page.evaluate("document.getElementById('filters').open = true")
    assert overflow() == 0


def test_in_a_narrow_window_the_panel_comes_to_the_reader(visit, page_text):
    page = visit(page_text, width=400, height=800)
    page.evaluate("relgraph.select({ line: 0 })")
    top = page.locator("#panel").bounding_box()["y"]
    assert 0 <= top < 400


def test_the_dark_page_has_colours_of_its_own(visit, page_text):
    light, dark = (
        visit(page_text, color_scheme=scheme).evaluate("[relgraph.colours.surface, relgraph.colours.hues.Country]")
        for scheme in ("light", "dark")
    )
    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_a_page_with_a_focus_opens_on_it(visit, graph):
    text = explorer_page(graph, focus="https://w3id.org/relgraph/id/country/JP", hops=1)
    page = visit(text)
    assert heading(page) == "Japan"
    assert shown(page) == {"Japan", LAND, "Robotik", HOSTILE}


def test_headings_are_in_order_and_every_control_has_a_name(page):
    click(page, "Japan")
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, input, select')].filter((e) =>"
        "!(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length))).length"
    )
    assert nameless == 0
