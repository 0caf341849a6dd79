from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.cues import Openings, compile_cues, find_cues
from relgraph.extraction.rules import openings, rules

CUES = (
    ("*abkommen", "koordinier*", "Know-how"),
    ("lud* … ein", "*besuch*", "zu Gast"),
    ("Abkommen mit", "EU-*", "zwischen"),
)
PIECES = st.sampled_from(
    "abkommen/Abkommen/koordiniert/Staats/EU/Know/how/lud/luden/ein/besuch/besuchte/zu/Gast/mit/-/--/,/;/ß/ ".split("/")
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_cue_is_missed_at_the_places_where_one_may_begin(text: str) -> None:
    places = Openings(CUES).places(text)
    for number, cues in enumerate(CUES):
        pattern = compile_cues(cues)
        assert list(find_cues(pattern, text, places.get(number, ()))) == [m.span() for m in pattern.finditer(text)]


def test_every_rule_is_opened_by_each_of_its_examples() -> None:
    for number, rule in enumerate(rules()):
        for example in rule.examples:
            spans = [match.span() for match in rule.pattern.finditer(example.text)]
            assert list(find_cues(rule.pattern, example.text, openings().places(example.text).get(number, ()))) == spans
