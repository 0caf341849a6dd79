import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.dates import find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("am 1. Dezember 2023", [("2023-12-01", None, None)]),
        ("vom 19. bis zum 22. Mai 2019", [("2019-05-19", "2019-05-22", None)]),
        ("am 29. und 30. Oktober 2015", [("2015-10-29", "2015-10-30", None)]),
        ("(6./7. Februar 2008)", [("2008-02-06", "2008-02-07", None)]),
        ("mit 1. Jänner 2020", [("2020-01-01", None, None)]),
        ("seit Februar 1982", [("1982-02", None, "since")]),
        ("bis 2027", [("2027", None, "until")]),
        ("am Mittwoch (24. August)", [("2022-08-24", None, None)]),
        ("heute", [("2022-08-25", None, None)]),
        ("am 31. Februar 2020", []),
        ("2000 Unternehmen, 1990 Euro, 2.000 Menschen", []),
    ],
)
def test_forms(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(when.first, when.last, when.lead) for when in find_dates(text, 0, "2022-08-25")] == found


def test_a_day_takes_the_year_its_sentence_names() -> None:
    assert find_dates("Am 7. Juni und dann 1968.", 0, "2008-01-01")[0].first == "1968-06-07"


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for when in find_dates(text, 0, None):
        assert 0 <= when.start <= when.end <= len(text)
