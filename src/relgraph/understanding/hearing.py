"""What is heard in a question before anything is concluded: names, topics, times, numbers, concepts, slips."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relgraph.store.protocol import Store
from relgraph.understanding.concepts import Sighting, Word, sightings
from relgraph.understanding.directory import Directory
from relgraph.understanding.lexicon import LANGUAGES, words
from relgraph.understanding.matters import Matters
from relgraph.understanding.mending import (
    Known,
    common_words,
    function_words,
    known_word,
    meaningless_words,
    with_times,
)
from relgraph.understanding.naming import Named, Namer
from relgraph.understanding.periods import Period, find_period, numbers
from relgraph.understanding.tokens import Token, key, tokens

_RELEASE_ID = re.compile(r"\b[a-z]{2}(?:-[a-z]{2})?-(?:19|20)\d\d(?:-[a-z0-9.]+)+\b", re.IGNORECASE)
OUTSIDE = "outside"
"""The concept of what no question of the catalogue asks for."""
_KEPT = frozenset({"stand", "as", "of"})
_QUOTED = re.compile(r"[„“\"»«‚'](.{8,200}?)[“”\"«»‘']")


@dataclass(frozen=True)
class Release:
    """A release that a question names by its id or title, and the places of its first and last word."""

    id: str
    first: int
    last: int


@dataclass(frozen=True)
class Heard:
    """All that was heard; `unread` are words that mean nothing to the reader, `slips` what was read for what."""

    text: str
    words: tuple[Token, ...]
    names: tuple[Named, ...]
    topics: tuple[Named, ...]
    period: Period
    release: Release | None
    numbers: tuple[tuple[int, str], ...]
    concepts: tuple[Sighting, ...]
    unread: tuple[str, ...]
    slips: tuple[tuple[str, str], ...]
    language: str | None

    @property
    def outside(self) -> tuple[str, ...]:
        """Words that no question of the catalogue asks for."""
        places = {place for one in self.concepts if one.concept == OUTSIDE for place in one.places}
        return tuple(self.words[place].text for place in sorted(places))


def hear(text: str, store: Store, directory: Directory, matters: Matters, today: str) -> Heard:
    """Everything that a question says; `today` is the day from which "last year" counts."""
    text, slips = with_times(text, directory)
    listener = _Listener(text, directory, matters)
    listener.slips += slips
    listener.release = _release(text, listener.words, store)
    if listener.release:
        listener.take(range(listener.release.first, listener.release.last + 1), "release")
    period = find_period(text, today)
    for span in period.spans:
        listener.take_period(span)
    listener.find_names()
    listener.mend()
    return listener.heard(period)


class _Listener:
    """The words of one question on their way to being understood."""

    def __init__(self, text: str, directory: Directory, matters: Matters) -> None:
        self.text = text
        self.words = tokens(text)
        self.marks: list[Word] = [Word(word.key) for word in self.words]
        self.release: Release | None = None
        self.names: list[Named] = []
        self.slips: list[tuple[str, str]] = []
        self.inside: set[int] = set()
        self._namer = Namer(self.words, directory, matters, common_words(), meaningless_words())

    def take(self, places: Sequence[int], kind: str) -> None:
        """Mark words as one thing of a kind."""
        for place in places:
            self.marks[place] = Word(self.words[place].key, kind if place == places[0] else "inner", places[-1])
        self._namer.taken.update(places)

    def take_period(self, span: tuple[int, int]) -> None:
        """Mark the words of a time; those that lead to it stay words where they may be cues."""
        places = [n for n, word in enumerate(self.words) if word.start < span[1] and word.end > span[0]]
        while len(places) > 1 and self.words[places[0]].key in _KEPT:
            places = places[1:]
        if places:
            self.take(places, "date")

    def find_names(self) -> None:
        """Names that stand as they are known, then words that are parts of names."""
        for named in self._namer.exact():
            self._name(named)
        for place in self._left(closed=True):
            half = self._namer.half(place) if len(self.words[place].key) > 4 else None
            if half is not None and place in self._left(closed=True):
                self._name(half)
        self._absorb_titles()

    def mend(self) -> None:
        """Read what is left as words with slips, or as towns that the graph does not know."""
        for place in self._left():
            word = self.words[place].key
            if place not in self._left() or word in common_words():
                continue
            listed = self._namer.nickname(place) or (
                self._namer.town(place) if self.words[place].text[0].isupper() else None
            )
            if listed:
                self._name(listed)
                continue
            named, known = self._namer.slipped(place, self.names), known_word(word)
            if known and (named is None or (known.slip, _place(named)) < (named.slip - named.size + 1, True)):
                self._mend_word(place, known)
            elif named:
                self._name(named)

    def heard(self, period: Period) -> Heard:
        """All of it together."""
        whole = {
            place for one in self.names if one.topic and not one.compound for place in range(one.first, one.last + 1)
        }
        seen = [one for one in sightings(self.marks) if not (one.open and whole.issuperset(one.places))]
        language = _language(self.marks, seen, self.text)
        concepts = [one for one in seen if not self._foreign(one, language)]
        dates = {
            n
            for span in period.spans
            for n, word in enumerate(self.words)
            if word.start < span[1] and word.end > span[0]
        }
        counted = tuple(
            (place, value)
            for start, _, value in numbers(self.text)
            for place, word in enumerate(self.words)
            if word.start == start and place not in dates and self.marks[place].kind is None
        )
        left = self._left()
        told = {place for place, _ in counted}
        return Heard(
            text=self.text,
            words=tuple(self.words),
            names=tuple(sorted((n for n in self.names if n.thing), key=lambda named: named.first)),
            topics=tuple(sorted((n for n in self.names if n.topic), key=lambda named: named.first)),
            period=period,
            release=self.release,
            numbers=counted,
            concepts=tuple(concepts),
            unread=tuple(self.words[place].text for place in left if place not in told),
            slips=tuple(self.slips),
            language=language,
        )

    def _foreign(self, sighting: Sighting, language: str | None) -> bool:
        """Whether a concept is expressed only by what means nothing in the question's language: "still" in English."""
        if language is None or sighting.language == language:
            return False
        return all(self.words[place].key in function_words()[language] for place in sighting.places)

    def _name(self, named: Named) -> None:
        overlapping = [one for one in self.names if one.first <= named.last and named.first <= one.last]
        self.names = [one for one in self.names if one not in overlapping]
        self.names.append(named)
        kind = "topic" if named.topic else named.thing.mark if named.thing else "inner"
        places = range(named.first, named.last + 1)
        if named.topic:
            for place in places:
                word = self.words[place].key
                known = known_word(word) if named.typed and named.size == 1 else None
                self.marks[place] = Word(known.word if known else word, "topic", named.last)
            self._namer.taken.update(places)
        else:
            self.take(places, kind)

    def _left(self, *, closed: bool = False) -> list[int]:
        """Places of words that say nothing yet; with `closed`, also those of which only the end says something."""
        found = sightings(self.marks)
        covered = {n for s in found if not (closed and s.open) for n in s.places}
        return [
            place
            for place, mark in enumerate(self.marks)
            if mark.kind is None
            and place not in covered
            and place not in self.inside
            and mark.key not in meaningless_words()
            and not mark.key.isdecimal()
        ]

    def _mend_word(self, place: int, known: Known) -> None:
        """Read a word as a known one."""
        self.slips.append((self.words[place].text, known.told))
        self.marks[place] = Word(known.word)

    def _absorb_titles(self) -> None:
        """A title before a person belongs to the name."""
        titles = [key(title) for language in LANGUAGES for title in words().titles[language]]
        for named in self.names:
            place = named.first - 1
            while named.thing and named.thing.mark == "person" and place >= 0:
                word = self.words[place].key
                if self.marks[place].kind is not None or not any(word.startswith(title) for title in titles):
                    break
                self.marks[place] = replace_kind(self.marks[place])
                self.inside.add(place)
                place -= 1


def replace_kind(word: Word) -> Word:
    """The word as part of a name."""
    return word._replace(kind="inner")


def _place(named: Named) -> bool:
    return named.thing is not None and named.thing.mark == "place" and not named.thing.weak


def _release(text: str, heard: Sequence[Token], store: Store) -> Release | None:
    if match := _RELEASE_ID.search(text):
        span, found = match.span(), match[0].lower()
    else:
        title = next((match for match in _QUOTED.finditer(text)), None)
        known = _titled(title[1], store) if title else None
        if title is None or known is None:
            return None
        span, found = title.span(1), known
    places = [n for n, word in enumerate(heard) if word.start < span[1] and word.end > span[0]]
    return Release(found, places[0], places[-1]) if places else None


def _titled(title: str, store: Store) -> str | None:
    rows = store.select(
        "SELECT ?id ?title { GRAPH ?r { ?r a rg:Release ; dcterms:identifier ?id ; dcterms:title ?title } }"
    )
    return next((str(name) for name, text in sorted(rows.rows, key=str) if key(str(text)) == key(title)), None)


def _language(marks: Sequence[Word], found: Sequence[Sighting], text: str) -> str | None:
    """The language that most words are of, or nothing where none tells."""
    said = {
        language: sum(mark.kind is None and mark.key in function_words()[language] for mark in marks)
        + 0.9 * sum(sighting.language == language for sighting in found)
        for language in LANGUAGES
    }
    said["de"] += 0.5 * any(letter in text.lower() for letter in "äöüß")
    if said["de"] == said["en"]:
        return None
    return max(LANGUAGES, key=lambda language: said[language])
