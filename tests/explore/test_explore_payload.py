import networkx as nx

from relgraph.explore.lines import lines_of
from relgraph.explore.payload import ordered, part, short, totals
from relgraph.network.projection import summary
from relgraph.network.statement import Source, Statement

ID = "https://w3id.org/relgraph/id/"


def graph_of(*statements):
    graph = nx.MultiDiGraph(topics={}, within={"a": ("r", "c"), "b": ("c",)})
    for name, kind in {"a": "City", "b": "Person", "c": "Country", "r": "Region"}.items():
        graph.add_node(
            name, label=name.upper(), label_en=None, type=kind, code=None, part_of="r" if name == "a" else None
        )
    graph.add_edge("a", "b", key="visit", **summary("visit", statements))
    return graph


def statement(sentence="Ein Satz.", relation="r", *, date=None, **more):
    return Statement(relation, sentence, Source("https://example.org/r1", "Meldung", date, region="r"), **more)


def test_a_relation_carries_its_counts_years_and_what_it_names(rows):
    graph = graph_of(
        statement("Eins.", "r1", date="2019-05-04", confidence=0.4, document="c"),
        statement("Zwei.", "r2", date="2021", confidence=0.7),
        statement("Drei.", "r3", date="2023-01-01", status="planned"),
    )
    lines = lines_of(graph)
    (held,) = rows(part(graph, lines, {})["relations"])
    names = ordered(graph, lines)
    assert held == {
        "line": 0, "subject": names.index("a"), "object": names.index("b"), "type": "visit", "sentences": 3,
        "releases": 1, "first": "2019-05-04", "last": "2023-01-01", "years": ("2019", "2021", "2023"), "topics": (),
        "statuses": ("active", "planned"), "bases": ("machine",), "regions": (names.index("r"),),
        "confidence": 1.0, "names": (names.index("c"),),
    }  # fmt: skip


def test_a_node_tells_the_region_and_the_state_that_it_lies_in_or_is(rows):
    graph = graph_of(statement())
    found = part(graph, lines_of(graph), {"a": (3, -4)})
    nodes = {node["label"]: node for node in rows(found["nodes"])}
    assert {label: (node.get("country"), node.get("region")) for label, node in nodes.items()} == {
        "A": ("c", "r"), "B": ("c", None), "C": ("c", None), "R": (None, "r"),
    }  # fmt: skip
    assert found["territories"] == {"c": {"de": "C", "en": "C"}, "r": {"de": "R", "en": "R"}}
    assert (nodes["A"]["x"], nodes["A"]["y"]) == (3, -4)
    assert [node["label"] for node in rows(found["nodes"])] == ["A", "B", "C", "R"]


def test_totals_count_each_sentence_and_no_topic():
    graph = graph_of(statement(relation="r1"), statement(relation="r2"))
    graph.add_node("t", label="T", label_en=None, type="Topic", code=None, part_of=None)
    assert totals(graph) == {"entities": 4, "relations": 1, "sentences": 1, "releases": 1}


def test_iris_of_the_project_are_shortened():
    assert short(f"{ID}country/JP") == "id/country/JP"
    assert short("https://example.org/x") == "https://example.org/x"
