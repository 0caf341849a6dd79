import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.understanding.periods import find_period, numbers

TODAY = "2024-05-20"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Besuche seit 2015", "2015", None),
        ("seit März 2020", "2020-03", None),
        ("since March 2020", "2020-03", None),
        ("zwischen 2012 und 2016", "2012", "2016"),
        ("between 2012 and 2016", "2012", "2016"),
        ("von März 2015 bis Juni 2018", "2015-03", "2018-06"),
        ("from 2010 to 2012", "2010", "2012"),
        ("2010-2012", "2010", "2012"),
        ("vor 2018", None, "2017"),
        ("before March 2020", None, "2020-02"),
        ("nach 2018", "2019", None),
        ("after 12 March 2020", "2020-03-13", None),
        ("bis Ende 2015", None, "2015"),
        ("2019", "2019", "2019"),
        ("am 24.12.2019", "2019-12-24", "2019-12-24"),
        ("on December 24, 2019", "2019-12-24", "2019-12-24"),
        ("in den 90er Jahren", "1990", "1999"),
        ("in the 2010s", "2010", "2019"),
        ("im Sommer 2019", "2019-06", "2019-08"),
        ("im ersten Halbjahr 2019", "2019-01", "2019-06"),
        ("Q3 2019", "2019-07", "2019-09"),
        ("im letzten Jahr", "2023", "2023"),
        ("this year", "2024", "2024"),
        ("seit letztem Jahr", "2023", None),
        ("last two years", "2022-05-20", None),
        ("in den vergangenen sechs Monaten", "2023-11-20", None),
        ("vor zwei Jahren", "2022", "2022"),
        ("since last autumn", "2023-09", None),
        ("seit Januar", "2024-01", None),
        ("seit November", "2023-11", None),
        ("am 31.2.2019", None, None),
        ("die 100 wichtigsten Partner", None, None),
    ],
)
def test_a_time_is_read_in_both_languages(text, since, until):
    period = find_period(text, TODAY)
    assert (period.since, period.until) == (since, until)


def test_a_time_says_where_it_stands_and_whether_it_counts_from_today():
    text = "Besuche in den letzten zwei Jahren in Japan"
    period = find_period(text, TODAY)
    assert [text[start:end] for start, end in period.spans] == ["in den letzten zwei Jahren"]
    assert (period.relative, period.months) == (True, 24)
    assert not find_period("seit 2019", TODAY).relative


def test_a_duration_may_end_on_a_day():
    period = find_period("funkstille seit fünf jahren, stand 31.12.2024", TODAY)
    assert (period.months, period.point, period.since) == (60, "2024-12-31", "2019-12-31")


def test_numbers_are_read_as_figures_shares_and_words():
    assert [value for *_, value in numbers("mindestens drei, unter 0,5 oder 60 %, 12")] == ["0.5", "0.6", "12", "3"]


@given(st.dates(min_value=__import__("datetime").date(1850, 1, 1), max_value=__import__("datetime").date(2150, 1, 1)))
def test_every_day_is_read_as_it_is_written(day):
    for text in (
        day.isoformat(),
        f"am {day.day}.{day.month}.{day.year}",
        f"as of {day.strftime('%B')} {day.day}, {day.year}",
    ):
        assert find_period(text, TODAY).point == day.isoformat()


@given(st.text())
def test_any_text_has_a_time_or_none(text):
    period = find_period(text, TODAY)
    assert bool(period) == bool(period.spans)
