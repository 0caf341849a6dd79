import pytest

from relgraph.errors import DataError
from relgraph.evaluation.gold import read_gold
from relgraph.model import Release
from relgraph.releases.reader import read_releases
from relgraph.resources import folder

BROUGHT = """
id: ll-2024-aokawa
url: https://example.org/aokawa
publisher: Staatskanzlei Lindenland
region: Lindenland
date: 2024-03-01
language: de
title: Besuch aus Aokawa
text: |
  Lindenland und Aokawa arbeiten seit 1989 zusammen.

  Die Präfektur liegt bei der Robotik vorne.
entities: []
relations:
  - {type: partnership, subject: Lindenland, object: Aokawa, from: 1989, until: 2027-05-01, evidence: e}
"""


def test_the_bundled_annotations_fit_the_bundled_releases():
    gold = read_gold(folder("data") / "gold")
    releases = list(read_releases([folder("data") / "releases"]))
    assert {release.id for release in releases} == gold.keys()
    assert [release.id for release in releases if not gold[release.id].fits(release)] == []


def test_an_annotation_may_bring_its_text(tmp_path):
    (tmp_path / "a.yaml").write_text(BROUGHT, encoding="utf-8")
    gold = read_gold(tmp_path)["ll-2024-aokawa"]
    assert gold.release == Release(
        id="ll-2024-aokawa",
        title="Besuch aus Aokawa",
        date="2024-03-01",
        publisher="Staatskanzlei Lindenland",
        region="Lindenland",
        url="https://example.org/aokawa",
        text="Lindenland und Aokawa arbeiten seit 1989 zusammen.\n\nDie Präfektur liegt bei der Robotik vorne.",
    )
    assert (gold.relations[0].from_, gold.relations[0].until) == ("1989", "2027-05-01")
    assert gold.fits(gold.release)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[]", "not an annotation"),
        ("{id: a, sha256: b, entities: [], relations: 1}", "not an annotation"),
        ("{id: a, sha256: b, entities: [], relations: [1]}", "relations"),
        ("{id: a, sha256: b, relations: [{type: visit, subject: x, evidence: e, when: 2019}]}", "when"),
        ("{id: a, relations: []}", "neither sha256 nor text"),
        ("{id: a, text: Kurz., relations: []}", "too short"),
        ("{id: A B, text: Das Land reist heute nach Japan., relations: []}", "id"),
    ],
)
def test_a_broken_annotation_is_named(tmp_path, content, why):
    (tmp_path / "a.yml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=rf"a\.yml: .*{why}"):
        read_gold(tmp_path)


def test_a_release_is_annotated_once(tmp_path):
    for name in ("a.yml", "b.yaml"):
        (tmp_path / name).write_text("{id: a, sha256: b, relations: []}", encoding="utf-8")
    with pytest.raises(DataError, match="annotated twice"):
        read_gold(tmp_path)


def test_a_folder_without_annotations_is_an_error(tmp_path):
    with pytest.raises(DataError, match="without annotations"):
        read_gold(tmp_path)
