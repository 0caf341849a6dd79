"""In which fields organisations are active, counted over all releases in the default graph.

An institution field is of one organisation, one type and one topic: what relations of the type that have the
organisation as an end tell together on the topic and all narrower ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from relgraph import iris
from relgraph.graph.namespaces import RDF, RG
from relgraph.graph.ontology import broader_topics
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import Part, Sum, ends, own_digits
from relgraph.vocabulary import EntityType, RelationType

_MOST = 9_999_999
"""So many relations are told at most, and ten times as many sentences."""


class Active(NamedTuple):
    """What all relations of an institution field have in common."""

    institution: str
    type: RelationType
    topic: str


@dataclass
class InstitutionField(Sum):
    """All relations of one type with an organisation on a topic."""

    about: Active

    @property
    def id(self) -> str:
        """IRI of the field, below that of its organisation."""
        institution, type_, topic = self.about
        return f"{institution}#{iris.digest('InstitutionField', type_.value, topic)}"

    @property
    def rank(self) -> Decimal:
        """What it is ordered by, and all it counts: releases, relations, behind the point sentences; own digits."""
        relations, sentences, releases = self.counts
        told = f"{releases}{min(relations, _MOST):07}.{min(sentences, 10 * _MOST):08}"
        return Decimal(f"{told}{own_digits(self.id)}")

    def age(self, part: Part) -> tuple[str, ...]:
        """What the newest relation is found by: its date, its release, its words, then its IRI."""
        return part.date or "", part.release, part.text, part.relation


def is_institution(entity: str) -> bool:
    """Whether an entity is an organisation, of whatever class."""
    return iris.is_of(EntityType.COMPANY, entity)


def institution_fields(parts: Iterable[Part]) -> dict[str, list[InstitutionField]]:
    """Fields by organisation, of those that are ends of these parts, sorted by IRI."""
    found: dict[Active, InstitutionField] = {}
    for part in parts:
        topics = {broader for topic in part.topics for broader in broader_topics().get(topic, (topic,))}
        for institution in filter(is_institution, ends(part.kind)):
            for topic in topics:
                about = Active(institution, part.kind.type, topic)
                found.setdefault(about, InstitutionField(about)).add(part)
    fields: dict[str, list[InstitutionField]] = {}
    for field in sorted(found.values(), key=lambda field: field.id):
        fields.setdefault(field.about.institution, []).append(field)
    return fields


def institution_quads(field: InstitutionField) -> Iterator[Quad]:
    """Quads of an institution field in the default graph."""
    subject, about = iri(field.id), field.about
    yield Quad(subject, RDF.type, RG.InstitutionField)
    yield Quad(subject, RG.fieldInstitution, iri(about.institution))
    yield Quad(subject, RG.institutionTopic, iri(about.topic))
    yield Quad(subject, RG.fieldType, RG[about.type.class_name])
    yield Quad(subject, RG.institutionRank, decimal(field.rank))
    yield Quad(subject, RG.newestRelation, iri(field.newest[-1]))
