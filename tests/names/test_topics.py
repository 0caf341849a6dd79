from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import DataError, UnknownName
from relgraph.names.topics import TopicIndex, read_labels, topic_index

SAMPLE = """
@prefix rg: <https://w3id.org/relgraph/ontology#> .
@prefix topic: <https://w3id.org/relgraph/topic/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
topic:group a rg:TopicGroup ; skos:prefLabel "Gruppe"@de .
topic:hydrogen a rg:Topic ; skos:prefLabel "Wasserstoff"@de, "Hydrogen"@en ; skos:altLabel "grüner Wasserstoff"@de ;
    skos:hiddenLabel "H2"@de .
topic:higher-education a rg:Topic ; skos:prefLabel "Hochschule"@de, "Higher education"@en .
topic:research a rg:Topic ; skos:prefLabel "Forschung"@de, "Research"@en ; skos:altLabel "Wissenschaft"@de .
topic:economy a rg:Topic ; skos:prefLabel "Wirtschaft"@de, "Economy"@en ; skos:altLabel "wirtschaftlich"@de .
topic:agriculture a rg:Topic ; skos:prefLabel "Landwirtschaft"@de, "Agriculture"@en .
topic:environmental-technology a rg:Topic ; skos:prefLabel "Umwelttechnologie"@de, "Environmental technology"@en .
topic:energy-technology a rg:Topic ; skos:prefLabel "Energietechnologie"@de, "Energy technology"@en .
topic:environment a rg:Topic ; skos:prefLabel "Umwelt"@de, "Environment"@en .
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> TopicIndex:
    path = tmp_path_factory.mktemp("topics") / "topics.ttl"
    path.write_text(SAMPLE, encoding="utf-8")
    return TopicIndex(read_labels(path))


def found(index: TopicIndex, text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.topic) for hit in index.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wasserstoffs", [("Wasserstoffs", "hydrogen")]),
        ("Wasserstoffstrategie", [("Wasserstoff", "hydrogen")]),
        ("grünen Wasserstoff", [("grünen Wasserstoff", "hydrogen")]),
        ("H2-Netz", [("H2", "hydrogen")]),
        ("Hochschulen", [("Hochschulen", "higher-education")]),
        ("Hochschulforschung", [("Hochschul", "higher-education"), ("forschung", "research")]),
        ("wirtschaftlichen", [("wirtschaftlichen", "economy")]),
        ("Landwirtschaft", [("Landwirtschaft", "agriculture")]),
        ("Außenwirtschaft", [("wirtschaft", "economy")]),
        ("Umwelt- und Energietechnologien",
         [("Umwelt", "environmental-technology"), ("Energietechnologien", "energy-technology")]),
        ("Umwelt- und Naturschutz", [("Umwelt", "environment")]),
        ("Wirtschafts- und Wissenschaftsbeziehungen", [("Wirtschafts", "economy"), ("Wissenschaft", "research")]),
    ],
)  # fmt: skip
def test_finds(sample: TopicIndex, text: str, expected: list[tuple[str, str]]) -> None:
    hits = found(sample, text)
    assert [(words.rstrip("s"), topic) for words, topic in hits] == [(w.rstrip("s"), topic) for w, topic in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Wirtschaftsministerium",
        "Ministerium für Wirtschaft und Forschung",
        "die forschung",
        "h2",
        "Gruppe",
        "Wissenschaftsministerin",
        "Hydrogen",
        "",
    ],
)
def test_finds_nothing(sample: TopicIndex, text: str) -> None:
    assert found(sample, text) == []


@pytest.mark.parametrize(
    "label", ["hydrogen", "Wasserstoff", "wasserstoff", "HYDROGEN", "H2", "https://w3id.org/relgraph/topic/hydrogen"]
)
def test_resolves(sample: TopicIndex, label: str) -> None:
    assert sample.resolve(label) == "hydrogen"


def test_a_miss_suggests(sample: TopicIndex) -> None:
    with pytest.raises(UnknownName) as caught:
        sample.resolve("Waserstoff")
    assert caught.value.suggestions[0] == "Wasserstoff"


def test_groups_are_no_topics(sample: TopicIndex) -> None:
    assert "group" not in sample.topics
    with pytest.raises(UnknownName):
        sample.resolve("Gruppe")


def test_labels(sample: TopicIndex) -> None:
    assert sample.label("hydrogen") == "Wasserstoff"
    assert sample.label("hydrogen", "en") == "Hydrogen"
    with pytest.raises(UnknownName):
        sample.label("hydrogen", "fr")


def test_a_file_that_is_no_turtle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "topics.ttl"
    path.write_text("topic:hydrogen a", encoding="utf-8")
    with pytest.raises(DataError):
        read_labels(path)
    with pytest.raises(DataError):
        read_labels(tmp_path / "missing.ttl")


def test_every_topic_of_the_ontology_has_both_labels_and_finds_its_own() -> None:
    index = topic_index()
    assert len(index.topics) > 70
    for topic in index.topics:
        assert index.label(topic, "en")
        assert topic in {hit.topic for hit in index.find(index.label(topic))}, topic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elektrobusse und Ladepunkte", {"electric-mobility"}),
        ("Exporte nach China und neue Strafzölle", {"trade"}),
        ("in den Seehäfen", {"transport"}),
        ("beim Bau von Passivhäusern", {"energy-efficiency"}),
        ("Rodungen im Regenwald", {"forestry"}),
        ("Obst- und Weinbau", {"agriculture"}),
        ("Pharmakonzerne", {"biotechnology"}),
        ("die Anerkennung ausländischer Abschlüsse", {"skilled-labour"}),
        ("solare Kühlung", {"renewable-energy"}),
        ("der Kampf gegen Menschenhandel", {"security"}),
        ("das Investitionsklima", {"investment"}),
        ("Schulung und Praktika", {"vocational-training"}),
        ("mehr Rechtssicherheit", {"justice"}),
        ("auf der Pressekonferenz", set()),
        ("Die Vereinbarung gilt", set()),
    ],
)
def test_words_of_press_officers(text: str, expected: set[str]) -> None:
    assert {hit.topic for hit in topic_index().find(text)} == expected


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Forschung", "Umwelt-", "und", "Technologie", "İ", "KI", ",", "-"]) | st.text(max_size=6))
)
def test_hits_are_in_order_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    hits = topic_index().find(text)
    assert all(left.end <= right.start for left, right in pairwise(hits))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert hits == topic_index().find(text)


def test_a_long_text_without_blanks_is_read() -> None:
    assert isinstance(topic_index().find("Forschung" * 20_000), list)
