"""How much is said of partners, by the country, region and city in which they are; read from a store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple
from weakref import WeakKeyDictionary

from relgraph.atlas import selects
from relgraph.comparison.naming import names
from relgraph.comparison.scope import scope
from relgraph.queries.batches import asked, batched, value
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.queries.sides import side
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, EntityType, RelationType

_PARTNERSHIP = ONTOLOGY + RelationType.PARTNERSHIP.class_name
_PLACES = (EntityType.COUNTRY, EntityType.REGION, EntityType.CITY)


@dataclass(frozen=True, slots=True)
class Place:
    """A partner's country, region or city, and how much is said of partners there."""

    iri: str
    name: str
    kind: EntityType
    country: str
    partnerships: int
    relations: int
    sentences: int
    releases: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Partners by place, those with most releases first; `homes` are where the actor, or whoever speaks, is."""

    actor: str | None
    actor_iri: str | None
    homes: tuple[str, ...]
    places: tuple[Place, ...]
    relations: int
    sentences: int
    releases: int

    def of(self, kind: EntityType) -> list[Place]:
        """Places of a kind."""
        return [place for place in self.places if place.kind is kind]


@dataclass
class _Sum:
    relations: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    partnerships: set[frozenset[str]] = field(default_factory=set)


def reach(
    store: Store, *, actor: str | None = None, topic: str | None = None, type_: str | None = None,
    since: str | None = None, until: str | None = None, language: str = "de",
) -> Reach:  # fmt: skip
    """Where partners are: of an actor with all that is part of it, or of whoever releases speak of.

    A relation counts for a place where one end is there, and the other elsewhere: of an actor, on its side. Nobody is
    a partner in the actor's own country; without an actor, in the country of the region that the release speaks for.
    `since` and `until` bound the dates of releases.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things.
    """
    whom = None if actor is None else str(resolve(actor, ParameterType.ENTITY, store))
    own = side(store, whom) if whom else None
    kind = None if type_ is None else str(resolve(type_, ParameterType.RELATION_TYPE, store))
    chosen = None if topic is None else _of_topic(store, topic)
    dated = scope(store, None, since, until).dated
    ground = _ground(store)
    homes = ground.countries([whom] if whom else ground.regions.values())
    sums: dict[str, _Sum] = defaultdict(_Sum)
    total = _Sum()
    for held in ground.relations:
        outside = held.release not in dated or (chosen is not None and held.iri not in chosen)
        if outside or (kind and held.type != kind):
            continue
        home = homes if whom else ground.countries([ground.regions.get(held.release, "")])
        found = _places(ground, held, own, home)
        for added in (*(sums[place] for place in found), *([total] if found else [])):
            added.relations.add(held.iri)
            added.sentences.add(held.evidence)
            added.releases.add(held.release)
            if held.type == _PARTNERSHIP:
                added.partnerships.add(frozenset((held.one, held.other)))
    named = names(store, {*sums, *([whom] if whom else [])}, language)
    places = [_place(iri, named[iri], ground, added) for iri, added in sums.items()]
    ranked = sorted(places, key=lambda one: (-one.releases, -one.sentences, one.name, one.iri))
    return Reach(
        named[whom] if whom else None, whom, tuple(sorted(homes)), tuple(ranked),
        len(total.relations), len(total.sentences), len(total.releases),
    )  # fmt: skip


def _of_topic(store: Store, topic: str) -> set[str]:
    """Relations on a topic or one below it."""
    iri = str(resolve(topic, ParameterType.TOPIC, store))
    below = {value(row, "found") for row in batched(store, selects.NARROWER, [iri])}
    return {value(row, "found") for row in batched(store, selects.OF_TOPIC, {iri, *below})}


def _places(ground: "_Ground", held: "_Held", own: frozenset[str] | None, home: set[str]) -> set[str]:
    """Places abroad of the ends that are partners."""
    found: set[str] = set()
    for end, far in ((held.one, held.other), (held.other, held.one)):
        partner = own is None or (far in own and end not in own)
        if partner and ground.of(end).isdisjoint(home):
            found |= ground.of(end) - ground.of(far)
    return found


class _Held(NamedTuple):
    """A relation between two ends."""

    release: str
    iri: str
    type: str
    evidence: str
    one: str
    other: str


class _Ground:
    """What every map of a store begins with: its relations, and in which countries, regions and cities all ends are."""

    def __init__(self, store: Store) -> None:
        columns = ("release", "relation", "type", "evidence", "one", "other")
        self.relations = [
            _Held(*(intern(value(row, column)) for column in columns)) for row in asked(store, selects.RELATIONS)
        ]
        self.regions = {value(row, "release"): value(row, "region") for row in asked(store, selects.REGIONS)}
        kinds = {value(row, "thing"): value(row, "kind").removeprefix(ONTOLOGY) for row in asked(store, selects.KINDS)}
        self.kinds = {iri: EntityType(kind) for iri, kind in kinds.items()}
        self._in: dict[str, set[str]] = defaultdict(set)
        for row in asked(store, selects.WITHIN):
            whole = value(row, "whole")
            if self.kinds.get(whole) in _PLACES:
                self._in[value(row, "one")].add(intern(whole))

    def of(self, iri: str) -> set[str]:
        """The places that something is in, itself among them if it is one."""
        return self._in.get(iri, set())

    def countries(self, iris: Iterable[str]) -> set[str]:
        """The countries that these are in."""
        return {whole for iri in iris for whole in self.of(iri) if self.kinds[whole] is EntityType.COUNTRY}


_grounds: WeakKeyDictionary[Store, _Ground] = WeakKeyDictionary()


def _ground(store: Store) -> _Ground:
    """The ground of a store, read once as long as it is open: of ten thousand releases that takes seconds."""
    if store not in _grounds:
        _grounds[store] = _Ground(store)
    return _grounds[store]


def _place(iri: str, name: str, ground: _Ground, added: _Sum) -> Place:
    around = sorted(ground.countries([iri]))
    return Place(
        iri, name, ground.kinds[iri], around[0] if around else iri, len(added.partnerships), len(added.relations),
        len(added.sentences), len(added.releases),
    )  # fmt: skip


def by_country(places: Iterable[Place]) -> Mapping[str, Place]:
    """Countries among the places, by IRI."""
    return {place.iri: place for place in places if place.kind is EntityType.COUNTRY}
