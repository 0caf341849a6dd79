"""Addresses that open at a sentence: as text, and the same in the browser."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.explore.originals import original

URL = "https://example.org/1"
HOSTILE = [
    "https://", "http://", "HTTPS://", "javascript:", "example.org", "/", "#", ":~:", ":~:text=", "-", ",", "&", "%",
    "%2D", " ", "\n", "\u00a0", "\ufeff", "\u2028", "\x1c", "\x85", "\u202e", "\u017f", "\u212a", "</script>", '"',
    "'", "\\", "\ud800", "\udfff", "🙂", "ß", "(*)!~'",
]  # fmt: skip
IN_THE_BROWSER = "(text) => JSON.stringify(JSON.parse(text).map(([url, said]) => relgraph.original(url, said)))"


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("Das Land besucht Japan.", "#:~:text=Das%20Land%20besucht%20Japan."),
        ("Nordrhein-Westfalen, Bayern & Hessen", "#:~:text=Nordrhein%2DWestfalen%2C%20Bayern%20%26%20Hessen"),
        ("  zwei\n\tZeilen\u00a0hier ", "#:~:text=zwei%20Zeilen%20hier"),
        (" ".join("abcdefghijklmno"), "#:~:text=a%20b%20c%20d%20e,k%20l%20m%20n%20o"),
        ("", ""),
    ],
)
def test_an_address_opens_at_the_sentence(sentence, fragment):
    assert original(URL, sentence) == URL + fragment


def test_an_anchor_of_the_address_stays_and_an_older_sentence_goes():
    assert original(f"{URL}#top", "Satz.") == f"{URL}#top:~:text=Satz."
    assert original(f"{URL}#:~:text=alt", "Satz.") == f"{URL}#:~:text=Satz."


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "https://a b", 'https://a"b',
     "https://a\nb", " https://example.org", "https://a<b>", "ftp://example.org"],
)  # fmt: skip
def test_what_is_no_web_address_gives_none(url):
    assert original(url, "Satz.") is None


def test_the_browser_makes_the_same_addresses(visit, page_text):
    page = visit(page_text)
    any_text = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6) | st.characters(), max_size=20).map("".join)
    urls = st.one_of(any_text, any_text.map(lambda tail: f"https://example.org/{tail}"), st.just(URL))
    sentences = any_text | any_text.map(lambda word: f"{word} " * 16)

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(urls, sentences), min_size=1, max_size=10))
    def holds(pairs):
        sent = json.dumps(pairs)  # on the way two halves of a character that stand side by side become one
        made = page.evaluate(IN_THE_BROWSER, sent)
        assert json.loads(made) == [original(url, sentence) for url, sentence in json.loads(sent)]

    holds()
