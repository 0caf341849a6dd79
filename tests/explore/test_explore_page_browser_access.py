"""Whether everybody can use the explorer: axe, keyboard alone, small windows, large targets."""

import pytest

from looking import fragment, heading, shown, state
from watching import hindrances

LAND = "Baden-Württemberg"
VIEWS = {
    "picture": "",
    "table": "view=table",
    "node": "selected=country/JP",
    "line": "selected=country/JP~region/DE-BW&from=2020&to=2023",
    "path": "path=person/winfried-kretschmann,topic/robotics",
    "hidden": "hidden=country/JP&pinned=topic/robotics&around=region/DE-BW&bad=1",
}


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


@pytest.mark.parametrize("told", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(("theme", "language"), [("light", "de"), ("dark", "en")])
def test_axe_finds_nothing_serious(visit, page_text, told, theme, language):
    page = visit(page_text, "&".join(filter(None, [told, f"theme={theme}", f"language={language}"])))
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    page.wait_for_function("!document.querySelector('[aria-busy=true]')")
    assert hindrances(page) == []


SMALL = """() => [...document.querySelectorAll("button, select, summary, input, label.option")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  if (!width || one.closest("label.option") && one.tagName === "INPUT") return false;
  return (width < 24 || height < 24) && !one.matches("button.link");
}).map((one) => one.outerHTML.slice(0, 120))"""
"""What is pressed and is not 24 pixels high and wide, nor stands in a text."""


@pytest.mark.parametrize("told", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(("width", "then"), [(320, 390), (1400, 1024)])
def test_nothing_is_wider_than_the_window_or_too_small_to_be_pressed(visit, page_text, told, width, then):
    page = visit(page_text, told, width=width, height=844)
    for now in (width, then):
        page.set_viewport_size({"width": now, "height": 844})
        assert page.evaluate(SMALL) == []
        page.evaluate("document.getElementById('filters').open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= now


def test_the_picture_is_walked_by_arrow_keys(page):
    page.uncheck("#facet-types-City")
    page.focus("#net")
    page.keyboard.press("ArrowRight")
    assert heading(page) == LAND
    assert page.locator("#walk").inner_text() == f"{LAND}, Region, 133 Verbindungen. Eingabetaste: Belege."
    seen = {LAND}
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown") * 3:
        page.keyboard.press(key)
        seen.add(heading(page))
    assert len(seen) > 2
    assert seen <= shown(page)
    assert page.evaluate("document.activeElement.id") == "net"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "net"
    page.keyboard.press("Escape")
    assert state(page)["selected"] == ""


def test_a_walk_is_one_step_back(page):
    page.focus("#net")
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
    assert fragment(page).startswith("selected=")
    page.go_back()
    assert fragment(page) == ""


def test_the_picture_is_zoomed_and_moved_by_keys(page):
    scale, place = "relgraph.network.getScale()", "relgraph.network.getViewPosition().x"
    page.focus("#net")
    before, there = page.evaluate(scale), page.evaluate(place)
    page.keyboard.press("+")
    assert page.evaluate(scale) > before
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate(place) > there
    page.keyboard.press("0")
    assert page.evaluate(scale) == pytest.approx(before)


def test_everything_is_reached_by_tab_and_the_focus_is_seen(page):
    page.focus("#theme")
    reached, hidden = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            """() => {
              const one = document.activeElement;
              if (one === document.body) return ["", true];
              return [one.id || one.textContent.trim(), getComputedStyle(one).outlineStyle !== "none"];
            }"""
        )
        reached.append(name)
        if not outline and name:
            hidden.append(name)
    assert {"search", "DE", "EN", "Bild", "Tabelle", "facet-types-City", "facet-relations-tick_none"} <= set(reached)
    assert hidden == []


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def press(page, name):
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def test_the_focus_stays_where_it_was_or_goes_where_reading_goes_on(visit, page_text):
    page = visit(page_text, "selected=country/JP")
    press(page, "Anheften")
    assert focused(page) == "Anheften"
    press(page, "Nur die Umgebung zeigen")  # which is gone then
    assert focused(page) == "Japan"
    press(page, "Zurück zum Ganzen")
    assert focused(page) == "net"
    page.locator("#undo").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    assert page.locator("#undo").is_disabled()
    assert focused(page) == "net"
    press(page, "60 weitere")
    assert focused(page) == "more"
    press(page, "weitere")
    assert focused(page) == "net"
    press(page, "Schließen")
    assert focused(page) == "Was man hier sieht"


def test_the_menu_of_downloads_works_by_keyboard(page):
    page.locator("#download summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.kind") == "png"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.locator("#download ul").is_hidden()


def test_nothing_moves_by_itself_where_motion_is_not_wanted(visit, page_text):
    page = visit(page_text, reduced_motion="reduce")
    page.evaluate("relgraph.select({ node: relgraph.node('country/JP').id }, true)")
    assert page.evaluate("document.getAnimations().length") == 0
