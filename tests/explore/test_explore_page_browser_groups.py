"""Many nodes in Chromium: communities as signs that unfold in place, each with its number, and nothing missing."""

import networkx as nx
import pytest

from looking import state
from relgraph.explore.page import explorer_page
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement

SIZES = {"a": 1400, "b": 900, "c": 399}
ALL = "relgraph.change((state) => { state.all = true; })"
SIGNS = "relgraph.visNodes.getIds().filter((id) => String(id).startsWith('disc-'))"
SINGLY = "relgraph.visNodes.getIds().filter((id) => typeof id === 'number').length"


@pytest.fixture(scope="module")
def many():
    """Three communities of 2,699 nodes in all around a hub each, tied to one another by their hubs."""
    graph = nx.MultiDiGraph(topics={})
    for name, size in SIZES.items():
        for number in range(size):
            label = f"{name.upper()} {number:04}"
            graph.add_node(f"{name}{number:04}", label=label, label_en=None, type="City", code=None, part_of=None)
    ends = [(f"{name}0000", f"{name}{number:04}", 1) for name, size in SIZES.items() for number in range(1, size)]
    for one, other, count in [*ends, ("a0000", "b0000", 2), ("b0000", "c0000", 1)]:
        held = [
            Statement(f"{one} {other} {n}", f"Satz {n}.", Source(f"r {one} {other}", "Meldung")) for n in range(count)
        ]
        graph.add_edge(one, other, key="visit", **summary("visit", held))
    return explorer_page(graph)


@pytest.fixture
def page(visit, many):
    page = visit(many)
    page.evaluate(ALL)
    return page


def listed(page):
    return page.locator("#groups li button").all_text_contents()


def test_all_are_shown_as_signs_with_their_numbers(page):
    assert page.evaluate(SIGNS) == ["disc-0", "disc-1", "disc-2"]
    assert page.evaluate(SINGLY) == 0
    assert listed(page) == ["A 0000 (1.400)", "B 0000 (900)", "C 0000 (399)"]
    said = page.locator("#count").inner_text()
    assert said.startswith("2.699 von 2.699 Entitäten")
    assert said.endswith("2.699 in 3 Gruppen")


def test_lines_between_communities_are_summed_up(page):
    ties = page.evaluate("relgraph.visEdges.get().map((tie) => [tie.from, tie.to])")
    assert sorted(sorted(tie) for tie in ties) == [["disc-0", "disc-1"], ["disc-1", "disc-2"]]


def test_a_sign_unfolds_in_place_step_by_step_and_folds_again(page):
    place = page.evaluate("relgraph.network.canvasToDOM(relgraph.network.getPosition('disc-2'))")
    box = page.locator("#net").bounding_box()
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    assert state(page)["unfolded"] == ["2x1"]
    assert page.evaluate(SINGLY) == 150
    assert page.locator("#count").inner_text().endswith("2.549 in 3 Gruppen")
    hub = "relgraph.network.getPosition(relgraph.find('c0000').id)"
    assert page.evaluate(hub) == page.evaluate("(({ x, y }) => ({ x, y }))(relgraph.rows(relgraph.data.discs)[2])")
    assert listed(page)[2:] == ["C 0000: weitere (249)", "C 0000 einklappen"]
    page.locator("#groups summary").click()
    page.get_by_role("button", name="C 0000: weitere (249)").click()
    page.get_by_role("button", name="C 0000: weitere (99)").click()
    assert page.evaluate(SINGLY) == 399
    assert page.evaluate(SIGNS) == ["disc-0", "disc-1"]
    page.click("#undo")
    assert page.evaluate(SINGLY) == 300
    page.get_by_role("button", name="C 0000 einklappen").click()
    assert page.evaluate(SINGLY) == 0


def test_who_is_looked_up_stands_by_himself(page):
    page.fill("#search", "B 0500")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "B 0500"
    assert page.evaluate(SINGLY) == 1
    ties = page.evaluate("relgraph.visEdges.get().map((tie) => [tie.from, tie.to])")
    assert any(page.evaluate("relgraph.find('b0500').id") in tie and "disc-1" in tie for tie in ties)


def test_what_filters_leave_is_drawn_singly_when_it_is_few(page):
    page.evaluate("relgraph.goAround('a0000')")
    page.click("#all")
    assert page.evaluate(SINGLY) == 1401
    assert page.evaluate(SIGNS) == []
    assert page.locator("#groups").is_hidden()


def test_it_opens_on_little(visit, many):
    page = visit(many)
    assert page.evaluate(SINGLY) == page.evaluate("relgraph.openingPlaces.size") < 60
    assert page.locator("[data-facet=types] .option .n").first.inner_text() == "2.699"


def test_the_address_opens_the_same_groups(visit, many, page):
    page.evaluate("relgraph.unfold(1)")
    fragment = page.evaluate("location.hash")
    again = visit(many)
    again.goto(again.url + fragment)
    again.reload()
    assert again.evaluate(SINGLY) == 150
    assert state(again)["unfolded"] == ["1x1"]


def test_the_table_holds_thousands_of_rows_in_steps_and_counts_the_rest(page):
    page.evaluate("relgraph.change((state) => { state.view = 'table'; })")
    more = page.locator("#rows td[colspan] button")
    assert more.inner_text() == "698 weitere Zeilen von 698"
    assert page.locator("#rows tr").count() == 2001
    more.click()
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 2001
    page.wait_for_selector("#rows[aria-busy=false]")
    assert page.locator("#rows tr").count() == 2698
    assert page.locator("#caption").inner_text().startswith("Die Verbindungen im Bild: 2.698 von 2.698")
