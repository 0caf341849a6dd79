"""Suggested values are in the graph, the ones with most evidence first, and can be typed back."""

import pytest

from relgraph.queries.catalogue import catalogue
from relgraph.queries.parameters import bindings
from relgraph.queries.resolving import resolve
from relgraph.queries.suggesting import SUGGESTED, suggestions
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import ID

NEEDED = {"actor": "Japan", "other": "Japan", "country": "Japan", "topic": "robotics"}
NEEDED |= {"since": "2020", "until": "2024", "date": "2024"}
OF_A_TYPE = [
    (question, parameter)
    for question in catalogue().values()
    for parameter in question.parameters
    if parameter.type in SUGGESTED
]


def suggested(store, question, parameter, **more):
    asked = catalogue()[question]
    return suggestions(asked, asked.parameter(parameter), store, **more)


@pytest.mark.parametrize(("question", "parameter"), OF_A_TYPE, ids=lambda one: one.name)
def test_every_suggested_value_stands_for_one_thing(question, parameter, wide_store):
    for language in ("de", "en"):
        found = suggestions(question, parameter, wide_store, language=language)
        assert found, "the wide graph has a value for every parameter"
        assert len({resolve(one.value, parameter.type, wide_store) for one in found}) == len(found)
        assert [one.releases for one in found] == sorted((one.releases for one in found), reverse=True)
        others = {name: NEEDED[name] for name in NEEDED if question.parameter(name) and name != parameter.name}
        for one in found:
            needed = {name: value for name, value in others.items() if question.parameter(name).required}
            assert isinstance(bindings(question, {parameter.name: one.value, **needed}, wide_store), dict)


def test_only_what_the_question_reads_counts(fixture_store):
    assert [(one.name, one.relations) for one in suggested(fixture_store, "technology-leaders", "topic")] == [
        ("Robotik", 1), ("Halbleiter", 1),
    ]  # fmt: skip
    assert {one.value for one in suggested(fixture_store, "technology-leaders", "country")} == {"Japan", "Südkorea"}


def test_a_country_counts_its_parts_where_the_query_does_and_its_regions_are_there_too(fixture_store):
    whole = {one.name: one.relations for one in suggested(fixture_store, "partnerships", "country")}
    assert whole == {"Deutschland": 1, "Japan": 1, "Baden-Württemberg": 1, "Kanagawa": 1}
    alone = {one.name for one in suggested(fixture_store, "evidence", "actor", limit=99)}
    assert "Deutschland" not in alone


def test_suggestions_speak_the_language_asked_for(fixture_store):
    names = [one.value for one in suggested(fixture_store, "partnerships", "country", language="en")]
    assert sorted(names) == ["Baden-Württemberg", "Germany", "Japan", "Kanagawa"]


def test_no_more_than_asked_for_and_nothing_for_dates(fixture_store):
    assert len(suggested(fixture_store, "evidence", "actor", limit=3)) == 3
    assert suggested(fixture_store, "evidence", "since") == []


def test_a_name_that_two_share_is_suggested_by_iri():
    rdf, rg = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "https://w3id.org/relgraph/ontology#"
    lines = []
    for key in ("a", "b"):
        person, relation, graph = (f"<{ID}{kind}/{key}>" for kind in ("person", "relation", "release"))
        lines += [f"{person} <{rdf}> <{rg}{name}> ." for name in ("Person", "Actor", "Entity")]
        lines.append(f'{person} <http://www.w3.org/2000/01/rdf-schema#label> "Max Muster"@de .')
        lines.append(f"{relation} <{rg}subject> {person} {graph} .")
    with memory_store(lines) as store:
        found = suggested(store, "evidence", "actor")
    assert [(one.value, one.name) for one in found] == [(f"{ID}person/{key}", "Max Muster") for key in ("a", "b")]
