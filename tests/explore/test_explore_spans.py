from hypothesis import given
from hypothesis import strategies as st

from relgraph.explore.spans import Marked, stretches

TEXT = "Die Universität Tübingen forscht."


def plain(parts):
    return "".join(part if isinstance(part, str) else plain(part.parts) for part in parts)


@st.composite
def marked_texts(draw):
    text = draw(st.text(min_size=1, max_size=30))
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda s: s[0] < s[1])
    sentences = draw(st.lists(span, max_size=5))
    mentions = [(*found, index) for index, found in enumerate(draw(st.lists(span, max_size=6)))]
    return text, sentences, mentions


@given(marked_texts())
def test_every_character_comes_out_once_and_in_order(given):
    text, sentences, mentions = given
    assert "".join(plain(stretch.parts) for stretch in stretches(text, sentences, mentions)) == text


@given(marked_texts())
def test_every_sentence_opens_and_closes_once(given):
    text, sentences, mentions = given
    found = stretches(text, sentences, mentions)
    assert sorted(i for stretch in found for i in stretch.opens) == list(range(len(sentences)))
    assert sorted(i for stretch in found for i in stretch.closes) == list(range(len(sentences)))


def test_a_mention_inside_another_nests():
    (stretch,) = stretches(TEXT, [], [(4, 24, "university"), (16, 24, "city")])
    assert stretch.parts[1] == Marked("university", ("Universität ", Marked("city", ("Tübingen",))))


def test_of_two_that_cross_the_second_keeps_what_is_left():
    (stretch,) = stretches("abcdef", [], [(0, 4, 1), (2, 6, 2)])
    assert stretch.parts == (Marked(1, ("ab", Marked(2, ("cd",)))), Marked(2, ("ef",)))


def test_overlapping_sentences_share_a_stretch():
    found = stretches("abcdef", [(0, 4), (2, 6)], [])
    assert [stretch.covered for stretch in found] == [(0,), (0, 1), (1,)]
    assert [stretch.parts for stretch in found] == [("ab",), ("cd",), ("ef",)]
