"""What belongs to a focus, and which facts a scope lets in."""

import pytest

from relgraph.brief.gathering import gather
from relgraph.errors import StoreError, UnknownName
from relgraph.graph.ontology import ontology_nquads
from relgraph.store.embedded import memory_store


def names(material, iris):
    return {material.things[iri].names["de"] for iri in iris if iri in material.things}


def kinds(material):
    return sorted(fact.type.value for fact in material.dealings)


def test_a_country_brings_its_regions_institutions_and_people(store):
    material = gather(store, "JP")
    assert names(material, material.partners) >= {"Japan", "Kanagawa", "Universität Kyoto", "Aiko Tanaka"}
    assert not names(material, material.partners) & {"Karl Vogt", "Baden-Württemberg", "Südkorea"}


def test_a_region_abroad_brings_its_people_alone(store):
    material = gather(store, "Kanagawa")
    assert names(material, material.partners) == {"Kanagawa", "Aiko Tanaka"}
    assert kinds(material) == ["agreement", "meeting", "partnership", "partnership", "visit"]


def test_dealings_have_one_end_on_each_side(store):
    material = gather(store, "Japan")
    assert all((fact.subject in material.partners) != (fact.object in material.partners) for fact in material.dealings)
    assert kinds(material) == [
        "agreement", "cooperation", "cooperation", "meeting", "partnership", "partnership", "representation", "trade",
        "visit", "visit",
    ]  # fmt: skip


def test_a_region_of_its_own_keeps_its_releases(store):
    assert "representation" not in kinds(gather(store, "Japan", region="Baden-Württemberg"))
    assert kinds(gather(store, "Japan", region="Hessen")) == ["representation"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2021", None, ["cooperation", "representation", "trade"]),
        ("2021-03-03", None, ["representation"]),
        (None, "2018-03", ["cooperation", "visit"]),
        ("2019", "2019", ["agreement", "partnership"]),
        ("2030", None, []),
    ],
)
def test_dates_bound_the_releases(store, since, until, expected):
    assert kinds(gather(store, "Japan", since=since, until=until)) == expected


def test_the_day_of_the_graph_is_that_of_its_newest_release(store):
    assert gather(store, "Kanagawa").as_of == "2022-04-05"
    assert gather(store, "Kanagawa", until="2019").as_of == "2019"


def test_what_a_fact_rests_on_comes_along(store):
    material = gather(store, "Japan", region="Hessen")
    [fact] = material.dealings
    assert (fact.basis.value, fact.reviewer, fact.reviewed_on) == ("reviewed", "Eva Muster", "2023-01-02")
    assert fact.origin.publisher == "Hessische Staatskanzlei"
    assert material.sentences.of(fact.evidence) == "Hessen hat ein Büro in Japan."


def test_a_country_that_no_release_names_has_its_name_from_the_gazetteer(store):
    material = gather(store, "Peru")
    assert (material.focus.names["de"], material.facts) == ("Peru", ())


def test_a_name_that_is_none_suggests(store):
    with pytest.raises(UnknownName, match="did you mean Kanagawa"):
        gather(store, "Kanagwa")


def test_a_store_of_a_former_version_is_refused(store):
    lines = [line for line in store.dump() if "ontology#basis>" not in line]
    with memory_store([*ontology_nquads(), *lines]) as old, pytest.raises(StoreError, match="build the store anew"):
        gather(old, "Japan")
