"""Which concepts the words of a question express.

A concept is a list of patterns in `data/asking/concepts.yml`; a pattern is a row of words, of which one may be open at
its beginning or end. Owns the matching only.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from relgraph.understanding.lexicon import LANGUAGES, concepts
from relgraph.understanding.tokens import key

GAP, _LONGEST_GAP = "…", 6
_BUCKET, _SHORTEST = 3, 5
_ENDINGS = (
    *(
        "",
        "e",
        "en",
        "er",
        "es",
        "s",
        "n",
        "t",
        "te",
        "ten",
        "ung",
        "ungen",
        "in",
        "innen",
        "ed",
        "d",
        "ing",
        "ion",
        "ions",
    ),
    *("ies", "y", "ity", "ship", "ships", "er", "ern", "st", "ment", "ments"),
)


class Sighting(NamedTuple):
    """A concept found: the places of its words, and whether a word open at its beginning found it."""

    concept: str
    language: str
    places: tuple[int, ...]
    open: bool


class _Pattern(NamedTuple):
    text: str
    concept: str
    language: str
    elements: tuple[str, ...]


class Word(NamedTuple):
    """A word as patterns see it: its key, what kind of thing it names if any, and where that thing's name ends."""

    key: str
    kind: str | None = None
    last: int = -1


def sightings(words: Sequence[Word]) -> list[Sighting]:
    """Every concept that the words express, wherever they do."""
    exact, prefixes, others = _index()
    found: list[Sighting] = []
    for place, word in enumerate(words):
        near = (*exact.get(word.key, ()), *prefixes.get(word.key[:_BUCKET], ()), *others)
        for pattern in near:
            places = next(_matches(pattern.elements, words, place), None)
            if places is not None:
                opened = any(element.startswith("*") for element in pattern.elements)
                found.append(Sighting(pattern.concept, pattern.language, places, opened))
    return found


@lru_cache(maxsize=1)
def spelt_words() -> dict[str, str]:
    """Words that single-word patterns may stand for, and how each is told."""
    exact, prefixes, _ = _index()
    spelt: dict[str, str] = {}
    for row in prefixes.values():
        for pattern in row:
            if len(pattern.elements) == 1:
                spelt |= {pattern.elements[0][:-1] + ending: pattern.text[:-1] for ending in _ENDINGS}
    for row in exact.values():
        spelt |= {pattern.elements[0]: pattern.text for pattern in row if len(pattern.elements) == 1}
    return {word: told for word, told in spelt.items() if len(word) >= _SHORTEST}


@lru_cache(maxsize=1)
def known_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that patterns are made of: those that stand for themselves, and the beginnings of others."""
    exact, prefixes, others = _index()
    rows: tuple[list[_Pattern], ...] = (*exact.values(), *prefixes.values(), others)
    elements = {element for row in rows for pattern in row for element in pattern.elements}
    plain = {element for element in elements if element[0].isalnum()}
    return (
        frozenset(element for element in plain if not element.endswith("*")),
        frozenset(element[:-1] for element in plain if element.endswith("*")),
    )


_Index = tuple[dict[str, list[_Pattern]], dict[str, list[_Pattern]], list[_Pattern]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    """Patterns by their first word, by the first letters of it, and all others."""
    exact: dict[str, list[_Pattern]] = {}
    prefixes: dict[str, list[_Pattern]] = {}
    others: list[_Pattern] = []
    for concept, patterns in concepts().items():
        for language in LANGUAGES:
            for text in patterns[language]:
                pattern = _Pattern(text, concept, language, tuple(_elements(text)))
                first = pattern.elements[0]
                if first.startswith(("*", "<")):
                    others.append(pattern)
                elif first.endswith("*"):
                    prefixes.setdefault(first[:_BUCKET], []).append(pattern)
                else:
                    exact.setdefault(first, []).append(pattern)
    return exact, prefixes, others


def _elements(text: str) -> Iterator[str]:
    for part in text.split():
        if part == GAP or part.startswith("<"):
            yield part
            continue
        opened, closed = part.startswith("*"), part.endswith("*")
        inner = key(part.strip("*")).split()
        inner[0] = "*" + inner[0] if opened else inner[0]
        inner[-1] = inner[-1] + "*" if closed else inner[-1]
        yield from inner


def _matches(elements: Sequence[str], words: Sequence[Word], place: int) -> Iterator[tuple[int, ...]]:
    """Places of the words that the elements match from a place on; those in a gap are none of them."""
    first, rest = elements[0], elements[1:]
    if first == GAP:
        for skipped in range(_LONGEST_GAP + 1):
            if place + skipped < len(words):
                yield from _matches(rest, words, place + skipped)
        return
    if place >= len(words) or not _fits(first, words[place]):
        return
    last = words[place].last if first.startswith("<") else place
    own = tuple(range(place, last + 1))
    if not rest:
        yield own
    else:
        yield from (own + others for others in _matches(rest, words, last + 1))


def _fits(element: str, word: Word) -> bool:
    if element.startswith("<"):
        return word.kind is not None and word.kind == element[1:-1]
    if word.kind not in (None, "topic"):
        return False
    if element.startswith("*"):
        inner = element.strip("*")
        if element.endswith("*"):
            return inner in word.key
        return word.key.endswith(inner) and len(word.key) > len(inner)
    return word.key.startswith(element[:-1]) if element.endswith("*") else word.key == element
