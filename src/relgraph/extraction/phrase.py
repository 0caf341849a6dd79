"""The one noun phrase with names in it, as rules look at it."""

from typing import NamedTuple


class Phrase(NamedTuple):
    """One name, or an enumeration of names, with what governs it.

    `governs` is a preposition, or the case of a bare phrase: `nom`, `acc`, `dat`, `gen`, `der` for a "der" that may
    be either nominative or dative, or `bare` where the form does not tell; `ids` are the entities in order;
    `reference` says that a pronoun or "der Minister" stands for them.
    """

    start: int
    end: int
    governs: str
    ids: tuple[str, ...]
    reference: bool = False
