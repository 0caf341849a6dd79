"""Single errors of reading, each with its sentence and rule; those of closed releases only where that is asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from relgraph.evaluation.comparison import Comparison
from relgraph.evaluation.gold import GoldRelation
from relgraph.evaluation.linking import expected, is_linked
from relgraph.evaluation.matching import known
from relgraph.evaluation.scores import times
from relgraph.evaluation.split import Part, holds
from relgraph.extraction.tokens import sentences
from relgraph.model import Entity, Relation
from relgraph.store.terms import Literal, Table

MISTAKE_HEADINGS = {
    "release": "Release",
    "error": "Error",
    "type": "Type",
    "expected": "Expected",
    "found": "Found",
    "rule": "Rule",
    "sentence": "Sentence",
}


@dataclass(frozen=True)
class Mistake:
    """One error: what was expected and what was found, as far as there is either."""

    release: str
    error: str
    type: str
    expected: str = ""
    found: str = ""
    rule: str = ""
    sentence: str = ""


def mistakes(comparisons: Iterable[Comparison], *, reveal_closed: bool = False) -> Iterator[Mistake]:
    """All errors, release by release; closed releases are passed over unless they are to be revealed."""
    for comparison in comparisons:
        if reveal_closed or not holds(Part.CLOSED, comparison.gold.id):
            yield from _entities(comparison)
            yield from _links(comparison)
            yield from _relations(comparison)
            yield from _details(comparison)


def mistake_table(found: Iterable[Mistake]) -> Table:
    """One row for each error."""
    columns = tuple(field.name for field in fields(Mistake))
    return Table(columns, [tuple(Literal(getattr(one, name)) for name in columns) for one in found])


def _entities(comparison: Comparison) -> Iterator[Mistake]:
    gold, matched = comparison.gold, set(comparison.names.values())
    for one in gold.entities:
        if one.name not in matched:
            sentence = _sentence(comparison, one.mentions or (one.name,))
            yield Mistake(gold.id, "entity missed", one.type, expected=one.name, sentence=sentence)
    for entity in comparison.entities:
        if entity.id not in comparison.names:
            sentence = _around(comparison, entity)
            yield Mistake(gold.id, "entity superfluous", entity.type, found=entity.name, sentence=sentence)


def _links(comparison: Comparison) -> Iterator[Mistake]:
    """Matched entities that are linked to another than they should, or not at all, or should not be."""
    wanted = {one.name: expected(one, comparison.region) for one in comparison.gold.entities}
    for entity in comparison.entities:
        iri = wanted[comparison.names[entity.id]] if entity.id in comparison.names else None
        linked = is_linked(entity)
        if entity.id in comparison.names and (iri != entity.id if linked else iri is not None):
            told = (iri or "no link", entity.id if linked else "no link")
            yield Mistake(comparison.gold.id, "link", entity.type, *told, sentence=_around(comparison, entity))


def _relations(comparison: Comparison) -> Iterator[Mistake]:
    right = comparison.right
    left = [one for one in comparison.relations if one.id not in right]
    matched = [annotated for _, annotated in comparison.pairs]
    for annotated in comparison.gold.relations:
        if annotated in matched:
            matched.remove(annotated)
            continue
        instead = next((one for one in left if _ends(comparison, one) == _gold_ends(annotated)), None)
        yield Mistake(
            comparison.gold.id,
            "relation missed",
            annotated.type,
            expected=_told(annotated.subject, annotated.object, annotated.topics),
            found=f"{instead.type}: {_claim(comparison, instead)}" if instead else "",
            rule=instead.rule if instead else "",
            sentence=annotated.evidence,
        )
    for relation in left:
        yield _of(comparison, relation, "relation superfluous", "", _claim(comparison, relation))


def _details(comparison: Comparison) -> Iterator[Mistake]:
    for relation, annotated in comparison.pairs:
        if set(annotated.topics) != set(relation.topics):
            yield _of(comparison, relation, "topics", _listed(annotated.topics), _listed(relation.topics))
        if annotated.status is not None and annotated.status != relation.status:
            yield _of(comparison, relation, "status", annotated.status, relation.status)
        if times(annotated) and times(annotated).isdisjoint(times(relation)):
            yield _of(comparison, relation, "date", _listed(times(annotated)), _listed(times(relation)))


def _of(comparison: Comparison, relation: Relation, error: str, wanted: str, found: str) -> Mistake:
    sentence = relation.evidence.text
    return Mistake(comparison.gold.id, error, relation.type, wanted, found, relation.rule, sentence)


def _ends(comparison: Comparison, relation: Relation) -> frozenset[str]:
    ends = (relation.subject, relation.object)
    return frozenset(known(end, comparison.names) for end in ends if end is not None)


def _gold_ends(annotated: GoldRelation) -> frozenset[str]:
    return frozenset(end for end in (annotated.subject, annotated.object) if end is not None)


def _claim(comparison: Comparison, relation: Relation) -> str:
    obj = None if relation.object is None else _name(comparison, relation.object)
    return _told(_name(comparison, relation.subject), obj, relation.topics)


def _name(comparison: Comparison, iri: str) -> str:
    return next(entity.name for entity in comparison.entities if entity.id == iri)


def _told(subject: str, obj: str | None, topics: Iterable[str]) -> str:
    return " ".join(filter(None, (f"{subject} → {obj or ''}".rstrip(), f"[{_listed(topics)}]" if topics else "")))


def _listed(values: Iterable[str]) -> str:
    return " ".join(sorted(values))


def _around(comparison: Comparison, entity: Entity) -> str:
    return _sentence(comparison, [mention.text for mention in entity.mentions])


def _sentence(comparison: Comparison, mentions: Iterable[str]) -> str:
    """The first sentence that holds one of the mentions."""
    if comparison.extraction is None:
        return ""
    found = (one.text for one in sentences(comparison.extraction.release.text))
    wanted = list(mentions)
    return next((text for text in found if any(mention in text for mention in wanted)), "")
