import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.pipeline import quotes
from relgraph.extraction.scene import Tally


@given(st.lists(st.sampled_from("abcd")))
def test_the_first_of_a_tally_is_the_most_common(ids):
    tally = Tally()
    for number, id_ in enumerate(ids, 1):
        tally.add(id_)
        assert tally.first == Counter(ids[:number]).most_common(1)[0][0]


@given(st.text(alphabet='„“”"ab'))
def test_a_quotation_goes_to_the_first_sign_that_closes_it(text):
    assert list(quotes(text)) == [match.span() for match in re.finditer(r"„[^“”\"]*[“”\"]", text)]
