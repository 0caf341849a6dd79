"""The topics: all of the annotation scheme and no other, each with what matching and reading need."""

from collections import Counter

import pytest
from rdflib import RDF, SKOS, Namespace, URIRef

from relgraph.graph.ontology import read_turtle
from relgraph.resources import folder
from relgraph.vocabulary import ONTOLOGY, TOPIC

SCHEME = {
    "technology": """
        artificial-intelligence robotics semiconductors quantum-technology biotechnology medical-technology
        environmental-technology energy-technology renewable-energy hydrogen energy-efficiency batteries
        electric-mobility autonomous-driving new-mobility aerospace advanced-manufacturing mechanical-engineering
        automotive chemistry digitalisation cybersecurity photonics new-materials green-tech circular-economy
        bioeconomy sustainable-urban-development smart-city water-management forestry agriculture""",
    "policy": """
        economy trade finance markets supply-chains investment start-ups skilled-labour vocational-training education
        higher-education research innovation culture sport youth-exchange health demographics environment
        climate-protection nature-conservation energy transport municipal-cooperation development-cooperation
        civil-society security human-rights democracy european-integration cross-border-cooperation tourism media
        justice migration disaster-control diversification asia-competence peace gender-equality
        consumer-protection""",
}
SIDES = {name: side for side, names in SCHEME.items() for name in names.split()}
RG = Namespace(ONTOLOGY)
GRAPH = read_turtle(folder("ontology") / "topics.ttl")
TOPICS = sorted(str(topic).removeprefix(TOPIC) for topic in GRAPH.subjects(RDF.type, RG.Topic))
GROUPS = sorted(str(group).removeprefix(TOPIC) for group in GRAPH.subjects(RDF.type, RG.TopicGroup))
KINDS_OF_LABEL = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


def topic(name):
    return URIRef(TOPIC + name)


def path(name):
    """Local names from a topic up to its top concept."""
    return [str(node).removeprefix(TOPIC) for node in GRAPH.transitive_objects(topic(name), SKOS.broader)]


def test_the_topics_are_those_of_the_annotation_scheme():
    assert sorted(SIDES) == TOPICS
    assert not set(TOPICS) & set(GROUPS)


@pytest.mark.parametrize("name", TOPICS + GROUPS)
def test_a_concept_has_one_name_and_one_definition_in_each_language(name):
    for predicate in (SKOS.prefLabel, SKOS.definition):
        assert sorted(text.language for text in GRAPH.objects(topic(name), predicate)) == ["de", "en"]
    assert (topic(name), SKOS.inScheme, RG.TopicScheme) in GRAPH


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_lies_below_a_field_of_its_side(name):
    assert path(name)[-1] == SIDES[name]
    assert len(path(name)) == len(set(path(name))) >= 3
    assert len(list(GRAPH.objects(topic(name), SKOS.broader))) == 1
    assert set(path(name)) & set(GROUPS)


def test_only_the_top_concepts_have_nothing_above():
    tops = {str(node).removeprefix(TOPIC) for node in GRAPH.subjects(SKOS.topConceptOf, RG.TopicScheme)}
    assert tops == {"technology", "policy"}
    assert {name for name in TOPICS + GROUPS if not list(GRAPH.objects(topic(name), SKOS.broader))} == tops


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_has_synonyms_in_german(name):
    assert [label for label in GRAPH.objects(topic(name), SKOS.altLabel) if label.language == "de"]


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_has_no_label_for_matching(name):
    assert not [*GRAPH.objects(topic(name), SKOS.altLabel), *GRAPH.objects(topic(name), SKOS.hiddenLabel)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_label_stands_twice_in_a_language(language):
    labels = Counter(
        label.casefold()
        for name in TOPICS
        for kind in KINDS_OF_LABEL
        for label in GRAPH.objects(topic(name), kind)
        if label.language == language
    )
    assert [label for label, number in labels.items() if number > 1] == []


def test_labels_are_in_one_of_two_languages_and_trimmed():
    for _, _, label in GRAPH.triples_choices((None, list(KINDS_OF_LABEL), None)):
        assert label.language in ("de", "en")
        assert " ".join(label.split()) == str(label)
