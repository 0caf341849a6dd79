"""The state of the explorer: undo and redo, the address, language and colours, in Chromium."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from looking import click, fragment, heading, opening_size, reopened, shown, state

LAND = "Baden-Württemberg"


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


def test_a_fresh_page_has_a_plain_address_and_nothing_to_undo(page):
    assert fragment(page) == ""
    assert page.locator("#undo").is_disabled()
    assert page.locator("#redo").is_disabled()
    assert page.locator("#message").is_hidden()


def test_undo_and_redo_by_button_and_by_key(page):
    page.uncheck("#facet-types-City")
    page.uncheck("#facet-types-Person")
    assert state(page)["types"] == ["City", "Person"]
    page.click("#undo")
    assert state(page)["types"] == ["City"]
    assert page.locator("#facet-types-Person").is_checked()
    page.keyboard.press("Control+z")
    assert state(page)["types"] == []
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page)
    page.keyboard.press("Control+Shift+Z")
    assert state(page)["types"] == ["City"]
    page.click("#redo")
    assert state(page)["types"] == ["City", "Person"]
    assert page.locator("#redo").is_disabled()


def test_a_new_choice_ends_what_could_be_done_again(page):
    page.uncheck("#facet-types-City")
    page.click("#undo")
    page.uncheck("#facet-types-Person")
    assert page.locator("#redo").is_disabled()


def test_undo_takes_back_what_is_shown_and_leaves_language_colours_and_view(page):
    page.uncheck("#facet-types-City")
    page.get_by_role("button", name="EN", exact=True).click()
    page.select_option("#theme", "dark")
    page.get_by_role("button", name="Table").click()
    click_undo = page.locator("#undo")
    click_undo.click()
    assert click_undo.is_disabled()
    kept = state(page)
    assert (kept["types"], kept["language"], kept["theme"], kept["view"]) == ([], "en", "dark", "table")


def test_typing_keeps_the_undo_of_the_browser(page):
    page.uncheck("#facet-types-City")
    page.focus("#search")
    page.keyboard.press("Control+z")
    assert state(page)["types"] == ["City"]


def test_the_address_says_in_words_what_is_chosen(page):
    page.uncheck("#facet-types-City")
    page.select_option("#since", "2019")
    click(page, LAND, "Japan")
    assert fragment(page) == "types=-City&from=2019&selected=country/JP~region/DE-BW"


def test_an_address_opens_what_it_says(page):
    reopened(page, "types=-City&from=2019&selected=country/JP~region/DE-BW&view=table&language=en")
    assert heading(page) == "Nippon – Baden-Württemberg"
    assert shown(page) == {LAND, "Japan", "Robotik", "Winfried Kretschmann", "</script><img src=x onerror=alert(1)>"}
    assert page.locator("#table-view").is_visible()
    assert page.locator("#message").is_hidden()


def test_back_and_forward_of_the_browser_go_through_what_was_chosen(page):
    page.uncheck("#facet-types-City")
    click(page, "Japan")
    assert heading(page) == "Japan"
    page.go_back()
    assert heading(page) == "Was man hier sieht"
    assert state(page)["types"] == ["City"]
    page.go_back()
    assert state(page)["types"] == []
    assert page.evaluate("relgraph.visNodes.length") == opening_size(page)
    page.go_forward()
    assert state(page)["types"] == ["City"]
    page.click("#undo")
    assert state(page)["types"] == []


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("nonsense", "nonsense"),
        ("types=-Planet", "types=-Planet"),
        ("around=country/XX&types=-City", "around=country/XX"),
        ("from=letztes Jahr", "from=letztes%20Jahr"),
        ("selected=%E0%A4%A", "selected=%E0%A4%A"),
        ("path=country/JP", "path=country/JP"),
        ("hops=99", "hops=99"),
        ("__proto__=1&constructor=2", "__proto__=1, constructor=2"),
        ("hidden=country/JP~country/JP~country/JP~x", "hidden=country/JP~country/JP~country/JP~x"),
    ],
)
def test_what_an_address_says_wrongly_is_said_and_the_rest_is_shown(page, told, said):
    reopened(page, told)
    assert said in page.locator("#message-text").inner_text()
    assert state(page)["types"] == (["City"] if "-City" in told else [])
    assert page.evaluate("relgraph.visNodes.length") > 0
    page.click("#message-close")
    assert page.locator("#message").is_hidden()


def test_an_address_that_comes_later_is_read_too(page):
    page.evaluate("location.hash = 'types=-City&bad=1'")
    page.wait_for_function("relgraph.state.types.length === 1")
    assert "bad=1" in page.locator("#message-text").inner_text()


def test_what_is_written_is_read_again(page):
    keys = page.evaluate("relgraph.nodes.map(relgraph.key)")
    lines = page.evaluate("relgraph.lines.map(relgraph.lineKey)")
    relations = page.evaluate("relgraph.relations.map(relgraph.relationKey)")
    fresh = page.evaluate("relgraph.fresh()")
    lists = {
        "types": ["City", "Person", "Topic"], "relations": ["visit", "meeting"], "statuses": ["planned", "active"],
        "bases": ["machine"], "topics": ["robotics"], "places": keys, "added": keys, "pinned": keys,
        "hidden": keys + lines,
    }  # fmt: skip
    fields = {name: st.lists(st.sampled_from(values), unique=True, max_size=4) for name, values in lists.items()}
    fields |= {
        "path": st.one_of(st.just([]), st.lists(st.sampled_from(keys), unique=True, min_size=2, max_size=2)),
        "selected": st.sampled_from(["", *keys, *lines, *relations]), "around": st.sampled_from(["", *keys]),
        "hops": st.sampled_from([1, 2, 3]), "from": st.sampled_from(["", "2019", "2019-05"]), "all": st.booleans(),
        "view": st.sampled_from(["picture", "table"]), "theme": st.sampled_from(["system", "light", "dark"]),
        "language": st.sampled_from(["de", "en"]), "sort": st.sampled_from(["-sentences", "subject"]),
    }  # fmt: skip

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.fixed_dictionaries(fields))
    def holds(chosen):
        whole = fresh | chosen
        back = page.evaluate("(state) => relgraph.readState('#' + relgraph.written(state))", whole)
        assert back == {"state": whole, "unknown": []}

    holds()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_address_breaks_the_page(readable, data):
    page, names = readable
    piece = st.one_of(st.sampled_from(["=", "&", ",", "-", "~", "%", "%ZZ", "country/JP", "#"]), st.text(max_size=4))
    told = "&".join(
        f"{data.draw(st.sampled_from([*names, 'x']))}={''.join(data.draw(st.lists(piece, max_size=4)))}"
        for _ in range(3)
    )
    back = page.evaluate("(hash) => relgraph.readState(hash)", told.encode("utf-8", "replace").decode())
    assert sorted(back["state"]) == names


@pytest.fixture
def readable(page):
    return page, sorted(state(page))


@pytest.mark.parametrize(("theme", "ground"), [("dark", "rgb(16, 21, 28)"), ("light", "rgb(244, 246, 248)")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_those_of_the_system_or_those_chosen(visit, page_text, theme, ground, scheme):
    page = visit(page_text, color_scheme=scheme)
    drawn = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(drawn) == {"light": "rgb(244, 246, 248)", "dark": "rgb(16, 21, 28)"}[scheme]
    page.select_option("#theme", theme)
    assert page.evaluate(drawn) == ground
    assert fragment(page) == f"theme={theme}"
    assert page.evaluate("relgraph.colours.surface") == {"light": "#ffffff", "dark": "#18202a"}[theme]
    page.reload()
    assert page.evaluate(drawn) == ground
    page.select_option("#theme", "system")
    assert fragment(page) == ""


def test_nothing_is_stored(page):
    page.get_by_role("button", name="EN", exact=True).click()
    page.select_option("#theme", "dark")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
