"""Who stands behind a document, counted over all releases in the default graph.

A backing is of one type and status: what relations that name a document tell of one of their ends, and what relations
to a document tell of their subject.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.days import day_digits
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import Part, Sum, ends, own_digits, sum_quads
from relgraph.vocabulary import EntityType, RelationType, Status


class Backed(NamedTuple):
    """What all relations of a backing have in common."""

    document: str
    type: RelationType
    backer: str
    status: Status


@dataclass
class Backing(Sum):
    """All relations by which somebody stands behind a document in one way."""

    about: Backed

    @property
    def id(self) -> str:
        """IRI of the backing, below that of its document."""
        document, kind, backer, status = self.about
        return f"{document}#{iris.digest(document, kind.value, backer, status.value)}"

    @property
    def rank(self) -> Decimal:
        """What it is ordered by: the last date, 0 where none is known, and behind the point ten digits of its own."""
        return Decimal(f"{day_digits(self.newest[0])}.{own_digits(self.id)}")


def is_document(id_: str) -> bool:
    """Whether an entity is a document, by its IRI."""
    return iris.is_of(EntityType.DOCUMENT, id_)


def backings(parts: Iterable[Part]) -> dict[str, list[Backing]]:
    """Who stands behind each document, sorted by IRI."""
    found: dict[Backed, Backing] = {}
    for part in parts:
        for backed in _backed(part):
            found.setdefault(backed, Backing(backed)).add(part)
    documents: dict[str, list[Backing]] = {}
    for backing in sorted(found.values(), key=lambda one: one.id):
        documents.setdefault(backing.about.document, []).append(backing)
    return documents


def backing_quads(backing: Backing) -> Iterator[Quad]:
    """Quads of a backing in the default graph."""
    subject = iri(backing.id)
    yield Quad(subject, RDF.type, RG.Backing)
    yield Quad(subject, RG.backedDocument, iri(backing.about.document))
    yield Quad(subject, RG.backer, iri(backing.about.backer))
    yield Quad(subject, RG.backingRank, decimal(backing.rank))
    for relation in backing.relations:
        yield Quad(subject, RG.backedBy, iri(relation))
    yield from sum_quads(subject, backing)


def _backed(part: Part) -> set[Backed]:
    """What a relation counts for; the ends of a symmetric one are sorted, so that either may be the document."""
    kind = part.kind
    pairs = {(part.document, end) for end in ends(kind)} if part.document is not None else set()
    if not kind.to_topic:
        pairs.add((kind.other, kind.subject))
        if kind.type.symmetric:
            pairs.add((kind.subject, kind.other))
    return {
        Backed(document, kind.type, backer, kind.status)
        for document, backer in pairs
        if is_document(document) and backer != document
    }
