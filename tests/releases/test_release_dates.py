from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.releases.dates import MONTHS, first_date, is_calendar_date

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_every_way_to_write_a_day_is_read(day):
    month = MONTHS[day.month - 1]
    for written in (
        f"am {day.day}. {month} {day.year},",
        f"{day.day}. {day.month}. {day.year}",
        f"({day:%d.%m.%Y})",
        f"x-{day}.txt",
    ):
        assert first_date(written) == day.isoformat()
    assert is_calendar_date(day.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "Mai 2023",
        "30. Februar 2023",
        "13.13.2023",
        "1. Dezember",
        "Telefon 0123.45.6789",
        "2023-13-01",
        "Version 1.12.20234",
    ],
)
def test_what_is_no_full_date_is_none(text):
    assert first_date(text) is None


def test_short_months_and_austrian_january():
    assert [first_date(text) for text in ("3. Jän. 2020", "3. Jänner 2020", "3. Sept. 2020")] == [
        "2020-01-03",
        "2020-01-03",
        "2020-09-03",
    ]
