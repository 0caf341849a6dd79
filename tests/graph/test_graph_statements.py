from decimal import Decimal
from hashlib import sha256

import pytest
from rdflib import Dataset, Literal, URIRef

from relgraph import iris
from relgraph.graph.days import relation_number
from relgraph.graph.namespaces import DCTERMS, OA, PROV, RDF, RG, SCHEMA
from relgraph.graph.statements import CONTEXT, release_graph
from relgraph.graph.terms import to_line
from relgraph.model import Evidence, Extraction, Release
from relgraph.vocabulary import Basis

# rdflib warns of what its own Dataset.parse does
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")


def graph_of(extraction, region=None):
    dataset = Dataset()
    dataset.parse(data="\n".join(map(to_line, release_graph(extraction, region))), format="nquads")
    name = URIRef(iris.release(extraction.release.id))
    assert {graph.identifier for graph in dataset.graphs() if len(graph)} == {name}
    return name, dataset.graph(name)


def test_a_release_is_described_in_its_own_graph(extractions):
    name, graph = graph_of(extractions[0], "https://w3id.org/relgraph/id/region/DE-BW")
    release = extractions[0].release
    assert (name, RDF.type, RG.Release) in graph
    assert (name, DCTERMS.title, Literal(release.title, lang="de")) in graph
    assert graph.value(name, SCHEMA.articleBody) == Literal(release.text, lang="de")
    assert graph.value(name, SCHEMA.sha256) == Literal(sha256(release.text.encode()).hexdigest())
    assert graph.value(name, DCTERMS.source) == URIRef(release.url)
    assert graph.value(name, RG.region) == URIRef("https://w3id.org/relgraph/id/region/DE-BW")


def test_an_unsound_address_is_no_source(extractions):
    release = extractions[0].release.model_copy(update={"url": "https://example.org/<script>"})
    name, graph = graph_of(Extraction(release=release))
    assert graph.value(name, DCTERMS.source) is None


def test_what_is_unknown_is_left_out():
    name, graph = graph_of(Extraction(release=Release(id="r", title="t", text="x")))
    assert set(graph.predicates(name)) == {
        RDF.type, DCTERMS.title, DCTERMS.identifier, DCTERMS.language, SCHEMA.articleBody, SCHEMA.sha256,
        RG.relationCount, RG.sentenceCount,
    }  # fmt: skip


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("trust", [0, 0.45, 0.599999999999, 0.6, 1])
def test_what_a_machine_doubts_has_a_number_that_tells_its_confidence(basis, trust, extractions):
    relation = extractions[0].relations[0].model_copy(update={"basis": basis, "confidence": trust})
    _, graph = graph_of(extractions[0].model_copy(update={"relations": (relation,)}))
    doubt = graph.value(URIRef(relation.id), RG.doubt)
    if basis is Basis.MACHINE and trust < 0.6:
        assert Decimal(str(doubt)) == int(trust * 10**9) + relation_number(relation.id)
    else:
        assert doubt is None


def test_every_relation_has_its_details(extractions):
    extraction = extractions[0]
    name, graph = graph_of(extraction)
    for relation in extraction.relations:
        node = URIRef(relation.id)
        assert set(graph.objects(node, RDF.type)) == {RG.Relation, RG[relation.type.class_name]}
        assert {str(topic) for topic in graph.objects(node, RG.topic)} == {
            iris.topic(topic) for topic in relation.topics
        }
        assert graph.value(node, RG.status) == RG[relation.status.value]
        assert graph.value(node, PROV.wasDerivedFrom) == name
        for predicate, value in (
            (RG.role, relation.role),
            (RG.amount, relation.amount),
            (RG.date, relation.date),
            (RG["from"], relation.from_),
            (RG.until, relation.until),
            (RG.subject, relation.subject),
            (RG.object, relation.object),
            (RG.document, relation.document),
            (RG.event, relation.event),
            (RG.basis, RG[relation.basis.value]),
            (RG.reviewer, relation.reviewer),
            (RG.reviewedOn, relation.reviewed_on),
        ):
            written = graph.value(node, predicate)
            assert (written if written is None else str(written)) == (value if value is None else str(value))


def test_evidence_opens_to_the_sentence_and_its_place(extractions):
    extraction = extractions[0]
    name, graph = graph_of(extraction)
    body = str(graph.value(name, SCHEMA.articleBody))
    for relation in extraction.relations:
        evidence = graph.value(URIRef(relation.id), RG.evidence)
        assert graph.value(evidence, OA.hasSource) == name
        quote, position = URIRef(f"{evidence}#quote"), URIRef(f"{evidence}#position")
        assert set(graph.objects(evidence, OA.hasSelector)) == {quote, position}
        start, end = (graph.value(position, edge).toPython() for edge in (OA.start, OA.end))
        assert body[start:end] == str(graph.value(quote, OA.exact)) == relation.evidence.text


@pytest.mark.parametrize(("start", "end"), [(0, 5), (50, 60), (95, 100)])
def test_a_quote_has_up_to_32_characters_of_context(extractions, start, end):
    words = "".join(chr(ord("a") + number % 26) for number in range(100))
    release = Release(id="r", title="t", text=words)
    sentence = Evidence(text=words[start:end], start=start, end=end)
    relation = extractions[0].relations[0].model_copy(update={"evidence": sentence})
    entities = tuple(entity.model_copy(update={"mentions": ()}) for entity in extractions[0].entities)
    _, graph = graph_of(Extraction(release=release, entities=entities, relations=(relation,)))
    prefix, suffix = (next(graph.objects(None, edge), "") for edge in (OA.prefix, OA.suffix))
    assert str(prefix) == words[max(0, start - CONTEXT) : start]
    assert str(suffix) == words[end : end + CONTEXT]
    assert ("" in (str(prefix), str(suffix))) == (start == 0 or end == 100)


def test_a_release_mentions_what_it_names_and_what_it_relates(extractions):
    extraction = extractions[1]
    name, graph = graph_of(extraction)
    related = {relation.subject for relation in extraction.relations} | {
        relation.object for relation in extraction.relations if relation.object
    }
    named = {entity.id for entity in extraction.entities if entity.mentions}
    assert {str(entity) for entity in graph.objects(name, SCHEMA.mentions)} == related | named
    assert len(related | named) < len(extraction.entities)
