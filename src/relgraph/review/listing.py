"""The queue as a table, for people and programs."""

from collections.abc import Iterable

from relgraph.review.cards import Cards
from relgraph.review.items import Item, NameItem, PairItem, RelationItem
from relgraph.store.terms import Iri, Literal, Table, Term

COLUMNS = (
    "kind", "confidence", "type", "question", "release", "date", "rule", "subject", "object", "candidates", "sentence",
    "url",
)  # fmt: skip
"""Columns of the table: what each item is, how sure reading or how alike its names are, and what stands behind it."""


def listing(items: Iterable[Item], cards: Cards) -> Table:
    """One row for each item, in order."""
    return Table(COLUMNS, [tuple(_term(_cells(item, cards).get(name)) for name in COLUMNS) for item in items])


def _cells(item: Item, cards: Cards) -> dict[str, str | None]:
    told: dict[str, str | None] = {"question": cards.title(item)}
    match item:
        case RelationItem():
            relation, source = item.relation, item.source
            return told | {
                "kind": "relation", "type": relation.type.value, "confidence": f"{relation.confidence:g}",
                "subject": relation.subject, "object": relation.object, "release": source.id, "date": source.date,
                "rule": relation.rule, "sentence": relation.evidence.text, "url": source.url,
            }  # fmt: skip
        case NameItem():
            best = item.candidates[0].likeness / 100
            return told | {
                "kind": "name", "type": item.known.type.value, "confidence": f"{best:.2f}", "subject": item.known.id,
                "candidates": " ".join(one.id for one in item.candidates),
            }  # fmt: skip
        case PairItem():
            return told | {
                "kind": "pair", "type": item.known.type.value, "confidence": f"{item.likeness / 100:.2f}",
                "subject": item.known.id, "object": item.other.id,
            }  # fmt: skip


def _term(value: str | None) -> Term | None:
    if value is None:
        return None
    return Iri(value) if value.startswith("https://w3id.org/") and " " not in value else Literal(value)
