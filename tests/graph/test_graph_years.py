from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from handmade import GERMANY, JAPAN, KANAGAWA, LAND, extraction
from relgraph.graph.quads import nquads
from relgraph.graph.years import Holding, Yearly, year_quads, years

AMT = "Amt für Maß"
TRADE = "Handel mit Japan und Kanagawa."
BOTH = [("trade", LAND, JAPAN, TRADE, {}), ("trade", LAND, KANAGAWA, TRADE, {})]
DATES = st.sampled_from([None, "2019", "2019-05", "2019-05-31", "2020-01-01"])
HOLDINGS = st.builds(
    lambda date, publisher, region, relations, sentences: Holding(
        date, publisher, region, relations, min(relations, sentences)
    ),
    DATES, st.sampled_from([None, "", "Amt", "Land"]), st.sampled_from([None, LAND.id, JAPAN.id]),
    st.integers(0, 3), st.integers(0, 3),
)  # fmt: skip


def told(year):
    """What is said of a year sum, by the name of the property."""
    return {quad.predicate.rpartition("#")[2]: quad.object.toPython() for quad in year_quads(year)}


def test_a_year_holds_all_releases_of_one_publisher_also_those_without_a_relation():
    made = [
        extraction("r-1", "2019-05-31", AMT, BOTH, named=(GERMANY,)),
        extraction("r-2", "2019", AMT, BOTH).model_copy(update={"relations": ()}),
        extraction("r-3", "2020-01-01", AMT, BOTH),
        extraction("r-4", None, None, BOTH).model_copy(update={"relations": ()}),
    ]
    lines = [line for line in nquads(made) if "/id/year/" in line]
    numbers = {
        (line.partition("/id/year/")[2].partition("/")[0], line.partition("#")[2].partition(">")[0]): line.split('"')[1]
        for line in lines
        if "Count>" in line
    }
    names = ("releaseCount", "emptyCount", "relationCount", "sentenceCount")
    assert {year: [int(numbers[year, name]) for name in names] for year in ("2019", "2020", "undated")} == {
        "2019": [2, 1, 2, 1], "2020": [1, 0, 2, 1], "undated": [1, 1, 0, 0],
    }  # fmt: skip
    assert len({line.split()[0] for line in lines}) == 3


def test_what_is_not_known_is_not_told_and_an_empty_publisher_is_none():
    (found,) = years([Holding(None, None, None, 0, 0), Holding(None, "", None, 2, 1)])
    assert found.about == Yearly("", None, None)
    assert told(found).keys().isdisjoint({"yearPublisher", "yearRegion", "firstDate", "lastDate"})
    assert (found.releases, found.empty, found.relations, found.sentences) == (2, 1, 2, 1)


@given(st.lists(HOLDINGS))
def test_years_add_up_to_all_releases_and_none_counts_for_another(holdings):
    found = years(holdings)
    assert len({one.id for one in found}) == len(found)
    assert [one.id for one in found] == sorted(one.id for one in found)
    for name, number in (
        ("releases", len(holdings)),
        ("empty", sum(not one.relations for one in holdings)),
        ("relations", sum(one.relations for one in holdings)),
        ("sentences", sum(one.sentences for one in holdings)),
    ):
        assert sum(getattr(one, name) for one in found) == number
    dates = {
        about: sorted(one.date for one in some if one.date)
        for about, some in groupby(sorted(holdings, key=lambda one: repr(one.about)), key=lambda one: one.about)
    }
    assert {one.about: (one.first, one.last) for one in found} == {
        about: (some[0], some[-1]) if some else ("", "") for about, some in dates.items()
    }
