"""What `relgraph extract` prints of extractions for people."""

from collections.abc import Sequence

from relgraph.dates import spelt
from relgraph.model import Extraction
from relgraph.store.terms import Literal, Table, Term

_COLUMNS = ("release", "type", "subject", "object", "topics", "status", "date", "rule", "confidence", "sentence")


def render(extractions: Sequence[Extraction], format_: str, language: str) -> str:
    """Extractions as `table`, in a language, or as `html`, which has both."""
    if format_ == "html":
        from relgraph.explore.reading import reading_page

        return reading_page(extractions)
    from relgraph.queries.formats import write_table
    from relgraph.summary import say

    headings = {name: say(language, "headings", name) for name in _COLUMNS}
    rows = [row for extraction in extractions for row in _rows(extraction, language)]
    return write_table(Table(_COLUMNS, rows), format_, headings=headings, language=language)


def _rows(extraction: Extraction, language: str) -> list[tuple[Term | None, ...]]:
    from relgraph.explaining.words import number, relation_label, status_label
    from relgraph.names.topics import topic_index

    names = {entity.id: entity.name for entity in extraction.entities}
    rows = [
        (
            extraction.release.id,
            relation_label(relation.type, language),
            names[relation.subject],
            names[relation.object] if relation.object else "",
            ", ".join(topic_index().label(topic, language) for topic in relation.topics),
            status_label(relation.status, language),
            spelt(relation.date or relation.from_ or "", language),
            relation.rule,
            number(relation.confidence, language),
            relation.evidence.text,
        )
        for relation in extraction.relations
    ]
    return [tuple(Literal(value) for value in row) for row in rows]
