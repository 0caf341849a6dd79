"""Resolving what a user types: an IRI, a code, a German or English name, an alias; a miss suggests."""

from collections.abc import Collection
from functools import lru_cache

from relgraph.errors import UnknownName
from relgraph.names.cities import cities
from relgraph.names.entry import Entry
from relgraph.names.folding import folded
from relgraph.names.forms import bearer, form_table, listed_namings
from relgraph.names.making import of_names
from relgraph.names.naming import Need
from relgraph.vocabulary import ID, EntityType

_CITY = f"{ID}city/"
_ORDER = {EntityType.COUNTRY: 0, EntityType.REGION: 1, EntityType.CITY: 2, EntityType.WORLD_REGION: 3}
_BIG = 100_000
_NEAREST, _CUTOFF = 40, 60


def entry_by_id(iri: str) -> Entry | None:
    """The entry with an IRI, or nothing."""
    number = iri.removeprefix(_CITY)
    if iri.startswith(_CITY) and number.isascii() and number.isdecimal() and len(number) < 12:
        index = cities().find(int(number))
        return None if index is None else bearer(len(listed_namings()) + index)
    return _listed().get(iri)


def find_entry(label: str, types: Collection[EntityType] | None = None) -> Entry | None:
    """The entry that a label stands for, or nothing: Country before Region before big City, in a fixed order."""
    if label.startswith(ID):
        entry = entry_by_id(label)
        return entry if entry and (types is None or entry.type in types) else None
    entries = _entries(folded(label), types)
    return min(entries, key=lambda found: _rank(found[0], found[1], label), default=(None, Need.NOTHING))[0]


def resolve_entry(label: str, types: Collection[EntityType] | None = None) -> Entry:
    """The entry that a label stands for.

    Raises:
        UnknownName: nothing of these types has the name; up to three that come near are suggested.
    """
    entry = find_entry(label, types)
    if entry is None:
        raise UnknownName(label, suggestions=suggestions(folded(label), None if types is None else frozenset(types)))
    return entry


@lru_cache(maxsize=256)
def suggestions(key: str, types: frozenset[EntityType] | None = None) -> tuple[str, ...]:
    """Up to three names that come nearest to a folded label, the better known first among equals."""
    from rapidfuzz import fuzz, process

    nearest = process.extract(key, _index().keys(), scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_CUTOFF)
    named = [(score + _fame(name), name) for name, score, _ in nearest if _entries(name, types)]
    best = [name for _, name in sorted(named, key=lambda pair: (-pair[0], pair[1]))]
    entries = (min(_entries(name, types), key=lambda found: _rank(found[0], found[1], name))[0] for name in best)
    return tuple(dict.fromkeys(entry.name for entry in entries))[:3]


def _fame(name: str) -> float:
    """What raises a suggestion: states and regions are asked for more often than towns, large towns than small."""
    entries = [entry for entry, _ in _entries(name)]
    if any(entry.type is not EntityType.CITY for entry in entries):
        return 12.0
    return min(12.0, max((entry.population for entry in entries), default=0) / 100_000)


def _rank(entry: Entry, need: Need, label: str) -> tuple[bool, Need, int, bool, int, str]:
    small = entry.type is EntityType.CITY and entry.population < _BIG
    other = label not in (entry.name, entry.name_en, entry.code)
    return (small, need, _ORDER.get(entry.type, 4), other, -entry.population, entry.key)


def _entries(key: str, types: Collection[EntityType] | None = None) -> list[tuple[Entry, Need]]:
    found = ((bearer(code >> 2), Need(code & 3)) for code in _index().get(key, ()))
    return [(entry, need) for entry, need in found if types is None or entry.type in types]


@lru_cache(maxsize=1)
def _listed() -> dict[str, Entry]:
    return {naming.entry.iri: naming.entry for naming in listed_namings()}


@of_names
def _index() -> dict[str, tuple[int, ...]]:
    """Numbers of bearers, with the need of the form, by folded name."""
    index: dict[str, tuple[int, ...]] = {}
    for text, codes in form_table().items():
        if names := tuple((code >> 4) << 2 | code & 3 for code in codes if not code & 12):
            key = folded(text)
            index[key] = (*index.get(key, ()), *names)
    for number, naming in enumerate(listed_namings()):
        for label in (naming.entry.name, naming.entry.name_en, naming.entry.code):
            if label:
                key = folded(label)
                index[key] = (*index.get(key, ()), number << 2)
    return index
