"""Where a body lies whose own name says so, such as "Hochschule Wismar"; what no name says stays open."""

from functools import lru_cache

from relgraph.model import Entity
from relgraph.names.authorities import read_words
from relgraph.names.gazetteer import gazetteer
from relgraph.names.resolving import entry_by_id, find_entry
from relgraph.vocabulary import ORGANISATIONS, EntityType

_PLACES = frozenset({EntityType.COUNTRY, EntityType.REGION, EntityType.CITY})
_TOWNS = frozenset({EntityType.CITY})
_LONGEST = 3
"""How many words the name of a place has at most."""


def located(entity: Entity) -> Entity:
    """The entity with the territory that its name says it lies in, where it has none yet or no more than its state.

    >>> located(Entity(id="x", type="GovernmentBody", name="Norwegische Regierung")).part_of
    'https://w3id.org/relgraph/id/country/NO'
    >>> located(Entity(id="x", type="CivilSocietyOrganisation", name="Freundeskreis Litauen")).part_of
    """
    if entity.type not in ORGANISATIONS - {EntityType.INTERNATIONAL_ORGANISATION} or not _open(entity.part_of):
        return entity
    around = _around(entity.name, entity.type)
    if around in (None, entity.id) or not (entity.part_of is None or _lies_in(around, entity.part_of)):
        return entity
    return entity.model_copy(update={"part_of": around})


def _open(around: str | None) -> bool:
    """Whether a name may tell more closely where a body lies: nothing is known, or the state alone."""
    entry = entry_by_id(around) if around else None
    return around is None or (entry is not None and entry.type is EntityType.COUNTRY)


def _lies_in(place: str | None, country: str) -> bool:
    """Whether a place lies in a state, and is not the state itself."""
    inner, outer = entry_by_id(place) if place else None, entry_by_id(country)
    return place != country and inner is not None and outer is not None and inner.country == outer.key


@lru_cache(maxsize=4096)
def _around(name: str, kind: EntityType) -> str | None:
    words = [word for word in name.split() if not word.startswith("(")]
    lists = read_words("body-words.yml")
    if any(_ends(word, lists["elsewhere"]) for word in words):
        return None
    return _behind(words, kind) or _in_front(words) or _of_adjective(name, words, kind)


def _behind(words: list[str], kind: EntityType) -> str | None:
    """A place at once after the body's word, or at the end of the name with nothing between that says otherwise."""
    lists = read_words("body-words.yml")
    for at, word in enumerate(words[:-1]):
        if _ends(word, lists["before_a_place"]):
            types = _PLACES
        elif _ends(word, lists["before_a_town"]):
            types = _TOWNS
        else:
            continue
        first = at + 2 if words[at + 1] in lists["between"] else at + 1
        ends = range(min(first + _LONGEST, len(words)), first, -1)
        found = (_place(words[first:end], types) for end in ends)
        if place := next(filter(None, found), None) or _at_the_end(words, at, types):
            return place
    if kind is EntityType.COMPANY and len(words) > 1:
        return _place(words[-1:], frozenset({EntityType.COUNTRY}))
    return None


def _at_the_end(words: list[str], at: int, types: frozenset[EntityType]) -> str | None:
    """The place that ends a name whose word before it starts with a capital: "Hochschule für Forstwirtschaft X"."""
    starts = range(max(at + 2, len(words) - _LONGEST), len(words))
    fitting = (start for start in starts if words[start - 1][0].isupper())
    return next(filter(None, (_place(words[start:], types) for start in fitting)), None)


def _in_front(words: list[str]) -> str | None:
    """A place that begins a name with an English word for a body: "Kyoto University"."""
    if not set(words[1:]) & set(read_words("body-words.yml")["after_a_place"]):
        return None
    return next(filter(None, (_place(words[:size], _PLACES) for size in range(_LONGEST, 0, -1))), None)


def _of_adjective(name: str, words: list[str], kind: EntityType) -> str | None:
    """The territory of the adjective in a government body's name of two words."""
    if kind is not EntityType.GOVERNMENT_BODY or len(words) != 2:
        return None
    if not _ends(words[1], read_words("body-words.yml")["after_an_adjective"]):
        return None
    hits = gazetteer().find(name)
    fits = hits and hits[0].start == 0 and hits[0].form == "adjective" and hits[0].entity.type in _PLACES
    return hits[0].entity.id if fits else None


def _place(words: list[str], types: frozenset[EntityType]) -> str | None:
    """The territory of that name; the type word before it may be left out."""
    name = " ".join(words)
    entry = find_entry(name, types) if name[:1].isupper() else None
    return entry.iri if entry and len(name) > 2 else None


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return word.casefold().endswith(endings)
