"""What `relgraph extract` prints of extractions for people."""

from collections.abc import Sequence

from relgraph.model import Extraction
from relgraph.store.terms import Literal, Table, Term

_COLUMNS = ("release", "type", "subject", "object", "topics", "status", "date", "rule", "confidence", "sentence")


def render(extractions: Sequence[Extraction], format_: str) -> str:
    """Extractions as `table` or `html`."""
    if format_ == "html":
        from relgraph.explore.reading import reading_page

        return reading_page(extractions)
    from relgraph.queries.formats import write_table

    return write_table(Table(_COLUMNS, [row for extraction in extractions for row in _rows(extraction)]), format_)


def _rows(extraction: Extraction) -> list[tuple[Term | None, ...]]:
    names = {entity.id: entity.name for entity in extraction.entities}
    rows = [
        (
            extraction.release.id,
            relation.type.value,
            names[relation.subject],
            names[relation.object] if relation.object else "",
            " ".join(relation.topics),
            relation.status.value,
            relation.date or relation.from_ or "",
            relation.rule,
            f"{relation.confidence:.2f}",
            relation.evidence.text,
        )
        for relation in extraction.relations
    ]
    return [tuple(Literal(value) for value in row) for row in rows]
