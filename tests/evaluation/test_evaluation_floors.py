"""The floors: what falls below is told, and a baseline is lowered by nobody's mistake."""

import shutil

import pytest

from relgraph.errors import DataError
from relgraph.evaluation.floors import (
    UPDATE,
    Baseline,
    baseline_path,
    breaches,
    corpus_digest,
    raise_floors,
    read_baseline,
    write_baseline,
)
from relgraph.resources import folder

NAMES = ("entities", "linked", "relations", "pairs", "topics", "status", "date", "relations_precision")


def taken(value=0.8, *, corpus="c", gap=0.1, strays=0, **closed):
    """A baseline with one value for every figure, but for those of the closed part that are given."""
    same = dict.fromkeys(NAMES, value)
    return Baseline(
        corpus=corpus, gap=gap, domestic={"open": 0, "closed": strays}, floors={"open": same, "closed": same | closed}
    )


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "baseline.yml"
    write_baseline(taken(0.79), path)
    return path


def test_the_bundled_baseline_is_as_the_command_writes_it(tmp_path):
    write_baseline(read_baseline(baseline_path()), tmp_path / "again.yml")
    assert (tmp_path / "again.yml").read_bytes() == baseline_path().read_bytes()


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (taken(relations=0.7899), "relations of the closed part: 0.7899 is below its floor 0.790"),
        (taken(relations_precision=0.5), "relations_precision of the closed part: 0.5000 is below its floor 0.790"),
        (taken(gap=0.1001), "gap of relations between both parts: 0.1001 is above its ceiling 0.100"),
        (taken(strays=1), "closed part: 1 domestic releases yield a foreign relation, at most 0 may"),
    ],
)
def test_what_falls_below_is_told_and_never_written(path, now, why):
    before = path.read_bytes()
    assert breaches(read_baseline(path), now) == [why]
    assert raise_floors(path, now) == [f"{why}; --allow-lower takes it nevertheless"]
    assert path.read_bytes() == before
    assert raise_floors(path, now, allow_lower=True) == []
    assert breaches(read_baseline(path), now) == []


def test_another_corpus_is_told_with_the_command_that_takes_it_up(path):
    (told,) = breaches(read_baseline(path), taken(corpus="d"))
    assert told.endswith(UPDATE)
    assert raise_floors(path, taken(corpus="d")) == []
    assert breaches(read_baseline(path), taken(corpus="d")) == []


def test_another_corpus_lowers_no_floor_by_itself(path):
    assert raise_floors(path, taken(0.5, corpus="d"))
    assert read_baseline(path) == taken(0.79)


def test_an_update_raises_floors_to_a_hair_below_and_lowers_the_gap_to_what_is_asked_for(path):
    assert raise_floors(path, taken(0.9, gap=0.02, date=0.792)) == []
    assert read_baseline(path) == taken(0.895, gap=0.07, date=0.79)


def test_the_first_baseline_takes_what_there_is(tmp_path):
    assert raise_floors(tmp_path / "new.yml", taken(0.002, gap=0.3)) == []
    assert read_baseline(tmp_path / "new.yml") == taken(0.0, gap=0.305)


def test_the_digest_is_of_names_and_contents(tmp_path):
    data = folder("data")
    name = min(path.stem for path in (data / "gold").glob("*.yml"))
    for source in (data / "gold" / f"{name}.yml", data / "closed.yml", next(data.glob(f"releases/**/{name}.md"))):
        target = tmp_path / source.relative_to(data)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    digests = [corpus_digest(tmp_path)]
    (tmp_path / "FORMAT.md").write_text("words", encoding="utf-8")
    assert corpus_digest(tmp_path) == digests[0]
    (tmp_path / "closed.yml").write_text("[]", encoding="utf-8")
    digests.append(corpus_digest(tmp_path))
    (tmp_path / "gold" / f"{name}.yml").rename(tmp_path / "gold" / "renamed.yml")
    digests.append(corpus_digest(tmp_path))
    assert len(set(digests)) == 3


@pytest.mark.parametrize(
    "content", ["[]", "{corpus: c, gap: 0.1, domestic: {open: 0, closed: 0}, floors: {}}", "gap: x"]
)
def test_a_broken_baseline_is_named(tmp_path, content):
    (tmp_path / "baseline.yml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"baseline\.yml"):
        read_baseline(tmp_path / "baseline.yml")
