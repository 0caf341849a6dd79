"""The page is measured beside what else there is, on a small graph too; how fast anything is is no matter of a test."""

import re
from pathlib import Path

import networkx as nx
import pytest
from drawn import core, network
from page import measure

from relgraph.explore.lines import lines_of
from watching import CHROMIUM


@pytest.fixture(scope="module")
def graph():
    return network(30)


def test_the_network_has_regions_topics_and_what_lies_in_what(graph):
    types = nx.get_node_attributes(graph, "type")
    assert {"Region", "Person", "Topic"} <= set(types.values())
    assert any(types[whole] == "Country" for around in graph.graph["within"].values() for whole in around)
    spoken = {held.source.region for *_, data in graph.edges(data=True) for held in data["statements"]}
    assert all(types[region] in ("Region", "City") for region in spoken)


def test_a_core_has_so_many_nodes_and_lines_and_hangs_together(graph):
    part = core(graph, 60, 60)
    assert part.number_of_nodes() <= 60
    assert len(lines_of(part)) == 60
    assert all(degree for _, degree in part.degree())


@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"{CHROMIUM} is missing")
def test_every_page_is_measured(graph, monkeypatch):
    monkeypatch.setattr("page.DRAG", 10)
    lines = []
    measured = list(measure(graph, (40, 50), 1, lines.append))
    rows = re.findall(r"^\| (.+) \| ([\d.]+) \| [\d.]+ \| (\d+) \|", "\n".join(lines), re.MULTILINE)
    assert [name.split()[0] for name, *_ in rows] == ["the", "the", "vis-network,", "pyvis", "the", "the"]
    assert all(float(seconds) > 0 < int(frames) for _, seconds, frames in rows)
    assert [row.peer.split(",")[0] for row in measured] == ["vis-network"] * 3 + ["pyvis"]
