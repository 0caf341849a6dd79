"""Decisions played back on what a release says: accepted, rejected, corrected and added relations, entities made one.

Each release is treated by itself, so that taking one in or out changes nothing of the others.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from relgraph import iris
from relgraph.extraction.relations import identity, merge
from relgraph.model import Entity, Evidence, Extraction, Relation
from relgraph.names.folding import folded
from relgraph.review.decisions import (
    Change,
    Correct,
    Decision,
    End,
    Link,
    OfRelation,
    Reject,
    Same,
    Stated,
    digest,
    standing,
)
from relgraph.review.fitting import complaint, ends_before
from relgraph.review.misfits import Unfit, Why, unfit
from relgraph.review.naming import known, made, meant
from relgraph.vocabulary import Basis, EntityType

RULE = "reviewed"
"""The rule of a relation that no rule reads, only a person."""
_ENDS = ("subject", "object", "document", "event")


class Played(NamedTuple):
    """A release after the decisions about it, and what became of them.

    `met` are the keys of the decisions on entities that found theirs.
    """

    extraction: Extraction
    decided: int
    met: tuple[str, ...]
    unfit: tuple[Unfit, ...]


class Replay:
    """Plays decisions back, each release by itself, whichever were played before."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        held = standing(decisions)
        self.of_entities = {digest(one): one for one in held if isinstance(one, Same | Link)}
        self.of_relations: dict[str, list[OfRelation]] = {}
        for one in held:
            if isinstance(one, OfRelation):
                self.of_relations.setdefault(one.release, []).append(one)

    def about(self, releases: Collection[str]) -> "Replay":
        """The decisions that these releases need."""
        part = Replay(())
        part.of_entities = {
            key: one for key, one in self.of_entities.items() if one.release is None or one.release in releases
        }
        part.of_relations = {one: self.of_relations[one] for one in releases if one in self.of_relations}
        return part

    def play(self, extraction: Extraction) -> Played:
        """The release as it is after all decisions about it."""
        release = extraction.release
        draft = _Draft(extraction)
        met = self._make_one(draft)
        decided, misfits = len(met), list[Unfit]()
        for decision in self.of_relations.get(release.id, ()):
            entities = dict(draft.entities)
            try:
                _decide(draft, decision)
                decided += 1
            except _DoesNotFit as error:
                draft.entities = entities  # nobody joins the release for what does not fit
                misfits.append(unfit(decision, error.why, error.name, release.text))
        return Played(draft.extraction(), decided, met, tuple(misfits))

    @property
    def releases(self) -> frozenset[str]:
        """Releases that a decision names."""
        named = (one.release for one in self.of_entities.values() if one.release is not None)
        return frozenset((*self.of_relations, *named))

    def unmet(self, seen: Container[str], met: Container[str]) -> Iterator[Unfit]:
        """Decisions about releases that were not seen, and about entities that no release has."""
        for release in sorted(one for one in self.of_relations if one not in seen):
            yield from (unfit(one, Why.NO_RELEASE) for one in self.of_relations[release])
        for key, one in self.of_entities.items():
            if key in met:
                continue
            if one.release is not None and one.release not in seen:
                yield unfit(one, Why.NO_RELEASE)
            elif isinstance(one, Link) and known(one.to) is None:
                yield unfit(one, Why.NO_AUTHORITY, one.to.name)
            else:
                yield unfit(one, Why.NO_ENTITY, one.entity.name)

    def _make_one(self, draft: "_Draft") -> tuple[str, ...]:
        """Put one entity in another's place, as long as decisions find one to replace, each at most once."""
        met: list[str] = []
        while hit := next((key for key in self._likely(draft, met) if _make_same(draft, self.of_entities[key])), None):
            met.append(hit)
        return tuple(met)

    def _likely(self, draft: "_Draft", met: Collection[str]) -> list[str]:
        """Decisions on entities that a release may have, in their order: few, however many there are."""
        names = {name for entity in draft.entities.values() for name in (entity.id, folded(entity.name))}
        keys = {key: None for name in names for key in self._by_name.get(name, ()) if key not in met}
        return sorted(
            (key for key in keys if self.of_entities[key].release in (None, draft.release.id)),
            key=self._order.__getitem__,
        )

    @cached_property
    def _order(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.of_entities)}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """Decisions on entities by the folded name and the IRI of the one that is replaced."""
        found: dict[str, list[str]] = {}
        for key, one in self.of_entities.items():
            for name in {folded(one.entity.name), one.entity.name, one.entity.id or ""}:
                found.setdefault(name, []).append(key)
        return found


class _DoesNotFit(Exception):
    def __init__(self, why: Why, name: str | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.name = name


class _Draft:
    """A release that is being changed."""

    def __init__(self, extraction: Extraction) -> None:
        self.release = extraction.release
        self.entities = {entity.id: entity for entity in extraction.entities}
        self.relations = {identity(relation): relation for relation in extraction.relations}
        self.aliases: dict[str, str] = {}
        self._named = _ends_of(extraction.relations)

    def extraction(self) -> Extraction:
        """What it has become; who was named as an end of a relation alone goes with the last of them."""
        relations = tuple(self.relations.values())
        needless = self._named - _ends_of(relations)
        kept = (one for one in self.entities.values() if one.mentions or one.id not in needless)
        return Extraction(release=self.release, entities=tuple(kept), relations=relations)

    def end(self, end: End) -> Entity | None:
        """The entity of the release that an end means."""
        return meant(end, self.entities.values(), self.aliases)

    def brought(self, end: End) -> str:
        """IRI of an end, which joins the release where it has no such entity."""
        entity = self.end(end) or made(end)
        if entity is None:
            raise _DoesNotFit(Why.NO_END, end.name)
        self.entities.setdefault(entity.id, entity)
        return entity.id

    def replace(self, old: Entity, new: Entity) -> None:
        """Put an entity in the place of another, in every relation too."""
        there = self.entities.get(new.id, new)
        mentions = sorted({*there.mentions, *old.mentions}, key=lambda mention: (mention.start, mention.end))
        del self.entities[old.id]
        self.entities[new.id] = there.model_copy(update={"mentions": tuple(mentions)})
        self.aliases[folded(old.name)] = new.id
        moved = (_moved(relation, old.id, new.id, self.release.id) for relation in self.relations.values())
        self.relations = {identity(one): one for one in merge(one for one in moved if one.subject != one.object)}
        for one in [one for one in self.entities.values() if one.part_of == old.id]:
            around = new.id if one.id != new.id else None
            self.entities[one.id] = one.model_copy(update={"part_of": around})


def _make_same(draft: _Draft, decision: Same | Link) -> bool:
    """Whether a release names an entity that is another one by decision; the other is put in its place."""
    end = decision.other if isinstance(decision, Same) else decision.to
    old = meant(decision.entity, draft.entities.values(), {}, mentions=False)
    if old is None:
        return False
    if isinstance(decision, Link):
        new = known(end)
    else:
        new = meant(end, draft.entities.values(), draft.aliases, mentions=False) or made(end, old.type)
    if new is None:
        return False
    if new.id != old.id:  # or reading has come to know by itself that they are one
        draft.replace(old, new)
    return True


def _decide(draft: _Draft, decision: OfRelation) -> None:
    start = draft.release.text.find(decision.sentence)
    if start < 0:
        raise _DoesNotFit(Why.NO_SENTENCE)
    read = _read(draft, decision.relation)
    there = read is not None and read.evidence.text == decision.sentence
    if isinstance(decision, Reject):
        if read is None or not there:
            raise _DoesNotFit(Why.OTHER_SENTENCE if read else Why.NOT_READ)
        del draft.relations[identity(read)]
        return
    evidence = Evidence(text=decision.sentence, start=start, end=start + len(decision.sentence))
    if read is not None and there:  # of a sentence that stands twice, where it was read
        evidence = read.evidence
    decided = _decided(draft, decision, read, evidence)
    if isinstance(decision, Correct) and read is not None and there:
        draft.relations.pop(identity(read))
    draft.relations[identity(decided)] = decided


def _read(draft: _Draft, stated: Stated) -> Relation | None:
    """The relation of the release that a decision is about."""
    subject, other = draft.end(stated.subject), stated.object and draft.end(stated.object)
    if subject is None or (stated.object is not None and other is None):
        return None
    ends = (subject.id, other.id if other else None)
    pair = frozenset(ends) if stated.type.symmetric else ends
    return draft.relations.get((stated.type, pair))


def _decided(draft: _Draft, decision: OfRelation, read: Relation | None, evidence: Evidence) -> Relation:
    """The relation as the person says it is: what the decision leaves open is as read."""
    values: dict[str, Any] = {} if read is None else read.model_dump()
    values |= _said(draft, decision.relation, set(Stated.model_fields), as_read=read)
    if isinstance(decision, Correct):
        values |= _said(draft, decision.to, decision.to.model_fields_set, as_read=None)
    if read is None:  # perhaps reading has come to see it as the person does
        values = _read_so(draft, values) | values
    values |= {"basis": Basis.REVIEWED, "reviewer": decision.by, "reviewed_on": decision.date, "confidence": 1.0}
    values["evidence"] = evidence
    values["rule"] = values.get("rule", RULE)
    values["id"] = iris.relation(draft.release.id, values["type"], values["subject"], values.get("object"))
    if values["subject"] == values.get("object"):
        raise _DoesNotFit(Why.NO_RELATION)
    try:
        decided = Relation.model_validate(values)
    except ValueError as error:
        raise _DoesNotFit(Why.NO_RELATION) from error
    if not _holds(decided, draft.entities):
        raise _DoesNotFit(Why.NO_RELATION)
    return decided


def _holds(relation: Relation, entities: Mapping[str, Entity]) -> bool:
    """Whether a relation may run so between its ends, so that no decision breaks a graph."""
    other = entities[relation.object].type if relation.object else None
    has = {"has_object": other is not None, "has_topics": bool(relation.topics)}
    papers = ((relation.document, EntityType.DOCUMENT), (relation.event, EntityType.EVENT))
    return (
        complaint(relation.type, entities[relation.subject].type, other, **has) is None
        and not ends_before(relation.from_, relation.until)
        and all(iri is None or entities[iri].type is kind for iri, kind in papers)
    )


def _read_so(draft: _Draft, values: dict[str, Any]) -> dict[str, Any]:
    """What is read of the relation of this type between these ends, if anything is."""
    ends = (values["subject"], values.get("object"))
    pair = frozenset(ends) if values["type"].symmetric else ends
    found = draft.relations.get((values["type"], pair))
    return found.model_dump() if found else {}


def _said(draft: _Draft, said: Stated | Change, keys: set[str], *, as_read: Relation | None) -> dict[str, Any]:
    """What a decision says, with IRIs for ends: of a description what it tells, of a change what it names."""
    values: dict[str, Any] = {}
    for name in sorted(keys):
        value = getattr(said, name)
        if isinstance(said, Stated) and (value is None or value == ()):
            continue  # left open
        if as_read is not None and name in ("subject", "object"):
            continue  # it is who was read, whichever way round
        if name == "topics":
            values[name] = value or ()
        else:
            values[name] = draft.brought(value) if isinstance(value, End) else value
    return values


def _moved(relation: Relation, old: str, new: str, release: str) -> Relation:
    """The relation with one entity in the place of another."""
    ends = {name: new if getattr(relation, name) == old else getattr(relation, name) for name in _ENDS}
    iri = iris.relation(release, relation.type, ends["subject"], ends["object"])
    return relation.model_copy(update=ends | {"id": iri})


def _ends_of(relations: Iterable[Relation]) -> set[str]:
    return {end for one in relations for name in _ENDS if (end := getattr(one, name)) is not None}
