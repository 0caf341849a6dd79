"""What LOV, FOOPS! and OOPS! ask of an ontology, as far as its files alone can answer."""

import re
from collections import defaultdict
from itertools import combinations

import pytest
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Literal, Namespace, URIRef

from relgraph.graph.ontology import ontology_graph, read_turtle
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, PREFIXES

RG = Namespace(ONTOLOGY)
SCHEMA = Namespace(PREFIXES["schema"])
VANN = Namespace("http://purl.org/vocab/vann/")
BIBO = Namespace("http://purl.org/ontology/bibo/")
OWN = read_turtle(folder("ontology") / "relgraph.ttl")
GRAPH = ontology_graph()
IRI = URIRef(ONTOLOGY.rstrip("#"))
PROJECT = URIRef("https://w3id.org/relgraph/project")
VERSION = str(OWN.value(IRI, OWL.versionInfo))
CLASSES = {term for term in OWN.subjects(RDF.type, OWL.Class) if term in RG}
PROPERTIES = {
    term
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for term in OWN.subjects(RDF.type, kind)
    if term in RG
}
TERMS = sorted(term for term in set(OWN.subjects()) if term in RG)
SINCE = dict(line.split("\t") for line in (folder("ontology") / "terms.tsv").read_text().splitlines()[1:])


def languages(predicate, subject=IRI):
    return sorted(str(text.language) for text in OWN.objects(subject, predicate))


@pytest.mark.parametrize(
    "predicate",
    [DCTERMS.title, DCTERMS.description, DCTERMS.abstract, DCTERMS.bibliographicCitation, RDFS.comment,
     SKOS.changeNote, SKOS.historyNote],
)  # fmt: skip
def test_what_the_ontology_tells_of_itself_is_told_in_both_languages(predicate):
    assert languages(predicate) == ["de", "en"]


def test_who_made_it_and_what_may_be_done_with_it():
    assert OWN.value(IRI, DCTERMS.creator) == OWN.value(IRI, DCTERMS.publisher) == PROJECT
    assert OWN.value(PROJECT, RDFS.label) == Literal("relgraph")
    assert (PROJECT, RDF.type, PROV.Agent) in OWN
    assert OWN.value(IRI, DCTERMS.license) == URIRef("https://opensource.org/licenses/MIT")
    assert isinstance(OWN.value(IRI, DCTERMS.source), URIRef)
    assert str(OWN.value(IRI, BIBO.status)).startswith(f"{BIBO}status/")


def test_its_days_are_in_order():
    days = [OWN.value(IRI, DCTERMS[name]) for name in ("created", "issued", "modified")]
    assert {day.datatype for day in days} == {XSD.date}
    assert days == sorted(days)


def test_prefix_namespace_and_version_agree():
    assert OWN.value(IRI, VANN.preferredNamespacePrefix) == Literal("rg")
    assert OWN.value(IRI, VANN.preferredNamespaceUri) == Literal(ONTOLOGY)
    assert OWN.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{VERSION}")
    for citation in OWN.objects(IRI, DCTERMS.bibliographicCitation):
        assert f"ersion {VERSION}, " in citation
        assert citation.endswith(f"{IRI}/{VERSION}")
    assert all(note.startswith(f"{VERSION}: ") for note in OWN.objects(IRI, SKOS.changeNote))


def test_the_version_before_is_named_and_told_of():
    versions = sorted({*SINCE.values(), VERSION}, key=lambda version: tuple(map(int, version.split("."))))
    assert versions[-1] == VERSION
    before = URIRef(f"{IRI}/{versions[-2]}")
    assert OWN.value(IRI, OWL.priorVersion) == OWN.value(IRI, OWL.backwardCompatibleWith) == before
    told = {note.partition(":")[0] for note in OWN.objects(IRI, SKOS.historyNote)}
    assert told == set(versions[:-1])


def test_no_term_that_was_ever_released_is_gone_and_every_term_has_its_version():
    """A new term gets a line in terms.tsv; a term that is not needed any longer is deprecated, its line stays."""
    assert sorted(SINCE) == list(SINCE)
    assert {str(term).removeprefix(ONTOLOGY) for term in TERMS} == set(SINCE)


def test_terms_of_the_first_version_are_all_there():
    """The list itself cannot be shortened unawares: what 0.1.0 had is counted here."""
    assert sum(since == "0.1.0" for since in SINCE.values()) == 90


def test_what_is_deprecated_says_what_takes_its_place():
    for term in OWN.subjects(OWL.deprecated):
        assert OWN.value(term, OWL.deprecated) == Literal(True)
        replacement = OWN.value(term, DCTERMS.isReplacedBy)
        assert replacement in TERMS
        assert OWN.value(replacement, OWL.deprecated) is None


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(ONTOLOGY))
def test_comment_and_definition_say_the_same(term):
    assert set(OWN.objects(term, RDFS.comment)) == set(OWN.objects(term, SKOS.definition))


def test_no_two_terms_of_one_kind_have_the_same_label_or_definition():
    for predicate in (RDFS.label, SKOS.definition):
        for kind in (CLASSES, PROPERTIES):
            held = defaultdict(set)
            for term in kind:
                for text in OWN.objects(term, predicate):
                    held[text].add(term)
            assert not {text: terms for text, terms in held.items() if len(terms) > 1}


@pytest.mark.parametrize("predicate", [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader, DCTERMS.isReplacedBy])
def test_no_hierarchy_runs_in_a_circle(predicate):
    for term in set(GRAPH.subjects(predicate)):
        above = {
            one for parent in GRAPH.objects(term, predicate) for one in GRAPH.transitive_objects(parent, predicate)
        }
        assert term not in above


@pytest.mark.parametrize("term", sorted(PROPERTIES), ids=lambda term: term.removeprefix(ONTOLOGY))
def test_a_property_says_of_what_to_what(term):
    assert set(OWN.objects(term, RDFS.domain)) | set(OWN.objects(term, SCHEMA.domainIncludes))
    assert set(OWN.objects(term, RDFS.range)) | set(OWN.objects(term, SCHEMA.rangeIncludes))
    assert len(set(OWN.objects(term, RDFS.domain))) <= 1  # several would be taken together, which nobody means
    assert len(set(OWN.objects(term, RDFS.range))) <= 1


def test_a_symmetric_property_has_the_same_ends_and_a_functional_one_is_none():
    for term in OWN.subjects(RDF.type, OWL.SymmetricProperty):
        assert OWN.value(term, RDFS.domain) == OWN.value(term, RDFS.range)
        assert (term, RDF.type, OWL.FunctionalProperty) not in OWN


def test_every_class_has_a_place_in_the_hierarchy_or_stands_at_its_top():
    top = {term for term in CLASSES if not set(OWN.objects(term, RDFS.subClassOf))}
    assert top == {RG.Entity}


def test_kinds_of_things_exclude_each_other():
    kinds = [RG.Entity, RG.Relation, RG.Evidence, RG.Release, RG.Tie, RG.Tally, SKOS.Concept]
    for one, other in combinations(kinds, 2):
        assert (one, OWL.disjointWith, other) in OWN or (other, OWL.disjointWith, one) in OWN
    for one, other in OWN.subject_objects(OWL.disjointWith):
        assert other not in set(OWN.transitive_objects(one, RDFS.subClassOf))
        assert one not in set(OWN.transitive_objects(other, RDFS.subClassOf))


def test_names_are_words_in_one_style():
    for term in CLASSES:
        assert re.fullmatch("(?:[A-Z][a-z]+)+", term.removeprefix(ONTOLOGY))
    for term in PROPERTIES:
        assert re.fullmatch("[a-z]+(?:[A-Z][a-z]+)*", term.removeprefix(ONTOLOGY))


@pytest.mark.parametrize("prefix", ["schema", "org", "prov", "skos", "foaf", "oa", "dcterms"])
def test_vocabularies_that_exist_are_built_upon(prefix):
    """Where our terms stand below others', or beside them, they say so."""
    axioms = [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.narrowMatch, SKOS.broadMatch]
    assert [term for axiom in axioms for own, term in OWN.subject_objects(axiom) if own in RG
            and str(term).startswith(PREFIXES[prefix])]  # fmt: skip


def test_a_mapping_repeats_no_axiom():
    mappings = [SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch]
    for term in TERMS:
        above = {*OWN.transitive_objects(term, RDFS.subClassOf), *OWN.transitive_objects(term, RDFS.subPropertyOf)}
        assert not above & {other for mapping in mappings for other in OWN.objects(term, mapping)}
