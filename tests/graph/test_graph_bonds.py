from handmade import GERMANY, JAPAN, LAND, VOGT, extraction
from relgraph.graph.bonds import bond_quads, bonds, key_of
from relgraph.graph.days import relation_number
from relgraph.graph.namespaces import RG
from relgraph.graph.ties import parts, tie_iri, ties
from relgraph.vocabulary import Status

BOTH = "Das Land und Japan arbeiten zusammen."
THERE, BACK = ("cooperation", LAND, JAPAN, BOTH, {}), ("cooperation", JAPAN, LAND, BOTH, {})


def release(id_, date, *told):
    return extraction(id_, date, "Land", told, known=(GERMANY, JAPAN, LAND, VOGT))


def known(*extractions):
    """Numbers of known days by tie: the whole number, below nought if turned, and digits of the relation."""
    found = {}
    for bond in bonds(part for one in extractions for part in parts(one)):
        for quad in bond_quads(bond):
            if quad.predicate == RG.knownDay:
                number = quad.object.toPython()
                told = int(number), number.copy_abs() - abs(int(number))
                found.setdefault(str(quad.subject), []).append(told)
    return {tie: sorted(told) for tie, told in found.items()}


def digits(*extractions):
    return [relation_number(one.relations[0].id) for one in extractions]


def test_days_add_up_by_direction_and_the_last_release_is_the_newest_of_a_day():
    first, second, third = (
        release("a", "2019-05-31", THERE),
        release("b", "2019-05-31", THERE),
        release("c", "2019", BACK),
    )
    (told,) = known(second, third, first).values()
    way = 1 if LAND.id < JAPAN.id else -1
    of_second, of_third = digits(second, third)
    assert told == sorted([(way * 20190531_0002_0002_0002, of_second), (-way * 20190000_0001_0001_0001, of_third)])


def test_a_sentence_that_tells_both_directions_counts_for_each():
    (told,) = known(release("a", "2019-05-31", THERE, BACK)).values()
    assert [number for number, _ in told] == [-20190531_0001_0001_0001, 20190531_0001_0001_0001]


def test_releases_without_a_date_are_in_no_day():
    assert known(release("a", None, THERE)) == {}


def test_each_status_is_told_at_its_own_tie():
    planned = ("cooperation", LAND, JAPAN, BOTH, {"status": "planned"})
    both = [release("a", "2019-05-31", THERE), release("b", "2019-06-01", planned)]
    assert {tie: len(told) for tie, told in known(*both).items()} == {tie.id: 1 for tie in ties(both)}
    (bond,) = bonds(part for one in both for part in parts(one))
    assert {kind.status for kind in bond.ties} == {Status.ACTIVE, Status.PLANNED}
    assert len({key_of(kind) for kind in bond.ties}) == 1


def test_offices_are_told_together_by_the_first():
    offices = [("affiliation", VOGT, LAND, f"{role} Vogt.", {"role": role}) for role in ("Präsidentin", "Ministerin")]
    told = [release(f"r-{place}", "2020-01-02", one) for place, one in enumerate(offices)]
    first = next(tie.kind for tie in ties(told) if tie.kind.role == "Ministerin")
    (number,) = known(*told)[tie_iri(first)]
    assert number[0] == 20200102_0002_0002_0002
    assert len(known(*told)) == 1


def test_each_topic_of_a_relation_without_object_has_its_days():
    strong = ("strength", JAPAN, None, "Japan ist stark.", {"topics": ("robotics", "culture")})
    found = known(release("a", "2020-01-02", strong))
    assert [[number for number, _ in told] for told in found.values()] == [[20200102_0001_0001_0001]] * 2
