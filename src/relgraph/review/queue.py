"""Whom and what a person is asked about, in order, without what is decided already."""

from collections.abc import Hashable, Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from relgraph.model import Relation
from relgraph.names.gazetteer import gazetteer
from relgraph.review.decisions import End, Stated
from relgraph.review.items import Candidate, Item, NameItem, PairItem, RelationItem, pair_key
from relgraph.review.likeness import alike
from relgraph.review.listed import listed_like
from relgraph.review.material import Known, Material, Source
from relgraph.vocabulary import ORGANISATIONS, EntityType, RelationType

Decided = Set[Hashable]
"""Keys of all decisions that there are."""

_CANDIDATES = 3


class Kind(StrEnum):
    """What is asked about."""

    RELATIONS = "relations"
    NAMES = "names"
    DUPLICATES = "duplicates"


class Order(StrEnum):
    """Which relations come first: the least sure ones, or those that might as well be as not."""

    LOWEST = "lowest"
    DOUBT = "doubt"


@dataclass(frozen=True)
class Choice:
    """What is to be asked about: relations below a confidence, of types, of one release."""

    kinds: tuple[Kind, ...] = tuple(Kind)
    below: float = 0.6
    order: Order = Order.LOWEST
    relation_types: frozenset[RelationType] = frozenset(RelationType)
    entity_types: frozenset[EntityType] = frozenset(EntityType)
    release: str | None = None


class Queue:
    """Everything that a store gives to decide."""

    def __init__(self, material: Material, choice: Choice) -> None:
        self._material, self._choice = material, choice
        self._within = material.mentioned(choice.release) if choice.release else None

    def items(self, decided: Decided) -> Iterator[Item]:
        """Relations, then names, then pairs, each as they are wanted; none that is decided.

        Raises:
            StoreError: the store cannot answer or holds what is no relation.
        """
        for kind, find in (
            (Kind.RELATIONS, self._relations),
            (Kind.NAMES, self._names),
            (Kind.DUPLICATES, self._pairs),
        ):
            if kind in self._choice.kinds:
                for item in find():
                    open_item = undecided(item, decided)
                    if open_item is not None:
                        yield open_item

    def end(self, iri: str) -> End:
        """An entity as decisions name it: by its name, and by what else tells it from its namesakes."""
        known = self._material.entities[iri]
        namesakes = [one for one in self._material.named(known.name) if one.name == known.name]
        if len(namesakes) == 1:
            return End(name=known.name)
        twins = [one for one in namesakes if one.type == known.type]
        return End(name=known.name, type=known.type, id=known.id if len(twins) > 1 else None)

    def _relations(self) -> Iterator[Item]:
        choice = self._choice
        found = [
            (source, relation)
            for source, relation in self._material.relations(choice.below)
            if relation.type in choice.relation_types and choice.release in (None, source.id)
        ]
        for source, relation in sorted(found, key=lambda pair: self._urgency(*pair)):
            yield RelationItem(source, relation, Stated.of(relation, self.end))

    def _urgency(self, source: Source, relation: Relation) -> tuple[float, str, int, str]:
        doubt = abs(relation.confidence - 0.5)
        first = doubt if self._choice.order is Order.DOUBT else relation.confidence
        return (round(first, 6), source.id, relation.evidence.start, relation.id)

    def _entities(self) -> list[Known]:
        """Entities whose name says who they are, those that most releases name first."""
        found = [
            known
            for known in self._material.entities.values()
            if known.type in self._choice.entity_types
            and not known.local
            and (self._within is None or known.id in self._within)
        ]
        return sorted(found, key=lambda known: (-known.releases, known.name, known.id))

    def _names(self) -> Iterator[Item]:
        for known in self._entities():
            if known.type is EntityType.PERSON or _listed(known.id):
                continue  # authorities list no persons; two names of one person are a pair
            candidates = tuple(self._candidates(known))
            if candidates:
                yield NameItem(known, self._typed(known), candidates)

    def _candidates(self, known: Known) -> Iterator[Candidate]:
        for entry, score in listed_like(known.name, _comparable(known.type))[:_CANDIDATES]:
            end = End(name=entry.name, type=entry.type, id=entry.iri)
            yield Candidate(entry.iri, entry.name, entry.type, end, score)

    def _pairs(self) -> Iterator[Item]:
        everybody = self._material.entities
        wanted = {known.id for known in self._entities()}
        names = {iri: known.name for iri, known in everybody.items() if not known.local}
        found = [
            (score, *self._kept(everybody[one], everybody[other]))
            for one, other, score in alike(names)
            if (one in wanted or other in wanted)
            and everybody[other].type in _comparable(everybody[one].type)
            and not (_listed(one) or _listed(other))  # authorities tell two of theirs apart, and a name may be linked
        ]
        for score, known, other in sorted(found, key=lambda one: (-one[0], one[1].name, one[2].name, one[1].id)):
            yield PairItem(known, other, self._typed(known), self._typed(other), score)

    def _kept(self, one: Known, other: Known) -> tuple[Known, Known]:
        """Both, the one to keep last: the one that more releases name, else the one with the longer name."""
        first, second = sorted((one, other), key=lambda known: (known.releases, len(known.name), known.id))
        return first, second

    def _typed(self, known: Known) -> End:
        twins = [one for one in self._material.named(known.name) if (one.name, one.type) == (known.name, known.type)]
        return End(name=known.name, type=known.type, id=known.id if len(twins) > 1 else None)


def undecided(item: Item, decided: Decided) -> Item | None:
    """The item with what is left to decide of it, or nothing."""
    if item.key in decided:
        return None
    if isinstance(item, NameItem):
        left = tuple(one for one in item.candidates if pair_key(item.end, one.end) not in decided)
        return replace(item, candidates=left) if left else None
    return item


def _listed(iri: str) -> bool:
    """Whether an authority knows an entity."""
    return gazetteer().by_id(iri) is not None


def _comparable(kind: EntityType) -> frozenset[EntityType]:
    """Types that something read as of one type may be of: kinds of bodies are taken for one another."""
    return ORGANISATIONS if kind in ORGANISATIONS else frozenset({kind})
