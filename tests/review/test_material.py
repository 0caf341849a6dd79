import pytest

from relgraph import iris
from relgraph.errors import UnknownName
from relgraph.vocabulary import EntityType, RelationType


def test_relations_that_the_machine_is_unsure_of(material):
    found = material.relations(0.6)
    assert [(source.id, relation.type.value, relation.confidence) for source, relation in found] == [
        ("r1", "visit", 0.45), ("r1", "cooperation", 0.52), ("r2", "meeting", 0.58), ("r2", "strength", 0.42),
    ]  # fmt: skip
    source, visit = found[0]
    assert (source.title, source.publisher, source.url) == ("Meldung r1", "Staatsministerium", "https://example.org/r1")
    assert (visit.status.value, visit.date, visit.rule) == ("concluded", "2020-05", "visit/test")
    assert (visit.evidence.text, visit.evidence.start) == ("Hans Müller besuchte Japan.", 0)
    assert found[3][1].topics == ("robotics", "semiconductors")


def test_what_a_person_decided_is_not_asked(material):
    assert RelationType.PARTNERSHIP in {relation.type for _, relation in material.relations(1.0)}
    assert not [relation for _, relation in material.relations(1.0) if relation.reviewer]
    assert len(material.relations(1.0)) == 5


def test_entities_with_the_releases_that_name_them(material):
    japan = material.entities[iris.entity(EntityType.COUNTRY, "JP")]
    assert (japan.name, japan.type, japan.releases, japan.local) == ("Japan", EntityType.COUNTRY, 2, False)
    papers = [known for known in material.entities.values() if known.type is EntityType.DOCUMENT]
    assert [known.local for known in papers] == [True] * len(papers) != []


def test_sentences_about_an_entity(material):
    sayings = material.sayings(iris.entity(EntityType.COMPANY, "Novatron AG"))
    assert [(one.release, one.date, one.sentence) for one in sayings] == [
        ("r2", "2024-05-01", "H. Müller sprach mit der Novatron AG.")
    ]


def test_names(material):
    assert [known.type for known in material.named("novatron")] == [EntityType.EVENT, EntityType.COMPANY]
    assert material.nearest("Hans Muler")[0] == "Hans Müller"
    assert iris.entity(EntityType.COUNTRY, "JP") in material.mentioned("r2")
    with pytest.raises(UnknownName, match="did you mean r1"):
        material.mentioned("r1x")
