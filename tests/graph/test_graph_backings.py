from decimal import Decimal

from handmade import GERMANY, JAPAN, KANAGAWA, LAND, PAPER, VOGT, extraction
from relgraph.graph.backings import backing_quads, backings
from relgraph.graph.ties import parts


def release(number, date, *told):
    sentences = [(kind, one, other, f"Satz {place}.", fields) for place, (kind, one, other, fields) in enumerate(told)]
    return extraction(f"r-{number}", date, "Land", sentences, known=(GERMANY, JAPAN, LAND, PAPER))


def backed(*extractions):
    """Backings of the paper, by type and backer."""
    found = backings(part for one in extractions for part in parts(one))
    assert found.keys() <= {PAPER.id}
    return {(one.about.type.value, one.about.backer): one for one in found.get(PAPER.id, ())}


def test_both_ends_of_what_names_a_document_stand_behind_it_and_who_acts_on_it():
    signed = ("agreement", LAND, KANAGAWA, {"document": PAPER.id})
    found = backed(release(1, "2023", signed, ("responsibility", VOGT, PAPER, {})), release(2, "2024-05", signed))
    assert found.keys() == {("agreement", LAND.id), ("agreement", KANAGAWA.id), ("responsibility", VOGT.id)}
    assert len(found["agreement", LAND.id].releases) == 2
    assert 20240500 <= found["agreement", LAND.id].rank < Decimal("20240501")


def test_without_object_the_subject_alone_stands_behind_and_without_date_the_rank_has_none():
    found = backed(
        release(1, None, ("interest", LAND, None, {"topics": ("robotics", "culture"), "document": PAPER.id}))
    )
    (backing,) = found.values()
    assert (len(backing.relations), int(backing.rank)) == (1, 0)
    assert {str(quad.subject) for quad in backing_quads(backing)} == {backing.id}


def test_relations_without_documents_back_none():
    assert backed(release(1, "2023", ("agreement", LAND, KANAGAWA, {}))) == {}
