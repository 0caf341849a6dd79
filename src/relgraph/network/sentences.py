"""The sentences behind a step from one node to another; they are read for the steps of a path only."""

from dataclasses import dataclass

from relgraph.network import selects
from relgraph.queries.batches import Row, asked, value
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import ONTOLOGY, RelationType

_RELATIONS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}


@dataclass(frozen=True, slots=True)
class Quote:
    """One relation between two nodes with its sentence; `other` is the object, or a topic where there is none."""

    type: str
    subject: str
    other: str
    sentence: str
    release: str
    title: str
    status: str
    basis: str
    confidence: float
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


def quotes(store: Store, one: str, other: str, *, min_confidence: float = 0.0) -> list[Quote]:
    """All that is stated between two nodes, in either direction: the newest first."""
    found: dict[tuple[str, str], Quote] = {}
    for row in asked(store, selects.between(Iri(one), Iri(other))):
        kind = _RELATIONS.get(value(row, "type"))
        if kind is not None and float(value(row, "confidence")) >= min_confidence:
            found.setdefault((value(row, "relation"), value(row, "other")), _quote(row, kind))
    ordered = sorted(found.items())
    return [quote for _, quote in sorted(ordered, key=lambda pair: pair[1].date or "", reverse=True)]


def _quote(row: Row, kind: RelationType) -> Quote:
    return Quote(
        type=kind.value,
        subject=value(row, "subject"),
        other=value(row, "other"),
        sentence=value(row, "sentence"),
        release=value(row, "release"),
        title=value(row, "title"),
        status=value(row, "status").removeprefix(ONTOLOGY),
        basis=value(row, "basis").removeprefix(ONTOLOGY),
        confidence=float(value(row, "confidence")),
        date=row["date"],
        publisher=row["publisher"],
        url=row["url"],
    )
