"""One annotated release beside what was read of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from relgraph.evaluation.gold import Gold, GoldRelation
from relgraph.evaluation.matching import match_entities, match_relations
from relgraph.model import Entity, Extraction, Relation
from relgraph.vocabulary import RelationType


@dataclass(frozen=True)
class Comparison:
    """An annotation and an extraction of one release, matched.

    `names` are the annotated entities by the ids of those extracted; `extraction` is absent where the release was not
    read: then everything is missed.
    """

    gold: Gold
    extraction: Extraction | None
    names: dict[str, str] = field(init=False)
    pairs: list[tuple[Relation, GoldRelation]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", match_entities(self.gold.entities, self.entities))
        object.__setattr__(self, "pairs", match_relations(self.gold.relations, self.relations, self.names))

    @property
    def entities(self) -> Sequence[Entity]:
        """Extracted entities."""
        return self.extraction.entities if self.extraction else ()

    @property
    def relations(self) -> Sequence[Relation]:
        """Extracted relations."""
        return self.extraction.relations if self.extraction else ()

    @property
    def right(self) -> frozenset[str]:
        """Ids of the extracted relations that match an annotated one."""
        return frozenset(relation.id for relation, _ in self.pairs)

    @property
    def region(self) -> str:
        """The region that the release speaks for."""
        release = self.extraction.release if self.extraction else self.gold.release
        return (release.region if release else None) or "unknown"

    @property
    def strays(self) -> bool:
        """Whether a foreign relation was read in a domestic release."""
        return self.gold.domestic and any(one.type != RelationType.AFFILIATION for one in self.relations)
