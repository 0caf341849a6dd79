import pytest

from relgraph import iris
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.network.projection import project
from relgraph.network.ties import Choice, tie_graph
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType

JAPAN, LAND = iris.entity(EntityType.COUNTRY, "JP"), iris.entity(EntityType.REGION, "DE-BW")
KANAGAWA, STUTTGART = iris.entity(EntityType.REGION, "JP-14"), iris.entity(EntityType.CITY, "Stuttgart")
ROBOTICS = iris.topic("robotics")


@pytest.fixture(scope="module")
def store(extractions):
    with memory_store([*nquads(extractions), *ontology_nquads()]) as opened:
        yield opened


class Listening:
    """A store that remembers what it was asked."""

    def __init__(self, store):
        self.store, self.asked = store, []

    def rows(self, sparql):
        self.asked.append(sparql)
        return self.store.rows(sparql)


@pytest.mark.parametrize("choice", [Choice(topics=True), Choice(topics=True, min_confidence=0.1)])
def test_ties_tell_of_edges_what_the_relations_do(store, graph, choice):
    found = tie_graph(store, choice, details=True)
    assert {"relations", "sentences", "releases", "statuses", "bases"} < set(next(iter(found.edges(data=True)))[2])
    assert set(found.edges(keys=True)) == set(graph.edges(keys=True))
    for edge in found.edges(keys=True):
        assert found.edges[edge] == {key: graph.edges[edge][key] for key in found.edges[edge]}
    for node in found:
        assert found.nodes[node] == graph.nodes[node]


def test_without_details_an_edge_has_its_sentences_and_bases_only(store):
    full, plain = tie_graph(store, details=True), tie_graph(store)
    assert set(plain.edges(keys=True)) == set(full.edges(keys=True))
    for edge in plain.edges(keys=True):
        assert plain.edges[edge] == {key: full.edges[edge][key] for key in ("type", "sentences", "bases")}


def test_who_has_no_tie_is_no_node(store, graph):
    assert STUTTGART in graph
    assert STUTTGART not in tie_graph(store)


def test_no_sentence_is_read(store):
    for choice in (Choice(topics=True), Choice(topics=True, min_confidence=0.5)):
        heard = Listening(store)
        tie_graph(heard, choice)
        assert not [question for question in heard.asked if "oa:exact" in question]


def test_topics_are_left_out_unless_asked_for(store):
    assert ROBOTICS not in tie_graph(store)
    assert tie_graph(store, Choice(topics=True)).has_edge(JAPAN, ROBOTICS, key="strength")


def test_what_is_read_with_less_confidence_is_left_out(store):
    assert len(tie_graph(store, Choice(min_confidence=0.75))) == len(tie_graph(store))
    assert len(tie_graph(store, Choice(min_confidence=0.76))) == 0


def test_offices_in_territories_can_be_left_out(people_store):
    person, body = iris.entity(EntityType.PERSON, "Anna Muster"), iris.entity(EntityType.GOVERNMENT_BODY, "Ministerium")
    with_offices = tie_graph(people_store)
    without = tie_graph(people_store, Choice(offices=False))
    assert with_offices.has_edge(person, LAND, key="affiliation")
    assert not without.has_edge(person, LAND)
    assert without.has_edge(person, body, key="affiliation")


def test_words_of_the_ontology_go_along(store):
    assert tie_graph(store).graph["words"]["Partnership"] == {"de": "Partnerschaft", "en": "Partnership"}


def test_the_graph_of_ties_is_alike_to_the_order(store, extractions):
    with memory_store([*reversed(nquads(extractions)), *ontology_nquads()]) as other:
        one, two = tie_graph(store), tie_graph(other)
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))


def test_an_empty_store_has_no_network():
    with memory_store([]) as store:
        assert len(tie_graph(store)) == 0
        assert project(store).number_of_edges() == 0
