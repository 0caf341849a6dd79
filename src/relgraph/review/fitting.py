"""What a relation of a type may run between, as the shapes of the ontology have it: decisions break no build."""

from collections.abc import Mapping

from relgraph.vocabulary import ACTORS, ORGANISATIONS, EntityType, RelationType

_R = RelationType
_ALL = frozenset(EntityType)
_EVENTS, _DOCUMENTS = frozenset({EntityType.EVENT}), frozenset({EntityType.DOCUMENT})
_SUBJECTS: Mapping[RelationType, frozenset[EntityType]] = {
    _R.AFFILIATION: frozenset({EntityType.PERSON}), _R.FRAMEWORK: _DOCUMENTS,
}  # fmt: skip
_OBJECTS: Mapping[RelationType, frozenset[EntityType]] = {
    _R.HOSTING: _EVENTS, _R.PARTICIPATION: _EVENTS, _R.MEMBERSHIP: ORGANISATIONS, _R.FRAMEWORK: _DOCUMENTS,
    _R.SUPPORT: _ALL, _R.RESPONSIBILITY: _ALL,
}  # fmt: skip
_TOPICS_ONLY = frozenset({_R.STRENGTH, _R.INTEREST})
_OBJECT_OR_TOPICS = frozenset({_R.CONCERN, _R.RESPONSIBILITY})


def complaint(
    kind: RelationType, subject: EntityType | None, other: EntityType | None, *, has_object: bool, has_topics: bool
) -> str | None:
    """What is wrong with the ends of a relation, if anything; a type that is not known passes.

    >>> complaint(RelationType.STRENGTH, EntityType.COUNTRY, EntityType.COUNTRY, has_object=True, has_topics=True)
    'a strength has topics and no object'
    """
    if subject is not None and subject not in _SUBJECTS.get(kind, ACTORS):
        return f"{_a(kind)} runs from no {subject}"
    if kind in _TOPICS_ONLY:
        return f"{_a(kind)} has topics and no object" if has_object or not has_topics else None
    if not has_object:
        return None if kind in _OBJECT_OR_TOPICS and has_topics else f"{_a(kind)} needs an object"
    if other is not None and other not in _OBJECTS.get(kind, ACTORS):
        return f"{_a(kind)} aims at no {other}"
    return None


def ends_before(start: str | None, end: str | None) -> bool:
    """Whether a relation would end before it begins; a year and a day are compared as years.

    >>> ends_before("2020-05", "2019"), ends_before("2020-05", "2020"), ends_before(None, "2019")
    (True, False, False)
    """
    if start is None or end is None:
        return False
    length = min(len(start), len(end))
    return end[:length] < start[:length]


def _a(kind: RelationType) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
