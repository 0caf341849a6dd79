import re
import struct
from xml.etree import ElementTree

import altair as alt
import pytest

from relgraph.explore.charts import chart_page, png, svg

HOSTILE = "</script><img src=x onerror=alert(1)>"
SVG = "{http://www.w3.org/2000/svg}"


def bars(name="Japan", *, clip=False):
    values = [{"name": name, "count": 1234}, {"name": "China", "count": 5}]
    data = alt.Chart(alt.Data(values=values)).mark_bar(clip=clip)
    x, text = alt.X("count:Q", title=None), alt.Text("count:Q", format=",d")
    return (data.encode(y="name:N", x=x) + data.mark_text().encode(y="name:N", x=x, text=text)).properties(width=200)


def texts(drawn):
    return {held.text for held in ElementTree.fromstring(drawn).iter(f"{SVG}text")}


def test_the_same_chart_gives_the_same_bytes_however_many_came_before():
    first = svg(bars(clip=True), title="Balken"), png(bars()), chart_page(bars(clip=True), title="Balken")
    assert "clip-path" in first[0]
    assert (svg(bars(clip=True), title="Balken"), png(bars()), chart_page(bars(clip=True), title="Balken")) == first


def test_numbers_follow_the_language():
    assert "1.234" in texts(svg(bars(), title="Balken", language="de"))
    assert "1,234" in texts(svg(bars(), title="Bars", language="en"))


def test_an_svg_says_what_it_is_and_names_hold_no_markup():
    root = ElementTree.fromstring(svg(bars(HOSTILE), title=f"Balken {HOSTILE}"))
    assert root.attrib["role"] == "img"
    assert root.find(f"{SVG}title").text == f"Balken {HOSTILE}"
    assert not list(root.iter(f"{SVG}img"))


def test_ids_of_two_charts_differ_by_their_prefix():
    one, other = (svg(bars(clip=True), title="Balken", prefix=prefix) for prefix in ("one", "other"))
    ids = re.findall(r'id="([^"]+)"', one)
    assert ids
    assert set(ids) == set(re.findall(r"url\(#([^)]+)\)", one))
    assert not set(ids) & set(re.findall(r'id="([^"]+)"', other))


def test_a_png_has_two_pixels_for_each_unit():
    width = float(ElementTree.fromstring(svg(bars(), title="Balken")).attrib["width"])
    drawn = png(bars())
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">I", drawn[16:20])[0] == pytest.approx(2 * width, abs=2)


def test_data_from_an_address_is_refused():
    with pytest.raises(ValueError, match="not allowed"):
        svg(alt.Chart("https://127.0.0.1/data.json").mark_bar().encode(x="a:N"), title="Balken")


def test_the_page_draws_in_the_browser_without_asking_anybody(visit):
    opened = visit(chart_page(bars("<b>x</b>"), title=f"Balken {HOSTILE}", note=HOSTILE))
    opened.wait_for_selector(".vega-embed svg")
    assert "<b>x</b>" in opened.locator(".picture").inner_text()
    assert "1.234" in opened.locator(".picture").inner_text()
    assert opened.locator("h1").inner_text() == f"Balken {HOSTILE}"
    assert opened.locator(".vega-embed").get_attribute("aria-label") == f"Balken {HOSTILE}"
    assert HOSTILE in opened.locator("main p").inner_text()
    assert opened.locator("img, .picture b").count() == 0


def test_without_scripts_the_picture_stands_in_the_page(visit):
    opened = visit(chart_page(bars(), title="Balken"), java_script_enabled=False)
    assert "1.234" in opened.locator(".picture svg").text_content()


@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_fits_phone_and_desk(visit, width):
    opened = visit(chart_page(bars().properties(width="container", height=80), title="Balken"), width=width)
    opened.wait_for_selector(".vega-embed svg")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
