"""The annotations: each fits its release as it is read, and the scheme."""

from hashlib import sha256

import pytest

from relgraph.releases.reader import read_release
from relgraph.resources import folder, read_yaml
from relgraph.vocabulary import EntityType, RelationType, Status

DATA = folder("data")
PATHS = sorted((DATA / "gold").glob("*.yml"))
ENTITY_KEYS = {"name", "type", "mentions", "partOf"}
RELATION_KEYS = {
    "type", "subject", "object", "topics", "document", "event", "role", "amount", "date", "from", "until", "status",
    "evidence",
}  # fmt: skip
TOPICS_ONLY = {RelationType.STRENGTH, RelationType.INTEREST, RelationType.CONCERN, RelationType.RESPONSIBILITY}


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def gold(request):
    content = read_yaml(request.param)
    assert content["id"] == request.param.stem
    return content


@pytest.fixture
def release(gold):
    return read_release(next((DATA / "releases").rglob(f"{gold['id']}.md")))


def test_every_release_has_its_annotation():
    releases = {path.stem for path in (DATA / "releases").rglob("*.md")}
    assert releases == {path.stem for path in PATHS}


def test_the_digest_is_that_of_the_text_as_read(gold, release):
    assert list(gold) == ["id", "sha256", "entities", "relations"]
    assert gold["sha256"] == sha256(release.text.encode()).hexdigest()


def test_the_text_holds_every_sentence_of_evidence(gold, release):
    assert [r["evidence"] for r in gold["relations"] if r["evidence"] not in release.text] == []


def test_the_text_holds_every_mention(gold, release):
    mentions = [mention for entity in gold["entities"] for mention in entity["mentions"]]
    assert [mention for mention in mentions if mention not in release.text] == []


def test_entities_are_those_of_the_scheme(gold):
    for entity in gold["entities"]:
        assert entity.keys() <= ENTITY_KEYS
        EntityType(entity["type"])
    names = [entity["name"] for entity in gold["entities"]]
    assert len(names) == len(set(names))


def test_relations_run_between_entities_of_the_release(gold):
    names = {entity["name"] for entity in gold["entities"]}
    for relation in gold["relations"]:
        assert relation.keys() <= RELATION_KEYS
        assert {relation[end] for end in ("subject", "object", "document", "event") if end in relation} <= names, (
            relation
        )
        assert "object" in relation or (RelationType(relation["type"]) in TOPICS_ONLY and relation["topics"])
        Status(relation.get("status", "active"))


def test_values_are_text(gold):
    scalars = [value for relation in gold["relations"] for value in relation.values() if not isinstance(value, list)]
    assert [value for value in scalars if not isinstance(value, str)] == []
