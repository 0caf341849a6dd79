"""Paths in the explorer: chosen by name, drawn, with their sentences, and the same as the command finds."""

import itertools

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from looking import click, fragment, heading, shown, state
from relgraph.network.paths import shortest_paths

LAND = "Baden-Württemberg"
PERSON = "Winfried Kretschmann"


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


def choose(page, end, text):
    page.fill(f"#path-{end}", text)
    page.keyboard.press("Enter")


def test_a_path_is_chosen_by_keyboard_and_told_step_by_step(page):
    page.get_by_role("button", name="Weg suchen").click()
    assert page.evaluate("document.activeElement.id") == "path-from"
    choose(page, "from", "kretsch")
    assert page.evaluate("document.activeElement.id") == "path-to"
    choose(page, "to", "robotik")
    assert heading(page) == "Weg von einem zum anderen"
    assert page.locator("#panel [role=status]").last.inner_text() == "3 Schritte"
    steps = page.locator("#panel h3").all_inner_texts()
    assert len(steps) == 3
    assert PERSON in steps[0]
    assert "Robotik" in steps[2]
    assert page.locator("#panel blockquote").first.inner_text().startswith("Winfried Kretschmann ist")
    assert page.locator("#panel blockquote").last.inner_text() == "Japan liegt bei Robotik vorne."
    assert fragment(page) == "path=person/winfried-kretschmann,topic/robotics"


def test_a_path_is_drawn_whatever_the_filters_say(page):
    page.evaluate("relgraph.change((s) => { s.path = ['person/winfried-kretschmann', 'topic/robotics']; })")
    page.click("#facet-relations-tick_none")
    assert shown(page) == {PERSON, LAND, "Japan", "Robotik"}
    assert page.evaluate("relgraph.network.getSelectedNodes().length") == 4
    assert page.evaluate("relgraph.network.getSelectedEdges().length") == 3
    page.get_by_role("button", name="Schließen").click()
    assert shown(page) == set()
    assert state(page)["path"] == []


def test_a_path_begins_at_the_node_that_is_looked_at(page):
    click(page, "Japan")
    page.get_by_role("button", name="Weg zu …").click()
    assert page.locator("#path-from").input_value() == "Japan"
    choose(page, "to", PERSON)
    assert fragment(page).endswith("path=country/JP,person/winfried-kretschmann")
    page.click("#undo")
    assert state(page)["path"] == []


def test_where_no_path_leads_it_says_so(page):
    page.get_by_role("button", name="Weg suchen").click()
    choose(page, "from", "Tokio")
    choose(page, "to", "Japan")
    assert "führt kein Weg" in page.locator("#panel").inner_text()


def world(pairs):
    """A graph with one edge for each pair of numbers, stated as often as it says."""
    graph = nx.MultiDiGraph()
    for (a, b), times in pairs.items():
        graph.add_edge(str(a), str(b), key="visit", sentences=times)
    return graph


def part(graph, turn):
    """The same for the page, as nodes of their own in each turn."""
    number = {name: at for at, name in enumerate(sorted(graph))}
    same = {"type": "visit", "releases": 1, "topics": [], "statuses": ["active"], "bases": ["machine"]}
    ties = [
        {"subject": number[a], "object": number[b], "sentences": n} | same for a, b, n in graph.edges(data="sentences")
    ]
    nodes = [{"iri": f"https://example.org/{turn}/{name}", "label": name, "type": "City"} for name in number]
    return {"nodes": nodes, "relations": ties}


FOUND = """([part]) => {
  const { nodes } = relgraph.join(part);
  return relgraph.paths(nodes[0].id, nodes.at(-1).id).map((path) => path.map((id) => relgraph.nodes[id].label));
}"""


def test_paths_are_those_of_the_command(page):
    """Compared by length: where two paths are equally good, either may come first."""
    pairs = st.sampled_from(list(itertools.combinations(range(7), 2)))
    turns = itertools.count()

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.dictionaries(pairs, st.integers(1, 4), min_size=5, max_size=14))
    def holds(held):
        graph = world(held)
        got = page.evaluate(FOUND, [part(graph, next(turns))])
        expected = shortest_paths(graph, min(graph), max(graph), 3)
        assert [length(graph, path) for path in got] == pytest.approx([length(graph, path) for path in expected])
        assert len({tuple(path) for path in got}) == len(got)
        if len(expected) == 1 or (expected and length(graph, expected[1]) - length(graph, expected[0]) > 1e-9):
            assert got[:1] == expected[:1]

    holds()


def length(graph, path):
    both = graph.to_undirected()
    steps = itertools.pairwise(path)
    return sum(1 + 1e-4 / sum(data["sentences"] for data in both[a][b].values()) for a, b in steps)
