"""Who goes where: whether a name in a question about visits is that of the visitor or that of the destination.

What tells is the preposition before the name, what is asked for ("wer", "wohin"), and the order of the words. Owns no
words; those stand in `data/asking`.
"""

from collections.abc import Iterator, Sequence

from relgraph.understanding.hearing import Heard
from relgraph.understanding.naming import Named
from relgraph.understanding.prepositions import preposition

VISITOR, DESTINATION = "visitor", "destination"
_TURNED = {VISITOR: DESTINATION, DESTINATION: VISITOR}
_TOWARD = frozenset({"toward", "inside", "host"})


def headings(names: Sequence[Named], heard: Heard) -> dict[str, Named]:
    """The visitor and the destination that a question names; nothing unless its words tell the part of each name.

    Talks have no direction: a question that asks for them too tells none.
    """
    if not _said("visit", heard) or _beside("meet", "visit", heard):
        return {}
    found: dict[str, Named] = {}
    open_: list[Named] = []
    for named in names:
        part = _told(named, heard)
        if part is None:
            open_.append(named)
        elif part in found:
            return {}
        else:
            found[part] = named
    for part, named in _concluded(open_, found, heard):
        found[part] = named
    return found if len(found) == len(names) else {}


def _told(named: Named, heard: Heard) -> str | None:
    """What the preposition before a name tells, or a noun behind it: "nach Japan", "japanische Gäste", "Japan trip"."""
    assert named.thing is not None
    kind = preposition(named, heard)
    behind = {sighting.concept for sighting in heard.concepts if named.last + 1 in sighting.places}
    if kind in _TOWARD:
        return DESTINATION
    if kind == "from" or ("guest" in behind and (named.adjective or not kind)):
        return VISITOR
    if kind == "by":
        return _turned(VISITOR, heard)
    if kind == "of" and (named.thing.mark == "person" or _said("receive", heard)):
        # "Wer wurde von … empfangen?" names the host, "Wer empfing den Gouverneur von …?" the guest
        return VISITOR if named.genitive or _said("office", heard) else _turned(VISITOR, heard)
    return DESTINATION if "trip" in behind and not named.adjective and not kind else None


def _concluded(names: list[Named], found: dict[str, Named], heard: Heard) -> Iterator[tuple[str, Named]]:
    """The parts of names that nothing beside them tells: from the other's part, their order, or what is asked for."""
    kinds = [preposition(named, heard) for named in names]
    if any(kind not in ("", "of") for kind in kinds):
        return
    asked = _turned(VISITOR, heard) if _said("asks-destination", heard) else None
    if len(names) == 1 and asked in found and _said("receive", heard):
        return  # "Wen empfing … in Stuttgart?" names the host and the town
    if len(names) == 1 and len(found) == 1:
        yield from ((_TURNED[part], names[0]) for part in tuple(found))
    elif len(names) == 2 and not found and kinds == ["", ""] and _said("visiting", heard):
        yield from zip((VISITOR, DESTINATION), names, strict=True)
    elif len(names) == 1 and not found and (kinds == [""] or _said("office", heard)):
        # "den Gouverneur von Kanagawa" is one whom the question names by office
        if _said("asks-guest", heard):
            yield DESTINATION, names[0]
        elif _said("asks-destination", heard):
            yield _turned(VISITOR, heard), names[0]
        elif _said("asks-visitor", heard):
            yield _turned(DESTINATION, heard), names[0]


def _turned(part: str, heard: Heard) -> str:
    """The other part where the question speaks of receiving: who receives is where the visitor goes."""
    return _TURNED[part] if _said("receive", heard) else part


def _said(concept: str, heard: Heard) -> bool:
    return any(sighting.concept == concept for sighting in heard.concepts)


def _beside(concept: str, other: str, heard: Heard) -> bool:
    """Whether a concept is expressed by words that do not express the other one as well."""
    places = {place for sighting in heard.concepts if sighting.concept == other for place in sighting.places}
    return any(sighting.concept == concept and not places.issuperset(sighting.places) for sighting in heard.concepts)
