from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from handmade import GERMANY, JAPAN, KANAGAWA, LAND, extraction
from relgraph.graph.days import relation_number, sum_numbers, summed
from relgraph.graph.months import month_quads, months
from relgraph.graph.ties import parts

NUMBERS = st.integers(0, 30_000)


def release(id_, date, *told):
    sentences = [(kind, one, other, text, fields) for kind, one, other, text, fields in told]
    return extraction(id_, date, "Land", sentences, known=(GERMANY, JAPAN, LAND))


def of(*extractions):
    """Month sums by IRI, without what all IRIs begin with."""
    found = months(part for one in extractions for part in parts(one))
    return {month.id.partition("/month/")[2]: month for month in found}


def written(month, name):
    return [quad.object.toPython() for quad in month_quads(month) if quad.predicate.endswith(f"#{name}")]


VISIT = ("visit", LAND, JAPAN, "Ein Besuch.", {"status": "planned"})
TRADE = "Handel mit Japan und Kanagawa."
BOTH = [("trade", LAND, JAPAN, TRADE, {}), ("trade", LAND, KANAGAWA, TRADE, {})]


def test_a_month_holds_one_type_and_status_and_its_days():
    found = of(
        release("r-1", "2019-05-31", VISIT, *BOTH), release("r-2", "2019-05", *BOTH), release("r-3", "2019", VISIT)
    )
    assert sorted(found) == ["2019-05/trade/active", "2019-05/visit/planned", "2019/visit/planned"]
    assert found["2019-05/trade/active"].counts == (4, 2, 2)
    days = [int(number) for number in written(found["2019-05/trade/active"], "monthDay")]
    assert days == [20190500_0002_0001_0001, 20190531_0002_0001_0001]
    (number,) = written(found["2019/visit/planned"], "monthNumber")
    assert int(number) == 20190000_0001_0001_0001


def test_of_one_day_the_last_release_is_the_newest_and_of_a_month_that_of_its_last_day():
    first, second, third = (release(one, f"2019-05-{day}", VISIT) for one, day in (("b", 30), ("a", 31), ("c", 30)))
    (found,) = of(first, second, third).values()
    of_days = [number - int(number) for number in written(found, "monthDay")]
    assert of_days == [relation_number(one.relations[0].id) for one in (third, second)]
    assert [number - int(number) for number in written(found, "monthNumber")] == of_days[1:]


def test_without_a_date_nothing_is_told_and_several_topics_count_once():
    assert of(release("r-1", None, VISIT)) == {}
    strong = ("strength", JAPAN, None, "Japan ist stark.", {"topics": ("robotics", "culture")})
    (found,) = of(release("r-1", "2020-01-02", strong)).values()
    assert found.counts == (1, 1, 1)


@given(
    st.lists(st.tuples(st.dates(), st.integers(1, 30_000), NUMBERS, NUMBERS), min_size=1, unique_by=lambda one: one[0])
)
def test_numbers_of_several_days_add_up_and_the_largest_is_of_the_last_day(told):
    days = [(f"{day:%Y-%m-%d}".rjust(10, "0"), n, min(n, s), min(n, s, r)) for day, n, s, r in told]
    names = {day: f"https://w3id.org/relgraph/id/relation/r/{day}" for day, *_ in days}
    numbers = [number for day, *counts in days for number in sum_numbers(day, *counts, names[day])]
    assert summed(numbers) == tuple(sum(column) for column in list(zip(*days, strict=True))[1:])
    assert max(Counter(numbers).values()) == 1
    last = max(numbers)
    assert last - int(last) == relation_number(names[max(names)])
