"""Bringing spellings together: diacritics, case and blanks that a reader would not tell apart."""

import unicodedata

_LETTERS = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "’": "'", "ʼ": "'", "ʻ": "'"}
_LONG_VOWELS = str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO")


class _Plain(dict[int, str]):
    """Letters without diacritics, worked out once each; `str.translate` asks for what is missing."""

    def __init__(self, kept: str = "") -> None:
        super().__init__({ord(letter): plain for letter, plain in _LETTERS.items()} | {ord(c): c for c in kept})

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        letter = "".join(part for part in parts if not unicodedata.combining(part))
        self[code] = letter or chr(code)
        return self[code]


class _Key(_Plain):
    """The same, with a blank for everything that is neither letter nor digit."""

    def __missing__(self, code: int) -> str:
        letter = super().__missing__(code).casefold()
        self[code] = letter if letter.isalnum() else " "
        return self[code]


_PLAIN, _KEY = _Plain("äöüÄÖÜßéèêçÉ"), _Key()


def plain(name: str) -> str:
    """Name without the diacritics that German does not have; umlauts stay.

    >>> plain("Čakovec"), plain("Łódź"), plain("Nürnberg"), plain("Québec")
    ('Cakovec', 'Lodz', 'Nürnberg', 'Québec')
    """
    return name if name.isascii() else unicodedata.normalize("NFC", name).translate(_PLAIN)


def short_vowels(name: str) -> str:
    """Name without macrons, which transliterations carry and releases do not.

    >>> short_vowels("Mahārāshtra")
    'Maharashtra'
    """
    return name if name.isascii() else name.translate(_LONG_VOWELS)


def folded(label: str) -> str:
    """Key under which a typed label is looked up: without case, diacritics, punctuation and double blanks.

    >>> folded("  Baden-WÜRTTEMBERG ") == folded("baden württemberg")
    True
    >>> folded("Québec"), folded("Straßburg")
    ('quebec', 'strassburg')
    """
    return " ".join(unicodedata.normalize("NFC", label).casefold().translate(_KEY).split())
