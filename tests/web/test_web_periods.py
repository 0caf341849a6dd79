from hypothesis import given
from hypothesis import strategies as st

from relgraph.vocabulary import Status
from relgraph.web.periods import HEIGHT, WIDTH, periods

DATES = st.lists(st.tuples(st.dates().map(str), st.sampled_from(Status)), min_size=1, max_size=60)


@given(DATES)
def test_every_entry_stands_in_one_bar_within_the_picture(dated):
    bars = list(periods(dated, None, None))
    assert sum(bar.total for bar in bars) == len(dated)
    assert all(0 <= bar.x <= WIDTH and bar.x + bar.width <= WIDTH + len(bars) for bar in bars)
    assert all(part.y >= -0.1 and part.y + part.height <= HEIGHT + 0.2 for bar in bars for part in bar.parts)


def test_years_without_entries_keep_their_place():
    bars = list(periods([("2019", Status.ACTIVE), ("2021-03", Status.PLANNED)], None, None))
    assert [(bar.key, bar.total) for bar in bars] == [("2019", 1), ("2020", 0), ("2021", 1)]


def test_years_long_past_stand_together():
    first = next(periods([("1648-10-24", Status.ENDED), ("2021", Status.ACTIVE)], None, None))
    assert (first.earlier, first.key, first.label) == (True, "1976", "< 1977")


def test_a_year_is_shown_by_months():
    bars = list(periods([("2019-05-22", Status.ACTIVE), ("2019", Status.ACTIVE)], "2019", "2019"))
    assert [bar.key for bar in bars][:2] == ["2019", "2019-01"]
    assert len(bars) == 13


def test_nothing_has_no_bars():
    assert list(periods([], None, None)) == []
