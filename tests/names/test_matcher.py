from hypothesis import given
from hypothesis import strategies as st

from relgraph.names.matcher import Matcher

ALPHABET = "abA -"
forms = st.lists(st.text("abA", min_size=1, max_size=4), unique=True, max_size=6)


def test_a_longer_form_that_goes_on_hides_no_shorter_one() -> None:
    matcher = Matcher([("Korea", 1), ("Korea Nord", 2)])
    assert [match.value for match in matcher.find("Korea Nordwand")] == [1, 2]


def test_no_forms_find_nothing() -> None:
    assert list(Matcher[int]([]).find("Korea")) == []


@given(forms, st.text(ALPHABET, max_size=30))
def test_agrees_with_looking_at_every_place(given_forms: list[str], text: str) -> None:
    matcher = Matcher((form, form) for form in given_forms)
    expected = {(start, form) for form in given_forms for start in range(len(text)) if text.startswith(form, start)}
    assert {(match.start, match.value) for match in matcher.find_inside(text)} == expected
    assert all(text[match.start : match.stop] == match.value for match in matcher.find(text))
