"""The JSON-LD context turns a line of `relgraph extract` into the same statements that the graph makes."""

import json

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, XSD

from relgraph import iris
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, PREFIXES, Basis, EntityType, RelationType, Status

# rdflib warns of what its own reader of JSON-LD does
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b:DeprecationWarning")

RG, OA, SCHEMA = Namespace(ONTOLOGY), Namespace(PREFIXES["oa"]), Namespace(PREFIXES["schema"])
CONTEXT = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))
TEXT = "Japan ist bei der Robotik führend."
JAPAN = URIRef(iris.entity(EntityType.COUNTRY, "JP"))
RELATION = URIRef(iris.relation("bw-1", "strength", str(JAPAN), None))
RELEASE = URIRef(iris.release("bw-1"))


@pytest.fixture(scope="module")
def graph():
    extraction = Extraction(
        release=Release(id="bw-1", title="Ein Titel", date="2023-12-01", url="https://example.org/a", text=TEXT),
        entities=(
            Entity(
                id=str(JAPAN), type="Country", name="Japan", name_en="Japan", code="JP", same_as=("https://b.org/JP",),
                mentions=(Mention(text="Japan", start=0, end=5),),
            ),
        ),
        relations=(
            Relation(
                id=str(RELATION), type="strength", subject=str(JAPAN), topics=("robotics", "hydrogen"), rule="a/b",
                role="Amt", from_="1989", evidence=Evidence(text=TEXT, start=0, end=len(TEXT)),
                basis="reviewed", reviewer="Eva Muster", reviewed_on="2026-11-27",
            ),
        ),
    )  # fmt: skip
    return Graph().parse(data=json.dumps(CONTEXT | json.loads(extraction.to_json())), format="json-ld")


def test_an_entity_becomes_a_described_node(graph):
    assert (JAPAN, RDF.type, RG.Country) in graph
    assert set(graph.objects(JAPAN, RDFS.label)) == {Literal("Japan", lang="de"), Literal("Japan", lang="en")}
    assert graph.value(JAPAN, RG.code) == Literal("JP")
    assert graph.value(JAPAN, OWL.sameAs) == URIRef("https://b.org/JP")


def test_a_relation_points_at_its_ends_topics_and_status(graph):
    assert (RELATION, RDF.type, RG.Strength) in graph
    assert graph.value(RELATION, RG.subject) == JAPAN
    assert {str(node) for node in graph.objects(RELATION, RG.topic)} == {iris.topic("robotics"), iris.topic("hydrogen")}
    assert graph.value(RELATION, RG.status) == RG.active
    assert graph.value(RELATION, RG.role) == Literal("Amt", lang="de")
    assert graph.value(RELATION, RG["from"]) == Literal("1989")


def test_a_relation_says_on_what_it_rests(graph):
    assert graph.value(RELATION, RG.basis) == RG.reviewed
    assert graph.value(RELATION, RG.reviewer) == Literal("Eva Muster")
    assert graph.value(RELATION, RG.reviewedOn) == Literal("2026-11-27", datatype=XSD.date)


def test_evidence_keeps_words_and_place(graph):
    evidence = graph.value(RELATION, RG.evidence)
    assert graph.value(evidence, OA.exact) == Literal(TEXT, lang="de")
    assert graph.value(evidence, OA.start) == Literal(0)
    assert graph.value(evidence, OA.end) == Literal(str(len(TEXT)), datatype=XSD.integer)


def test_the_release_has_the_name_of_its_graph(graph):
    assert graph.value(RELEASE, DCTERMS.title) == Literal("Ein Titel", lang="de")
    assert graph.value(RELEASE, DCTERMS.issued) == Literal("2023-12-01")
    assert graph.value(RELEASE, SCHEMA.articleBody) == Literal(TEXT, lang="de")


def test_no_key_of_the_contract_is_lost_unawares():
    known = CONTEXT["@context"]
    for model in (Extraction, Entity, Relation):
        keys = {field.alias or name for name, field in model.model_fields.items()}
        assert keys <= set(known)
    for model, name in ((Release, "release"), (Evidence, "evidence")):
        keys = {field.alias or key for key, field in model.model_fields.items()}
        assert keys - set(known) <= set(known[name]["@context"])


@pytest.mark.parametrize("value", [*EntityType, *RelationType, *Status, *Basis])
def test_every_type_status_and_basis_is_a_term(value):
    name = value.class_name if isinstance(value, RelationType) else value.value
    assert CONTEXT["@context"][value.value] == f"rg:{name}"


def test_prefixes_are_those_of_the_project():
    for name, value in CONTEXT["@context"].items():
        if name in PREFIXES and name != "id":  # which is the key of an IRI in JSON
            assert value == PREFIXES[name]
