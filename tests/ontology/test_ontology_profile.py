"""The ontology is OWL 2 RL; the axioms of derivation are OWL 2 DL, and say themselves why."""

import pytest
from pyowl2_profiles import detect_profiles
from rdflib import RDF, RDFS, Namespace, URIRef

from relgraph.graph.ontology import read_turtle
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, PREFIXES

HOLDS = Namespace("https://w3id.org/relgraph/derivation#")
OWN = read_turtle(folder("ontology") / "relgraph.ttl")
DERIVATION = read_turtle(folder("ontology") / "derivation.ttl")
RL_DATATYPES = {"string", "boolean", "decimal", "integer"}  # of those in the profile, the ones a range here may have


def profiles(graph):
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(graph.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES)
    return {
        name: found["in_profile"]
        for name, found in detect_profiles(store, None, "ontology", "version").items()
        if name in ("rl", "dl")
    }


def test_the_ontology_is_owl_2_rl():
    assert profiles(OWN) == {"rl": True, "dl": True}


@pytest.mark.parametrize(
    "axiom", ["rg:Visit owl:equivalentClass [ a owl:Restriction ; owl:onProperty rg:object ; owl:hasSelf true ]",
              "rg:visited a owl:ReflexiveProperty", "rg:Visit rdfs:subClassOf [ owl:oneOf ( rg:active ) ]"],
)  # fmt: skip
def test_an_axiom_outside_the_profile_is_found(axiom):
    prologue = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    graph = read_turtle(folder("ontology") / "relgraph.ttl").parse(data=f"{prologue}{axiom} .", format="turtle")
    assert not profiles(graph)["rl"]


def test_ranges_are_datatypes_of_the_profile():
    """`xsd:date` and years are none; properties with dates name theirs by schema:rangeIncludes."""
    ranges = {str(one).removeprefix(PREFIXES["xsd"]) for one in OWN.objects(None, RDFS.range) if PREFIXES["xsd"] in one}
    assert ranges <= RL_DATATYPES


def test_the_axioms_of_derivation_are_owl_2_dl():
    assert profiles(DERIVATION)["dl"]


def test_the_axioms_of_derivation_name_only_declared_terms():
    for term in {term for triple in DERIVATION for term in triple if isinstance(term, URIRef)}:
        if term.startswith(ONTOLOGY):
            assert (term, RDF.type, None) in OWN
        elif term in HOLDS and term != URIRef(HOLDS):
            assert (term, RDF.type, None) in DERIVATION
