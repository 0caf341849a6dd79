import networkx as nx
import pytest

from relgraph.explore.lines import lines_of
from relgraph.explore.opening import BEHIND, CENTRES, OPENING, PARTNERS, centres, opening
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement


def network(edges, kinds=None, within=None):
    """A graph whose edges are (subject, object, sentences, region that the release speaks for)."""
    graph = nx.MultiDiGraph(topics={}, within=within or {})
    for number, (subject, obj, count, region) in enumerate(edges):
        source = Source(f"r{number}", "Meldung", region=region)
        held = [Statement(f"{number}", f"Satz {n}.", source) for n in range(count)]
        graph.add_edge(subject, obj, key="cooperation", **summary("cooperation", held))
    for name in graph:
        kind = next((kind for kind, names in (kinds or {}).items() if name in names), "Country")
        graph.nodes[name].update(label=name, label_en=None, type=kind, code=None, part_of=None)
    return graph


def opened(graph, focus=None):
    return opening(graph, lines_of(graph), focus)


LAND = network(
    [
        ("bw", "jp", 2, "bw"), ("bw", "fr", 3, "bw"), ("kretschmann", "bw", 1, "bw"), ("kretschmann", "kr", 2, "bw"),
        ("jp", "robotics", 1, "bw"), ("jp", "kyoto", 2, "bw"), ("minister", "jp", 1, "bw"), ("bw", "trade", 1, "bw"),
        ("sofia", "warna", 1, "bw"), ("kanagawa", "kretschmann", 4, "bw"),
    ],
    {"Region": ["bw", "kanagawa"], "Person": ["kretschmann", "minister"], "Topic": ["robotics", "trade"],
     "ResearchInstitution": ["kyoto"], "City": ["sofia", "warna"]},
    {"kretschmann": ("bw",), "kanagawa": ("jp",), "kyoto": ("jp",)},
)  # fmt: skip


def test_the_region_that_releases_speak_for_stands_in_the_middle_and_others_behind_whom_they_are_tied_to():
    found = opened(LAND)
    assert found.centres == ["bw"]
    assert found.behind["fr"] == found.behind["jp"] == found.behind["kretschmann"] == found.behind["trade"] == "bw"
    assert found.behind["kr"] == "kretschmann"  # no line runs from the region itself
    assert found.behind["kyoto"] == found.behind["robotics"] == "jp"
    assert found.behind["sofia"] is None  # tied to nobody else
    assert found.behind["warna"] == "sofia"


def test_a_state_counts_with_all_that_lies_in_it():
    assert list(opened(LAND).behind)[:3] == ["kretschmann", "jp", "kanagawa"]


def test_nobody_comes_before_the_one_behind_whom_he_stands():
    found = opened(LAND)
    order = list(found)
    assert len(order) == len(set(order)) == len(found) == len(LAND)
    assert all(parent is None or order.index(parent) < order.index(name) for name, parent in found.behind.items())


def test_every_one_is_tied_to_whom_he_stands_behind(graph):
    tied = {frozenset(line.ends) for line in lines_of(graph)}
    found = opened(graph)
    assert len(found) == OPENING
    assert all({name, parent} in tied for name, parent in found.behind.items())


def test_several_regions_stand_in_the_middle_until_half_of_the_releases_are_theirs():
    edges = [(f"land{n}", f"partner{n}{m}", 1, f"land{n}") for n in range(4) for m in range(4 - n)]
    graph = network(edges, {"Region": [f"land{n}" for n in range(4)]})
    assert opened(graph).centres == ["land0", "land1"]


def test_of_many_equal_regions_only_some_stand_in_the_middle():
    edges = [(f"land{n:02}", "jp", 1, f"land{n:02}") for n in range(20)]
    assert opened(network(edges)).centres == [f"land{n:02}" for n in range(CENTRES)]


def test_partners_stand_with_the_region_to_which_they_mean_more():
    edges = [
        ("big", "jp", 5, "big"), ("big", "fr", 90, "big"), ("small", "jp", 4, "small"), ("small", "at", 1, "small"),
        ("third", "pl", 1, "third"), ("third", "cz", 1, "third"),
    ]  # fmt: skip
    found = opened(network(edges, {"Region": ["big", "small", "third"]}))
    assert found.centres == ["big", "small"]
    assert (found.behind["jp"], found.behind["fr"]) == ("small", "big")


def test_without_regions_of_releases_the_best_evidenced_stands_in_the_middle():
    graph = network([("a", "b", 1, None), ("b", "c", 1, None)])
    assert centres(graph, {"a": 1, "b": 2, "c": 1}) == ["b"]


def test_a_focus_stands_in_the_middle_and_nobody_is_far_from_it(graph):
    japan = "https://w3id.org/relgraph/id/country/JP"
    found = opened(graph, japan)
    assert found.centres == [japan]
    near = nx.single_source_shortest_path_length(graph.to_undirected(), japan, cutoff=2)
    assert set(found) <= set(near)


def test_there_are_so_many_partners_and_so_many_behind_each():
    edges = [("bw", f"p{n:02}", 30 - n, "bw") for n in range(30)] + [
        (f"p{n:02}", f"i{n:02}{m}", 1, "bw") for n in range(30) for m in range(5)
    ]
    graph = network(edges, {"Region": ["bw"], "Company": [f"i{n:02}{m}" for n in range(30) for m in range(5)]})
    behind = opened(graph).behind
    chosen = list(behind.values())
    assert sum(parent == "bw" for parent in chosen) >= PARTNERS
    assert max(chosen.count(f"p{n:02}") for n in range(30)) <= BEHIND


@pytest.mark.parametrize("focus", [None, "a"])
def test_a_graph_without_ties_opens_on_nothing_but_its_focus(focus):
    graph = network([])
    graph.add_node("a", label="A", label_en=None, type="Country", code=None, part_of=None)
    assert list(opened(graph, focus)) == ([focus] if focus else [])
