"""Words of a question, and the key under which spellings of one word come together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from relgraph.names.folding import folded

_WORD = re.compile(r"\w+")
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_ENDINGS = ("nen", "ern", "en", "er", "es", "em", "e", "n", "s")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question: where it stands, and its key."""

    start: int
    end: int
    text: str
    key: str


def tokens(text: str) -> list[Token]:
    """Words of a text in their order; hyphens and apostrophes part them."""
    return [Token(match.start(), match.end(), match[0], key(match[0])) for match in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def key(words: str) -> str:
    """Key of one or more words: case, diacritics, and umlauts written out do not count.

    >>> key("Baden-Württemberg") == key("baden wuerttemberg"), key("Straße") == key("strasse")
    (True, True)
    """
    plain = folded(words)
    for written, letter in _UMLAUTS:
        plain = plain.replace(written, letter)
    return plain


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word's key without its German or English ending, roughly; the same is done to what it is compared with.

    >>> stem("halbleitern") == stem("halbleiter") == stem("halbleiters")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            rest = word.removesuffix(ending)
            return stem(rest) if ending in ("n", "s") else rest
    return word


def stems(words: Iterable[str]) -> str:
    """Stems of several keys, joined by blanks."""
    return " ".join(map(stem, words))
