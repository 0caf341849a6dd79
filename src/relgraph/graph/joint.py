"""On what two sides work together, counted over all releases in the default graph.

A joint field is of two ends, one status and one topic: what partnerships, cooperations and agreements between them tell
together, unless both ends lie in one country.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.days import day_digits
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.terms import Quad, decimal, iri, moment
from relgraph.graph.ties import Kind, Part, Sum, own_digits, sum_quads, tie_iri
from relgraph.vocabulary import LASTING, Status


class Joint(NamedTuple):
    """What all relations of a joint field have in common."""

    subject: str
    other: str
    status: Status
    topic: str


@dataclass
class JointField(Sum):
    """All relations by which two sides work together on a topic, of one status."""

    about: Joint
    ties: set[Kind] = field(default_factory=set)
    first: str = ""

    @property
    def id(self) -> str:
        """IRI of the joint field, below that of its first end."""
        subject, other, status, topic = self.about
        return f"{subject}#{iris.digest(subject, other, status.value, topic)}"

    @property
    def rank(self) -> Decimal:
        """What it is ordered by: releases and relations before the point, behind it the last day and its own digits."""
        told = f"{len(self.releases)}{len(self.relations):07}"
        return Decimal(f"{told}.{day_digits(self.newest[0])}{own_digits(self.id)}")

    def add(self, part: Part) -> None:
        """Count a relation in."""
        super().add(part)
        self.ties.add(part.kind)
        if part.date is not None:
            self.first = min(self.first or part.date, part.date)

    def age(self, part: Part) -> tuple[str, ...]:
        """What the newest relation is found by: its date, and of one date its IRI."""
        return part.date or "", part.relation


def is_joint(kind: Kind) -> bool:
    """Whether a tie counts, where its ends lie in no country both."""
    return kind.type in LASTING and not kind.to_topic


def joint_fields(parts: Iterable[Part]) -> list[JointField]:
    """Joint fields sorted by IRI, also those within one country."""
    found: dict[Joint, JointField] = {}
    for part in parts:
        if is_joint(part.kind):
            for topic in part.topics:
                about = Joint(part.kind.subject, part.kind.other, part.kind.status, topic)
                found.setdefault(about, JointField(about)).add(part)
    return sorted(found.values(), key=lambda one: one.id)


def joint_quads(joint: JointField) -> Iterator[Quad]:
    """Quads of a joint field in the default graph."""
    subject, about = iri(joint.id), joint.about
    yield Quad(subject, RDF.type, RG.JointField)
    yield Quad(subject, RG.jointEnd, iri(about.subject))
    yield Quad(subject, RG.jointEnd, iri(about.other))
    yield Quad(subject, RG.jointTopic, iri(about.topic))
    for kind in joint.ties:
        yield Quad(subject, RG.jointTie, iri(tie_iri(kind)))
    yield Quad(subject, RG.jointRank, decimal(joint.rank))
    yield from sum_quads(subject, joint)
    if joint.first:
        yield Quad(subject, RG.firstDate, moment(joint.first))
