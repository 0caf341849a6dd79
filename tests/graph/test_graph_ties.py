import pytest

from handmade import GERMANY, JAPAN, LAND, VOGT, extraction
from relgraph import iris
from relgraph.graph.days import day_digits, relation_number
from relgraph.graph.terms import to_line
from relgraph.graph.ties import ENCOUNTERS, EVENTS, Kind, Tie, direct_quads, parts, tie_quads, ties
from relgraph.vocabulary import Basis, RelationType, Status

RG = "https://w3id.org/relgraph/ontology#"


@pytest.fixture
def summed(extractions):
    return {(tie.kind.type, tie.kind.other): tie for tie in ties(extractions)}


def relation_of(extraction, kind):
    return next(relation for relation in extraction.relations if relation.type is kind)


def direct_of(extraction, relation):
    one = extraction.model_copy(update={"relations": (relation,)})
    return [quad for part in parts(one) for quad in direct_quads(part.kind)]


def test_a_tie_sums_up_both_releases(extractions, summed):
    relation = relation_of(extractions[0], RelationType.PARTNERSHIP)
    tie = next(tie for (kind, _), tie in summed.items() if kind is RelationType.PARTNERSHIP)
    assert {tie.kind.subject, tie.kind.other} == {relation.subject, relation.object}
    assert (len(tie.relations), len(tie.sentences), len(tie.releases)) == (2, 2, 2)
    assert tie.topics == {iris.topic("robotics"), iris.topic("culture")}
    written = {to_line(quad).removeprefix(f"<{tie.id}> ") for quad in tie_quads(tie)}
    assert f'<{RG}firstDate> "2023-12-01"^^<http://www.w3.org/2001/XMLSchema#date> .' in written
    assert f'<{RG}lastDate> "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> .' in written
    assert f'<{RG}relationCount> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .' in written
    assert f"<{RG}relationType> <{RG}Partnership> ." in written
    newest = relation_of(extractions[1], RelationType.PARTNERSHIP)
    assert f"<{RG}newestRelation> <{newest.id}> ." in written
    assert {f"<{RG}sums> <{one.id}> ." for one in (relation, newest)} <= written
    assert {f"<{RG}tieRelease> <{iris.release(one.release.id)}> ." for one in extractions} <= written
    assert {f"<{RG}tieEvidence> <{sentence}> ." for sentence in tie.sentences} <= written
    assert {line.split()[1] for line in written if "#tieStated>" in line} == {
        f'"{one.stated}"^^<http://www.w3.org/2001/XMLSchema#gYear>' for one in (relation, newest)
    }


def test_a_tie_tells_whether_one_of_its_relations_has_no_time(extractions):
    relation = relation_of(extractions[0], RelationType.COOPERATION).model_copy(update={"date": None, "from_": None})
    release = extractions[0].release.model_copy(update={"date": None})
    (tie,) = ties([extractions[0].model_copy(update={"release": release, "relations": (relation,)})])
    written = {to_line(quad).removeprefix(f"<{tie.id}> ") for quad in tie_quads(tie)}
    assert f'<{RG}tieUndated> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .' in written
    assert not any("#tieTold>" in line or "#tieStated>" in line for line in written)
    assert [day < 1 for day in tie.days] == [True]


def test_days_of_a_tie_are_numbers_with_digits_of_its_own(extractions):
    for tie in ties(extractions):
        told = set() if tie.kind.type is RelationType.AFFILIATION else tie.told
        days = sorted(str(day).partition(".") for day in tie.days)
        assert [day for day, _, _ in days] == sorted(f"{time.replace('-', ''):0<8}" for time in tie.stated | told)
        assert {own for _, _, own in days} <= {str(tie.rank).partition(".")[2][8:]}
        assert str(tie.first_day) == f"{min(tie.dates).replace('-', ''):0<8}.{str(tie.rank).partition('.')[2][8:]}"
        written = [quad for quad in tie_quads(tie) if quad.predicate.endswith(("#tieDay", "#encounterDay"))]
        assert len(written) == len(days) * (1 + (tie.kind.type in ENCOUNTERS))


@pytest.mark.parametrize("kind", RelationType)
@pytest.mark.parametrize("status", Status)
def test_days_of_events_and_plans_tell_which_days_a_relation_states(kind, status):
    tie = Tie(
        Kind(kind, "https://example.org/a", "https://example.org/b", False, status, None),
        releases={"r", "s", "t"}, stated={"2019-05"}, told={"2019-05", "2021-03-04", None},
    )  # fmt: skip
    own = str(tie.rank).partition(".")[2][8:]
    events = [f"20190500.{own}", f"-0.{own}", f"-20190500.{own}", f"-20210304.{own}"]
    assert sorted(map(str, tie.event_days)) == (sorted(events) if kind in EVENTS else [])
    planned = status is Status.PLANNED and kind in ENCOUNTERS | EVENTS
    plans = [f"2019050000003.{own}", f"-2019050000003.{own}", f"-2021030400003.{own}"]
    assert sorted(map(str, tie.plan_days)) == (sorted(plans) if planned else [])
    tie.dates, tie.newest = {"2019-05"}, ("https://example.org/r",)
    written = [quad for quad in tie_quads(tie) if quad.predicate.endswith(("#eventDay", "#planDay"))]
    assert len(written) == len(events) * (kind in EVENTS) + len(plans) * planned


def test_each_relation_of_a_tie_is_told_with_the_day_of_its_release(extractions):
    undated = extractions[0].release.model_copy(update={"date": None})
    for told in (extractions, [extractions[0].model_copy(update={"release": undated})]):
        released = {relation.id: one.release.date for one in told for relation in one.relations}
        for tie in ties(told):
            numbers = {f"{day_digits(released[one])}{str(relation_number(one))[1:]}" for one in tie.relations}
            assert {f"{number:027.18f}" for number in tie.relation_days} == numbers
            written = [quad for quad in tie_quads(tie) if quad.predicate.endswith("#relationDay")]
            assert len(written) == len(tie.relations)


def test_without_object_there_is_a_tie_for_each_topic(summed):
    for topic in ("robotics", "semiconductors"):
        tie = summed[RelationType.STRENGTH, iris.topic(topic)]
        written = [to_line(quad) for quad in tie_quads(tie)]
        assert [line for line in written if f"<{RG}topic>" in line] == [
            f"<{tie.id}> <{RG}topic> <{iris.topic(topic)}> ."
        ]
        assert not [line for line in written if f"<{RG}object>" in line]


@pytest.mark.parametrize("kind", RelationType)
def test_only_symmetric_types_meet_whichever_way_they_are_stated(extractions, kind):
    relation = relation_of(extractions[0], kind)
    if relation.object is None:
        return
    turned = relation.model_copy(update={"subject": relation.object, "object": relation.subject, "id": "a:turned"})
    both = extractions[0].model_copy(update={"relations": (relation, turned)})
    assert len(ties([both])) == (1 if kind.symmetric else 2)


def test_ties_are_ordered_by_releases_and_then_by_their_last_date(extractions):
    kind = next(parts(extractions[0])).kind
    tie = Tie(kind, releases={"a", "b"}, dates={"2019", "2021-05"})
    assert str(tie.rank).startswith("2.20210500")
    assert Tie(kind, releases={"a"}).rank < Tie(kind, releases={"a"}, dates={"1999"}).rank < tie.rank
    assert (
        tie.rank < Tie(kind, releases={"a", "b"}, dates={"2021-05-01"}).rank < Tie(kind, releases={"a", "b", "c"}).rank
    )
    assert len({one.rank for one in ties(extractions)}) == len(ties(extractions))


def test_each_status_has_a_tie(extractions):
    relation = relation_of(extractions[0], RelationType.COOPERATION)
    planned = relation.model_copy(update={"status": Status.PLANNED, "id": "a:planned"})
    both = ties([extractions[0].model_copy(update={"relations": (relation, planned)})])
    keys = {to_line(quad).split()[2] for tie in both for quad in tie_quads(tie) if quad.predicate.endswith("#tieKey")}
    assert len(keys) == 1
    assert {tie.kind.status: tie.relations for tie in both} == {
        Status.ACTIVE: {relation.id},
        Status.PLANNED: {"a:planned"},
    }


def test_each_office_has_a_tie_but_no_other_role(extractions):
    office = relation_of(extractions[0], RelationType.AFFILIATION)
    other = office.model_copy(update={"role": "Minister", "id": "a:minister"})
    both = ties([extractions[0].model_copy(update={"relations": (office, other)})])
    assert {tie.kind.role for tie in both} == {office.role, "Minister"}
    assert f'> <{RG}role> "Minister"@de .' in " ".join(to_line(quad) for tie in both for quad in tie_quads(tie))
    visit = relation_of(extractions[0], RelationType.VISIT)
    guest = visit.model_copy(update={"role": "Gast", "id": "a:guest"})
    (tie,) = ties([extractions[0].model_copy(update={"relations": (visit, guest)})])
    assert tie.kind.role is None


def test_the_newest_relation_does_not_depend_on_the_order(extractions):
    relation = relation_of(extractions[0], RelationType.PARTNERSHIP)
    older = extractions[0].release.model_copy(update={"date": "2023", "id": "bw-older"})
    early = relation.model_copy(update={"id": "a:early"})
    two = [
        extractions[0].model_copy(update={"relations": (relation,)}),
        extractions[0].model_copy(update={"release": older, "relations": (early,)}),
    ]
    for order in (two, two[::-1]):
        (tie,) = ties(order)
        assert tie.newest[-1] == relation.id


def test_a_tie_says_on_what_its_relations_rest(extractions):
    relation = relation_of(extractions[0], RelationType.COOPERATION)
    said = {"id": "a:reviewed", "basis": Basis.REVIEWED, "reviewer": "Eva Muster", "reviewed_on": "2026-11-27"}
    (tie,) = ties([extractions[0].model_copy(update={"relations": (relation, relation.model_copy(update=said))})])
    written = {to_line(quad) for quad in tie_quads(tie)}
    for basis, stated in ((Basis.MACHINE, True), (Basis.REVIEWED, True), (Basis.CURATED, False)):
        assert (f"<{tie.id}> <{RG}tieBasis> <{RG}{basis}> ." in written) is stated


def test_without_dates_a_tie_has_none(extractions):
    undated = extractions[0].release.model_copy(update={"date": None})
    for tie in ties([extractions[0].model_copy(update={"release": undated})]):
        assert not [quad for quad in tie_quads(tie) if str(quad.predicate).endswith("Date")]


@pytest.mark.parametrize("kind", RelationType)
def test_a_direct_property_repeats_a_relation_that_holds(extractions, kind):
    relation = relation_of(extractions[0], kind).model_copy(update={"status": Status.ACTIVE})
    stated = {(str(s), str(p), str(o)) for s, p, o, _ in direct_of(extractions[0], relation)}
    predicate = RG + kind.direct_property
    ends = [relation.object] if relation.object else [iris.topic(topic) for topic in relation.topics]
    expected = {(relation.subject, predicate, end) for end in ends}
    if kind.symmetric:
        expected |= {(relation.object, predicate, relation.subject)}
    assert stated == expected


@pytest.mark.parametrize(
    ("status", "holds"),
    [(Status.PLANNED, False), (Status.ACTIVE, True), (Status.CONCLUDED, True), (Status.ENDED, False)],
)
def test_planned_and_ended_relations_have_no_direct_property(extractions, status, holds):
    relation = relation_of(extractions[0], RelationType.VISIT).model_copy(update={"status": status})
    assert bool(direct_of(extractions[0], relation)) is holds


def test_a_tie_of_offices_and_no_other_names_who_holds_them():
    told = [
        ("affiliation", VOGT, LAND, "Er ist Minister.", {"role": "Minister"}),
        ("visit", VOGT, JAPAN, "Er kam.", {}),
    ]
    found = ties([extraction("r-1", "2024", "Land", told, known=(GERMANY, JAPAN, LAND))])
    holders = {
        tie.kind.type.value: [str(quad.object) for quad in tie_quads(tie) if quad.predicate.endswith("#officeHolder")]
        for tie in found
    }
    assert holders == {"affiliation": [VOGT.id], "visit": []}
