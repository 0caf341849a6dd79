"""What is taken away from the explorer: each format parsed by others, and held against the picture."""

import csv
import io
import xml.etree.ElementTree as ET
from base64 import b64encode

import networkx as nx
import pyoxigraph
import pytest
import rdflib

from looking import shown
from relgraph.graph.quads import nquads
from relgraph.vocabulary import ONTOLOGY

TAGS = ("svg", "title", "desc", "rect", "g", "path", "text")
LAND = "Baden-Württemberg"
HOSTILE = "</script><img src=x onerror=alert(1)>"
N_QUADS, TURTLE = pyoxigraph.RdfFormat.N_QUADS, pyoxigraph.RdfFormat.TURTLE
SVG = "{http://www.w3.org/2000/svg}"
TIES = """relgraph.view.relations.map((r) =>
  [relgraph.nodes[r.subject].iri, r.type, relgraph.nodes[r.object].iri])"""


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


def saved(page, name):
    """Bytes of what the menu's entry saves."""
    page.locator("#download summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


def ties(page):
    return {tuple(tie) for tie in page.evaluate(TIES)}


@pytest.mark.parametrize("cities", [True, False])
def test_csv_holds_the_sentences_of_the_relations_shown(page, cities):
    if not cities:
        page.uncheck("#facet-types-City")
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").decode("utf-8-sig"), newline="")))
    assert {(row["subject"], row["type"], row["object"]) for row in rows} == ties(page)
    assert len(rows) == page.evaluate("relgraph.view.relations.length") + 1  # one cooperation has two sentences
    told = next(row for row in rows if row["basis"] == "reviewed")
    assert told["sentence"] == "Japan und Baden-Württemberg wollen weiter zusammenarbeiten."
    assert (told["release_title"], told["reviewer"], told["confidence"]) == ("Neue Pläne", "Eva <i>Muster</i>", "0.9")
    assert {row["subject_label"] for row in rows} | {row["object_label"] for row in rows} == shown(page)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_holds_no_formula(page, cell):
    page.evaluate("(cell) => { relgraph.node('country/JP').label = cell; }", cell)
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").decode("utf-8-sig"), newline="")))
    names = {row[f"{end}_label"] for row in rows for end in ("subject", "object")}
    assert f"'{cell}" in names
    assert not [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_csv_leaves_out_sentences_that_the_filters_leave_out(page):
    page.select_option("#since", "2023")
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").decode("utf-8-sig"), newline="")))
    assert {row["release_date"] for row in rows} == {"2023-12-01"}


def test_graphml_is_the_network_shown(page, graph):
    read = nx.read_graphml(io.BytesIO(saved(page, "GraphML")))
    assert set(read) == set(page.evaluate("[...relgraph.view.nodes].map((id) => relgraph.nodes[id].iri)"))
    assert {(a, data["type"], b) for a, b, data in read.edges(data=True)} == ties(page)
    for iri, data in read.nodes(data=True):
        assert (data["label"], data["type"]) == (graph.nodes[iri]["label"], graph.nodes[iri]["type"])
    for a, b, data in read.edges(data=True):
        edge = graph.edges[a, b, data["type"]]
        for name in ("sentences", "releases"):
            assert data[name] == edge[name]
        for name in ("topics", "statuses", "bases"):
            assert data[name] == " ".join(edge[name])


def test_turtle_says_what_the_store_says(page, extractions):
    text = saved(page, "Turtle")
    stored = {(t.subject, t.predicate, t.object) for t in pyoxigraph.parse("\n".join(nquads(extractions)), N_QUADS)}
    parsed = {(t.subject, t.predicate, t.object) for t in pyoxigraph.parse(text, TURTLE)}
    labels = {triple for triple in parsed if "/topic/" in triple[0].value}
    assert parsed - labels <= stored
    read = rdflib.Graph().parse(data=text, format="turtle")
    assert len(read) == len(parsed)
    relations = set(read.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ONTOLOGY}Relation")))
    expected = page.evaluate("relgraph.stated().then((held) => [...new Set(held.map((one) => one.iri))])")
    assert {str(relation) for relation in relations} == set(expected)
    quote = """PREFIX rg: <https://w3id.org/relgraph/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX id: <https://w3id.org/relgraph/id/country/>
      SELECT ?sentence ?date { ?r a rg:Cooperation ; rg:subject id:JP ; rg:evidence ?e .
        ?e oa:hasSelector/oa:exact ?sentence ; oa:hasSource/dcterms:issued ?date }"""
    assert [(str(row.sentence), str(row.date)) for row in read.query(quote)] == [
        ("Japan und Baden-Württemberg wollen weiter zusammenarbeiten.", "2023-12-01")
    ]


def test_svg_stands_alone_with_its_names_as_text(page):
    page.uncheck("#facet-types-City")
    root = ET.fromstring(saved(page, "SVG").decode())
    assert root.tag == f"{SVG}svg"
    groups = {group.get("class"): list(group) for group in root.iter(f"{SVG}g")}
    assert len(groups["signs"]) == len(shown(page))
    words = " ".join(text.text for text in root.iter(f"{SVG}text"))
    for name in (LAND, "Japan", "Robotik"):
        assert name in words
    assert len([line for line in groups["lines"] if line.get("fill") == "none"]) == page.evaluate(
        "relgraph.view.lines.length"
    )
    assert not [
        name for element in root.iter() for name in element.attrib if name.startswith("on") or name.endswith("href")
    ]
    assert {element.tag for element in root.iter()} <= {f"{SVG}{tag}" for tag in TAGS}


def test_png_is_a_picture_with_colours(page):
    data = saved(page, "PNG")
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    colours = page.evaluate(
        """async (data) => {
          const image = new Image();
          image.src = "data:image/png;base64," + data;
          await image.decode();
          const canvas = document.createElement("canvas");
          Object.assign(canvas, { width: image.width, height: image.height });
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          const pixels = context.getImageData(0, 0, image.width, image.height).data;
          const found = new Set();
          for (let i = 0; i < pixels.length; i += 4) found.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
          return [image.width, found.has("11,98,168"), found.has("255,255,255")];
        }""",
        b64encode(data).decode(),
    )
    assert colours[0] > 500
    assert colours[1:] == [True, True]


def test_paper_holds_picture_legend_and_every_sentence(page):
    page.uncheck("#facet-types-City")
    page.select_option("#theme", "dark")
    page.evaluate("relgraph.paper()")
    page.emulate_media(media="print")
    assert page.locator("#paper > svg").is_visible()
    assert page.locator(".rooms").is_hidden()
    assert page.locator("#paper tbody tr").count() == page.evaluate("relgraph.stated().then((held) => held.length)")
    row = page.locator("#paper tbody tr", has_text="Japan liegt bei Robotik vorne.")
    assert "Gespräche in Tokio" in row.inner_text()
    assert row.locator("a").get_attribute("href").startswith("https://example.org/bw-1#:~:text=")
    legend = page.locator("#paper .columns").inner_text()
    assert "1 Staat" in legend
    assert "8 Unternehmen" in legend
    assert page.locator("#paper svg rect").first.get_attribute("fill") == "#ffffff"
    assert page.locator("#paper svg .signs text").all_text_contents().count("1") == 1
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(26, 35, 48)"
    page.emulate_media(media="screen")
    assert page.locator("#paper").is_hidden()
    assert page.evaluate("relgraph.colours.surface") == "#18202a"
