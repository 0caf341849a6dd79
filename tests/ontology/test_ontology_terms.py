"""The ontology by itself: labels, definitions, metadata, hierarchy."""

import re

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Namespace, URIRef

from relgraph.graph.ontology import ontology_graph, read_turtle
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, PREFIXES, Basis, EntityType, RelationType, Status

RG = Namespace(ONTOLOGY)
GRAPH = ontology_graph()
OWN = read_turtle(folder("ontology") / "relgraph.ttl")
IRI = URIRef(ONTOLOGY.rstrip("#"))
TERMS = sorted(str(term).removeprefix(ONTOLOGY) for term in set(OWN.subjects()) if str(term).startswith(ONTOLOGY))
KINDS = {
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    SKOS.ConceptScheme,
    RG.Status,
    RG.Basis,
}


@pytest.mark.parametrize("name", TERMS)
def test_a_term_has_one_label_and_one_definition_in_each_language(name):
    for predicate in (RDFS.label, SKOS.definition):
        texts = list(OWN.objects(RG[name], predicate))
        assert sorted(text.language for text in texts) == ["de", "en"]
        assert all(text.strip() == str(text) != "" for text in texts)
    assert all(text.endswith(".") for text in OWN.objects(RG[name], SKOS.definition))


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_of_one_kind_and_named_accordingly(name):
    kinds = set(OWN.objects(RG[name], RDF.type)) & KINDS
    assert len(kinds) == 1
    capital = kinds <= {OWL.Class, SKOS.ConceptScheme}
    assert re.fullmatch("[A-Z][A-Za-z]+" if capital else "[a-z][A-Za-z]+", name)
    assert OWN.value(RG[name], RDFS.isDefinedBy) == IRI


def test_there_is_no_blank_node():
    assert not [node for triple in GRAPH for node in triple if isinstance(node, BNode)]


def test_what_is_used_of_others_is_declared():
    """A class or property of another vocabulary stands in an axiom only where its kind is declared."""
    declared = set(OWN.subjects(RDF.type))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, OWL.disjointWith):
        assert set(OWN.objects(None, predicate)) <= declared
    assert {term for term in OWN.objects(None, RDFS.range) if not str(term).startswith(PREFIXES["xsd"])} <= declared


def test_every_term_named_in_the_files_is_declared():
    named = {str(term) for triple in GRAPH for term in triple if str(term).startswith(ONTOLOGY)} - {ONTOLOGY}
    assert {name.removeprefix(ONTOLOGY) for name in named} == set(TERMS)


def above(name):
    return {str(term).removeprefix(ONTOLOGY) for term in OWN.transitive_objects(RG[name], RDFS.subClassOf)}


@pytest.mark.parametrize("kind", EntityType)
def test_classes_of_entities_reach_the_top_as_the_code_says(kind):
    from relgraph.graph.entities import classes

    own = {name for name in above(kind.value) if name in TERMS}
    assert own == set(classes(kind))


@pytest.mark.parametrize("kind", RelationType)
def test_each_type_of_relation_has_its_class_and_its_direct_property(kind):
    assert RG.Relation in set(OWN.objects(RG[kind.class_name], RDFS.subClassOf))
    direct = RG[kind.direct_property]
    assert OWN.value(RG[kind.class_name], RG.directProperty) == direct
    assert ((direct, RDF.type, OWL.SymmetricProperty) in OWN) is kind.symmetric
    if kind.symmetric:  # both ends may change places
        assert OWN.value(direct, RDFS.domain) == OWN.value(direct, RDFS.range)


def test_statuses_are_a_ladder():
    rungs = [RG.planned]
    while (after := OWN.value(rungs[-1], RG.nextStatus)) is not None:
        rungs.append(after)
    assert rungs == [RG[status.value] for status in Status]
    for rung in rungs:
        assert set(OWN.objects(rung, SKOS.prefLabel)) == set(OWN.objects(rung, RDFS.label))


def test_bases_are_those_of_the_code():
    bases = set(OWN.subjects(RDF.type, RG.Basis))
    assert bases == {RG[basis.value] for basis in Basis}
    for basis in bases:
        assert set(OWN.objects(basis, SKOS.prefLabel)) == set(OWN.objects(basis, RDFS.label))


def test_event_codes_are_concepts_with_a_notation():
    codes = {code for code in OWN.objects(None, SKOS.closeMatch) if "/event-code/" in code}
    for code in codes:
        assert (code, RDF.type, SKOS.Concept) in OWN
        assert str(OWN.value(code, SKOS.notation)).casefold() == str(code).rpartition("-")[2]
    assert set(OWN.subjects(SKOS.notation)) == codes
