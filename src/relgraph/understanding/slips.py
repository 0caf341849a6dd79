"""Slips of the pen: which known word a typed one was meant to be."""

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA


def allowance(word: str) -> int:
    """How many letters of a word may be wrong, missing, too many or exchanged.

    >>> allowance("oslo"), allowance("Halbleitr"), allowance("Baden-Württemberg")
    (0, 2, 2)
    """
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def nearest(word: str, known: Collection[str], *, limit: int = 8) -> list[tuple[int, str]]:
    """Known words within the allowance, the nearest first, those that begin alike before others."""
    most = allowance(word)
    if not most:
        return []
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
