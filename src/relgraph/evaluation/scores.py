"""Figures of extractions against annotations: counts for each release, and their sums.

Pairs are two actors related at all, whatever the type; topics, status and date are looked at on matched relations only.
A release that was annotated and not extracted counts with everything missed; one that was not annotated does not count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from relgraph.evaluation.comparison import Comparison
from relgraph.evaluation.gold import Gold, GoldRelation
from relgraph.evaluation.linking import expected, is_linked
from relgraph.evaluation.matching import known
from relgraph.evaluation.measure import Measure
from relgraph.model import Extraction, Relation

FIGURES = ("entities", "linked", "relations", "pairs", "topics", "status", "date", "domestic")
"""All figures; of the last three precision, recall and F1 are the same: the share that is right."""


class Key(NamedTuple):
    """What is counted: a figure, or one group within it, such as the entities of one type."""

    figure: str
    group: str = ""


class Counts(dict[Key, Measure]):
    """Measures by key; what was never counted is nothing."""

    def __missing__(self, key: Key) -> Measure:
        return Measure()

    def groups(self, figure: str) -> tuple[str, ...]:
        """Names of a figure's groups, sorted."""
        return tuple(sorted(key.group for key in self if key.figure == figure and key.group))


@dataclass(frozen=True)
class Scores:
    """Counts of several releases, each by itself and all together; `missing` were annotated and not read."""

    releases: Sequence[Counts]
    total: Counts
    missing: tuple[str, ...]

    def __getitem__(self, figure: str) -> Measure:
        return self.total[Key(figure)]


def score(gold: Mapping[str, Gold], extractions: Iterable[Extraction]) -> Scores:
    """Scores of extractions against the annotations of their releases."""
    return score_all(compare(gold, extractions))


def compare(gold: Mapping[str, Gold], extractions: Iterable[Extraction]) -> list[Comparison]:
    """Each annotation beside the extraction of its release."""
    found = {extraction.release.id: extraction for extraction in extractions}
    return [Comparison(annotation, found.get(release_id)) for release_id, annotation in gold.items()]


def score_all(comparisons: Sequence[Comparison]) -> Scores:
    """Scores of comparisons."""
    releases = [_Tally(comparison).counts() for comparison in comparisons]
    missing = tuple(comparison.gold.id for comparison in comparisons if comparison.extraction is None)
    return Scores(releases, add(releases), missing)


def add(several: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    total = Counts()
    for counts in several:
        for key, measure in counts.items():
            total[key] = total[key].plus(measure)
    return total


class _Tally:
    """Counts of one release."""

    def __init__(self, comparison: Comparison) -> None:
        self._matched: Counter[Key] = Counter()
        self._found: Counter[Key] = Counter()
        self._gold: Counter[Key] = Counter()
        self._entities(comparison)
        self._linked(comparison)
        self._relations(comparison)
        self._pairs(comparison)
        for relation, annotated in comparison.pairs:
            self._details(relation, annotated)
        if comparison.gold.domestic:
            self._share(Key("domestic"), right=not comparison.strays)

    def counts(self) -> Counts:
        keys = sorted({*self._matched, *self._found, *self._gold})
        return Counts((key, Measure(self._matched[key], self._found[key], self._gold[key])) for key in keys)

    def _entities(self, comparison: Comparison) -> None:
        for wanted in comparison.gold.entities:
            self._add(self._gold, "entities", wanted.type)
        for entity in comparison.entities:
            self._add(self._found, "entities", entity.type)
            if entity.id in comparison.names:
                self._add(self._matched, "entities", entity.type)

    def _linked(self, comparison: Comparison) -> None:
        """An entity is linked right where it matches an annotated one that is the known entity of that IRI."""
        wanted = {one.name: expected(one, comparison.region) for one in comparison.gold.entities}
        self._gold[Key("linked")] += sum(iri is not None for iri in wanted.values())
        for entity in filter(is_linked, comparison.entities):
            self._found[Key("linked")] += 1
            self._matched[Key("linked")] += wanted.get(comparison.names.get(entity.id, "")) == entity.id

    def _relations(self, comparison: Comparison) -> None:
        for annotated in comparison.gold.relations:
            self._add(self._gold, "relations", annotated.type)
        for relation in comparison.relations:
            self._add(self._found, "relations", relation.type)
            self._found[Key("rules", relation.rule)] += 1
        for relation, _ in comparison.pairs:
            self._add(self._matched, "relations", relation.type)
            self._matched[Key("rules", relation.rule)] += 1

    def _pairs(self, comparison: Comparison) -> None:
        names = comparison.names
        wanted = {frozenset((one.subject, one.object)) for one in comparison.gold.relations if one.object}
        related = [one for one in comparison.relations if one.object]
        found = {frozenset((known(one.subject, names), known(one.object or "", names))) for one in related}
        self._sets(Key("pairs"), wanted, found)

    def _details(self, relation: Relation, gold: GoldRelation) -> None:
        """What a matched relation says besides its ends."""
        self._sets(Key("topics"), set(gold.topics), set(relation.topics))
        if gold.status is not None:
            self._share(Key("status"), right=gold.status == relation.status)
        if times(gold):
            self._share(Key("date"), right=not times(gold).isdisjoint(times(relation)))

    def _sets(self, key: Key, wanted: AbstractSet[object], found: AbstractSet[object]) -> None:
        self._matched[key] += len(wanted & found)
        self._found[key] += len(found)
        self._gold[key] += len(wanted)

    def _share(self, key: Key, *, right: bool) -> None:
        self._matched[key] += right
        self._found[key] += 1
        self._gold[key] += 1

    @staticmethod
    def _add(counter: Counter[Key], figure: str, group: str) -> None:
        counter[Key(figure)] += 1
        counter[Key(figure, str(group))] += 1


def times(relation: Relation | GoldRelation) -> set[str]:
    """When a relation holds or happens: its day, its beginning, its end, as far as stated."""
    return {one for one in (relation.date, relation.from_, relation.until) if one is not None}
