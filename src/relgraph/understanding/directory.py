"""Whom and what a question may name: everything in the store by its labels, and what the gazetteer lists.

Owns the keys under which things are found; which words of a question are names is the business of `naming`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from relgraph.names.forms import listed_namings
from relgraph.names.naming import Need, Shape
from relgraph.store.protocol import Store
from relgraph.understanding.lexicon import words
from relgraph.understanding.tokens import key
from relgraph.vocabulary import ID, ONTOLOGY, EntityType

_LABELS = f"""SELECT ?thing ?label ?class ?whole
    {{ VALUES ?class {{ {" ".join(f"rg:{kind}" for kind in EntityType)} }}
      ?thing a ?class ; rdfs:label ?label OPTIONAL {{ ?thing rg:partOf ?whole }} }}"""
_HOMES = "SELECT DISTINCT ?home { GRAPH ?release { ?release a rg:Release ; rg:region ?home } }"
_ORDER = {kind: place for place, kind in enumerate(("Country", "Region", "WorldRegion", "City"))}
_GERMANY = f"{ID}country/DE"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity that a question may name; `stored` says whether the graph knows it."""

    iri: str
    name: str
    kind: str
    part_of: str | None = None
    stored: bool = False
    weak: bool = False

    @property
    def mark(self) -> str:
        """What patterns of concepts call it."""
        return {"Person": "person", "Document": "document", "Event": "event"}.get(
            self.kind, "place" if self.kind in _ORDER else "body"
        )

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """What orders things of one name: those of the graph first, states before regions before towns."""
        return (self.weak, not self.stored, _ORDER.get(self.kind, 4), self.iri)


Index = dict[str, list[Thing]]


class Directory:
    """All things by the keys of their names."""

    def __init__(self, store: Store) -> None:
        self.things: dict[str, Thing] = {}
        self.names: Index = {}
        self.stems: Index = {}
        self.codes: dict[str, Thing] = {}
        self.short: dict[str, Thing] = {}
        self.areas: dict[str, Thing] = {}
        self.inhabitants = {key(name) for names in words().demonyms.values() for name in names}
        self._wholes: dict[str, str] = {}
        self._stored(store)
        self._listed()
        self._homes = {str(row[0]) for row in store.select(_HOMES).rows}
        for index in (self.names, self.stems):
            for things in index.values():
                things.sort(key=lambda thing: thing.rank)

    def is_home(self, thing: Thing) -> bool:
        """Whether a thing is one of the regions whose releases these are, or a German Land, or part of one."""
        place: str | None = thing.iri
        while place is not None:
            if place in self._homes or (place != _GERMANY and self._wholes.get(place) == _GERMANY):
                return True
            place = self._wholes.get(place)
        return False

    def holds(self, whole: Thing, part: Thing) -> bool:
        """Whether one thing lies in another."""
        place = self._wholes.get(part.iri)
        while place is not None:
            if place == whole.iri:
                return True
            place = self._wholes.get(place)
        return False

    @cached_property
    def joined(self) -> Index:
        """Things by names without blanks, so that "Süd Korea" and "BadenWürttemberg" are found too."""
        return _regrouped((name.replace(" ", ""), things) for name, things in self.names.items())

    @cached_property
    def surnames(self) -> Index:
        """Persons by the last word of their names."""
        return _regrouped(
            (name.rsplit(" ", 1)[-1], [thing])
            for name, things in self.names.items()
            for thing in things
            if thing.kind == "Person" and " " in name
        )

    @cached_property
    def parts(self) -> Index:
        """Organisations, papers and events by each longer word of their names."""
        return _regrouped(
            (word, [thing])
            for name, things in self.names.items()
            for thing in things
            if thing.stored and thing.kind not in _ORDER and thing.kind != "Person" and " " in name
            for word in set(name.split())
            if len(word) > 4
        )

    def _stored(self, store: Store) -> None:
        for thing, label, kind, whole in store.select(_LABELS).rows:
            iri, name = str(thing), str(label)
            known = self.things.get(iri)
            if known is None or getattr(label, "language", None) == "de":
                part_of = None if whole is None else str(whole)
                known = Thing(iri, name, str(kind).removeprefix(ONTOLOGY), part_of, stored=True)
                self.things[iri] = known
            if whole is not None:
                self._wholes[iri] = str(whole)
            _add(self.names, key(name), known)

    def _listed(self) -> None:
        by_key: dict[str, Thing] = {}
        for naming in listed_namings():
            entry = naming.entry
            iri, whole = entry.iri, entry.part_of
            thing = self.things.setdefault(iri, Thing(iri, entry.name, entry.type.value, whole))
            by_key.setdefault(entry.key, thing)
            if whole is not None:
                self._wholes.setdefault(iri, whole)
            if entry.code:
                self.codes[entry.code] = thing
            for name in {entry.name, entry.name_en or entry.name}:
                _add(self.names, key(name), thing)
            weak = Thing(thing.iri, thing.name, thing.kind, thing.part_of, thing.stored, weak=True)
            for form in naming.forms:
                index = self.stems if form.shape is Shape.STEM else self.names
                _add(index, key(form.text), thing if form.need is Need.NOTHING else weak)
        self._people_add(by_key, words().nicknames)
        self._people_add(by_key, words().demonyms)
        self.areas = {by_key[body].iri: by_key[area] for body, area in words().areas.items() if body in by_key}

    def _people_add(self, by_key: Mapping[str, Thing], given: Mapping[str, Iterable[str]]) -> None:
        """What people call a territory; short names in capitals are codes."""
        for code, names in given.items():
            for name in names:
                if len(name) < 4 and name.isupper():
                    self.codes[name] = self.short[key(name)] = by_key[code]
                _add(self.names, key(name), by_key[code]) if len(name) > 2 else None


def _add(index: Index, name: str, thing: Thing) -> None:
    things = index.setdefault(name, [])
    if all(one.iri != thing.iri for one in things):
        things.append(thing)


def _regrouped(pairs: Iterable[tuple[str, list[Thing]]]) -> Index:
    index: Index = {}
    for name, things in pairs:
        for thing in things:
            _add(index, name, thing)
    for found in index.values():
        found.sort(key=lambda thing: thing.rank)
    return index
