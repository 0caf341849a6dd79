"""What the explorer shows, as the reader chooses: facets, time, hiding, pinning, neighbours before they are shown."""

import pytest

from looking import click, fragment, heading, opening_size, reopened, shown, state

LAND = "Baden-Württemberg"
HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


OUTSIDE = """relgraph.visNodes.getIds().filter((id) => {
  const { x, y } = relgraph.network.canvasToDOM(relgraph.network.getPosition(id)), net = document.getElementById("net");
  return x < 0 || y < 0 || x > net.clientWidth || y > net.clientHeight;
}).length"""


def count(page):
    return page.locator("#count").inner_text()


def numbers(page, facet):
    """Options of a facet with the number beside each."""
    texts = page.locator(f"[data-facet={facet}] label.option").all_text_contents()
    return dict(zip(*[iter(part for text in texts for part in split(text))] * 2, strict=True))


def split(text):
    name = text.rstrip("0123456789")
    return name, int(text[len(name) :])


def test_every_facet_counts_what_the_others_leave(page):
    assert numbers(page, "types") == {
        "Staat": 1, "Region": 1, "Stadt": 130, "Unternehmen": 1, "Person": 1, "Thema": 1,
    }  # fmt: skip
    assert numbers(page, "bases") == {"maschinell gelesen": 134, "kuratiert": 1, "geprüft": 1}
    assert numbers(page, "places") == {LAND: 133, "Japan": 4}
    assert numbers(page, "publishers") == {LAND: 4}
    page.uncheck("#facet-types-City")
    assert numbers(page, "relations") == {
        "Partnerschaft": 0, "Zusammenarbeit": 1, "Gespräch": 2, "Technologische Stärke": 1, "Amt": 1,
    }  # fmt: skip
    assert numbers(page, "types")["Stadt"] == 130


def test_filters_by_basis(page):
    page.locator("[data-facet=bases] summary").click()
    page.uncheck("#facet-bases-machine")
    assert shown(page) == {"Japan", LAND}
    assert count(page) == "2 von 2 Entitäten und Themen, 2 von 2 Verbindungen gezeigt (gefiltert)"


def test_filters_by_where_an_end_lies_and_by_who_publishes(page):
    page.locator("[data-facet=places] summary").click()
    page.check("[id='facet-places-country/JP']")
    assert shown(page) == {"Japan", LAND, "Robotik", HOSTILE}
    page.locator("[data-facet=publishers] summary").click()
    page.check("[id='facet-publishers-region/DE-BW']")
    assert shown(page) == {"Japan", LAND, "Robotik"}
    assert fragment(page) == "places=country/JP&publishers=region/DE-BW"


def test_the_slider_leaves_what_was_known_by_then(page):
    slider = page.get_by_role("slider", name="Bekannt bis")
    assert slider.get_attribute("aria-valuetext") == "alle Mitteilungen"
    slider.focus()
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == "bekannt bis 2019"
    assert page.locator("#until-text").inner_text() == "bekannt bis 2019"
    assert shown(page) == {"Japan", LAND, "Robotik", "Winfried Kretschmann"}
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert state(page)["to"] == "2021"
    assert count(page).startswith(f"{opening_size(page) - 1} von 134")
    page.click("#undo")
    assert state(page)["to"] == ""


def test_what_opened_stays_in_its_place_under_a_filter_and_under_its_address(page):
    places = "Object.fromEntries(Object.entries(relgraph.network.getPositions()).map(([id, at]) => [id, [at.x, at.y]]))"
    before = page.evaluate(places)
    page.get_by_role("slider").press("End")
    page.get_by_role("slider").press("ArrowLeft")
    after = page.evaluate(places)
    assert 0 < len(before) - len(after) < 5
    assert after == {one: before[one] for one in after}
    assert reopened(page, fragment(page)).evaluate(places) == after


def test_a_few_signs_are_shown_large(page):
    scale = page.evaluate("relgraph.network.getScale()")
    page.fill("#search", "robo")
    assert page.locator("#hits li").all_inner_texts() == ["Robotik\nnach Thema filtern · 2 Verbindungen"]
    page.keyboard.press("Enter")
    assert shown(page) == {"Japan", LAND, "Robotik"}
    assert page.evaluate("relgraph.network.getScale()") > scale


def test_releases_over_time_are_drawn_and_told(page):
    chart = page.get_by_role("img", name="Mitteilungen je Zeitraum: 2019: 1; 2021: 1; 2023: 1")
    assert chart.locator("rect").count() == 5
    page.select_option("#since", "2020")
    assert chart.locator("rect.out").count() == 1


def test_sentences_that_the_filters_leave_out_are_said_and_shown_when_asked_for(page):
    page.get_by_role("slider").focus()
    page.keyboard.press("Home")
    click(page, LAND, "Japan")
    assert page.locator("#panel blockquote").count() == 2
    page.get_by_role("button", name="1 weiteren Satz zeigen").click()
    assert page.locator("#panel blockquote").count() == 3


def test_a_node_is_hidden_and_comes_back(page):
    click(page, "Japan")
    page.get_by_role("button", name="Ausblenden").click()
    assert "Japan" not in shown(page)
    assert heading(page) == "Was man hier sieht"
    assert page.locator("#shelf h3").inner_text() == "Ausgeblendet (1)"
    assert fragment(page) == "hidden=country/JP"
    page.get_by_role("button", name="Japan wieder einblenden").click()
    assert "Japan" in shown(page)
    assert page.locator("#shelf h3").count() == 0
    page.click("#undo")
    assert "Japan" not in shown(page)


def test_a_line_is_hidden_and_its_ends_stay(page):
    page.uncheck("#facet-types-City")
    click(page, LAND, "Japan")
    page.get_by_role("button", name="Diese Linie ausblenden").click()
    assert {"Japan", LAND} <= shown(page)
    assert page.evaluate("relgraph.view.lines.map(relgraph.lineKey)").count("country/JP~region/DE-BW") == 0
    page.get_by_role("button", name=f"Japan – {LAND} wieder einblenden").click()
    assert page.evaluate("relgraph.view.lines.map(relgraph.lineKey)").count("country/JP~region/DE-BW") == 1


def test_a_pinned_node_stays_whatever_the_filters_say(page):
    page.evaluate("relgraph.select({ node: relgraph.node('person/winfried-kretschmann').id }, true)")
    page.get_by_role("button", name="Anheften").click()
    assert page.get_by_role("button", name="Anheften").get_attribute("aria-pressed") == "true"
    page.click("#facet-relations-tick_none")
    assert shown(page) == {"Winfried Kretschmann"}
    page.get_by_role("button", name="Winfried Kretschmann lösen").click()
    assert shown(page) == set()


def test_neighbours_are_chosen_by_kind_or_singly_before_they_are_shown(page):
    click(page, LAND)
    panel = page.locator("#panel .neighbours")
    cities = 130 - sum(name.startswith("Stadt") for name in shown(page))
    assert panel.locator("summary").first.inner_text().split() == [
        "Noch",
        "nicht",
        "im",
        "Bild",
        f"{cities}",
        "Nachbarn",
    ]
    panel.locator("summary").first.click()
    assert panel.locator(".kind > label").all_inner_texts() == [f"Partnerschaft · Stadt\n{cities}"]
    show = panel.locator("> button")
    assert show.inner_text() == f"Alle {cities} zeigen"
    panel.locator(".kind > details > summary").first.click()
    for number in (0, 3):
        panel.locator(".kind > details input").nth(number).check()
    assert show.inner_text() == "2 zeigen"
    show.click()
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page) + 2
    assert count(page).startswith(f"{opening_size(page) + 2} von 135")
    panel.locator(".kind > label input").first.check()
    show.click()
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page) + cities
    page.click("#undo")
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page) + 2


def test_all_neighbours_come_with_one_click_and_are_in_view(page):
    click(page, LAND)
    page.locator("#panel .neighbours summary").first.click()
    page.locator("#panel .neighbours > button").click()
    assert len(shown(page)) == 135
    assert page.evaluate(OUTSIDE) == 0
    assert page.locator("#panel .neighbours").count() == 0


def test_a_neighbour_who_is_the_only_one_of_a_kind_is_named(visit, page_text):
    page = visit(page_text, width=400, height=800)
    page.evaluate("relgraph.select({ node: relgraph.node('country/JP').id })")
    page.locator("#panel .neighbours summary").first.click()
    assert page.locator("#panel .kind").all_inner_texts() == [
        f"Gespräch · {HOSTILE}\n1", "Technologische Stärke · Robotik\n1",
    ]  # fmt: skip
    page.locator("#panel .kind input").first.check()
    page.get_by_role("button", name="1 zeigen").click()
    assert HOSTILE in shown(page)


def test_signs_stay_where_they_are_when_others_go(page):
    place = "relgraph.network.getPosition(relgraph.node('country/JP').id)"
    before = page.evaluate(place)
    click(page, "Stadt 000")
    page.get_by_role("button", name="Ausblenden").click()
    assert "Stadt 000" not in shown(page)
    assert page.evaluate(place) == before


def test_reset_brings_back_the_first_view_and_can_be_undone(page):
    page.uncheck("#facet-types-City")
    page.get_by_role("button", name="EN", exact=True).click()
    page.click("#reset")
    assert fragment(page) == "language=en"
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page)
    assert page.locator("#reset").is_hidden()
    page.click("#undo")
    assert state(page)["types"] == ["City"]
