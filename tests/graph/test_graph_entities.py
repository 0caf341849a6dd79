import random

import pytest

from relgraph import iris
from relgraph.graph.entities import classes, entity_quads, merge, territory_named
from relgraph.graph.namespaces import RG
from relgraph.graph.terms import to_line
from relgraph.model import Entity, Extraction, Release
from relgraph.vocabulary import EntityType

ULM = "https://w3id.org/relgraph/id/organisation/universitaet-ulm"


def of(*entities):
    release = Release(id="r", title="t", text="x")
    return [Extraction(release=release, entities=(entity,)) for entity in entities]


def version(name="Universität Ulm", kind="ResearchInstitution", **more):
    return Entity(id=ULM, type=kind, name=name, **more)


def test_what_only_some_releases_know_is_kept():
    merged = merge(of(version(), version(name_en="Ulm University"), version(same_as=("https://example.org/2",))))[ULM]
    assert (merged.name_en, merged.same_as) == ("Ulm University", ("https://example.org/2",))


def test_what_most_releases_say_wins():
    merged = merge(of(version("Uni Ulm"), version("Uni Ulm"), version("Universität Ulm", kind="Company")))[ULM]
    assert (merged.name, merged.type) == ("Uni Ulm", EntityType.RESEARCH_INSTITUTION)


def test_among_equals_the_longer_value_wins():
    assert merge(of(version("Uni Ulm"), version("Universität Ulm")))[ULM].name == "Universität Ulm"


def test_the_order_of_releases_does_not_count():
    versions = [version("Uni A", part_of="a:1"), version("Uni B", part_of="a:2", kind="Company"), version("Uni C")]
    outcomes = set()
    for seed in range(6):
        random.Random(seed).shuffle(versions)
        outcomes.add(merge(of(*versions))[ULM])
    assert len(outcomes) == 1


def test_addresses_of_the_same_entity_are_joined_and_unsound_ones_left_out():
    merged = merge(of(version(same_as=("https://b.org/",)), version(same_as=("https://a.org/", "kein Link"))))[ULM]
    written = "\n".join(map(to_line, entity_quads(merged)))
    assert "<https://a.org/>" in written
    assert "<https://b.org/>" in written
    assert "kein Link" not in written


@pytest.mark.parametrize("kind", EntityType)
def test_every_entity_carries_its_classes_up_to_the_top(kind):
    assert classes(kind)[0] == kind.value
    assert classes(kind)[-1] == "Entity"


def test_names_stand_in_both_languages():
    japan = Entity(
        id="https://w3id.org/relgraph/id/country/JP", type="Country", name="Japan", name_en="Japan", code="JP"
    )
    written = [to_line(quad).removeprefix(f"<{japan.id}> ") for quad in entity_quads(japan)]
    assert '<http://www.w3.org/2000/01/rdf-schema#label> "Japan"@de .' in written
    assert '<http://www.w3.org/2000/01/rdf-schema#label> "Japan"@en .' in written
    assert '<https://w3id.org/relgraph/ontology#code> "JP" .' in written


def test_a_region_before_a_city_of_the_same_name():
    city = Entity(id="a:city", type="City", name="Brandenburg")
    region = Entity(id="a:region", type="Region", name="Brandenburg")
    company = Entity(id="a:company", type="Company", name="Brandenburg")
    assert territory_named("Brandenburg", [company, city, region]) == "a:region"
    assert territory_named("Bayern", [city]) is None
    assert territory_named(None, [city]) is None


def test_a_body_lies_where_its_name_says_and_every_territory_around_it_is_described():
    iri = "https://w3id.org/relgraph/id/organisation/universite-de-strasbourg"
    merged = merge(of(Entity(id=iri, type="ResearchInstitution", name="Kunsthochschule Straßburg")))
    chain, around = [], merged[iri].part_of
    while around:
        chain.append(merged[around].name)
        around = merged[around].part_of
    assert chain == ["Straßburg", "Grand Est", "Frankreich"]


def test_a_territory_that_a_release_tells_stands_as_told():
    land = Entity(id="https://w3id.org/relgraph/id/region/DE-BW", type="Region", name="Ländle")
    city = Entity(id="https://w3id.org/relgraph/id/city/2820256", type="City", name="Ulm", part_of=land.id)
    merged = merge(of(land, city))
    assert {one.name for one in merged.values()} == {"Ländle", "Ulm"}


def test_what_an_authority_list_knows_is_listed():
    known = Entity(id=iris.entity(EntityType.COUNTRY, "JP"), type="Country", name="Japan", code="JP")
    unknown = Entity(id=iris.entity(EntityType.COMPANY, "Nordlicht GmbH"), type="Company", name="Nordlicht GmbH")
    listed = [[quad for quad in entity_quads(one) if quad.predicate == RG.listed] for one in (known, unknown)]
    assert [len(quads) for quads in listed] == [1, 0]
