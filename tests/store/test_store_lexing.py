from hypothesis import given
from hypothesis import strategies as st

from relgraph.store.lexing import outer, words


def test_what_stands_in_strings_iris_and_comments_is_no_word():
    text = """SELECT ?from { ?s a <http://a/#(> ; ex:from '}' , "from \\" {" # from {
      FILTER(?s < 3) } LIMIT 2"""
    assert [word.text for word in outer(text)] == ["SELECT", "?from", "{", "}", "LIMIT", "2"]


def test_depth_counts_brackets_of_both_kinds():
    assert [(word.text, word.depth) for word in words("a ( b { c } ) d")] == [
        ("a", 0), ("(", 0), ("b", 1), ("{", 1), ("c", 2), ("}", 1), (")", 0), ("d", 0),
    ]  # fmt: skip


def test_strings_that_are_not_closed_end_with_the_text_or_the_line():
    assert [word.text for word in words('ASK { """a\n" } (')] == ["ASK", "{", '"""a\n" } (']
    assert [word.text for word in words("ASK { 'a\n } (")] == ["ASK", "{", "'a", "}", "("]


def test_words_with_dots_between_them_are_words_each():
    assert [(word.kind, word.text) for word in words("1.5 a.b c.d:e.f")] == [
        ("word", "1"), ("word", "5"), ("word", "a"), ("word", "b"), ("name", "c.d:e.f"),
    ]  # fmt: skip


@given(st.text(alphabet="aß<>{}()'\"\\#?:; \n"))
def test_any_text_is_read_and_words_lie_where_they_say(text):
    for word in words(text):
        assert text[word.start : word.end] == word.text
