import pytest

from relgraph.dates import spelt


@pytest.mark.parametrize(
    ("date", "german"),
    [("2025-12-02", "02.12.2025"), ("2025-12", "12.2025"), ("2025", "2025"), ("", ""), ("bald", "bald")],
)
def test_a_german_date_has_dots_and_what_is_none_stays(date, german):
    assert spelt(date, "de") == german
    assert spelt(date, "en") == date
