"""A part of the network is what the whole has of it, on a graph of real releases."""

import pytest

from relgraph.errors import QueryError
from relgraph.iris import entity, topic
from relgraph.network.projection import project
from relgraph.network.surroundings import among, neighbours, stated
from relgraph.store.opening import open_store
from relgraph.vocabulary import EntityType

LAND = entity(EntityType.REGION, "DE-BW")
KANAGAWA = entity(EntityType.REGION, "JP-14")


@pytest.fixture(scope="module")
def store(bundled):
    with open_store(bundled / "store") as opened:
        yield opened


@pytest.fixture(scope="module")
def whole(store):
    graph = project(store)
    graph.remove_edges_from([edge for edge in graph.edges(keys=True) if edge[0] == edge[1]])
    return graph


def without_statements(graph):
    return {
        edge: {name: value for name, value in graph.edges[edge].items() if name != "statements"} for edge in graph.edges
    }


def test_the_ties_among_all_nodes_are_the_network(store, whole):
    part = among(store, list(whole))
    assert without_statements(part) == without_statements(whole)
    assert dict(part.nodes(data=True)) == dict(whole.nodes(data=True))
    assert part.graph["topics"] == whole.graph["topics"]


def test_of_new_nodes_come_their_ties_to_those_that_are_there(store, whole):
    old, new = [LAND, entity(EntityType.COUNTRY, "JP"), entity(EntityType.COUNTRY, "CN")], [KANAGAWA]
    part = among(store, [*old, *new], new=new)
    expected = {edge for edge in whole.edges if set(edge[:2]) <= {*old, *new} and KANAGAWA in edge[:2]}
    assert set(part.edges) == expected != set()


def test_where_a_node_lies_comes_along(store):
    part = among(store, [LAND, KANAGAWA])
    assert entity(EntityType.COUNTRY, "JP") in part.graph["within"][KANAGAWA]
    assert part.nodes[entity(EntityType.COUNTRY, "JP")]["label"] == "Japan"


def test_what_is_stated_between_nodes_has_its_statements(store, whole):
    pairs = sorted({frozenset(edge[:2]) for edge in whole.edges}, key=sorted)[::7]
    part = stated(store, map(sorted, pairs))
    assert {edge: part.edges[edge] for edge in part.edges} == {
        edge: whole.edges[edge] for edge in whole.edges if frozenset(edge[:2]) in pairs
    }


def test_of_no_pairs_nothing_is_stated(store):
    assert not stated(store, [])
    assert stated(store, [(LAND, LAND)]).number_of_edges() == 0


@pytest.mark.parametrize("iri", [LAND, KANAGAWA, topic("robotics")])
def test_neighbours_are_all_who_share_an_edge(store, whole, iri):
    found = neighbours(store, [iri, LAND])[iri]
    assert {one.iri for one in found} == set(whole.successors(iri)) | set(whole.predecessors(iri))
    assert [one.sentences for one in found] == sorted((one.sentences for one in found), reverse=True)
    for one in found:
        kinds = {key for ends in ((iri, one.iri), (one.iri, iri)) for key in whole[ends[0]].get(ends[1], {})}
        assert set(one.relations) == kinds
        assert (one.label, one.type) == (whole.nodes[one.iri]["label"], whole.nodes[one.iri]["type"])


def test_a_node_that_nobody_knows_has_none(store):
    nobody = entity(EntityType.COMPANY, "Gibt es nicht")
    assert neighbours(store, [nobody]) == {nobody: []}
    assert list(among(store, [nobody])) == []


@pytest.mark.parametrize("iri", ["a> } #", "https://x/ y", "", "https://x/>} UNION {?s ?p ?o"])
def test_what_is_no_iri_is_refused(store, iri):
    with pytest.raises(QueryError):
        neighbours(store, [iri])
    with pytest.raises(QueryError):
        among(store, [iri, LAND])
    with pytest.raises(QueryError):
        stated(store, [(iri, LAND)])
