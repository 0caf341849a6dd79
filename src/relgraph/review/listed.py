"""Whom the gazetteer knows under a name like a given one.

Owns no names: it holds those of `relgraph.names` in blocks, so that a name meets some dozens of them and not all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from relgraph.names.entry import Entry
from relgraph.names.forms import candidates, form_table
from relgraph.names.naming import Shape
from relgraph.review.likeness import ALIKE, block_keys, likeness
from relgraph.vocabulary import EntityType

_COMMON = 600
"""A block of more names than this tells nothing: all towns in "Bad", all universities."""


def listed_like(name: str, types: Collection[EntityType]) -> list[tuple[Entry, float]]:
    """Known entities of some types with a name like this one, the likest and best known first, with their likeness.

    >>> [entry.name for entry, _ in listed_like("Universität Tokyo", {EntityType.RESEARCH_INSTITUTION})]
    ['Universität Tokio']
    """
    found: dict[str, tuple[Entry, float]] = {}
    for text in _near(name):
        score = likeness(name, text)
        if score >= ALIKE:
            for entry in _bearers(text):
                if entry.type in types and score > found.get(entry.iri, (entry, 0.0))[1]:
                    found[entry.iri] = (entry, score)
    return sorted(found.values(), key=lambda pair: (-pair[1], -pair[0].population, pair[0].name, pair[0].iri))


def _near(name: str) -> list[str]:
    blocks = [_blocks().get(key, ()) for key in sorted(block_keys(name))]
    few = [block for block in blocks if len(block) <= _COMMON] or blocks
    return sorted({text for block in few for text in block})


def _bearers(text: str) -> Iterator[Entry]:
    for candidate in candidates(form_table()[text]):
        if candidate.shape is Shape.NAME:  # an adjective names nobody by itself
            yield candidate.entry


@lru_cache(maxsize=1)
def _blocks() -> Mapping[str, tuple[str, ...]]:
    """Forms of names by the keys of their blocks."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in form_table():
        for key in block_keys(text):
            found[key].append(text)
    return {key: tuple(texts) for key, texts in found.items()}
