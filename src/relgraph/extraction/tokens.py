"""Words and sentences with their places in the text.

Owns where a German sentence ends: abbreviations, initials and ordinals keep their full stop inside.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from relgraph import resources

_TOKEN = re.compile(r"\w+(?:[-’'&]\w+|\+[A-ZÄÖÜ]\w+)*-?|[^\w\s]")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[“”\"»)\]]*(?=\s)")
_OPENING = '„“"»«(‚–-'
_LONGEST, _NEAR = 1_000, 80
"""Signs of a sentence, of which releases have half as many at most: what it states is told by pairs of all that it
names, so that a text without a full stop would take a time of the cube of its length. And signs around a stop that are
looked at to tell whether it ends a sentence."""


class Token(NamedTuple):
    """A word with its hyphens and apostrophes, or one sign; `start` and `end` count in the release's text."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Sentence(NamedTuple):
    """A sentence or heading; `start` and `end` count in the release's text."""

    text: str
    start: int
    end: int


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Words and signs in order, `offset` added to their places.

    >>> [token.text for token in tokenize("Japans Umwelt- und Energietechnik, z. B. 2023.")]
    ['Japans', 'Umwelt-', 'und', 'Energietechnik', ',', 'z', '.', 'B', '.', '2023', '.']
    >>> [token.text for token in tokenize("Adler+Söhne, Erasmus+")]
    ['Adler+Söhne', ',', 'Erasmus', '+']
    """
    return [Token(match[0], match.start() + offset, match.end() + offset) for match in _TOKEN.finditer(text)]


def sentences(text: str) -> Iterator[Sentence]:
    """Sentences in order; a line break always ends one, and what has no end is parted at a blank.

    >>> [s.text for s in sentences("Am 1. Dezember kam Dr. Ito. Er sprach z. B. mit H. Koch.")]
    ['Am 1. Dezember kam Dr. Ito.', 'Er sprach z. B. mit H. Koch.']
    """
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(line[0]):
            end = line.start() + stop.end()
            if _ends(text[max(start, end - _NEAR) : end], text[end : end + _NEAR].lstrip()):
                yield from _sentence(text, start, end)
                start = end
        yield from _sentence(text, start, line.end())


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > 0 else start + _LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        yield Sentence(stripped, start, start + len(stripped))


def _ends(before: str, after: str) -> bool:
    """Whether the stop that ends `before` ends its sentence, seen from the word before and the text after it."""
    if not after or not (after[0].isupper() or after[0].isdigit() or after[0] in _OPENING):
        return False
    if before[-1] != ".":
        return True
    word = re.search(r"([^\s./(„\"]*)\.$", before)
    last = word[1] if word else ""
    if last.isdigit():
        return len(last) > 2  # a year may end a sentence, an ordinal does not
    single = len(last) == 1 and last.isalpha()
    return not single and last.casefold() not in _abbreviations()


@lru_cache
def _abbreviations() -> frozenset[str]:
    path = resources.folder("data") / "lexicon" / "de" / "abbreviations.yml"
    listed = resources.read_yaml(path)
    assert isinstance(listed, list)
    return frozenset(str(word).casefold() for word in listed)
