"""What a brief says of plans, beside what the catalogue's questions say."""

from dataclasses import replace

import pytest

from relgraph.brief.gathering import gather
from relgraph.brief.promises import promises, unreported, upcoming
from relgraph.queries.asking import ask
from relgraph.store.opening import open_store
from relgraph.vocabulary import TOPIC, Status

COUNTRIES = ["Japan", "China", "Frankreich", "Polen", "USA", "Schweiz", "Italien", "Ukraine", "Indien", "Deutschland"]


def of_catalogue(store, material, **given):
    """Rows of `commitments` between the side of the focus and others: what, between whom, due when, and done."""
    names = {thing.names["de"]: iri in material.partners for iri, thing in material.things.items()}
    answer = ask("commitments", {"country": material.focus.iri, "limit": "0", **given}, store)
    rows = list(answer.answer.dicts())
    ends = [(row["subject_name"], row["object_name"]) for row in rows]
    return {
        (row["kind"], frozenset(pair), row["due"] or "", row["state"], row["done_on"] or "")
        for row, pair in zip(rows, ends, strict=True)
        if all(end in names for end in pair) and names[pair[0]] != names[pair[1]]
    }


def of_brief(material, labels):
    def names(tie):
        return frozenset(material.things[end].names["de"] for end in (tie.own, tie.partner))

    return {
        (
            labels[one.tie.type],
            names(one.tie),
            one.due,
            "erledigt" if one.done else "überfällig" if one.overdue else "offen",
            one.done.told if one.done else "",
        )
        for one in promises(material)
    }


@pytest.fixture(scope="module")
def labels():
    from relgraph.explore.words import labels

    return {kind: names["de"] for kind, names in labels()["relation_types"].items()}


def test_a_brief_and_the_catalogue_say_the_same_of_promises(bundled, labels):
    found = 0
    with open_store(bundled / "store") as store:
        for country in COUNTRIES:
            material = gather(store, country)
            assert of_brief(material, labels) == of_catalogue(store, material), country
            found += len(promises(material))
    assert found > 20


@pytest.mark.parametrize("until", ["2018-12-31", "2022"])
def test_they_do_so_of_a_day_in_the_past(store, labels, until):
    material = gather(store, "Japan", until=until)
    assert of_brief(material, labels) == of_catalogue(store, material, overdue_by=until) != set()


@pytest.mark.parametrize(
    ("status", "topics", "day", "done"),
    [
        (Status.ACTIVE, ("hydrogen",), "2022-04-05", "2022-04-05"),
        (Status.CONCLUDED, (), "2022-04-05", "2022-04-05"),
        (Status.ACTIVE, ("robotics",), "2022-04-05", None),
        (Status.ENDED, ("hydrogen",), "2022-04-05", None),
        (Status.ACTIVE, ("hydrogen",), "2018-03-01", None),
    ],
)
def test_a_promise_is_done_where_a_later_release_tells_it_as_real(store, status, topics, day, done):
    material = gather(store, "Japan")
    [promise] = promises(material)
    assert (promise.tie.type.value, promise.due, promise.overdue, promise.done) == ("cooperation", "2027", False, None)
    [plan] = promise.tie.facts
    told = replace(
        plan, relation=f"{plan.relation}-2", status=status, topics=tuple(TOPIC + topic for topic in topics),
        origin=replace(plan.origin, date=day),
    )  # fmt: skip
    [promise] = promises(replace(material, facts=(*material.facts, told)))
    assert (promise.done and promise.done.told) == done


def test_a_visit_comes_up_until_its_month_has_passed(store):
    ahead, passed = (gather(store, "Japan", until=day) for day in ("2018-05-31", "2018-06-01"))
    assert [tie.type.value for tie in upcoming(ahead)] == ["visit"]
    assert (unreported(ahead), upcoming(passed)) == ([], [])
    assert [tie.type.value for tie in unreported(passed)] == ["visit"]
