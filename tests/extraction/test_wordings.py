import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.wordings import compile_cues, wording

CUES = (
    *("Abkommen", "trifft", "koordinier*", "*abkommen", "*besuch*", "~lud", "Know-how", "zu Gast", "lud* … ein"),
    *("~lud … ein|", "zu … Besuch abstatten", "besuch* … zu … ein", "EU-*", "Besuch* … zu Gast", "~lud … *abkommen"),
)
PIECES = st.sampled_from(
    "abkommen/Abkommen/koordiniert/Staats/EU/Know/how/lud/Lud/luden/ein/Ein/besuch/Besuche/zu/Gast/abstatten/trifft"
    "/Trifft/wird/-/--/,/;/„/ß/\n/ / / ".split("/")
)


@pytest.mark.parametrize("cue", CUES)
@given(text=st.lists(PIECES, max_size=25).map("".join))
def test_a_cue_ends_where_its_pattern_does(cue: str, text: str) -> None:
    pattern, end_at = compile_cues([cue]), wording(cue)
    for start in (match.start() for match in re.finditer(r"(?<!\w)[\w-]", text)):
        found = pattern.match(text, start)
        assert end_at(text, start) == (found.end() if found else 0)


def test_a_gap_ends_after_three_hundred_characters() -> None:
    end_at = wording("lud … ein")
    assert end_at("lud " + "x" * 298 + " ein", 0) == 306
    assert not end_at("lud " + "x" * 299 + " ein", 0)
