"""The named graph of a release: the release itself, the relations it states, and the sentences that state them."""

from collections.abc import Iterator

from rdflib import URIRef

from relgraph import iris
from relgraph.graph.days import doubt_number, relation_number
from relgraph.graph.namespaces import DCTERMS, OA, PROV, RDF, RG, SCHEMA
from relgraph.graph.terms import Node, Quad, count, decimal, iri, moment, text, web_iri
from relgraph.model import Evidence, Extraction, Relation, Release
from relgraph.vocabulary import Basis

CONTEXT = 32
"""Characters of text quoted before and after a sentence, so that it is found again if offsets shift."""

DOUBTFUL = 0.6
"""What a machine has read is in doubt below this confidence."""

Pair = tuple[URIRef, Node]


def release_graph(extraction: Extraction, region: str | None) -> Iterator[Quad]:
    """All quads of the graph that is named by the release; `region` is the IRI of the territory it speaks for."""
    release = extraction.release
    graph = iri(iris.release(release.id))
    for predicate, value in _release(release, region):
        yield Quad(graph, predicate, value, graph)
    sentences = {(relation.evidence.start, relation.evidence.end) for relation in extraction.relations}
    yield Quad(graph, RG.relationCount, count(len(extraction.relations)), graph)
    yield Quad(graph, RG.sentenceCount, count(len(sentences)), graph)
    for mentioned in _mentioned(extraction):
        yield Quad(graph, SCHEMA.mentions, iri(mentioned), graph)
    for relation in extraction.relations:
        for predicate, value in _relation(relation, release):
            yield Quad(iri(relation.id), predicate, value, graph)
        yield from _evidence(relation.evidence, release, graph)


def _release(release: Release, region: str | None) -> Iterator[Pair]:
    yield RDF.type, RG.Release
    yield DCTERMS.title, text(release.title, release.language)
    yield DCTERMS.identifier, text(release.id)
    yield DCTERMS.language, text(release.language)
    yield SCHEMA.articleBody, text(release.text, release.language)
    yield SCHEMA.sha256, text(release.digest)
    if release.date is not None:
        yield DCTERMS.issued, moment(release.date)
    if release.publisher is not None:
        yield DCTERMS.publisher, text(release.publisher)
    if region is not None:
        yield RG.region, iri(region)
    source = web_iri(release.url)
    if source is not None:
        yield DCTERMS.source, source


def _mentioned(extraction: Extraction) -> list[str]:
    """IRIs of what the text names: by a mention, or as an end of a relation."""
    named = {entity.id for entity in extraction.entities if entity.mentions}
    for relation in extraction.relations:
        named |= {relation.subject, *filter(None, (relation.object, relation.document, relation.event))}
    return sorted(named)


def _relation(relation: Relation, release: Release) -> Iterator[Pair]:
    yield RDF.type, RG.Relation
    yield RDF.type, RG[relation.type.class_name]
    yield RG.relationNumber, decimal(relation_number(relation.id))
    yield RG.subject, iri(relation.subject)
    for name in ("object", "document", "event"):
        end = getattr(relation, name)
        if end is not None:
            yield RG[name], iri(end)
    for topic in relation.topics:
        yield RG.topic, iri(iris.topic(topic))
    yield from _details(relation, release.language)
    when = relation.stated or release.date
    if when is not None:
        yield RG.when, moment(when)
    yield RG.evidence, iri(iris.evidence(release.id, relation.evidence.start, relation.evidence.end))
    yield PROV.wasDerivedFrom, iri(iris.release(release.id))


def _details(relation: Relation, language: str) -> Iterator[Pair]:
    yield RG.status, RG[relation.status.value]
    yield RG.confidence, decimal(relation.confidence)
    if relation.basis is Basis.MACHINE and relation.confidence < DOUBTFUL:
        yield RG.doubt, decimal(doubt_number(relation.confidence, relation.id))
    yield RG.rule, text(relation.rule)
    yield RG.basis, RG[relation.basis.value]
    if relation.reviewer is not None:
        yield RG.reviewer, text(relation.reviewer)
    if relation.reviewed_on is not None:
        yield RG.reviewedOn, moment(relation.reviewed_on)
    for name, words in (("role", relation.role), ("amount", relation.amount)):
        if words is not None:
            yield RG[name], text(words, language)
    for name, when in (("date", relation.date), ("from", relation.from_), ("until", relation.until)):
        if when is not None:
            yield RG[name], moment(when)


def _evidence(evidence: Evidence, release: Release, graph: URIRef) -> Iterator[Quad]:
    subject = iri(iris.evidence(release.id, evidence.start, evidence.end))
    quote, position = iri(f"{subject}#quote"), iri(f"{subject}#position")
    yield Quad(subject, RDF.type, RG.Evidence, graph)
    yield Quad(subject, RDF.type, OA.SpecificResource, graph)
    yield Quad(subject, OA.hasSource, graph, graph)
    yield Quad(subject, OA.hasSelector, quote, graph)
    yield Quad(subject, OA.hasSelector, position, graph)
    yield Quad(subject, PROV.wasDerivedFrom, graph, graph)
    for predicate, value in _quote(evidence, release):
        yield Quad(quote, predicate, value, graph)
    yield Quad(position, RDF.type, OA.TextPositionSelector, graph)
    yield Quad(position, OA.start, count(evidence.start), graph)
    yield Quad(position, OA.end, count(evidence.end), graph)


def _quote(evidence: Evidence, release: Release) -> Iterator[Pair]:
    before = release.text[max(0, evidence.start - CONTEXT) : evidence.start]
    after = release.text[evidence.end : evidence.end + CONTEXT]
    yield RDF.type, OA.TextQuoteSelector
    yield OA.exact, text(evidence.text, release.language)
    for predicate, words in ((OA.prefix, before), (OA.suffix, after)):
        if words:
            yield predicate, text(words, release.language)
