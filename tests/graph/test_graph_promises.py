import pytest

from handmade import GERMANY, JAPAN, LAND, extraction
from relgraph.graph.bonds import bond_quads, bonds
from relgraph.graph.days import relation_number
from relgraph.graph.namespaces import RG
from relgraph.graph.promises import PROMISES
from relgraph.graph.ties import parts
from relgraph.resources import folder
from relgraph.vocabulary import RelationType, Status


def release(id_, issued, status, *, kind="cooperation", publisher="Land", ends=(LAND, JAPAN), **fields):
    told = [(kind, *ends, "Ein Satz.", {"status": status, **fields})]
    return extraction(id_, issued, publisher, told, known=(GERMANY, JAPAN, LAND))


def of(*extractions):
    """What is told of promises, by the name of the predicate: numbers in order."""
    found = {}
    for bond in bonds(part for one in extractions for part in parts(one)):
        for quad in bond_quads(bond):
            if quad.predicate.startswith(str(RG.promise)):
                found.setdefault(quad.predicate.removeprefix(str(RG)), []).append(quad.object.toPython())
    return {name: sorted(numbers) for name, numbers in found.items()}


def kept(*extractions):
    return [int(number) for number in of(*extractions).get("promiseKept", [])]


PLAN = release("plan", "2019-05-31", "planned", topics=("robotics",))


def test_a_promise_counts_by_date_in_either_direction_and_without_a_date():
    back = release("back", "2019-05-31", "planned", ends=(JAPAN, LAND), publisher="Anderes Land")
    undated = release("undated", None, "planned")
    days = of(PLAN, back, undated)["promiseDay"]
    assert [int(day) for day in days] == [1_0001_0001, 20190531_0002_0002_0002]
    # Of one date the publisher comes before the release
    newest = max((PLAN, back), key=lambda one: one.release.publisher)
    assert [day - int(day) for day in days] == [relation_number(one.relations[0].id) for one in (undated, newest)]


def test_a_promise_is_due_at_its_end_or_at_its_date_as_its_release_tells():
    told = [
        release("a", "2019-05", "planned", date="2020-01-31", until="2021"),
        release("b", None, "planned", date="2020-06"),
        release("c", "2019-05", "planned", from_="2018"),
    ]
    assert [str(number) for number in of(*told)["promiseDue"]] == ["20200600", "20210000.201905"]


@pytest.mark.parametrize(
    ("date", "status", "topics", "days"),
    [
        ("2019-06-01", "active", ("robotics", "culture"), [20190601]),
        ("2019-06", "concluded", (), [20190600]),
        ("2019-06-01", "ended", (), []),
        ("2019-06-01", "active", ("culture",), []),
        ("2019-05-31", "active", (), []),
        ("2019-05", "active", (), []),
        (None, "active", (), []),
    ],
)
def test_a_promise_is_kept_by_what_is_told_later_as_real_on_one_of_its_topics(date, status, topics, days):
    assert kept(PLAN, release("real", date, status, topics=topics)) == days


def test_a_promise_without_topics_or_date_is_kept_by_whatever_is_real():
    bare = release("plan", None, "planned")
    assert kept(bare, release("real", "1999", "active", topics=("culture",))) == [19990000]


def test_of_one_day_the_last_release_keeps_a_promise():
    reals = [release(name, "2020-01-02", "active", publisher=by) for name, by in (("b", "A"), ("a", "B"))]
    (number,) = of(PLAN, *reals)["promiseKept"]
    assert number - int(number) == relation_number(reals[0].relations[0].id)


@pytest.mark.parametrize("kind", RelationType)
@pytest.mark.parametrize("status", Status)
def test_only_what_is_planned_of_some_types_is_a_promise(kind, status):
    told = of(release("a", "2020", status, kind=kind))
    assert (set(told) == {"promiseRank", "promiseDay"}) is (status is Status.PLANNED and kind in PROMISES)
    assert bool(told) is bool(set(told))


def test_the_question_and_its_check_speak_of_the_same_types():
    question = (folder("queries") / "commitments.rq").read_text(encoding="utf-8")
    check = (folder("ontology") / "checks" / "promise-differs-violation.rq").read_text(encoding="utf-8")
    (relations,) = (line for line in question.splitlines() if line.startswith("#+ relations:"))
    assert {*relations.partition("[")[2].strip("]").split(", ")} == {kind.value for kind in PROMISES}
    named = {name.strip().removeprefix("rg:") for name in check.partition("IN (")[2].partition(")")[0].split(",")}
    assert named == {kind.class_name for kind in PROMISES}
