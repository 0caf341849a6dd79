from decimal import Decimal

from handmade import GERMANY, JAPAN, KANAGAWA, KONSTANZ, LAND, extraction
from relgraph.graph.joint import joint_fields, joint_quads
from relgraph.graph.quads import nquads
from relgraph.graph.ties import parts


def release(id_, date, *told):
    sentences = [(kind, one, other, text, fields) for kind, one, other, text, fields in told]
    return extraction(id_, date, "Land", sentences, known=(GERMANY, JAPAN, LAND))


def of(*extractions):
    """Joint fields by their topic and status."""
    found = joint_fields(part for one in extractions for part in parts(one))
    return {(one.about.topic.rpartition("/")[2], one.about.status.value): one for one in found}


def told(kind, text, topics=("robotics",), **fields):
    return kind, LAND, KANAGAWA, text, {"topics": topics, **fields}


def test_types_count_together_and_topics_and_statuses_apart():
    first = release("r-1", "2023", told("partnership", "Partner.", ("robotics", "culture")))
    second = release(
        "r-2", "2021-05-01", told("agreement", "Vertrag."), told("cooperation", "Arbeit.", status="planned")
    )
    found = of(first, second)
    assert found.keys() == {("robotics", "active"), ("culture", "active"), ("robotics", "planned")}
    both = found["robotics", "active"]
    assert (len(both.relations), len(both.releases), len(both.ties), both.first) == (2, 2, 2, "2021-05-01")
    assert both.newest == ("2023", first.relations[0].id)
    assert Decimal("20000002.20230000") <= both.rank < Decimal("20000002.20230001")
    assert {str(quad.subject) for quad in joint_quads(both)} == {both.id}


def test_of_one_date_the_last_relation_is_the_newest_and_without_date_there_is_no_first():
    one, two = (release(id_, None, told("agreement", "Vertrag.")) for id_ in ("r-1", "r-2"))
    (found,) = of(two, one).values()
    assert found.newest == ("", two.relations[0].id)
    assert "firstDate" not in {quad.predicate.rpartition("#")[2] for quad in joint_quads(found)}
    assert found.rank < Decimal("20000002.00000001")


def test_what_is_no_cooperation_or_has_no_topic_is_in_none():
    assert of(release("r-1", "2023", told("trade", "Handel."), told("agreement", "Vertrag.", ()))) == {}


def test_within_one_country_there_is_no_joint_field():
    within = ("cooperation", LAND, KONSTANZ, "Forschung im Land.", {"topics": ("research",)})
    lines = nquads([release("r-1", "2023", within, told("cooperation", "Forschung mit Kanagawa."))])
    topics = {line.split()[2] for line in lines if "#jointTopic>" in line}
    assert topics == {"<https://w3id.org/relgraph/topic/robotics>"}
