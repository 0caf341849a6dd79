"""What the words around a form say about it: a type word, a preposition of place, a person's title or first name."""

from dataclasses import dataclass
from functools import lru_cache

from relgraph.names.authorities import read_words
from relgraph.names.words import word_before
from relgraph.vocabulary import EntityType

_TYPES = {
    "country": frozenset({EntityType.COUNTRY}),
    "region": frozenset({EntityType.REGION, EntityType.COUNTRY}),
    "regions": frozenset({EntityType.REGION}),
    "city": frozenset({EntityType.CITY}),
    "cities": frozenset({EntityType.CITY}),
    "district": frozenset({EntityType.CITY}),
    "around_city": frozenset({EntityType.REGION}),
}


@dataclass(frozen=True, slots=True)
class Context:
    """The word before a form, read.

    `types` are those its type word allows, empty where there is none; `plural` says that the type word heads a list;
    `start` is where the type word starts.
    """

    before: str
    start: int
    kind: str = ""

    @property
    def types(self) -> frozenset[EntityType]:
        """Types of entity that the type word allows."""
        return _TYPES.get(self.kind, frozenset())

    @property
    def plural(self) -> bool:
        """Whether the type word heads a list."""
        return self.kind in ("regions", "cities")

    @property
    def near(self) -> bool:
        """Whether a preposition stands before that even small places follow."""
        return self.before in _words("near")

    @property
    def locative(self) -> bool:
        """Whether any preposition of place stands before."""
        return self.near or self.before in _words("wide")

    @property
    def titled(self) -> bool:
        """Whether a title or office stands before, as before a surname."""
        return self.before in _words("person")

    @property
    def named(self) -> bool:
        """Whether a capitalised word stands before that may be a first name."""
        return self.before[:1].isupper() and not self.kind and not self.locative


def context_of(text: str, start: int) -> Context:
    """The context of a form that starts at `start`."""
    before = word_before(text, start)
    kind = _type_words().get(before, "")
    return Context(before, start - len(before) - 1 if kind else start, kind)


@lru_cache(maxsize=1)
def _type_words() -> dict[str, str]:
    lists = read_words("type-words.yml")
    return {word: kind for kind in ("country", "city", "cities", "district", "region", "regions") for word in lists[kind]}


@lru_cache(maxsize=None)
def _words(name: str) -> frozenset[str]:
    words = read_words("type-words.yml")[name]
    return frozenset(words) | frozenset(word[0].upper() + word[1:] for word in words)
