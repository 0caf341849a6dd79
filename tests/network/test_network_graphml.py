import os
import subprocess
import sys
from io import BytesIO

import networkx as nx

from relgraph.network.flat import flat
from relgraph.network.graphml import graphml
from relgraph.network.measures import places

LAND = "https://w3id.org/relgraph/id/region/DE-BW"
KANAGAWA = "https://w3id.org/relgraph/id/region/JP-14"


def read(text):
    return nx.read_graphml(BytesIO(text), force_multigraph=True)


def test_networkx_reads_every_node_and_edge_back(graph):
    found = read(graphml(graph))
    assert set(found) == set(graph)
    assert sorted(found.edges()) == sorted(graph.edges())


def test_attributes_are_plain_and_carry_the_measures(graph):
    found = read(graphml(graph))
    assert found.nodes[KANAGAWA]["label"] == "Kanagawa"
    assert found.nodes[KANAGAWA]["degree"] == 1
    assert "label_en" not in found.nodes[KANAGAWA]
    (visit,) = [data for _, _, data in found.edges(data=True) if data["type"] == "visit"]
    counts = {"relations": 1, "sentences": 1, "releases": 1}
    assert visit == counts | {
        "type": "visit", "statuses": "active", "topics": "", "bases": "machine",
        "confidence": 0.75, "years": "", "named": "", "regions": "https://w3id.org/relgraph/id/region/DE-BW",
    }  # fmt: skip


def test_the_same_graph_gives_the_same_bytes(graph):
    turned = nx.MultiDiGraph(**graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert graphml(turned) == graphml(graph)


def test_the_order_of_hashes_does_not_show():
    code = (
        "import sys, networkx as nx; from relgraph.network.graphml import graphml;"
        "g = nx.MultiDiGraph(); g.add_node('a', label='A', type='Region', code=None);"
        "g.add_node('b', label='B', n=1.5);"
        "g.add_edge('a', 'b', key='visit', type='visit', topics=('x', 'y'), sentences=2);"
        "sys.stdout.buffer.write(graphml(g))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


def test_control_characters_do_not_break_the_file():
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="Seoul\x00\x1f", type="City")
    assert read(graphml(graph)).nodes["a"]["label"] == "Seoul\ufffd\ufffd"


def as_networkx_writes(graph):
    out = BytesIO()
    # lxml, where installed, would lay the lines out otherwise
    nx.write_graphml_xml(flat(graph, places(graph)), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def test_it_is_written_as_networkx_writes_it(graph):
    odd = nx.MultiDiGraph()
    odd.add_node('<a&"\t>', label="\n<&>\r", code=True)
    odd.add_node("b", label=1.5, empty="")
    odd.add_edge("b", '<a&"\t>', key="visit", type="visit", sentences=2, topics=())
    for one in (graph, odd, nx.MultiDiGraph()):
        assert graphml(one) == as_networkx_writes(one)
