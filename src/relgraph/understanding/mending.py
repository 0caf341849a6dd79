"""Words of questions as they are known, and which of them a word with a slip was meant to be.

Owns which words mean nothing by themselves; names with slips are the business of `naming`.
"""

from functools import lru_cache
from typing import NamedTuple

from relgraph.understanding.concepts import Word, known_words, sightings, spelt_words
from relgraph.understanding.directory import Directory
from relgraph.understanding.lexicon import LANGUAGES, words
from relgraph.understanding.slips import nearest, nearest_beginning, sound
from relgraph.understanding.times import time_words
from relgraph.understanding.tokens import key, tokens

_LONGEST_TIME, _SHORTEST, _SHORTEST_SOUND = 11, 5, 4


class Known(NamedTuple):
    """A known word: how many letters differ, its key, and how it is told."""

    slip: int
    word: str
    told: str


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Keys of the words that mean nothing, by language."""
    return {language: frozenset(map(key, words().function[language].split())) for language in LANGUAGES}


@lru_cache(maxsize=1)
def meaningless_words() -> frozenset[str]:
    """Keys of the words that mean nothing in either language."""
    return frozenset().union(*function_words().values())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Keys of the words that are no names by themselves: those, words of concepts, and words of times."""
    return meaningless_words() | known_words()[0] | {key(word) for word in time_words()}


@lru_cache(maxsize=1)
def _spelt() -> dict[str, str]:
    """Words that may be meant, and how each is told."""
    return {word: word for word in meaningless_words() if len(word) >= _SHORTEST} | dict(spelt_words())


@lru_cache(maxsize=1)
def _sounds() -> dict[str, tuple[str, ...]]:
    """Words that may be meant, by how they sound."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(_spelt()):
        found[sound(word)] = (*found.get(sound(word), ()), word)
    return found


def known_word(word: str) -> Known | None:
    """The word that a word was meant to be, of a concept or one that means nothing."""
    if len(word) < _SHORTEST:
        found = [Known(distance, near, near) for distance, near in nearest(word, known_words()[0])]
    else:
        found = [Known(distance, near, _spelt()[near]) for distance, near in nearest(word, _spelt(), limit=3)]
    if not found and len(word) >= _SHORTEST_SOUND:
        found = [Known(1, near, _spelt()[near]) for near in _sounds().get(sound(word), ())[:1]]
    for distance, beginning in nearest_beginning(word, known_words()[1]):
        found.append(Known(distance, beginning + word[len(beginning) :], beginning))
    return min(found, key=lambda known: (known.slip, -len(known.told), known.word), default=None)


def with_times(text: str, directory: Directory) -> tuple[str, list[tuple[str, str]]]:
    """The text with slips in words of times mended, which must be right before times are read."""
    slips: list[tuple[str, str]] = []
    for word in reversed(tokens(text)):
        known = word.key in common_words() or word.key in directory.names or sightings([Word(word.key)])
        near = None if known or len(word.key) > _LONGEST_TIME else next(iter(nearest(word.key, _times())), None)
        if near is not None and near[0] == 1:
            slips.append((word.text, near[1]))
            text = text[: word.start] + near[1] + text[word.end :]
    return text, slips


@lru_cache(maxsize=1)
def _times() -> tuple[str, ...]:
    return tuple(sorted(word for word in map(key, time_words()) if len(word) > 4))
