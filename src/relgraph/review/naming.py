"""Whom an end of a decision means: an entity of the release, or one that it has to bring."""

from collections.abc import Iterable, Mapping

from relgraph import iris
from relgraph.errors import UnknownName
from relgraph.model import Entity
from relgraph.names.folding import folded
from relgraph.names.gazetteer import gazetteer
from relgraph.review.decisions import End
from relgraph.vocabulary import ID, EntityType


def meant(end: End, entities: Iterable[Entity], aliases: Mapping[str, str], *, mentions: bool = True) -> Entity | None:
    """The entity of a release that an end means: by its IRI, else its name, a name it had, or a form in the text.

    `aliases` maps folded names to the IRIs that have taken their place.
    """
    held = [*entities]
    wanted = end.id or (end.name if end.name.startswith(ID) else None)
    if wanted is not None and (found := next((one for one in held if one.id == wanted), None)):
        return found
    fitting = [one for one in held if end.type in (None, one.type)]
    name = folded(end.name)
    if found := next((one for one in fitting if folded(one.name) == name), None):
        return found
    if name in aliases and (found := next((one for one in held if one.id == aliases[name]), None)):
        return found
    if not mentions:
        return None
    return next((one for one in fitting if any(folded(mention.text) == name for mention in one.mentions)), None)


def known(end: End) -> Entity | None:
    """The entity of an authority that an end means, or nothing."""
    iri = end.id or (end.name if end.name.startswith(ID) else None)
    if iri is not None and (found := gazetteer().by_id(iri)):
        return found
    try:
        return gazetteer().resolve(end.name, {end.type} if end.type else None)
    except UnknownName:
        return None


def made(end: End, kind: EntityType | None = None) -> Entity | None:
    """An entity that no release has to name: that of an authority, else one of its own; nothing without a type."""
    if entity := known(end):
        return entity
    type_ = end.type or kind
    if type_ is None or end.name.startswith(ID):
        return None
    return Entity(id=end.id or iris.entity(type_, end.name), type=type_, name=end.name)
