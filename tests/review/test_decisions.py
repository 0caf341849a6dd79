import pytest
from pydantic import ValidationError

from relgraph.model import Evidence, Relation
from relgraph.review.decisions import Accept, Change, Correct, End, Link, Reject, Same, Stated, as_plain, standing

SIGNED = {"by": "Eva Muster", "date": "2026-11-27"}
VISIT = {"type": "visit", "subject": "Hajime Furuta", "object": "Baden-Württemberg"}
STATED = SIGNED | {"release": "bw-1", "sentence": "Er kam.", "relation": VISIT}


def test_an_end_is_a_name_or_a_name_with_its_type():
    assert Stated(**VISIT).subject == End(name="Hajime Furuta")
    assert Stated(**VISIT | {"subject": {"name": "Kanagawa", "type": "Region"}}).subject.type == "Region"
    with pytest.raises(ValidationError, match="name"):
        Stated(**VISIT | {"subject": ""})


@pytest.mark.parametrize("missing", ["by", "date", "release", "sentence", "relation"])
def test_a_decision_says_who_when_and_about_what(missing):
    with pytest.raises(ValidationError, match=missing):
        Accept(**{name: value for name, value in STATED.items() if name != missing})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, "a correction changes something"),
        ({"status": None}, "a relation has a status"),
        ({"subject": None}, "a relation has a subject"),
        ({"state": "planned"}, "Extra inputs"),
    ],
)
def test_a_correction_changes_what_may_change(change, why):
    with pytest.raises(ValidationError, match=why):
        Change(**change)


def test_of_several_decisions_about_one_thing_the_last_counts():
    accept, reject = Accept(**STATED), Reject(**STATED | {"date": "2026-11-28"})
    other = Accept(**STATED | {"sentence": "Er ging."})
    assert standing([accept, other, reject]) == [other, reject]


def test_the_order_of_ends_says_nothing_where_the_type_is_symmetric():
    talk = {"type": "meeting", "subject": "A", "object": "B"}
    turned = {"type": "meeting", "subject": "B", "object": "A"}
    assert Accept(**STATED | {"relation": talk}).key == Reject(**STATED | {"relation": turned}).key
    away, back = VISIT, VISIT | {"subject": VISIT["object"], "object": VISIT["subject"]}
    assert Accept(**STATED | {"relation": away}).key != Reject(**STATED | {"relation": back}).key


def test_what_is_said_of_two_entities_is_one_thing_in_either_order():
    same = Same(**SIGNED, entity="Uni Ulm", other="Universität Ulm")
    turned = Same(**SIGNED, entity="Universität Ulm", other="Uni Ulm")
    assert same.key == turned.key
    assert same.key != Link(**SIGNED, entity="Uni Ulm", to="Universität Ulm").key


def test_a_relation_is_told_by_the_names_of_its_ends():
    evidence = Evidence(text="Er kam.", start=0, end=7)
    relation = Relation(id="r", type="visit", subject="id:1", object="id:2", rule="x", evidence=evidence, date="1989")
    names = {"id:1": End(name="Eva", type="Person"), "id:2": End(name="Japan")}
    assert as_plain(Accept(**STATED | {"relation": Stated.of(relation, names.__getitem__)}))["relation"] == {
        "type": "visit", "subject": {"name": "Eva", "type": "Person"}, "object": "Japan", "date": "1989",
        "status": "active",
    }  # fmt: skip


def test_a_detail_taken_away_is_told():
    plain = as_plain(Correct(**STATED, to={"date": None, "object": "Japan"}))
    assert plain["to"] == {"date": None, "object": "Japan"}
