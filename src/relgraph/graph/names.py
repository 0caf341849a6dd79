"""What all relations tell of a name that no authority list knows, counted at the entity in the default graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import Sum, ends, own_digits, parts, sum_quads
from relgraph.model import Extraction
from relgraph.names.gazetteer import gazetteer

PREDICATES = (RG.nameRank, RG.newestRelation, RG.relationCount, RG.sentenceCount, RG.releaseCount)
"""What is said of an entity as a name."""


@dataclass
class Name(Sum):
    """All relations that an entity is an end of which no list knows."""

    entity: str

    @property
    def rank(self) -> Decimal:
        """What it is ordered by: releases before the point, behind it relations and ten digits of its own."""
        return Decimal(f"{len(self.releases)}.{len(self.relations):07}{own_digits(self.entity)}")


@lru_cache(maxsize=65_536)
def is_name(entity: str) -> bool:
    """Whether no list knows an entity."""
    return gazetteer().by_id(entity) is None


def names(extractions: Iterable[Extraction]) -> list[Name]:
    """Names in all relations, sorted by IRI."""
    found: dict[str, Name] = {}
    for extraction in extractions:
        for part in parts(extraction):
            for entity in filter(is_name, ends(part.kind)):
                found.setdefault(entity, Name(entity)).add(part)
    return sorted(found.values(), key=lambda name: name.entity)


def name_quads(name: Name) -> Iterator[Quad]:
    """Quads of a name in the default graph."""
    subject = iri(name.entity)
    yield Quad(subject, RG.nameRank, decimal(name.rank))
    yield from sum_quads(subject, name)
