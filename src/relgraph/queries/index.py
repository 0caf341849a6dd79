"""An index of all names in a store: what a few typed letters may mean, in well under a hundredth of a second.

A name that begins so comes before one with a word that begins so, and that before one with the letters inside; among
equals the one with most evidence comes first. Umlauts are found under either spelling. Owns no reading of the store.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, islice

from relgraph.names.folding import folded
from relgraph.queries.listing import RELEASE_KIND, TOPIC_KIND, Listed, listed
from relgraph.store.protocol import Store
from relgraph.vocabulary import ACTORS, ORGANISATIONS, TERRITORIES, TOPIC, EntityType

_END = "\U0010ffff"
_INSIDE_FROM, _LIKE = 3, 70
"""Letters from which on the inside of words is searched; how alike a slip must be, in percent."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
CLASSES: dict[str, frozenset[str]] = {
    "Territory": frozenset(kind.value for kind in TERRITORIES),
    "Organisation": frozenset(kind.value for kind in ORGANISATIONS),
    "Actor": frozenset(kind.value for kind in ACTORS),
    "Entity": frozenset(kind.value for kind in EntityType),
}
"""Kinds that gather others."""
# Who asks for "Luxemburg" means the country, not the city in it
_ORDER = {kind: place for place, kind in enumerate(("Country", "Region", "WorldRegion", "City"))}


class Index:
    """All names of a store."""

    def __init__(self, things: Iterable[Listed]) -> None:
        ranked = sorted(things, key=lambda one: (one.kind == RELEASE_KIND, _down(one.weight), _down(one.date), one.iri))
        self.things: tuple[Listed, ...] = tuple(ranked)
        self.by_iri = {one.iri: one for one in ranked}
        self._names = _Keys((key, place) for place, one in enumerate(ranked) for key in _keys(one.names.values()))
        self._aliases = _Keys((key, place) for place, one in enumerate(ranked) for key in _keys(_others(one)))
        self._codes = {one.code: place for place, one in enumerate(ranked) if one.code}

    @classmethod
    def of(cls, store: Store) -> "Index":
        """The index of a store.

        Raises:
            StoreError: the store cannot answer.
        """
        return cls(listed(store))

    def find(self, typed: str, kind: str = "", *, most: int | None = None) -> list[Listed]:
        """What begins with the letters, has a word that does, or has them inside; the best first, `most` at most.

        `kind` is a class, one of `CLASSES`, or the id of a topic whose narrower topics are meant; all, without one.
        """
        return list(islice(self._found(typed, kind), most))

    def exact(self, typed: str, kind: str = "") -> list[Listed]:
        """What is called so, states before regions before towns."""
        key, code = folded(typed), self._codes.get(typed.strip().upper())
        places = {*self._names.exact(key), *self._aliases.exact(key), *([] if code is None else [code])}
        return sorted(
            (self.things[place] for place in places if fits(self.things[place], kind)),
            key=lambda one: (_ORDER.get(one.kind, len(_ORDER)), _down(one.weight), one.iri),
        )

    def near(self, typed: str, *, most: int = 5) -> list[Listed]:
        """What is spelt much like it, where nothing is found; no releases."""
        places = dict.fromkeys([*self._names.near(folded(typed), most), *self._aliases.near(folded(typed), most)])
        return [self.things[place] for place in places if self.things[place].kind != RELEASE_KIND][:most]

    def value(self, thing: Listed, language: str) -> str:
        """What to put into a field so that it is this thing that is meant: its name, or else its IRI."""
        name = thing.name(language)
        same = self.exact(name, thing.kind if thing.kind in (TOPIC_KIND, RELEASE_KIND) else "Entity")
        first = [one for one in same if _ORDER.get(one.kind) == _ORDER.get(same[0].kind)]
        return name if len(first) == 1 and first[0] is thing else thing.iri

    def _found(self, typed: str, kind: str) -> Iterator[Listed]:
        key, seen = folded(typed), set[int]()
        code = self._codes.get(typed.strip())  # who types small letters is writing a name
        if code is not None:
            seen.add(code)
            yield from (self.things[place] for place in [code] if fits(self.things[place], kind))
        for found in self._ranges(key):
            for place in sorted(set(found) - seen):
                if fits(self.things[place], kind):
                    yield self.things[place]
            seen.update(found)

    def _ranges(self, key: str) -> Iterator[Collection[int]]:
        """Places by how well they fit, worked out one after the other as they are asked for."""
        if not key:
            yield range(len(self.things))
            return
        sorts = self._names, self._aliases
        yield from (keys.exact(key) for keys in sorts)
        yield from (keys.begun(key) for keys in sorts)
        yield from (keys.with_word(key) for keys in sorts)
        words = key.split()
        if len(words) > 1:
            yield set.intersection(*({place for keys in sorts for place in keys.with_any(word)} for word in words))
        if len(key) >= _INSIDE_FROM:
            yield from (list(keys.inside(key)) for keys in sorts)


class _Keys:
    """Folded names with the places of the things that bear them."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        keyed = sorted(set(pairs))
        starts = sorted({(key[at + 1 :], place) for key, place in keyed for at, sign in enumerate(key) if sign == " "})
        self._keys, self._places = [key for key, _ in keyed], [place for _, place in keyed]
        self._starts, self._start_places = [key for key, _ in starts], [place for _, place in starts]
        self._text = "\n".join(self._keys)
        self._offsets = [0, *accumulate(len(key) + 1 for key in self._keys)]

    def exact(self, key: str) -> list[int]:
        return self._places[bisect_left(self._keys, key) : bisect_right(self._keys, key)] if key else []

    def begun(self, key: str) -> list[int]:
        return self._places[bisect_left(self._keys, key) : bisect_left(self._keys, key + _END)]

    def with_word(self, key: str) -> list[int]:
        return self._start_places[bisect_left(self._starts, key) : bisect_left(self._starts, key + _END)]

    def with_any(self, word: str) -> list[int]:
        return self.begun(word) + self.with_word(word)

    def inside(self, key: str) -> Iterator[int]:
        at = self._text.find(key)
        while at >= 0:
            number = bisect_right(self._offsets, at) - 1
            yield self._places[number]
            at = self._text.find(key, self._offsets[number + 1])

    def near(self, key: str, most: int) -> list[int]:
        from rapidfuzz import fuzz, process

        found = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=most * 4)
        return [self._places[number] for _, _, number in found]


def fits(thing: Listed, kind: str) -> bool:
    """Whether a thing is of a kind; of none, everything but releases is."""
    if not kind:
        return thing.kind != RELEASE_KIND
    if thing.kind == TOPIC_KIND:
        return kind == TOPIC_KIND or kind in thing.above
    return thing.kind == kind or thing.kind in CLASSES.get(kind, ())


def called(thing: Listed, typed: str, language: str) -> str:
    """Under which of its other names a thing is found; empty where its name in the language tells by itself."""
    key = folded(typed)
    names = [name for name in sorted(_others(thing), key=lambda name: (len(name), name)) if key in _keys([name])]
    begun = [name for name in sorted(_others(thing)) if any(one.startswith(key) for one in _keys([name]))]
    if any(key in one for one in _keys([thing.name(language)])) or typed.strip() == thing.code:
        return ""
    return next(iter([*names, *begun]), "")


def _others(one: Listed) -> set[str]:
    """All that it is called beside its names; of a topic its id too."""
    return one.aliases | ({one.iri.removeprefix(TOPIC)} if one.kind == TOPIC_KIND else set())


def _keys(names: Iterable[str]) -> set[str]:
    return {folded(spelt) for name in names for spelt in (name, name.translate(_UMLAUTS))} - {""}


def _down(value: tuple[int, ...] | str) -> tuple[int, ...]:
    """A key that orders the largest first."""
    return tuple(-ord(letter) for letter in value) if isinstance(value, str) else tuple(-n for n in value)
