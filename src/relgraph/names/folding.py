"""Bringing spellings together: diacritics, case and blanks that a reader would not tell apart."""

import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "’": "'", "ʼ": "'", "ʻ": "'"}
)
_LONG_VOWELS = str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO")


def plain(name: str) -> str:
    """Name without the diacritics that German does not have; umlauts stay.

    >>> plain("Čakovec"), plain("Łódź"), plain("Nürnberg"), plain("Québec")
    ('Cakovec', 'Lodz', 'Nürnberg', 'Québec')
    """
    kept = "äöüÄÖÜßéèêçÉ"
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFC", name).translate(_LETTERS)
    return "".join(c if c in kept else _base(c) for c in letters)


def short_vowels(name: str) -> str:
    """Name without macrons, which transliterations carry and releases do not.

    >>> short_vowels("Mahārāshtra")
    'Maharashtra'
    """
    return name.translate(_LONG_VOWELS)


def folded(label: str) -> str:
    """Key under which a typed label is looked up: without case, diacritics, punctuation and double blanks.

    >>> folded("  Baden-WÜRTTEMBERG ") == folded("baden württemberg")
    True
    >>> folded("Québec") == folded("quebec")
    True
    """
    letters = "".join(_base(c) for c in label.casefold().translate(_LETTERS))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def _base(letter: str) -> str:
    if letter.isascii():
        return letter
    base = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return base or letter
