"""Which words of a question are names of things or topics, slips of the pen forgiven.

Finds the longest names first, then what only fits with a slip. Owns no choice of question.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from relgraph.understanding.concepts import Word, sightings
from relgraph.understanding.directory import Directory, Thing
from relgraph.understanding.matters import Matters
from relgraph.understanding.slips import nearest
from relgraph.understanding.tokens import Token, stem, stems
from relgraph.vocabulary import EntityType

_LONGEST = 8
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em", "")
_INHABITANT_ENDINGS = ("er", "ern", "e", "en", "in", "innen", "erin", "erinnen")
_TYPE_WORDS = frozenset({"region", "canton", "province", "prefecture"})
_SLIP_WINDOWS = (3, 2, 1)
_LONG, _SHORT, _AMBIGUOUS = 8, 5, 4


@dataclass(frozen=True)
class Named:
    """A name in a question: its first and last word, what it names, and what else it may name.

    `topic` is the id of a topic where it names one, else `thing` is set. `typed` is what stood there where a slip was
    forgiven, `slip` how many letters were wrong; `genitive` and `adjective` say in which form the name stands,
    `compound` whether only a part of the word is the topic.
    """

    first: int
    last: int
    thing: Thing | None = None
    topic: str | None = None
    others: tuple[Thing, ...] = ()
    genitive: bool = False
    adjective: bool = False
    typed: str | None = None
    slip: int = 0
    compound: bool = False

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first + 1


@dataclass
class Namer:
    """Finds names among the words of one question.

    `common` are words that are no names by themselves, `meaningless` those among them that are no topics either.
    """

    words: Sequence[Token]
    directory: Directory
    matters: Matters
    common: frozenset[str]
    meaningless: frozenset[str]
    taken: set[int] = field(default_factory=set)

    def exact(self) -> list[Named]:
        """Names that stand as they are known, the longest from each word on."""
        found: list[Named] = []
        place = 0
        while place < len(self.words):
            named = None if place in self.taken else self._longest(place)
            if named is None:
                place += 1
                continue
            found.append(named)
            self.taken.update(range(named.first, named.last + 1))
            place = named.last + 1
        return found

    def half(self, place: int) -> Named | None:
        """What one word means that nothing bears as its whole name: a surname, a part of a name, a compound's topic."""
        word = self.words[place]
        if word.key in self.common:
            return None
        # A word of several long names is none of them, and that of one is told as read for it
        for index, most, told in ((self.directory.surnames, _AMBIGUOUS, None), (self.directory.parts, 1, word.text)):
            for form, genitive in _forms(word.key):
                things = index.get(form, [])
                if 0 < len(things) <= most and (word.text[0].isupper() or not genitive):
                    return Named(place, place, things[0], others=tuple(things[1:]), genitive=genitive, typed=told)
        whole = next(iter(nearest(stem(word.key), self.matters.stems)), None)
        if whole:
            return Named(place, place, topic=self.matters.stems[whole[1]], typed=word.text, slip=whole[0])
        topic = self.matters.compound(word.key)
        return Named(place, place, topic=topic, compound=True) if topic else None

    def nickname(self, place: int) -> Named | None:
        """The territory that people call so for short, where it stands in small letters: "bw", "nrw"."""
        thing = self.directory.short.get(self.words[place].key)
        return Named(place, place, thing) if thing else None

    def slipped(self, place: int, names: Sequence[Named] = ()) -> Named | None:
        """The name or topic that words around a place were meant to be, the one with the fewest slips.

        A name among `names` is not read once more together with the word beside it.
        """
        found: list[Named] = []
        for size in _SLIP_WINDOWS:
            for first in range(max(0, place - size + 1), min(place, len(self.words) - size) + 1):
                if size == 1 or self._may_join(first, first + size - 1):
                    found += self._near(first, first + size - 1)
        known = {(n, one.thing, one.topic) for one in names for n in range(one.first, one.last + 1)}
        apart = [
            one for one in found if all((n, one.thing, one.topic) not in known for n in range(one.first, one.last + 1))
        ]
        return min(apart, key=lambda named: (named.slip - named.size, -named.size), default=None)

    def town(self, place: int) -> Named | None:
        """A town or anything else that the gazetteer knows and the graph does not."""
        from relgraph.names.resolving import find_entry

        for size in (3, 2, 1):
            if place + size > len(self.words):
                continue
            label = " ".join(word.text for word in self.words[place : place + size])
            entry = find_entry(label) or (find_entry(label[:-1]) if label.endswith("s") and len(label) > 4 else None)
            if entry is not None and (entry.type is not EntityType.CITY or entry.population > 50_000 or size > 1):
                thing = Thing(entry.iri, entry.name, entry.type.value, entry.part_of)
                return Named(place, place + size - 1, thing)
        return None

    def _longest(self, place: int) -> Named | None:
        for size in range(min(_LONGEST, len(self.words) - place), 0, -1):
            last = place + size - 1
            if any(number in self.taken for number in range(place, last + 1)):
                continue
            named, topic = self._thing(place, last), self._topic(place, last)
            if named and (topic is None or (named.thing and named.thing.mark == "place" and not named.thing.weak)):
                return named
            if topic or named:
                return topic or named
        return None

    def _thing(self, first: int, last: int) -> Named | None:
        words = self.words[first : last + 1]
        if len(words) == 1 and (code := self._code(words[0])):
            return Named(first, last, code)
        name = " ".join(word.key for word in words)
        if len(words) == 1 and (name in self.common or len(name) < 3):
            return None
        for form, genitive in _forms(name):
            if (things := self.directory.names.get(form)) and self._may_name(words, things[0], genitive=genitive):
                inhabitant = form in self.directory.inhabitants
                return replace(_named(first, last, things, genitive=genitive and not inhabitant), adjective=inhabitant)
        if things := self.directory.names.get(_university([word.key for word in words])):
            return _named(first, last, things)
        if len(words) > 1 and words[-1].key in _TYPE_WORDS:  # "the Stuttgart Region" is the Region Stuttgart
            turned = " ".join([words[-1].key, *(word.key for word in words[:-1])])
            if things := self.directory.names.get(turned):
                return _named(first, last, things)
        if things := self._adjective(name):
            return replace(_named(first, last, things), adjective=True)
        if len(words) > 1 and all(word.key not in self.common for word in words):
            for form, genitive in _forms(name.replace(" ", "")):
                if things := self.directory.joined.get(form):
                    return _named(first, last, things, genitive=genitive)
        return None

    def _may_name(self, words: Sequence[Token], thing: Thing, *, genitive: bool) -> bool:
        """Whether words that a thing is called by are its name here, and no word of the language.

        A word that says something by itself names no paper, body or event that happens to be called so, and a place
        that shares its name with a word needs a capital.
        """
        if len(words) > 1:
            return True
        if thing.mark == "place":
            doubtful = thing.weak or (genitive and not thing.stored and thing.kind != "Country")
            return words[0].text[0].isupper() if doubtful else True
        return thing.mark == "person" or all(sighting.open for sighting in sightings([Word(words[0].key)]))

    def _code(self, word: Token) -> Thing | None:
        """What an abbreviation in capitals stands for, unless it is one of a topic: "KI" is no Kiribati."""
        if not word.text.isupper() or word.text.casefold() in self.matters.abbreviations:
            return None
        if word.key in self.meaningless and all(other.text == other.text.upper() for other in self.words):
            return None
        return self.directory.codes.get(word.text)

    def _adjective(self, name: str) -> list[Thing] | None:
        for ending in _ADJECTIVE_ENDINGS:
            if name.endswith(ending) and (things := self.directory.stems.get(name.removesuffix(ending))):
                return things
        for ending in _INHABITANT_ENDINGS:
            if name.endswith(ending) and (things := self.directory.stems.get(name.removesuffix(ending) + "isch")):
                return things
        return None

    def _topic(self, first: int, last: int) -> Named | None:
        words = self.words[first : last + 1]
        if len(words) == 1:
            word = words[0]
            short = self.matters.abbreviations.get(word.text.casefold())
            if short and (word.text.isupper() or word.key not in self.common):
                return Named(first, last, topic=short)
            if word.key in self.meaningless:
                return None
        elif all(word.key in self.meaningless for word in words):
            return None
        topic = self.matters.stems.get(stems(word.key for word in words))
        return Named(first, last, topic=topic) if topic else None

    def _may_join(self, first: int, last: int) -> bool:
        """Whether words next to each other may be one name; short ones that mean nothing part names."""
        return all(word.key not in self.meaningless or len(word.key) > _LONG for word in self.words[first : last + 1])

    def _near(self, first: int, last: int) -> Iterator[Named]:
        words = self.words[first : last + 1]
        typed, joined = " ".join(word.text for word in words), "".join(word.key for word in words)
        names: tuple[str, ...] = tuple(self.directory.joined)
        ranked = sorted(
            (distance, self.directory.joined[name][0].rank, name) for distance, name in nearest(joined, names)
        )
        for distance, _, name in ranked[:1]:
            thing = self.directory.joined[name][0]
            if len(joined) < _LONG and thing.rank[2] > 1 and not (thing.stored and thing.kind == "City"):
                continue
            yield replace(_named(first, last, self.directory.joined[name]), typed=typed, slip=distance)
        if len(words) == 1:
            for distance, name in nearest(joined, self.directory.surnames)[:1]:
                yield replace(_named(first, last, self.directory.surnames[name]), typed=typed, slip=distance)
            for distance, name in nearest(joined, self.directory.stems)[:1] or self._inflected(joined):
                named = _named(first, last, self.directory.stems[name])
                yield replace(named, typed=typed, slip=distance, adjective=True)
        typed_stems = stems(word.key for word in words)
        for distance, name in nearest(typed_stems, self.matters.stems)[:1] if len(joined) > _SHORT else ():
            yield Named(first, last, topic=self.matters.stems[name], typed=typed, slip=distance)

    def _inflected(self, word: str) -> list[tuple[int, str]]:
        endings = [ending for ending in _ADJECTIVE_ENDINGS if ending and word.endswith(ending)]
        return [pair for ending in endings for pair in nearest(word.removesuffix(ending), self.directory.stems)[:1]][:1]


def _named(first: int, last: int, things: Sequence[Thing], *, genitive: bool = False) -> Named:
    return Named(first, last, things[0], others=tuple(things[1:4]), genitive=genitive)


def _university(words: Sequence[str]) -> str:
    """German name of "the University of Stuttgart" and of "Kyoto University", empty where it is no university."""
    if words[:2] == ["university", "of"] and len(words) > 2:
        return " ".join(["universitat", *words[2:]])
    return " ".join(["universitat", *words[:-1]]) if words[-1] == "university" and len(words) > 1 else ""


def _forms(name: str) -> Iterator[tuple[str, bool]]:
    """A name as it stands, and without the ending of a genitive or a plural."""
    yield name, False
    for ending in ("s", "es"):
        if name.endswith(ending) and len(name) > len(ending) + 3:
            yield name.removesuffix(ending), True
