"""The network edge by edge is the network as a whole."""

from relgraph.network.graphml import graphml
from relgraph.network.projection import project
from relgraph.network.stream import edges_within, graphml_of
from relgraph.store.contents import named_graphs
from relgraph.store.embedded import open_embedded


def test_graphml_edge_by_edge_is_that_of_the_whole_graph(built):
    with open_embedded(built / "store") as store:
        assert b"".join(graphml_of(store, named_graphs(store))) == graphml(project(store))


def test_what_a_release_states_is_what_the_whole_graph_holds_of_it(built):
    with open_embedded(built / "store") as store:
        found = {}
        for graph in named_graphs(store):
            for key, statements in edges_within(graph).items():
                found.setdefault(key, []).extend(statements)
        whole = project(store)
    assert {key: sorted(one, key=lambda said: said.order) for key, one in found.items()} == {
        (subject, other, kind): [*data["statements"]]
        for subject, other, kind, data in whole.edges(keys=True, data=True)
    }
