"""What is derived from all relations together: ties that sum them up, and direct properties that repeat them.

Both stand in the default graph. A tie holds for one type and two ends; where a relation has no object, for one type,
one subject and one topic.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from relgraph import iris
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, count, iri, moment
from relgraph.model import Extraction, Relation, Release
from relgraph.vocabulary import Basis, RelationType, Status

HOLDING = frozenset({Status.ACTIVE, Status.CONCLUDED})
"""A relation of such a status is repeated by a direct property; planned and ended ones are not."""


@dataclass
class Tie:
    """All relations of one type between two ends; `other` is an entity, or the topic where `to_topic` says so."""

    type: RelationType
    subject: str
    other: str
    to_topic: bool
    relations: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    statuses: set[Status] = field(default_factory=set)
    bases: set[Basis] = field(default_factory=set)

    @property
    def id(self) -> str:
        """IRI of the tie."""
        return iris.tie(self.type.value, self.subject, self.other)

    def add(self, relation: Relation, release: Release) -> None:
        """Count a relation of a release in."""
        self.relations.add(relation.id)
        self.sentences.add(iris.evidence(release.id, relation.evidence.start, relation.evidence.end))
        self.releases.add(release.id)
        self.statuses.add(relation.status)
        self.bases.add(relation.basis)
        if not self.to_topic:
            self.topics.update(iris.topic(topic) for topic in relation.topics)
        if release.date is not None:
            self.dates.add(release.date)


def ties(extractions: Iterable[Extraction]) -> list[Tie]:
    """Ties of all relations, sorted by IRI."""
    found: dict[tuple[RelationType, str, str], Tie] = {}
    for extraction in extractions:
        for relation in extraction.relations:
            for subject, other, to_topic in _ends(relation):
                key = (relation.type, subject, other)
                tie = found.setdefault(key, Tie(*key, to_topic, topics={other} if to_topic else set()))
                tie.add(relation, extraction.release)
    return sorted(found.values(), key=lambda tie: tie.id)


def tie_quads(tie: Tie) -> Iterator[Quad]:
    """Quads of a tie in the default graph."""
    subject = iri(tie.id)
    yield Quad(subject, RDF.type, RG.Tie)
    yield Quad(subject, RG.relationType, RG[tie.type.class_name])
    yield Quad(subject, RG.subject, iri(tie.subject))
    if not tie.to_topic:
        yield Quad(subject, RG.object, iri(tie.other))
    for topic in tie.topics:
        yield Quad(subject, RG.topic, iri(topic))
    yield Quad(subject, RG.relationCount, count(len(tie.relations)))
    yield Quad(subject, RG.sentenceCount, count(len(tie.sentences)))
    yield Quad(subject, RG.releaseCount, count(len(tie.releases)))
    for status in tie.statuses:
        yield Quad(subject, RG.tieStatus, RG[status.value])
    for basis in tie.bases:
        yield Quad(subject, RG.tieBasis, RG[basis.value])
    if tie.dates:  # years, months and days compare as text: a year comes before its months
        yield Quad(subject, RG.firstDate, moment(min(tie.dates)))
        yield Quad(subject, RG.lastDate, moment(max(tie.dates)))


def direct_quads(relation: Relation) -> Iterator[Quad]:
    """Relation as single triples, where it holds; a symmetric one both ways."""
    if relation.status not in HOLDING:
        return
    predicate = RG[relation.type.direct_property]
    for subject, other, _ in _ends(relation):
        yield Quad(iri(subject), predicate, iri(other))
        if relation.type.symmetric and relation.object is not None:
            yield Quad(iri(other), predicate, iri(subject))


def _ends(relation: Relation) -> Iterator[tuple[str, str, bool]]:
    """Subject and other end, sorted where the type is symmetric; without object, one pair for each topic."""
    if relation.object is None:
        for topic in sorted(set(relation.topics)):
            yield relation.subject, iris.topic(topic), True
    elif relation.type.symmetric:
        first, second = sorted((relation.subject, relation.object))
        yield first, second, False
    else:
        yield relation.subject, relation.object, False
