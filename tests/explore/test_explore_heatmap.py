from xml.etree import ElementTree

import pytest

from relgraph.comparison.comparison import By, Citation, Comparison, Count, Coverage, Row, Side
from relgraph.explore.heatmap import heatmap_page, heatmap_png, heatmap_svg

HOSTILE = "</script><img src=x onerror=alert(1)>"
JAPAN, CHINA = Side("https://example.org/jp", "Japan"), Side("https://example.org/cn", f"China {HOSTILE}")


@pytest.fixture(scope="module")
def held():
    cited = Citation(f"Japan liegt {HOSTILE} vorne.", "machine", "https://example.org/r", f"Titel {HOSTILE}",
                     "2021-03-01", "Staatskanzlei", "https://example.org/r")  # fmt: skip
    bad = Citation("China handelt.", "curated", "https://example.org/s", "Handel", None, None, "javascript:alert(1)")
    rows = (
        Row("t/robotics", "Robotik", {JAPAN.iri: Count(3, 1234, 1200, cited), CHINA.iri: Count(1, 1, 1, bad)}),
        Row("t/x", f"Feld {HOSTILE}", {JAPAN.iri: Count(1, 1, 1, cited)}),
        Row("t/y", f"Feld {HOSTILE}", {CHINA.iri: Count(2, 2, 2, bad)}),  # another topic of the same name
        Row("", "", {CHINA.iri: Count(1, 1, 1, bad)}),
    )
    totals = {JAPAN.iri: Count(4, 1235, 1201), CHINA.iri: Count(4, 4, 4)}
    coverage = {JAPAN.iri: Coverage({"machine": 4}, "2021-03-01", "2021-03-01"), CHINA.iri: Coverage({"curated": 4})}
    return Comparison(By.TOPIC, (JAPAN, CHINA), None, None, None, rows, totals, coverage, 1300, "2005", "2021-03-01")


def test_every_cell_stands_in_the_picture_and_empty_ones_bear_no_number(held):
    root = ElementTree.fromstring(heatmap_svg(held, "de"))
    texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("1.200") == 1
    assert texts.count("1") == 3
    assert "0" not in texts
    assert "ohne Thema" in texts


def test_the_picture_is_the_same_each_time(held):
    assert heatmap_png(held, "de") == heatmap_png(held, "de")
    assert heatmap_page(held, "en") == heatmap_page(held, "en")


def test_the_page_has_the_picture_and_the_same_numbers_as_a_table(visit, held):
    page = visit(heatmap_page(held, "de"))
    page.wait_for_selector(".vega-embed svg")
    assert page.locator("table tbody tr").count() == 4
    row = page.locator("table tbody tr").first
    assert row.locator("td").first.get_attribute("title").startswith("Japan · Robotik: Mitteilungen: 1.200")
    assert HOSTILE in row.locator("td").first.get_attribute("title")
    assert page.locator("img, blockquote img").count() == 0


def test_a_number_opens_its_sentence_by_keyboard(visit, held):
    page = visit(heatmap_page(held, "de"))
    page.locator("table summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("table blockquote").first.is_visible()
    assert page.locator("table blockquote").first.inner_text() == f"Japan liegt {HOSTILE} vorne."
    links = [link.get_attribute("href") for link in page.locator("table a").all()]
    assert set(links) == {"https://example.org/r"}


def test_a_cell_of_the_picture_tells_what_it_knows_under_the_mouse(visit, held):
    page = visit(heatmap_page(held, "de"))
    page.wait_for_selector(".vega-embed svg")
    page.locator(".vega-embed svg .mark-rect path").first.hover(force=True)
    page.wait_for_selector(".vega-embed[title]", state="attached")
    told = page.locator(".vega-embed").get_attribute("title")
    assert told.startswith("Japan · Robotik")
    assert "vorne." in told


@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_fits_phone_and_desk(visit, held, width):
    page = visit(heatmap_page(held, "en"), width=width)
    page.wait_for_selector(".vega-embed svg")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_sentence_has_the_width_of_the_page(visit, held):
    page = visit(heatmap_page(held, "de"), width=360)
    page.locator("table summary").first.click()
    assert page.locator("table blockquote").first.bounding_box()["width"] > 280
