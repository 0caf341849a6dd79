"""The commands of evaluation on annotations of our own, one of them with its text."""

import csv
import io
import re

import pytest

from relgraph.evaluation.floors import baseline_path
from relgraph.evaluation.split import closed_ids

TEXTS = {
    "a": "Japan ist bei der Robotik führend.\n\nBayern und die Präfektur Kanagawa verbindet eine Partnerschaft.",
    "b": "Bayern unterhält ein Büro in Shenzhen. Am Freitag war das Wetter in München schön.",
}
RELATIONS = {
    "a": "[{type: strength, subject: Japan, topics: [robotics], status: active, evidence: e}]",
    "b": "[{type: representation, subject: Bayern, object: Shenzhen, topics: [], date: 2001, evidence: e}]",
}
ENTITIES = {
    "a": "[{name: Japan, type: Country, mentions: [Japan]}, {name: Kanagawa, type: Region, mentions: []}]",
    "b": "[{name: Bayern, type: Region}, {name: Shenzhen, type: City}, {name: Wolkenrat, type: GovernmentBody}]",
}


@pytest.fixture(scope="session")
def gold(tmp_path_factory):
    """Two annotations that bring their texts."""
    folder = tmp_path_factory.mktemp("annotated")
    for name, text in TEXTS.items():
        indented = text.replace("\n", "\n  ")
        (folder / f"{name}.yaml").write_text(
            f"id: {name}-2024\nregion: Bayern\ntext: |\n  {indented}\n"
            f"entities: {ENTITIES[name]}\nrelations: {RELATIONS[name]}\n",
            encoding="utf-8",
        )
    return folder


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_figures_of_annotations_that_bring_their_text(run, gold):
    done = run("evaluate", gold, "--format", "csv")
    assert done.status == 0
    figures = {row["figure"]: row for row in rows(done.out)}
    assert {row["part"] for row in figures.values()} == {"all"}
    counts = {name: tuple(int(row[key]) for key in ("matched", "found", "gold")) for name, row in figures.items()}
    assert counts["relations"] == (2, 3, 2)
    assert counts["linked"][2] == 4
    assert counts["date"] == (0, 1, 1)
    assert counts["domestic"] == (0, 0, 0)
    assert figures["relations"]["f1"] == "0.8000"
    assert done.err == "2 releases annotated (all), 0 of them not read\n"


def test_both_parts_and_their_gap_by_default(run):
    done = run("evaluate", "--format", "csv")
    assert done.status == 0
    f1 = {(row["figure"], row["part"]): float(row["f1"]) for row in rows(done.out)}
    assert {part for _, part in f1} == {"open", "closed", "gap"}
    for figure, part in f1:
        if part == "gap":
            assert f1[figure, "gap"] == pytest.approx(f1[figure, "open"] - f1[figure, "closed"], abs=1.1e-4)


def test_people_see_the_interval_beside_its_value(run, gold):
    done = run("evaluate", gold, "--part", "open")
    assert re.search(r"^relations  open  0\.667 \(0\.\d\d to \d\.\d\d\)", done.out, re.MULTILINE)


def test_a_part_without_releases_is_wrong_use(run, gold):
    done = run("evaluate", gold, "--part", "closed")
    assert done.status == 2
    assert "none of the annotated releases is closed" in done.err


def test_an_annotation_of_another_text_is_told(run, gold, tmp_path):
    release = tmp_path / "a-2024.md"
    release.write_text("---\nid: a-2024\n---\n\nDas ist ein ganz anderer Text als sonst.\n", encoding="utf-8")
    annotations = tmp_path / "gold"
    annotations.mkdir()
    (annotations / "a.yml").write_text("{id: a-2024, sha256: '0', entities: [], relations: []}", encoding="utf-8")
    done = run("evaluate", annotations, "--releases", tmp_path)
    assert done.status == 0
    assert "a-2024: annotated on another text than the one that was read" in done.err


def test_errors_stand_with_sentence_and_rule(run, gold):
    done = run("evaluate", gold, "--errors", "--format", "csv")
    assert done.status == 0
    errors = {(row["error"], row["expected"], row["found"]): row for row in rows(done.out)}
    assert errors["entity missed", "Wolkenrat", ""]["sentence"] == ""
    row = errors["date", "2001", ""]
    assert row["rule"].startswith("representation/")
    assert row["sentence"] == "Bayern unterhält ein Büro in Shenzhen."
    assert done.err == "2 releases annotated (open), 0 of them not read\n"


def test_errors_of_the_bundled_releases_are_those_of_the_open_part(run):
    done = run("evaluate", "--errors", "--format", "csv")
    assert done.status == 0
    assert rows(done.out)
    assert {row["release"] for row in rows(done.out)} & closed_ids() == set()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--errors", "--part", "closed"), "closed releases show figures only"),
        (("--errors", "--part", "all"), "closed releases show figures only"),
        (("--errors", "--by", "type"), "exclude each other"),
        (("--reveal-closed",), "goes with --errors"),
        (("--allow-lower",), "goes with --update-floors"),
        (("--check-floors", "--by", "type"), "bundled releases as a whole"),
        (("--update-floors", "."), "bundled releases as a whole"),
    ],
)
def test_wrong_use_is_told_before_anything_is_read(run, options, why):
    done = run("evaluate", *options)
    assert (done.status, done.out) == (2, "")
    assert why in done.err


@pytest.mark.parametrize(
    ("by", "columns"),
    [
        ("type", {"figure", "group", "part", "f1", "f1_low"}),
        ("region", {"figure", "group", "part", "f1", "f1_high"}),
        ("rule", {"rule", "part", "precision", "releases", "note"}),
        ("confidence", {"part", "confidence", "predicted", "right", "error"}),
    ],
)
def test_figures_are_split_up(run, gold, by, columns):
    done = run("evaluate", gold, "--by", by, "--format", "csv")
    assert done.status == 0
    assert columns <= rows(done.out)[0].keys()


def test_reading_holds_its_floors_on_both_parts(run):
    done = run("evaluate", "--check-floors")
    assert done.err.splitlines() == [f"{baseline_path()}: all floors are held"]
    assert (done.status, done.out) == (0, "")
