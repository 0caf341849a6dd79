"""Relations as a table in the columns of `relations.csv`, with values of Python."""

from collections.abc import Iterable
from dataclasses import replace

from relgraph.knowledge.answer import Answer, answer_of
from relgraph.knowledge.values import KnownRelation
from relgraph.relation_table import COLUMNS
from relgraph.store.terms import Iri, Literal, Table, Term
from relgraph.vocabulary import PREFIXES, TOPIC

_XSD = PREFIXES["xsd"]
_MOMENTS = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DATES = ("date", "from", "until", "reviewed_on", "release_date")
_WHOLE = ("start", "end")
_IRIS = ("relation", "subject", "object", "document", "event")


def relation_answer(relations: Iterable[KnownRelation]) -> Answer:
    """A row for each relation, in the order in which they come."""
    table = Table(tuple(COLUMNS), [tuple(_term(name, row[name]) for name in COLUMNS) for row in map(_row, relations)])
    return replace(answer_of(table, "relations"), language="de")


def _row(relation: KnownRelation) -> dict[str, str | None]:
    ends = {name: getattr(relation, name) for name in ("subject", "object", "document", "event")}
    release, said = relation.release, relation.evidence
    return {
        **{name: end and end.id for name, end in ends.items()},
        **{f"{name}_label": end and end.name for name, end in ends.items()},
        "relation": relation.id,
        "type": relation.type.value,
        "status": relation.status.value,
        "topics": " ".join(topic.id.removeprefix(TOPIC) for topic in relation.topics),
        "role": relation.role,
        "amount": relation.amount,
        "date": relation.date,
        "from": relation.from_,
        "until": relation.until,
        "confidence": str(relation.confidence),
        "rule": relation.rule,
        "basis": relation.basis.value,
        "reviewer": relation.reviewer,
        "reviewed_on": relation.reviewed_on,
        "sentence": said.text,
        "start": str(said.start),
        "end": str(said.end),
        "release": release.id,
        "release_title": release.title,
        "release_date": release.date,
        "publisher": release.publisher,
        "release_sha256": release.digest,
        "url": release.url,
    }


def _term(column: str, value: str | None) -> Term | None:
    if value is None:
        return None
    if column in _IRIS:
        return Iri(value)
    if column in _DATES:
        return Literal(value, _XSD + _MOMENTS[len(value)])
    if column in _WHOLE:
        return Literal(value, _XSD + "integer")
    return Literal(value, _XSD + "decimal") if column == "confidence" else Literal(value)
