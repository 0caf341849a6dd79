"""Addresses of releases that open at a sentence: text fragments, as browsers know them.

The explorer makes the same addresses in the browser (`static/explorer/wording.js`); a test holds both together.
"""

import re
from urllib.parse import quote

LONG, ENDS = 14, 5
"""A sentence of more words is given by so many that it begins and ends with."""

_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\"<>\\^`{|}\x7f\ufeff]+", re.IGNORECASE | re.ASCII)
_FOREIGN_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_BLANKS = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def original(url: str | None, sentence: str = "") -> str | None:
    """Address that opens a release at a sentence; None where it has no address on the web.

    >>> original("https://example.org/1", "Das Land besucht Japan.")
    'https://example.org/1#:~:text=Das%20Land%20besucht%20Japan.'
    >>> original("javascript:alert(1)", "Das Land besucht Japan.")
    """
    if url is None or not _ADDRESS.fullmatch(url) or _FOREIGN_BLANK.search(url):
        return None
    words = [word for word in _BLANKS.split(_SURROGATE.sub("\ufffd", sentence)) if word]
    address = url.partition(":~:")[0].removesuffix("#")
    if not words:
        return address
    text = f"{_coded(words[:ENDS])},{_coded(words[-ENDS:])}" if len(words) > LONG else _coded(words)
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"


def _coded(words: list[str]) -> str:
    return quote(" ".join(words), safe="!~*'()").replace("-", "%2D")
