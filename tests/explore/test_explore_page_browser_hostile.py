"""Hostile text in releases, names and addresses stays text: in the page, in what is saved, and in print."""

import csv
import io
import xml.etree.ElementTree as ET

import networkx as nx
import pyoxigraph
import pytest

from looking import reopened
from relgraph.explore.page import explorer_page
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement

NASTY = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>]]>&amp;",
    "\u202etxet desrever\u202c\u2066x\u2069",
    '=HYPERLINK("https://example.org")',
    "zwei\r\nZeilen\tund \x00\x0b\x1f\ufffe Zeichen",
    "{{ constructor }} ${alert(1)} %s \\u0022 '''",
    "javascript:alert(1)",
]
BASE = "https://w3id.org/relgraph/id/"


def node(number, name):
    kinds = ("Country", "City", "Person", "Event")
    same = ("javascript:alert(1)", "https://example.org/<x>", "http://www.wikidata.org/entity/Q1")
    names = {"label": name, "label_en": f"{name} EN", "code": name}
    return names | {"type": kinds[number % 4], "part_of": None, "same_as": same}


@pytest.fixture(scope="module")
def hostile():
    graph = nx.MultiDiGraph(topics={"robotics": {"de": NASTY[0], "en": NASTY[1]}})
    iris = [f"{BASE}city/n{number}" for number in range(len(NASTY))]
    for number, iri in enumerate(iris):
        graph.add_node(iri, **node(number, NASTY[number]))
    for number, text in enumerate(NASTY):
        source = Source(f"{BASE}release/r{number}", text, "2020-01-0" + str(number + 1), text, text)
        held = Statement(
            f"{BASE}relation/r{number}/1", text, source, rule=text, role=text, amount=text, topics=("robotics",),
            basis="reviewed", reviewer=text, reviewed_on="2021-01-01", evidence=f"{BASE}evidence/r{number}/0-9",
            document=iris[2], event=iris[3],
        )  # fmt: skip
        graph.add_edge(iris[number], iris[(number + 1) % len(iris)], key="visit", **summary("visit", [held]))
    return explorer_page(graph, title=NASTY[0])


@pytest.fixture
def page(visit, hostile):
    return visit(hostile)


def saved(page, kind):
    page.locator("#download summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-kind={kind}]").click()
    return download.value.path().read_bytes()


def tags(page):
    return set(page.evaluate("[...document.querySelectorAll('body *')].map((one) => one.tagName.toLowerCase())"))


@pytest.mark.parametrize("view", ["picture", "table"])
def test_everything_can_be_opened_and_stays_text(page, view):
    plain = tags(page) | {"tr", "th", "td", "blockquote", "figure", "figcaption"}
    for number in range(len(NASTY)):
        reopened(page, f"view={view}&selected=city/n{number}&language={'en' if number % 2 else 'de'}")
        for fold in page.locator("#panel details").all():
            fold.evaluate("(fold) => { fold.open = true; }")
        page.wait_for_function("!document.querySelector('#panel [aria-busy=true]')")
        assert page.locator("#panel blockquote").first.text_content() in NASTY
        assert tags(page) - plain <= {"a", "rect", "title", "ol", "li", "div", "h3", "h4", "section"}
        addresses = page.evaluate("[...document.querySelectorAll('#panel a')].map((one) => one.protocol)")
        assert set(addresses) <= {"http:", "https:"}
        names = page.evaluate("[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())")
        assert not [name for name in names if name.startswith("on")]
    assert page.locator("#panel h2").text_content() in {*NASTY, *(f"{name} EN" for name in NASTY)}


def test_an_address_with_tags_is_told_as_text(page):
    reopened(page, "<img src=x onerror=alert(1)>=<script>alert(1)</script>&selected=<b>x</b>")
    assert "onerror" in page.locator("#message-text").text_content()
    assert page.locator("#message-text *").count() == 0


def test_csv_keeps_every_character_and_no_formula(page):
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"), newline="")))
    assert {row["sentence"].removeprefix("'") for row in rows} == set(NASTY)
    assert not [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_turtle_keeps_every_character(page):
    triples = list(pyoxigraph.parse(saved(page, "ttl"), pyoxigraph.RdfFormat.TURTLE))
    exact = "http://www.w3.org/ns/oa#exact"
    assert {triple.object.value for triple in triples if triple.predicate.value == exact} == set(NASTY)


def test_graphml_and_svg_are_sound_xml(page):
    cleaned = {text.translate({0: "\ufffd", 0x0B: "\ufffd", 0x1F: "\ufffd", 0xFFFE: "\ufffd"}) for text in NASTY}
    read = nx.read_graphml(io.BytesIO(saved(page, "graphml")))
    assert set(nx.get_node_attributes(read, "label").values()) == cleaned
    root = ET.fromstring(saved(page, "svg").decode())
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "svg", "title", "desc", "rect", "g", "path", "text",
    }  # fmt: skip
    assert saved(page, "png").startswith(b"\x89PNG")


def test_print_holds_text_only(page):
    page.evaluate("relgraph.paper()")
    assert page.locator("#paper tbody tr").count() == len(NASTY)
    assert page.locator("#paper img, #paper script, #paper a").count() == 0
