"""Resolving what a user types: an IRI, a code, a German or English name, an alias; a miss suggests."""

from collections.abc import Collection, Iterable
from functools import lru_cache

from relgraph.errors import UnknownName
from relgraph.names.cities import cities
from relgraph.names.entry import Entry
from relgraph.names.folding import folded
from relgraph.names.forms import Candidate, form_table, listed_namings
from relgraph.names.naming import Need, Shape
from relgraph.vocabulary import ID, EntityType

_CITY = f"{ID}city/"
_ORDER = {EntityType.COUNTRY: 0, EntityType.REGION: 1, EntityType.CITY: 2, EntityType.WORLD_REGION: 3}
_BIG = 100_000


def entry_by_id(iri: str) -> Entry | None:
    """The entry with an IRI, or nothing."""
    if iri.startswith(_CITY):
        number = iri.removeprefix(_CITY)
        index = cities().find(int(number)) if number.isascii() and number.isdigit() else None
        return cities().entry(index) if index is not None else None
    return _listed().get(iri)


def resolve_entry(label: str, types: Collection[EntityType] | None = None) -> Entry:
    """The entry a label stands for: Country before Region before big City, in a fixed order.

    Raises:
        UnknownName: nothing has the name.
    """
    if label.startswith(ID) and (entry := entry_by_id(label)):
        return entry
    key = folded(label)
    candidates = [entry for entry in _entries(key) if types is None or entry.type in types]
    if not candidates:
        raise UnknownName(label, suggestions=suggestions(key, types))
    return min(candidates, key=lambda entry: _rank(entry, key))


def suggestions(key: str, types: Collection[EntityType] | None = None) -> list[str]:
    """Up to three names that come nearest to a folded label."""
    from rapidfuzz import fuzz, process

    names = _index()
    nearest = process.extract(key, names.keys(), scorer=fuzz.WRatio, limit=30, score_cutoff=70)
    ranked = sorted(nearest, key=lambda match: (-round(match[1]), -_weight(match[0], types), match[0]))
    found: dict[str, None] = {}
    for name, _score, _ in ranked:
        for entry in _entries(name):
            if types is None or entry.type in types:
                found.setdefault(entry.name)
                break
    return list(found)[:3]


def _weight(name: str, types: Collection[EntityType] | None) -> int:
    entries = [entry for entry in _entries(name) if types is None or entry.type in types]
    return max((100_000_000 if entry.type is not EntityType.CITY else entry.population for entry in entries), default=0)


def _rank(entry: Entry, key: str) -> tuple[int, int, int, int, str]:
    small = entry.type is EntityType.CITY and entry.population < _BIG
    exact = folded(entry.name) == key or folded(entry.name_en or "") == key
    return (small, _ORDER.get(entry.type, 4), not exact, -entry.population, entry.key)


def _entries(key: str) -> Iterable[Entry]:
    return (Candidate(bearer, Shape.NAME, Need.NOTHING).entry for bearer in _index().get(key, ()))


@lru_cache(maxsize=1)
def _listed() -> dict[str, Entry]:
    return {naming.entry.iri: naming.entry for naming in listed_namings()}


@lru_cache(maxsize=1)
def _index() -> dict[str, list[Entry | int]]:
    index: dict[str, list[Entry | int]] = {}
    for text, candidates in form_table().items():
        bearers = [candidate.bearer for candidate in candidates if candidate.shape is Shape.NAME]
        index.setdefault(folded(text), []).extend(bearers)
    for naming in listed_namings():
        entry = naming.entry
        for label in (entry.name, entry.name_en, entry.code):
            if label:
                index.setdefault(folded(label), []).append(entry)
    return index
