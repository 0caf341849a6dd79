import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import networkx as nx
import pytest

from relgraph.explore import page
from relgraph.explore.lines import lines_of
from relgraph.explore.opening import OPENING, opening
from relgraph.explore.page import explorer_page, store_page
from relgraph.network.projection import project
from relgraph.store.embedded import open_embedded

JAPAN = "https://w3id.org/relgraph/id/country/JP"


def data_of(text, block="data"):
    return json.loads(re.search(rf'<script type="application/json" id="{block}">(.*?)</script>', text, re.DOTALL)[1])


class Tags(HTMLParser):
    """All start tags of a page with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def tags(page_text):
    return Tags(page_text).found


def test_the_same_graph_gives_the_same_page(graph, page_text):
    turned = nx.MultiDiGraph(**graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert explorer_page(turned) == page_text


def test_the_order_of_hashes_does_not_show():
    code = (
        "import sys, networkx as nx; from relgraph.explore.page import explorer_page;"
        "from relgraph.network.projection import summary; from relgraph.network.statement import Source, Statement;"
        "g = nx.MultiDiGraph(topics={});"
        "[g.add_node(f'n{i}', label=f'N {i}', label_en=None, type='City', code=None, part_of=None) for i in range(9)];"
        "[g.add_edge(f'n{i}', f'n{i * 2 % 9}', key='visit', **summary('visit', [Statement(f'r{i}', f'Satz {i}.',"
        " Source('s', 'S'), topics=('a', 'b'))])) for i in range(1, 9)];"
        "sys.stdout.buffer.write(explorer_page(g).encode())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_nothing_is_referred_to_outside_the_file(tags):
    for tag, attributes in tags:
        assert tag not in ("link", "iframe", "img", "object", "base"), tag
        assert "src" not in attributes
        assert attributes.get("href", "#").startswith("#")


def test_no_style_or_handler_stands_in_an_attribute(tags):
    names = {name for _, attributes in tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_the_page_is_german_with_title_and_landmarks(tags):
    found = [tag for tag, _ in tags]
    assert dict(tags)["html"]["lang"] == "de"
    for tag in ("title", "h1", "header", "main", "footer", "table", "caption"):
        assert found.count(tag) == 1, tag


def test_foreign_text_stands_in_the_data_blocks_only(page_text):
    found = re.split(
        r'<script type="application/json" id="(?:data|evidence)">(.*?)</script>', page_text, flags=re.DOTALL
    )
    before, data, between, evidence, after = found
    for block in (data, evidence):
        assert "onerror=alert" in block
        assert "<" not in block
    assert "onerror=alert" not in before + between + after


def test_every_node_line_and_relation_of_the_graph_is_in_the_page(graph, page_text, rows):
    data = data_of(page_text)
    assert {data["base"] + node["iri"] for node in rows(data["part"]["nodes"])} == set(graph)
    assert len(rows(data["part"]["relations"])) == graph.number_of_edges()
    assert len(rows(data["part"]["lines"])) == len(lines_of(graph))
    held = {one.relation for *_, edge in graph.edges(data=True) for one in edge["statements"]}
    statements = rows(data_of(page_text, "evidence")["statements"])
    assert {data["base"] + one["iri"] for one in statements} == held


def test_the_opening_has_places_of_its_own(graph, page_text, rows):
    data = data_of(page_text)
    nodes = rows(data["part"]["nodes"])
    chosen = opening(graph, lines_of(graph))
    assert [data["base"] + nodes[number]["iri"] for number, *_ in data["opening"]] == list(chosen)
    assert len(data["opening"]) == OPENING
    behind = {data["base"] + nodes[one]["iri"]: parent for one, _, _, parent in data["opening"]}
    assert {name for name, parent in behind.items() if parent is None} == set(chosen.centres)


def test_every_drawn_node_stands_in_a_disc(graph, page_text, rows):
    data = data_of(page_text)
    discs = rows(data["discs"])
    for node in rows(data["part"]["nodes"]):
        assert ("disc" in node) == (node["sentences"] > 0) == ("x" in node)
        if "disc" in node:
            disc = discs[node["disc"]]
            assert (node["x"] - disc["x"]) ** 2 + (node["y"] - disc["y"]) ** 2 <= disc["radius"] ** 2


def test_a_focus_limits_the_page_to_its_surroundings(graph, rows):
    data = data_of(explorer_page(graph, focus=JAPAN, hops=1))
    nodes = rows(data["part"]["nodes"])
    assert sorted(node["type"] for node in nodes) == ["Company", "Country", "Region", "Topic"]
    assert data["base"] + nodes[data["focus"]]["iri"] == JAPAN


def test_a_title_of_ones_own_is_escaped(graph):
    text = explorer_page(graph, focus=JAPAN, hops=0, title="<b>Japan</b>")
    assert '<h1 id="title">&lt;b&gt;Japan&lt;/b&gt;</h1>' in text


def test_an_empty_graph_gives_a_page():
    assert data_of(explorer_page(nx.MultiDiGraph(topics={})))["part"]["nodes"] == {}


def test_a_page_of_a_store_is_that_of_its_graph(built):
    with open_embedded(built / "store") as store:
        assert (
            store_page(store) == explorer_page(project(store)) == (built / "explorer.html").read_text(encoding="utf-8")
        )


def test_a_page_of_too_large_a_graph_holds_a_part_and_says_so(built, monkeypatch):
    monkeypatch.setattr(page, "LARGE", 1)
    monkeypatch.setattr(page, "STRONGEST", 2)
    with open_embedded(built / "store") as store:
        some, near, whole = store_page(store), store_page(store, name="Japan", hops=1), explorer_page(project(store))
    for text in (some, near):
        assert 'data-say="partial"' in text
        assert len(text) < len(whole)
    assert 'data-say="partial"' not in whole
    assert "Robotik" in near
