"""Nouns that describe the name behind them, read from `data/lexicon/de/descriptions.yml`: "die Messe INTEC"."""

from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import EntityType

_ENDINGS = ("", "s", "es", "n")


class Example(BaseModel):
    """A text and the name in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    name: str


class Description(BaseModel):
    """Nouns of one kind; the file says what each key means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    type: EntityType
    nouns: tuple[str, ...]
    whole: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    clear: bool = False
    phrase: bool = False
    examples: tuple[Example, ...]
    counter: tuple[str, ...]

    @cached_property
    def _apart(self) -> frozenset[str]:
        return frozenset((word + ending).casefold() for word in self.apart for ending in _ENDINGS)

    def allows(self, word: str, noun: str) -> bool:
        """Whether a word that ends in a noun of this entry is one of its kind."""
        compound = len(word) > len(noun) + 2
        return not (compound and noun in self.whole) and word.casefold() not in self._apart


class Descriptions:
    """All entries, found by the word that describes.

    >>> found = descriptions().find("Baumaschinenkonzerns")
    >>> found.id, descriptions().find("Konzerne"), descriptions().find("Besuchsprogramm")
    ('firm', None, None)
    """

    def __init__(self, entries: list[Description]) -> None:
        self.entries = entries
        self._nouns = {
            (noun + ending).casefold(): (entry, noun)
            for entry in entries
            for noun in entry.nouns
            for ending in _ENDINGS
            if not (ending == "n" and noun[-1] != "e")
        }
        self._longest = max(map(len, self._nouns))
        self._shortest = min(map(len, self._nouns))
        self._found = lru_cache(maxsize=32_768)(self._look)

    def find(self, word: str) -> Description | None:
        """The entry whose noun a word is or ends in, in the singular; the longest noun decides."""
        return self._found(word)

    def _look(self, word: str) -> Description | None:
        folded = word.casefold()
        for length in range(min(len(folded), self._longest), self._shortest - 1, -1):
            if found := self._nouns.get(folded[-length:]):
                entry, noun = found
                return entry if entry.allows(word, noun) else None
        return None


@lru_cache
def descriptions() -> Descriptions:
    """The entries, read once."""
    path = resources.folder("data") / "lexicon" / "de" / "descriptions.yml"
    return Descriptions(parse(path, resources.read_yaml(path), list[Description]))
