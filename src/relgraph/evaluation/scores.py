"""Precision, recall and F1 of extractions against annotations.

Pairs are two actors related at all, whatever the type; topics, status and date are looked at on matched relations only.
A release that was annotated and not extracted counts with everything missed; one that was not annotated does not count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from relgraph.evaluation.gold import Gold, GoldRelation
from relgraph.evaluation.matching import known, match_entities, match_relations
from relgraph.model import Extraction, Relation, Value


class Measure(Value):
    """How many were found, how many there are, and how many of both are the same."""

    matched: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 0 where there is nothing.

        >>> Measure(matched=3, found=4, gold=6).recall
        0.5
        """
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Measure(matched=3, found=4, gold=6).f1
        0.6
        """
        return 2 * self.matched / (self.found + self.gold) if self.matched else 0.0


class Scores(Value):
    """All figures of an evaluation; of `status` and `date`, recall is the accuracy."""

    releases: int
    missing: tuple[str, ...]
    entities: Measure
    relations: Measure
    pairs: Measure
    topics: Measure
    status: Measure
    date: Measure
    by_relation: dict[str, Measure]
    by_entity: dict[str, Measure]
    by_rule: dict[str, Measure]


def score(gold: Mapping[str, Gold], extractions: Iterable[Extraction]) -> Scores:
    """Scores of extractions against the annotations of their releases.

    `by_rule` has no recall: an annotation does not say which rule ought to have found it.
    """
    found = {extraction.release.id: extraction for extraction in extractions}
    tally = _Tally()
    for release_id, annotation in gold.items():
        tally.add(annotation, found.get(release_id))
    missing = tuple(release_id for release_id in gold if release_id not in found)
    return tally.scores(len(gold), missing)


class _Tally:
    """Counts of matched, found and annotated things by kind, such as `relation` or `relation visit`."""

    def __init__(self) -> None:
        self.matched: Counter[tuple[str, str]] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()
        self.gold: Counter[tuple[str, str]] = Counter()

    def add(self, gold: Gold, extraction: Extraction | None) -> None:
        entities = extraction.entities if extraction else ()
        relations = extraction.relations if extraction else ()
        names = match_entities(gold.entities, entities)
        for wanted in gold.entities:
            self._count(self.gold, entity=wanted.type)
        for entity in entities:
            self._count(self.found, entity=entity.type)
            if entity.id in names:
                self._count(self.matched, entity=entity.type)
        for annotated in gold.relations:
            self._count(self.gold, relation=annotated.type)
        for relation in relations:
            self._count(self.found, relation=relation.type, rule=relation.rule)
        for relation, annotated in match_relations(gold.relations, relations, names):
            self._count(self.matched, relation=relation.type, rule=relation.rule)
            self._details(relation, annotated)
        self._pairs(gold, relations, names)

    def _details(self, relation: Relation, gold: GoldRelation) -> None:
        """What a matched relation says besides its ends."""
        wanted, found = set(gold.topics), set(relation.topics)
        self.matched["topics", ""] += len(wanted & found)
        self.found["topics", ""] += len(found)
        self.gold["topics", ""] += len(wanted)
        times, told = ({one.date, one.from_, one.until} - {None} for one in (gold, relation))
        for kind, asked, right in (
            ("status", gold.status is not None, gold.status == relation.status),
            ("date", bool(times), bool(times & told)),
        ):
            self.gold[kind, ""] += asked
            self.found[kind, ""] += asked
            self.matched[kind, ""] += asked and right

    def _pairs(self, gold: Gold, relations: Iterable[Relation], names: dict[str, str]) -> None:
        wanted = {frozenset((one.subject, one.object)) for one in gold.relations if one.object}
        found = {frozenset((known(one.subject, names), known(one.object, names))) for one in relations if one.object}
        self.matched["pairs", ""] += len(wanted & found)
        self.found["pairs", ""] += len(found)
        self.gold["pairs", ""] += len(wanted)

    def _count(self, counter: Counter[tuple[str, str]], **kinds: str) -> None:
        counter.update((kind, str(value)) for kind, value in kinds.items())

    def _by(self, kind: str) -> dict[str, Measure]:
        keys = sorted(key for key in self.found | self.gold if key[0] == kind)
        return {key[1]: Measure(matched=self.matched[key], found=self.found[key], gold=self.gold[key]) for key in keys}

    def _of(self, kind: str) -> Measure:
        every = self._by(kind).values()
        return Measure(
            matched=sum(one.matched for one in every),
            found=sum(one.found for one in every),
            gold=sum(one.gold for one in every),
        )

    def scores(self, releases: int, missing: tuple[str, ...]) -> Scores:
        return Scores(
            releases=releases,
            missing=missing,
            entities=self._of("entity"),
            relations=self._of("relation"),
            by_relation=self._by("relation"),
            by_entity=self._by("entity"),
            by_rule=self._by("rule"),
            **{kind: self._of(kind) for kind in ("pairs", "topics", "status", "date")},
        )
