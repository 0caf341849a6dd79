import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.store.calls import calls

_GAP = r"(?:\s|#[^\n\r]*)*+"
_NAME = r"[\w.\u0080-\U0010ffff-]*+:"
PLAIN = {
    "SERVICE": re.compile(rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:<|[?$]|{_NAME})", re.IGNORECASE),
    "LOAD": re.compile(rf"(?<!\w)LOAD{_GAP}(?:SILENT{_GAP})?(?:<|{_NAME})", re.IGNORECASE),
}
PIECES = ("SERVICE", "service", "LOAD", "silent", "SILENT", "#", "\n", " ", "<", "?", "$", ":", "a", ".", "-", "·", ";")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(sorted(PLAIN)))
def test_it_finds_what_a_pattern_finds_that_begins_anew_at_each_keyword(text, keyword):
    def is_name(start):
        while start and re.match(r"\w", text[start - 1]):
            start -= 1
        return start > 0 and text[start - 1] in "?$:"

    expected = any(not is_name(match.start()) for match in PLAIN[keyword].finditer(text))
    assert calls(text, keyword) == expected


class Counted(str):
    """A text that knows how many of its signs were asked for one by one."""

    asked = 0

    def __getitem__(self, place):
        Counted.asked += 1
        return super().__getitem__(place)


@pytest.mark.parametrize(
    "piece", ["SERVICE.", "SERVICE", "SERVICESILENT", "SERVICE#", "SERVICE SILENT#", "#SERVICE\n", "SERVICE\n", "LOAD."]
)
def test_a_keyword_that_is_repeated_has_no_part_of_the_text_read_again(piece, monkeypatch):
    """By the signs that are passed: a pattern that looks ahead would pass the square of them."""
    passed = []

    def counted(pattern, text, start, stop):
        end = pattern.match(text, start, stop).end()
        passed.append(end - start)
        return end

    monkeypatch.setattr("relgraph.store.calls._end", counted)
    text = Counted(piece * (20_000 // len(piece)))
    calls(text, "SERVICE")
    calls(text, "LOAD")
    assert sum(passed) <= 2 * len(text)
    assert Counted.asked <= 4 * len(text)
    Counted.asked = 0
