import pytest

from relgraph.errors import DataError
from relgraph.evaluation.gold import Gold, GoldEntity, GoldRelation, read_gold
from relgraph.evaluation.matching import match_entities
from relgraph.evaluation.scores import Measure, score
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.resources import folder

TEXT = "Das Land Lindenland und die Präfektur Aokawa arbeiten seit 2019 zusammen. Aokawa liegt bei der Robotik vorne."
GOLD = Gold(
    id="ll-1",
    sha256="0",
    entities=(
        GoldEntity(name="Lindenland", type="Region", mentions=("Lindenland",)),
        GoldEntity(name="Aokawa", type="Region", mentions=("Präfektur Aokawa", "Aokawa")),
        GoldEntity(name="Talheim", type="City", mentions=("Talheim",)),
    ),
    relations=(
        GoldRelation(
            type="cooperation", subject="Lindenland", object="Aokawa", topics=("robotics",), from_="2019", evidence=TEXT
        ),
        GoldRelation(
            type="strength", subject="Aokawa", topics=("robotics", "hydrogen"), status="active", evidence=TEXT
        ),
        GoldRelation(type="visit", subject="Lindenland", object="Aokawa", evidence=TEXT),
    ),
)


def entity(name, kind="Region", *mentions):
    spans = tuple(Mention(text=text, start=TEXT.index(text), end=TEXT.index(text) + len(text)) for text in mentions)
    return Entity(id=f"x:{name}", type=kind, name=name, mentions=spans)


def relation(kind, subject, obj=None, **more):
    evidence = Evidence(text=TEXT, start=0, end=len(TEXT))
    ends = {"subject": f"x:{subject}", "object": obj and f"x:{obj}"}
    return Relation(id=f"{kind}-{subject}-{obj}", type=kind, rule=f"{kind}/a", evidence=evidence, **ends, **more)


def extraction(entities, relations):
    return Extraction(release=Release(id="ll-1", title="T", text=TEXT), entities=entities, relations=relations)


FOUND = extraction(
    (entity("Lindenland"), entity("Präfektur", "Region", "Präfektur Aokawa"), entity("Robotik", "Company")),
    (
        relation("cooperation", "Präfektur", "Lindenland", topics=("robotics", "trade"), from_="2019"),
        relation("strength", "Präfektur", topics=("hydrogen",), status="planned"),
        relation("visit", "Präfektur", "Lindenland"),
        relation("meeting", "Lindenland", "Robotik"),
    ),
)


def test_names_and_common_mentions_match_and_direction_counts_where_it_has_to():
    scores = score({"ll-1": GOLD}, [FOUND])
    assert scores.entities == Measure(matched=2, found=3, gold=3)
    assert scores.relations == Measure(matched=2, found=4, gold=3)
    assert scores.pairs == Measure(matched=1, found=2, gold=1)
    assert scores.topics == Measure(matched=2, found=3, gold=3)
    assert scores.status == Measure(matched=0, found=1, gold=1)
    assert scores.date == Measure(matched=1, found=1, gold=1)
    assert scores.by_relation["visit"] == Measure(matched=0, found=1, gold=1)
    assert scores.by_entity["City"] == Measure(matched=0, found=0, gold=1)
    assert scores.by_rule["cooperation/a"].precision == 1


def test_a_release_that_was_not_extracted_is_missed_in_full():
    scores = score({"ll-1": GOLD}, [])
    assert scores.missing == ("ll-1",)
    assert scores.relations == Measure(matched=0, found=0, gold=3)
    assert (scores.relations.precision, scores.relations.recall, scores.relations.f1) == (0, 0, 0)


def test_a_release_that_was_not_annotated_does_not_count():
    assert score({}, [FOUND]).relations.found == 0


def test_a_name_goes_before_a_mention():
    found = [entity("Land", "Region", "Lindenland", "Aokawa"), entity("Aokawa")]
    assert match_entities(GOLD.entities, found) == {"x:Aokawa": "Aokawa", "x:Land": "Lindenland"}


def test_the_bundled_annotations_fit_the_bundled_releases():
    from relgraph.releases.reader import read_releases

    gold = read_gold(folder("data") / "gold")
    releases = list(read_releases([folder("data") / "releases"]))
    assert {release.id for release in releases} == gold.keys()
    assert [release.id for release in releases if not gold[release.id].fits(release)] == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[]", "not an annotation"),
        ("{id: a, sha256: b, entities: [], relations: [1]}", "relations"),
        ("{id: a, sha256: b, relations: [{type: visit, subject: x, evidence: e, when: 2019}]}", "when"),
    ],
)
def test_a_broken_annotation_is_named(tmp_path, content, why):
    (tmp_path / "a.yml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=rf"a\.yml: .*{why}"):
        read_gold(tmp_path)


def test_a_release_is_annotated_once(tmp_path):
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("{id: a, sha256: b, relations: []}", encoding="utf-8")
    with pytest.raises(DataError, match="annotated twice"):
        read_gold(tmp_path)
