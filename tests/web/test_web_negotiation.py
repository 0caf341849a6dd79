import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.web.negotiation import FORMS, HTML, preferred, suffixed, typed


@pytest.mark.parametrize(
    ("header", "suffix"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("text/turtle", "ttl"),
        ("application/ld+json;q=0.8, text/turtle;q=0.5", "jsonld"),
        ("application/json", "jsonld"),
        ("application/n-triples, text/html;q=0.1", "nt"),
        ("text/html;q=0, */*", "ttl"),
        ("text/*", "html"),
        ("text/*;q=0.3, application/ld+json;q=0.4", "jsonld"),
        ("application/*", "html"),
        ("TEXT/TURTLE; Q=1.0", "ttl"),
        ("text/turtle;charset=utf-8;q=0.9, text/html;q=0.8", "ttl"),
        ("*/*", "html"),
        ("   ", "html"),
    ],
)
def test_the_form_that_is_liked_most_is_given(header, suffix):
    assert preferred(header).suffix == suffix


@pytest.mark.parametrize("header", ["image/png", "*/*;q=0", "text/html;q=0", "text/turtle;q=2", "nonsense"])
def test_who_takes_none_of_ours_gets_none(header):
    assert preferred(header) is None


@given(st.text(st.characters(max_codepoint=255)))
def test_any_header_is_read(header):
    assert preferred(header) in (None, *FORMS)


@given(st.text(min_size=1), st.sampled_from(FORMS))
def test_a_suffix_is_taken_off_again(stem, form):
    assert suffixed(f"{stem}.{form.suffix}") == (stem, form)


def test_a_suffix_alone_is_a_name():
    assert suffixed(".ttl") == (".ttl", None)


def test_text_says_in_what_it_is_written():
    assert typed(HTML) == "text/html; charset=utf-8"
