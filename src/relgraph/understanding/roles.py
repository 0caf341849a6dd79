"""Which part a name plays in a question: the actor, the other one, the country, the region whose releases are meant.

What speaks for each part is weighed (what kind of thing it is, the preposition before it, its form), and the names are
shared out so that all of them fit best together. Owns the weights; docs/asking.md tells them in words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from relgraph.understanding.directory import Directory
from relgraph.understanding.headings import DESTINATION, VISITOR, headings
from relgraph.understanding.hearing import Heard
from relgraph.understanding.naming import Named
from relgraph.understanding.prepositions import preposition

ENDS = ("actor", "other", "country", "region", "document")
"""Parameters that take an entity, in the order in which they are filled when all else is equal."""
_KINDS: Mapping[str, Mapping[str, float]] = {
    "actor": {"home": 2, "person": 1.5, "body": 1.5, "place": 0.8, "document": 0.3, "event": 0.3},
    "other": {"home": 0.8, "person": 1, "body": 1, "place": 1, "document": 0.3, "event": 0.3},
    "country": {"home": -0.4, "person": -0.6, "body": -0.3, "place": 2, "document": -1, "event": -1},
    "region": {"home": 2, "person": -2, "body": -0.5, "place": 0.5, "document": -2, "event": -2},
    "document": {"home": -1, "person": -2, "body": 0, "place": -1, "document": 3, "event": 0.5},
}
_PREPOSITIONS: Mapping[str, Mapping[str, float]] = {
    "actor": {
        "of": 0.8,
        "by": 0.8,
        "": 0.5,
        "host": 0.5,
        "between": 0.3,
        "with": -0.2,
        "toward": -0.8,
        "inside": -0.5,
        "from": 0.1,
        "for": 0.4,
    },
    "other": {
        "of": -0.2,
        "by": -0.2,
        "": 0,
        "between": 0,
        "with": 0.6,
        "toward": 0.5,
        "inside": 0.2,
        "from": 0,
        "for": 0,
    },
    "country": {
        "of": -0.6,
        "by": -0.6,
        "": 0,
        "between": 0,
        "with": 0.6,
        "toward": 1,
        "inside": 1,
        "from": 0.6,
        "for": 0,
    },
    "region": {
        "of": 0.4,
        "by": 0.4,
        "": 0,
        "between": 0,
        "with": -1,
        "toward": -0.5,
        "inside": 0.4,
        "from": 0.8,
        "for": 0.3,
    },
    "document": {},
}
_ADJECTIVE = {"country": 0.5, "actor": -0.2, "region": 0.2}
_LOCAL = frozenset({"toward", "inside", "from"})
_PLACES = frozenset({"country", VISITOR, DESTINATION})
_LATER = 0.15
_MOST = 4


def share_out(names: Sequence[Named], takes: Sequence[str], heard: Heard, directory: Directory) -> dict[str, Named]:
    """The names by the parameters that they fill best; a name that fits none is left out.

    A question that takes one entity only takes any kind of it; one that takes a visitor and a destination takes them
    where the words tell which is which.
    """
    names = _without_wholes(names, directory)[:_MOST]
    if VISITOR in takes and DESTINATION in takes and (told := headings(names, heard)):
        return told
    ends = [end for end in ENDS if end in takes]
    if not names or not ends:
        return {}
    slots: list[str | None] = [*ends, *[None] * len(names)]
    best: tuple[float, dict[str, Named]] = (0.0, {})
    for chosen in dict.fromkeys(permutations(slots, len(names))):
        pairs = [(end, named) for end, named in zip(chosen, names, strict=True) if end is not None]
        if "other" in chosen and "actor" not in chosen:
            continue
        weight = sum(_weight(end, named, heard, directory, alone=len(ends) == 1) for end, named in pairs)
        weight -= _LATER * sum(
            names.index(one) > names.index(two)
            for end, one in pairs
            for other, two in pairs
            if ENDS.index(end) < ENDS.index(other)
        )
        if weight > best[0] + 1e-9:
            best = (weight, dict(pairs))
    return best[1]


def kind_of(named: Named, heard: Heard, directory: Directory) -> str:
    """What kind of thing a name names, as roles tell them apart."""
    named = _placed(named, heard, directory)
    assert named.thing is not None
    if named.thing.mark == "place" and directory.is_home(named.thing):
        return "home"
    return named.thing.mark


def place(end: str, named: Named, heard: Heard, directory: Directory) -> Named:
    """A name as a parameter takes it: one for a place takes a body by the area of its states, "in der EU"."""
    return _placed(named, heard, directory) if end in _PLACES else named


def _placed(named: Named, heard: Heard, directory: Directory) -> Named:
    """A body by the area of its states where the words ask for a place."""
    assert named.thing is not None
    area = directory.areas.get(named.thing.iri)
    return replace(named, thing=area) if area is not None and preposition(named, heard) in _LOCAL else named


def _weight(end: str, named: Named, heard: Heard, directory: Directory, *, alone: bool) -> float:
    weight = _KINDS[end][kind_of(named, heard, directory)] + _PREPOSITIONS[end].get(preposition(named, heard), 0)
    weight += _ADJECTIVE.get(end, 0) if named.adjective else 0
    return max(weight, 0.2) if alone and end != "document" else weight


def _without_wholes(names: Sequence[Named], directory: Directory) -> list[Named]:
    """Names without those that only say where another one lies: "Kanagawa in Japan", "Japan's Kanagawa"."""
    kept: list[Named] = []
    names = [one for number, one in enumerate(names) if _same(one) not in map(_same, names[:number])]
    for number, named in enumerate(names):
        beside = [*names[max(0, number - 1) : number], *names[number + 1 : number + 2]]
        if not any(
            named.thing and other.thing and directory.holds(named.thing, other.thing)
            and max(other.first - named.last, named.first - other.last) <= 2
            for other in beside
        ):  # fmt: skip
            kept.append(named)
    return kept


def _same(named: Named) -> str:
    """What tells whether two names name the same thing."""
    return named.thing.iri if named.thing else str(named.topic)
