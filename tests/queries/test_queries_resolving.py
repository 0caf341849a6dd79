from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph import iris
from relgraph.errors import QueryError, UnknownName
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.store.embedded import memory_store
from relgraph.store.terms import Iri
from relgraph.vocabulary import ID, EntityType

RG = "https://w3id.org/relgraph/ontology#"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@pytest.mark.parametrize(
    ("label", "kind", "iri"),
    [
        ("Karl Vogt", "entity", iris.entity(EntityType.PERSON, "Karl Vogt")),
        ("karl vogt", "entity", iris.entity(EntityType.PERSON, "Karl Vogt")),
        ("universitaet  KYOTO".replace("ae", "ä"), "entity", iris.entity(EntityType.COMPANY, "Universität Kyoto")),
        ("Kyoto University", "entity", iris.entity(EntityType.COMPANY, "Universität Kyoto")),
        ("jp-14", "entity", iris.entity(EntityType.REGION, "JP-14")),
        ("Frankreich", "entity", iris.entity(EntityType.COUNTRY, "FR")),
        ("Robotik", "topic", iris.topic("robotics")),
        ("robotics", "topic", iris.topic("robotics")),
        ("KI", "topic", iris.topic("artificial-intelligence")),
        ("Schlüsseltechnologien", "topic", iris.topic("key-technologies")),
        ("https://w3id.org/relgraph/topic/robotics", "topic", iris.topic("robotics")),
        ("geplant", "status", RG + "planned"),
        ("Planned", "status", RG + "planned"),
        ("partnership", "relationtype", RG + "Partnership"),
        ("Partnership", "relationtype", RG + "Partnership"),
        ("Partnerschaft", "relationtype", RG + "Partnership"),
    ],
)
def test_labels_lead_to_iris(label, kind, iri, fixture_store):
    assert resolve(label, ParameterType(kind), fixture_store) == Iri(iri)


@pytest.mark.parametrize(
    ("label", "kind", "suggestion"),
    [
        ("Karl Voigt", "entity", "Karl Vogt"),
        ("Universität Konstans", "entity", "Universität Konstanz"),
        ("Jappan", "entity", "Japan"),
        ("Robottik", "topic", "Robotik"),
        ("geplannt", "status", "geplant"),
        ("Partnerschafft", "relationtype", "Partnerschaft"),
    ],
)
def test_a_miss_suggests(label, kind, suggestion, fixture_store):
    with pytest.raises(UnknownName) as caught:
        resolve(label, ParameterType(kind), fixture_store)
    assert caught.value.suggestions[0] == suggestion


@pytest.mark.parametrize(
    "label", ["https://w3id.org/relgraph/id/country/XX", "https://w3id.org/relgraph/id/> ?s ?p ?o"]
)
def test_an_iri_that_names_nothing_is_no_entity(label, fixture_store):
    with pytest.raises((UnknownName, QueryError)):
        resolve(label, ParameterType.ENTITY, fixture_store)


def named(*things):
    return [
        line
        for iri, kind in things
        for line in (
            f'<{iri}> {LABEL} "Luxemburg"@de .',
            f"<{iri}> {TYPE} <{RG}{kind}> .",
            f"<{iri}> {TYPE} <{RG}Entity> .",
        )
    ]


def test_a_country_comes_before_a_city_of_its_name():
    with memory_store(named((f"{ID}city/1", "City"), (f"{ID}country/LU", "Country"))) as store:
        assert resolve("Luxemburg", ParameterType.ENTITY, store) == Iri(f"{ID}country/LU")
        assert resolve("luxemburg", ParameterType.ENTITY, store) == Iri(f"{ID}country/LU")


def test_two_things_of_one_name_are_told_apart_by_the_asker():
    lines = named((f"{ID}document/1", "Document"), (f"{ID}document/2", "Document"))
    with memory_store(lines) as store, pytest.raises(QueryError, match=r"names several; give one of \S+/1, \S+/2"):
        resolve("Luxemburg", ParameterType.ENTITY, store)


@settings(deadline=None, max_examples=50)
@given(
    st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["topic", "status", "relationtype", "entity"])
)
def test_any_text_is_found_or_missed(text, kind):
    with memory_store([]) as store, suppress(UnknownName, QueryError):
        assert isinstance(resolve(text, ParameterType(kind), store), Iri)
