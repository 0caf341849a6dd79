"""The reading page: the text of releases with what was read out of it marked, one HTML file without any script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relgraph.explore.embedding import policy, style
from relgraph.explore.spans import Stretch, stretches
from relgraph.explore.templating import environment
from relgraph.explore.words import Words, labels, strings
from relgraph.model import Entity, Extraction, Relation
from relgraph.names.topics import topic_index
from relgraph.vocabulary import SYMMETRIC, EntityType


@dataclass(frozen=True, slots=True)
class Reading:
    """One release as the page shows it; `number` makes its anchors unique, sentences count from 0."""

    number: int
    extraction: Extraction
    stretches: list[Stretch[Entity]]
    numbered: list[tuple[int, int, Relation]]
    """Number of the relation, number of its sentence, the relation; in the order of the text."""
    anchors: list[str]
    """Anchor of each sentence."""
    places: dict[int, str]
    """Anchor of each relation, by its number."""

    def numbers_of(self, sentence: int) -> list[int]:
        """Numbers of the relations that a sentence states."""
        return [number for number, stated, _ in self.numbered if stated == sentence]

    def name(self, iri: str) -> str:
        """Name of an entity of the release."""
        return next(entity.name for entity in self.extraction.entities if entity.id == iri)


def reading_page(extractions: Iterable[Extraction]) -> str:
    """HTML of releases with mentions and evidence marked and the relations beside the text.

    It needs no script: sentences and relations lead to each other by links within the page.
    """
    readings = [_reading(number, extraction) for number, extraction in enumerate(extractions, start=1)]
    styles = (style("common.css", "reading.css"),)
    return environment().get_template("reading.html").render(
        readings=readings, styles=styles, policy=policy((), styles), strings=strings("reading"), labels=labels(),
        legend=_legend(readings), symmetric=SYMMETRIC, topics=_topics(readings),
    )  # fmt: skip


def _reading(number: int, extraction: Extraction) -> Reading:
    ordered = sorted(extraction.relations, key=lambda relation: (relation.evidence.start, relation.evidence.end))
    sentences = list(dict.fromkeys((relation.evidence.start, relation.evidence.end) for relation in ordered))
    place = {sentence: index for index, sentence in enumerate(sentences)}
    mentions = [(m.start, m.end, entity) for entity in extraction.entities for m in entity.mentions]
    numbered = [
        (index, place[relation.evidence.start, relation.evidence.end], relation)
        for index, relation in enumerate(ordered, start=1)
    ]
    return Reading(
        number, extraction, stretches(extraction.release.text, sentences, mentions), numbered,
        anchors=[f"m{number}-s{index}" for index in range(len(sentences))],
        places={index: f"m{number}-r{index}" for index, _, _ in numbered},
    )  # fmt: skip


def _legend(readings: Iterable[Reading]) -> list[EntityType]:
    used = {entity.type for reading in readings for entity in reading.extraction.entities if entity.mentions}
    return [kind for kind in EntityType if kind in used]


def _topics(readings: Iterable[Reading]) -> dict[str, Words]:
    return {topic: _topic(topic) for topic in _used(readings)}


def _topic(topic: str) -> Words:
    return {language: topic_index().label(topic, language) for language in ("de", "en")}


def _used(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for relation in reading.extraction.relations:
            yield from relation.topics
