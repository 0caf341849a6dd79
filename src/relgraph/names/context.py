"""What the words before a form say about it: a type word, a preposition of place, a title, an office's field."""

from functools import cache, lru_cache
from typing import NamedTuple

from relgraph.names.authorities import read_words
from relgraph.names.words import word_before
from relgraph.vocabulary import EntityType

_TYPES = {
    "": frozenset[EntityType](),
    "country": frozenset({EntityType.COUNTRY}),
    "region": frozenset({EntityType.REGION, EntityType.COUNTRY}),
    "regions": frozenset({EntityType.REGION}),
    "region_ends": frozenset({EntityType.REGION}),
    "city": frozenset({EntityType.CITY}),
    "cities": frozenset({EntityType.CITY}),
    "city_ends": frozenset({EntityType.CITY}),
    "around_city": frozenset({EntityType.REGION}),
}
_IN_THE_MENTION = frozenset({"country", "region", "city", "around_city"})


class Context(NamedTuple):
    """The word before a form and what it is: `kind` is the list of `type-words.yml` that holds it, or empty."""

    before: str
    kind: str

    @property
    def types(self) -> frozenset[EntityType]:
        """Types of entity that the type word allows; none where there is no type word."""
        return _TYPES[self.kind]

    @property
    def in_the_mention(self) -> bool:
        """Whether the mention takes in the type word."""
        return self.kind in _IN_THE_MENTION

    @property
    def around_city(self) -> bool:
        """Whether the word makes a region's name out of a city's."""
        return self.before in _words("around_city")

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
        """Whether a capitalised word or an initial stands before that may be a first name."""
        may_be = self.before[:1].isupper() and (len(self.before) == 2 or not self.before.endswith("."))
        return may_be and not self.kind and not self.locative


def context_of(text: str, start: int) -> Context:
    """The context of a form that starts at `start`."""
    before = word_before(text, start)
    return Context(before, _kind(before))


def in_portfolio(text: str, start: int) -> bool:
    """Whether a name belongs to the field of an office or body.

    >>> in_portfolio("Minister für Bundesrat, Europa und Kultur", 24), in_portfolio("Pläne für Europa", 10)
    (True, False)
    """
    head, found, field = text[max(0, start - 80) : start].rpartition(" für ")
    if not found or any(mark in field for mark in ".!?;:()\n"):
        return False
    listed = all(word[0].isupper() or word in _words("joiners") or word == "internationale" for word in field.split())
    return listed and head.lower().endswith(read_words("type-words.yml")["portfolios"])


def names_person(text: str, start: int, context: Context) -> bool:
    """Whether a title stands before a form, at once or with first names between.

    >>> text = "Minister Dr. Peter Hof in Hof"
    >>> [names_person(text, place, context_of(text, place)) for place in (19, 26)]
    [True, False]
    """
    if context.titled:
        return True
    if not context.named:
        return False
    place = start - len(context.before) - 1
    before = word_before(text, place)
    if before[:1].isupper() and before not in _words("person") and before not in _words("near") and len(before) < 15:
        before = word_before(text, place - len(before) - 1)
    return before in _words("person")


@lru_cache(maxsize=16384)
def _kind(word: str) -> str:
    listed = _type_words().get(word)
    if listed or not word[:1].isupper() or word in _words("no_type_words"):
        return listed or ""
    lists = read_words("type-words.yml")
    return next((kind for kind in ("city_ends", "region_ends") if word.lower().endswith(lists[kind])), "")


@lru_cache(maxsize=1)
def _type_words() -> dict[str, str]:
    lists = read_words("type-words.yml")
    return {
        word: kind for kind in ("country", "city", "cities", "around_city", "region", "regions") for word in lists[kind]
    }


@cache
def _words(name: str) -> frozenset[str]:
    words = read_words("type-words.yml")[name]
    return frozenset(words) | frozenset(word[0].upper() + word[1:] for word in words)
