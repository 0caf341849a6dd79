"""Practice releases: each annotation is what the scheme says of its own text."""

from functools import cache

import pytest

from relgraph.evaluation.gold import read_gold
from relgraph.names.topics import topic_index
from relgraph.releases.reader import Reading, open_releases
from relgraph.resources import folder

PRACTICE = folder("data") / "practice"


def address(url):
    """An address without what may differ between two writings of it."""
    return (url or "").split("://")[-1].removeprefix("www.").split("?")[0].rstrip("/")


@cache
def practice():
    """Annotations by identifier, read when the first test asks: every process collects the tests."""
    return read_gold(PRACTICE)


@cache
def corpus():
    """Addresses of the originals of the corpus."""
    found = open_releases([folder("data") / "releases"])
    return {address(item.release.url) for item in found if isinstance(item, Reading)}


@pytest.fixture(params=sorted(path.stem for path in PRACTICE.glob("*.yml")))
def gold(request):
    return practice()[request.param]


def test_every_annotation_is_named_as_its_file():
    assert sorted(practice()) == sorted(path.stem for path in PRACTICE.iterdir())


def test_it_is_marked_as_made_up_or_gives_the_address_of_its_original(gold):
    url = gold.release.url
    assert url == f"https://example.org/practice/{gold.id}" or (url.startswith("http") and "example.org" not in url)


def test_no_original_is_one_of_the_corpus(gold):
    assert address(gold.release.url) not in corpus()


def test_every_mention_stands_in_the_text(gold):
    missing = [m for entity in gold.entities for m in entity.mentions if m not in gold.release.text]
    assert not missing


def test_relations_hold_between_annotated_entities(gold):
    names = {entity.name for entity in gold.entities}
    ends = {end for one in gold.relations for end in (one.subject, one.object, one.document, one.event)} - {None}
    assert ends <= names
    assert all(one.object or one.topics for one in gold.relations)


def test_topics_are_known(gold):
    assert {topic for one in gold.relations for topic in one.topics} <= set(topic_index().topics)
