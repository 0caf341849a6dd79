from decimal import Decimal

from handmade import GERMANY, JAPAN, KYOTO, LAND, VOGT, extraction
from relgraph.graph.names import PREDICATES, is_name, name_quads, names


def release(number, date, *told):
    sentences = [(kind, one, other, f"Satz {place}.", fields) for place, (kind, one, other, fields) in enumerate(told)]
    return extraction(f"r-{number}", date, "Land", sentences, known=(GERMANY, JAPAN, LAND))


def test_a_name_is_counted_at_either_end_and_over_all_releases():
    first = release(1, "2023", ("meeting", VOGT, KYOTO, {}), ("visit", VOGT, JAPAN, {}))
    second = release(2, "2024", ("affiliation", VOGT, LAND, {}))
    found = {name.entity: name for name in names([first, second])}
    assert (len(found[VOGT.id].relations), len(found[VOGT.id].releases)) == (3, 2)
    assert found[VOGT.id].newest[0] == "2024"
    assert Decimal("2.0000003") <= found[VOGT.id].rank < Decimal("2.0000004")
    assert [quad.predicate for quad in name_quads(found[VOGT.id])] == [*PREDICATES]


def test_what_a_list_knows_and_a_topic_is_no_name():
    told = ("interest", LAND, None, {"topics": ("robotics",)}), ("trade", LAND, JAPAN, {})
    assert names([release(1, "2024", *told)]) == []
    assert not is_name(JAPAN.id)


def test_a_relation_on_two_topics_counts_once():
    told = ("interest", VOGT, None, {"topics": ("robotics", "culture")})
    (name,) = names([release(1, None, told)])
    assert (name.entity, len(name.relations)) == (VOGT.id, 1)
