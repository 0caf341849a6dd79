from decimal import Decimal

import pytest

from handmade import GERMANY, JAPAN, KANAGAWA, KONSTANZ, LAND, VOGT, extraction
from relgraph.graph.institutions import institution_fields, institution_quads
from relgraph.graph.namespaces import RG
from relgraph.graph.ties import parts
from relgraph.vocabulary import TOPIC


def release(id_, date, *told):
    sentences = [(kind, one, other, text, fields) for kind, one, other, text, fields in told]
    return extraction(id_, date, "Land", sentences, known=(GERMANY, JAPAN, LAND))


def of(*extractions):
    """Fields of the university by type and last part of the topic; nobody else has any."""
    found = institution_fields(part for one in extractions for part in parts(one))
    assert found.keys() <= {KONSTANZ.id}
    return {(one.about.type.value, one.about.topic.removeprefix(TOPIC)): one for one in found.get(KONSTANZ.id, [])}


def told(kind, one, other, text, *topics):
    return kind, one, other, text, {"topics": topics}


def test_a_field_counts_what_is_told_on_its_topic_and_on_narrower_ones_once():
    first = release(
        "r-1", "2024-01-02",
        told("cooperation", KONSTANZ, KANAGAWA, "Sie forschen.", "robotics", "automation"),
        told("cooperation", LAND, KONSTANZ, "Es arbeitet mit.", "robotics"),
    )  # fmt: skip
    second = release("r-2", "2023", told("cooperation", JAPAN, KONSTANZ, "Japan arbeitet mit.", "robotics"))
    third = release("r-3", "2025", told("strength", KONSTANZ, None, "Sie ist stark.", "robotics", "automation"))
    found = of(first, second, third)
    assert {kind for kind, _ in found} == {"cooperation", "strength"}
    technology, robots = found["cooperation", "technology"], found["cooperation", "robotics"]
    assert technology.counts == robots.counts == (3, 3, 2)
    assert found["strength", "technology"].counts == (1, 1, 1)  # one relation, though of two ties
    assert Decimal("20000003.00000003") <= robots.rank < Decimal("20000003.00000004")
    assert robots.rank != technology.rank


def test_the_newest_is_of_the_last_date_then_the_last_release_then_the_last_words():
    early = release("r-2", "2023", told("trade", KONSTANZ, JAPAN, "Zuletzt.", "robotics"))
    late = release(
        "r-1", "2024", told("trade", KONSTANZ, JAPAN, "Anfangs.", "robotics"),
        told("trade", KONSTANZ, KANAGAWA, "Bald.", "robotics"),
    )  # fmt: skip
    assert of(early, late)["trade", "robotics"].newest[-1] == late.relations[1].id
    twin = release("r-3", "2024", told("trade", KONSTANZ, JAPAN, "Am Anfang.", "robotics"))
    assert of(late, twin)["trade", "robotics"].newest[-1] == twin.relations[0].id


@pytest.mark.parametrize("topics", [(), ("culture",)])
def test_who_is_no_organisation_or_has_no_topic_has_no_field(topics):
    one, other = (KONSTANZ, VOGT) if not topics else (LAND, VOGT)
    assert of(release("r-1", "2023", told("meeting", one, other, "Treffen.", *topics))) == {}


def test_a_field_says_whose_it_is_on_what_and_of_which_type():
    field = of(release("r-1", None, told("concern", KONSTANZ, JAPAN, "Sie warnt.", "culture")))["concern", "culture"]
    written = {(quad.predicate.rpartition("#")[2], str(quad.object)) for quad in institution_quads(field)}
    assert written == {
        ("type", str(RG.InstitutionField)), ("fieldInstitution", KONSTANZ.id), ("institutionTopic", f"{TOPIC}culture"),
        ("fieldType", str(RG.Concern)), ("institutionRank", str(field.rank)), ("newestRelation", field.newest[-1]),
    }  # fmt: skip
    assert field.id.startswith(f"{KONSTANZ.id}#")
