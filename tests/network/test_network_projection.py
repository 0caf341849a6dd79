import pytest

from relgraph import iris
from relgraph.graph.quads import nquads
from relgraph.network.projection import project, summary
from relgraph.network.statement import Source, Statement
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import EntityType

JAPAN = iris.entity(EntityType.COUNTRY, "JP")
LAND = iris.entity(EntityType.REGION, "DE-BW")
KANAGAWA = iris.entity(EntityType.REGION, "JP-14")
PAPER = iris.local_entity(EntityType.DOCUMENT, "r2", "Memorandum")
STUTTGART = iris.entity(EntityType.CITY, "Stuttgart")
ROBOTICS = iris.topic("robotics")


def test_an_entity_is_a_node_with_labels_type_code_and_the_territory_around_it(graph):
    assert graph.nodes[KANAGAWA] == {
        "label": "Kanagawa", "label_en": None, "type": "Region", "code": "JP-14", "part_of": JAPAN, "same_as": None,
    }  # fmt: skip
    assert graph.nodes[JAPAN]["label_en"] == "Japan"


def test_an_entity_without_relations_is_a_node_too(graph):
    assert graph.degree(STUTTGART) == 0


def test_terms_of_the_ontology_are_no_nodes(graph):
    assert not [node for node in graph if node.startswith("https://w3id.org/relgraph/ontology#")]


def test_a_symmetric_relation_stated_in_both_orders_is_one_edge_with_both_counts(graph):
    edges = [(s, o) for s, o, kind in graph.edges(keys=True) if kind == "cooperation"]
    assert edges == [tuple(sorted((JAPAN, LAND)))]
    edge = graph.edges[(*edges[0], "cooperation")]
    assert (edge["relations"], edge["sentences"], edge["releases"]) == (2, 2, 2)
    assert (edge["first"], edge["last"]) == ("2019-05-04", "2021")
    assert edge["statuses"] == ("active", "planned")


def test_a_directed_relation_keeps_its_direction(graph):
    assert graph.has_edge(LAND, KANAGAWA, key="visit")
    assert not graph.has_edge(KANAGAWA, LAND, key="visit")


def test_a_release_without_date_leaves_the_dates_open(graph):
    edge = graph.edges[LAND, KANAGAWA, "visit"]
    assert (edge["first"], edge["last"]) == (None, None)


def test_a_relation_without_object_runs_to_each_of_its_topics(graph):
    topics = {o: graph.edges[JAPAN, o, kind]["topics"] for _, o, kind in graph.out_edges(JAPAN, keys=True)
              if kind == "strength"}  # fmt: skip
    assert topics == {ROBOTICS: ("robotics",), iris.topic("hydrogen"): ("hydrogen",)}
    assert graph.nodes[ROBOTICS]["type"] == "Topic"
    assert graph.nodes[ROBOTICS]["label"] == "Robotik"


def test_topics_in_use_carry_their_labels(graph):
    assert graph.graph["topics"] == {
        "hydrogen": {"de": "Wasserstoff", "en": "Hydrogen"},
        "robotics": {"de": "Robotik", "en": "Robotics"},
    }


def test_territories_around_an_entity_are_known(graph):
    around = graph.graph["within"][KANAGAWA]
    assert around[0] == JAPAN
    assert KANAGAWA not in around
    assert iris.entity(EntityType.WORLD_REGION, "142") in around


def test_a_statement_holds_all_that_its_release_says(graph):
    low, high = sorted((KANAGAWA, LAND))
    (held,) = graph.edges[low, high, "agreement"]["statements"]
    assert held == Statement(
        relation=iris.relation("r2", "agreement", KANAGAWA, LAND),
        sentence="Mit Kanagawa wurde ein Memorandum unterzeichnet.",
        source=Source(
            iris.release("r2"), "Meldung r2", "2021", "Staatsministerium", "https://example.org/r2", LAND, "de"
        ),
        status="concluded", confidence=0.75, rule="agreement/test", amount="2 Millionen Euro",
        topics=("hydrogen",), document=PAPER, date="2021-03-01",
        evidence=iris.evidence("r2", 0, 48), subject=KANAGAWA,
    )  # fmt: skip


def test_statements_stand_in_the_order_of_their_dates(graph):
    low, high = sorted((JAPAN, LAND))
    dates = [held.source.date for held in graph.edges[low, high, "cooperation"]["statements"]]
    assert dates == ["2019-05-04", "2021"]


def test_two_projections_are_alike_to_the_order(graph, extractions):
    from relgraph.graph.ontology import ontology_nquads

    with memory_store([*reversed(nquads(extractions)), *ontology_nquads()]) as store:
        again = project(store)
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_without_the_ontology_topics_are_called_by_their_names(extractions):
    with memory_store(nquads(extractions)) as store:
        assert project(store).nodes[ROBOTICS]["label"] == "robotics"


def test_an_empty_store_gives_an_empty_graph():
    with memory_store([]) as store:
        graph = project(store)
    assert (len(graph), graph.graph["topics"]) == (0, {})


def test_a_relation_to_something_of_no_type_is_an_error(extractions):
    lines = [line for line in nquads(extractions) if not line.startswith(f"<{KANAGAWA}>")]
    with memory_store(lines) as store, pytest.raises(ValueError, match="region/JP-14 stands in a relation"):
        project(store)


def test_a_sentence_that_two_relations_share_counts_once():
    source = Source("https://example.org/r", "Meldung", "2020")
    held = [Statement(f"https://example.org/{n}", "Beide arbeiten zusammen.", source) for n in (1, 2)]
    assert summary("cooperation", held)["sentences"] == 1
    assert summary("cooperation", held)["relations"] == 2


def test_the_same_elsewhere_is_known(extractions):
    same = ("http://www.wikidata.org/entity/Q17", "https://example.org/japan")
    entities = tuple(
        one.model_copy(update={"same_as": same}) if one.id == JAPAN else one for one in extractions[0].entities
    )
    with memory_store(nquads([extractions[0].model_copy(update={"entities": entities})])) as store:
        assert project(store).nodes[JAPAN]["same_as"] == same
