"""The page is measured beside what else there is, on a small graph too; how fast anything is is no matter of a test."""

import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from drawn import core, network

from relgraph.explore.lines import lines_of
from watching import CHROMIUM

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def graph():
    return network(60)


def test_the_network_has_regions_topics_and_what_lies_in_what(graph):
    types = nx.get_node_attributes(graph, "type")
    assert {"Region", "Person", "Topic"} <= set(types.values())
    assert any(types[whole] == "Country" for around in graph.graph["within"].values() for whole in around)
    spoken = {held.source.region for *_, data in graph.edges(data=True) for held in data["statements"]}
    assert all(types[region] in ("Region", "City") for region in spoken)


def test_a_core_has_so_many_nodes_and_lines_and_hangs_together(graph):
    part = core(graph, 50, 70)
    assert part.number_of_nodes() <= 50
    assert len(lines_of(part)) == 70
    assert all(degree for _, degree in part.degree())


@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"{CHROMIUM} is missing")
def test_every_page_is_measured():
    script = [sys.executable, HERE / "page.py", "--releases", "60", "--nodes", "60", "--lines", "80", "--turns", "1"]
    done = subprocess.run([*script, "--print"], capture_output=True, text=True, check=True)
    rows = re.findall(r"^\| (.+) \| ([\d.]+) \| [\d.]+ \| (\d+) \|", done.stdout, re.MULTILINE)
    assert [name.split()[0] for name, *_ in rows] == ["the", "the", "vis-network,", "pyvis", "the", "the"]
    assert all(float(seconds) > 0 < int(frames) for _, seconds, frames in rows)


def test_the_page_has_a_place_for_them():
    code = "from page import BEGIN, END, PAGE; t = PAGE.read_text(); print(t.count(BEGIN), t.count(END))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert done.stdout == "1 1\n"
