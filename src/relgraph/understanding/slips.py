"""Slips of the pen: which known word a typed one was meant to be."""

import re
from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORT = 4
_LENGTHENED, _DOUBLED = re.compile(r"(?<=[aeiou])h(?![aeiou])|(?<=i)e"), re.compile(r"(.)\1+")


def allowance(word: str) -> int:
    """How many letters of a word may be wrong, missing, too many or exchanged.

    >>> allowance("oslo"), allowance("Halbleitr"), allowance("Baden-Württemberg")
    (0, 2, 2)
    """
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def _exchanged(word: str, name: str) -> bool:
    """Whether two words begin alike and differ by two letters next to each other only: "sing" and "sign"."""
    return word[0] == name[0] and OSA.distance(word, name) == 1


def sound(word: str) -> str:
    """A word's key as it sounds in German, roughly: what is doubled or only lengthens is left away.

    >>> sound("fuhrt") == sound("furt"), sound("wann") == sound("wan")
    (True, True)
    """
    return _DOUBLED.sub(r"\1", _LENGTHENED.sub("", word))


def nearest(word: str, known: Collection[str], *, limit: int = 8) -> list[tuple[int, str]]:
    """Known words within the allowance, the nearest first, those that begin alike before others."""
    most = allowance(word)
    if not most:
        letters = sorted(word) if len(word) == _SHORT else None
        return [(1, name) for name in sorted(known) if sorted(name) == letters and _exchanged(word, name)][:limit]
    found = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=most, limit=limit)
    rows = sorted((int(distance), name[:1] != word[:1], name) for name, distance, *_ in found)
    return [(distance, name) for distance, other, name in rows if not (other and len(word) < 7)]


def nearest_beginning(word: str, beginnings: Collection[str]) -> list[tuple[int, str]]:
    """Beginnings of known words that the beginning of a word comes near to."""
    found: list[tuple[int, str]] = []
    for size in range(6, min(len(word), 14) + 1):
        same = [beginning for beginning in beginnings if len(beginning) == size]
        found += [pair for pair in nearest(word[:size], same, limit=2) if pair[0] == 1]
    return sorted(found, key=lambda pair: (pair[0], -len(pair[1]), pair[1]))
