"""What came, went or changed, as values: of releases with their relations, of entities, of ties, of partners."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from relgraph.difference.pairing import Change
from relgraph.difference.states import RelationState, ReleaseState, Values


@dataclass(frozen=True)
class FieldChange:
    """A property with its values before and after."""

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class RelationChange:
    """What became of a relation; `state` is the new one, or the last that there was."""

    change: Change
    state: RelationState
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class ReleaseChange:
    """What became of a release and its relations; `moved` counts sentences that only stand elsewhere in its text."""

    change: Change
    state: ReleaseState
    fields: tuple[FieldChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    moved: int = 0
    sentences: Mapping[Change, int] = field(default_factory=dict)


@dataclass(frozen=True)
class EntityChange:
    """What became of an entity that releases share."""

    change: Change
    id: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class TieChange:
    """What became of a tie, the sum of all relations of a type between two ends."""

    change: Change
    id: str
    type: str
    subject: str
    other: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class PartnerChange:
    """Two actors between whom there are ties for the first time, or no more; `releases` are those that caused it."""

    change: Change
    ends: tuple[str, str]
    types: tuple[str, ...]
    releases: tuple[str, ...] = ()


Item = ReleaseChange | EntityChange | TieChange | PartnerChange


def field_changes(old: Values, new: Values) -> Iterator[FieldChange]:
    """Properties whose values differ.

    >>> list(field_changes({"status": ("planned",)}, {"status": ("active",)}))
    [FieldChange(name='status', old=('planned',), new=('active',))]
    """
    for name in sorted({*old, *new}):
        before, after = old.get(name, ()), new.get(name, ())
        if before != after:
            yield FieldChange(name, before, after)


def release_change(old: ReleaseState | None, new: ReleaseState | None) -> ReleaseChange:
    """What became of a release, its relations by the place of their sentences."""
    state = new or old
    if state is None:
        raise ValueError("a release that neither graph has did not change")
    change = Change.CHANGED if old and new else Change.CAME if new else Change.WENT
    before, after = (one.relations if one else {} for one in (old, new))
    relations: list[RelationChange] = []
    moved = 0
    for iri in sorted({*before, *after}):
        was, now = before.get(iri), after.get(iri)
        if was is None or now is None:
            relations += [RelationChange(Change.CAME if now else Change.WENT, one) for one in (now or was,) if one]
        elif fields := tuple(field_changes(_told(was), _told(now))):
            relations.append(RelationChange(Change.CHANGED, now, fields))
        else:
            moved += was.place != now.place
    fields = tuple(field_changes(old.fields, new.fields)) if old and new else ()
    relations.sort(key=lambda one: (int(one.state.place.partition("-")[0] or 0), one.state.id))
    said, says = ({relation.sentence for relation in held.values()} for held in (before, after))
    sentences = {Change.CAME: len(says - said), Change.WENT: len(said - says)}
    return ReleaseChange(change, state, fields, tuple(relations), moved, sentences)


def _told(state: RelationState) -> Values:
    return {**state.fields, "sentence": (state.sentence,)}
