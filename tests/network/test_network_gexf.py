from io import BytesIO

import networkx as nx

from relgraph.network.gexf import gexf

LAND = "https://w3id.org/relgraph/id/region/DE-BW"
KANAGAWA = "https://w3id.org/relgraph/id/region/JP-14"


def test_networkx_reads_every_node_and_edge_back(graph):
    found = nx.read_gexf(BytesIO(gexf(graph)))
    assert set(found) == set(graph)
    assert sorted((one, other) for one, other, *_ in found.edges) == sorted(graph.edges())


def test_values_have_their_types_and_labels_are_names(graph):
    found = nx.read_gexf(BytesIO(gexf(graph)))
    assert found.nodes[KANAGAWA]["label"] == "Kanagawa"
    assert found.nodes[KANAGAWA]["degree"] == 1
    assert isinstance(found.nodes[LAND]["betweenness"], float)
    relations = {data["relation"]: data for *_, data in found.edges(data=True)}
    assert relations["visit"]["weight"] == 1.0
    assert relations["agreement"]["bases"] == "machine"


def test_no_clock_is_in_it_and_the_same_graph_gives_the_same_bytes(graph):
    assert b"lastmodified" not in gexf(graph)
    turned = nx.MultiDiGraph(**graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert gexf(turned) == gexf(graph)


def test_names_hold_no_markup_and_no_control_characters():
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="<b>Seoul</b>\x00", type="City")
    assert nx.read_gexf(BytesIO(gexf(graph))).nodes["a"]["label"] == "<b>Seoul</b>\ufffd"
