from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.cues import CueTable
from relgraph.extraction.rules import rule_cues, rules
from relgraph.extraction.wordings import compile_cues

LISTS = {
    "papers": ("*abkommen", "koordinier*", "Know-how"),
    "guests": ("lud* … ein", "*besuch*", "zu Gast"),
    "more": ("Abkommen mit", "EU-*", "zwischen"),
}
PIECES = st.sampled_from(
    "abkommen/Abkommen/koordiniert/Staats/EU/Know/how/lud/luden/ein/besuch/besuchte/zu/Gast/mit/-/--/,/;/ß/ ".split("/")
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_table_finds_what_the_patterns_of_its_lists_find(text: str) -> None:
    found = CueTable(LISTS).find(text)
    for name, cues in LISTS.items():
        assert list(found.get(name, ())) == [match.span() for match in compile_cues(cues).finditer(text)]


def test_the_cues_of_a_rule_are_found_in_each_of_its_examples() -> None:
    for number, rule in enumerate(rules()):
        pattern = compile_cues(rule.forms)
        for example in rule.examples:
            spans = [match.span() for match in pattern.finditer(example.text)]
            assert rule_cues().find(example.text).get((number, "cues"), []) == spans
