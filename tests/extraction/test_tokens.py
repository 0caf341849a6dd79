from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.tokens import sentences, tokenize


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def test_abbreviations_initials_and_ordinals_keep_their_stop() -> None:
    text = "Prof. Dr. C. C. Ito kam am 3. März z. B. mit ca. 20 Gästen. Das war gut."
    assert split(text) == ["Prof. Dr. C. C. Ito kam am 3. März z. B. mit ca. 20 Gästen.", "Das war gut."]


def test_a_year_may_end_a_sentence() -> None:
    assert split("Das war 2014. Es blieb so.") == ["Das war 2014.", "Es blieb so."]


def test_ranges_of_days_stay_whole() -> None:
    assert len(split("Sie kamen vom 6./7. Februar nach Ulm.")) == 1


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert split("„Das ist gut.“ Er ging.") == ["„Das ist gut.“", "Er ging."]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    assert split("Neue Wege\n\nDas Land geht sie.") == ["Neue Wege", "Das Land geht sie."]


@given(st.text())
def test_sentences_stand_where_they_say(text: str) -> None:
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text


@given(st.text())
def test_sentences_lose_no_word(text: str) -> None:
    kept = [token.text for sentence in sentences(text) for token in tokenize(sentence.text)]
    assert "".join(kept) == "".join(token.text for token in tokenize(text))


@given(st.text(), st.integers(0, 1000))
def test_tokens_stand_where_they_say(text: str, offset: int) -> None:
    for token in tokenize(text, offset):
        assert text[token.start - offset : token.end - offset] == token.text


def test_a_text_without_an_end_is_parted_at_a_blank_and_nothing_of_it_is_lost():
    text = "das Land arbeitet mit Japan und " * 200
    found = list(sentences(text))
    assert max(len(one.text) for one in found) <= 1_000
    assert " ".join(one.text for one in found) == text.strip()
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [len(one.text) for one in sentences("Japan" * 500)] == [1_000, 1_000, 500]
