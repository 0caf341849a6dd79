"""Annotated, read and reviewed releases side by side in one build, on real releases of the bundle."""

import csv
import shutil
from collections import Counter

import pytest

from relgraph.build import build
from relgraph.errors import DataError
from relgraph.resources import folder

GIFU = "bw-2014-11-11-hfr-gifu"
SENTENCE = "Ein neuer Satz steht am Ende dieser Mitteilung."


@pytest.fixture(scope="module")
def ids():
    """Two annotated releases whose annotations state something."""
    held = sorted(path.stem for path in (folder("data") / "gold").glob("bw-*.yml"))
    assert GIFU in held
    return (GIFU, next(one for one in held if one != GIFU))


@pytest.fixture
def releases(ids, tmp_path):
    """A folder with these two releases, to be edited or not."""
    place = tmp_path / "releases"
    place.mkdir()
    for one in ids:
        shutil.copy(next((folder("data") / "releases").rglob(f"{one}.md")), place)
    return place


def bases(out):
    """How many relations of each release rest on what."""
    with (out / "export" / "relations.csv").open(encoding="utf-8") as file:
        return Counter((row["release"], row["basis"]) for row in csv.DictReader(file))


def test_annotated_releases_enter_as_annotated(ids, releases, tmp_path):
    report = build([releases], tmp_path / "out")
    found = bases(tmp_path / "out")
    assert {basis for _, basis in found} == {"curated"}
    assert {release for release, _ in found} == set(ids)
    assert (report.curated, report.edited, report.unfit) == (2, (), ())
    assert report.relations_by_basis == {"machine": 0, "curated": report.relations, "reviewed": 0}


def test_an_edited_text_loses_its_annotation_and_the_others_keep_theirs(ids, releases, tmp_path):
    path = releases / f"{ids[0]}.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n\n{SENTENCE}\n", encoding="utf-8")
    report = build([releases], tmp_path / "out")
    assert {basis for release, basis in bases(tmp_path / "out") if release == ids[0]} == {"machine"}
    assert {basis for release, basis in bases(tmp_path / "out") if release == ids[1]} == {"curated"}
    assert (report.curated, report.edited, report.complete) == (1, (ids[0],), True)


def test_reading_alone_leaves_annotations_aside(releases, tmp_path):
    report = build([releases], tmp_path / "out", machine=True)
    assert {basis for _, basis in bases(tmp_path / "out")} == {"machine"}
    assert (report.curated, report.edited) == (0, ())


def test_another_folder_of_annotations_takes_the_place_of_the_bundled_one(ids, releases, tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    shutil.copy(folder("data") / "gold" / f"{ids[1]}.yml", gold)
    build([releases], tmp_path / "out", gold=gold)
    assert {(release, basis) for release, basis in bases(tmp_path / "out")} == {
        (ids[0], "machine"), (ids[1], "curated"),
    }  # fmt: skip


def decisions(tmp_path, *lines):
    path = tmp_path / "decisions.yml"
    path.write_text("".join(f"- {{by: Eva Muster, date: 2026-11-27, {line}}}\n" for line in lines), encoding="utf-8")
    return path


def test_decisions_are_played_back_and_what_no_longer_fits_is_told(ids, releases, tmp_path):
    build([releases], tmp_path / "first")
    with (tmp_path / "first" / "export" / "relations.csv").open(encoding="utf-8") as file:
        visit = next(row for row in csv.DictReader(file) if row["release"] == ids[0] and row["object_label"])
    said = (
        f'release: {ids[0]}, sentence: "{visit["sentence"]}", '
        f'relation: {{type: {visit["type"]}, subject: "{visit["subject_label"]}", object: "{visit["object_label"]}"}}'
    )
    path = decisions(tmp_path, f"decision: accept, {said}", "decision: same, entity: Niemandsland, other: Japan")
    report = build([releases], tmp_path / "second", decisions=path)
    with (tmp_path / "second" / "export" / "relations.csv").open(encoding="utf-8") as file:
        (reviewed,) = [row for row in csv.DictReader(file) if row["basis"] == "reviewed"]
    assert reviewed["relation"] == visit["relation"]
    assert (reviewed["reviewer"], reviewed["reviewed_on"]) == ("Eva Muster", "2026-11-27")
    assert (report.relations_by_basis["reviewed"], report.decided, len(report.unfit)) == (1, 1, 1)
    assert report.relations_by_basis["curated"] == report.relations - 1


def test_a_decision_that_is_none_stops_the_build(releases, tmp_path):
    with pytest.raises(DataError, match="decision 1: 'perhaps' is no decision"):
        build([releases], tmp_path / "out", decisions=decisions(tmp_path, "decision: perhaps"))
    assert not (tmp_path / "out" / "store").exists()


def test_the_command_says_what_rests_on_what(run, ids, releases, tmp_path):
    path = releases / f"{ids[0]}.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n\n{SENTENCE}\n", encoding="utf-8")
    unfit = decisions(tmp_path, "decision: same, entity: Niemandsland, other: Japan")
    done = run("build", releases, "--out", tmp_path / "out", "--decisions", unfit, "--lang", "en")
    assert done.status == 0
    told = done.err.splitlines()
    assert f"{ids[0]}: no longer the text that was annotated; read by machine" in told
    assert any("curated: 1 of 2 releases" in line for line in told)
    assert "decisions: 0 played back, 1 not" in told
    why = "no longer fits: no release names “Niemandsland”"
    assert f"the same: Niemandsland – Japan (by Eva Muster on 2026-11-27) {why}" in told
    alone = run("build", releases, "--out", tmp_path / "alone", "--machine")
    assert "kuratiert 0, geprüft 0; kuratiert: 0 von 2 Meldungen" in alone.err
    wrong = run("build", releases, "--out", tmp_path / "wrong", "--machine", "--gold", folder("data") / "gold")
    assert (wrong.status, "--machine leaves annotations aside" in wrong.err) == (2, True)
