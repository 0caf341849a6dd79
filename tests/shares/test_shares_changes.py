"""A store that is changed share by share holds what is made of the same releases as a whole."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from synthetic import Synthetic

from handmade import JAPAN, LAND, extraction
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.shares.file import Shares
from relgraph.shares.rows import share_of
from relgraph.shares.standing import Stood, stand
from relgraph.store.embedded import open_embedded
from relgraph.store.generations import writing

RELEASES = 12


@dataclass
class Changed:
    """A folder whose store comes to stand on other shares again and again."""

    folder: Path
    seen: list[Stood] = field(default_factory=list)

    def to(self, numbers):
        with writing(self.folder), Shares(self.folder) as shares:
            with shares.change():
                standing = {MADE[one].release.id: shares.add(share_of(MADE[one])) for one in numbers}
            self.seen.append(stand(self.folder, shares, standing, lambda store, delta, before: []))
            shares.forget(self.seen[-1].generation.name)
        return self.seen[-1]

    def holds(self, numbers):
        with open_embedded(self.folder) as store:
            return [*store.dump()] == sorted({*ONTOLOGY, *nquads([MADE[one] for one in numbers])})


MADE = [*Synthetic(RELEASES, relations=5)]
ONTOLOGY = ontology_nquads()
SETS = st.lists(st.sets(st.integers(0, RELEASES - 1), max_size=8), min_size=2, max_size=3)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(sets=SETS)
def test_whatever_comes_and_goes_the_graph_is_that_of_all_that_stand(tmp_path_factory, sets):
    changed = Changed(tmp_path_factory.mktemp("store"))
    for numbers in sets:
        changed.to(numbers)
        assert changed.holds(numbers)


@pytest.fixture
def changed(tmp_path):
    return Changed(tmp_path)


def test_one_release_more_adds_its_share_and_is_told(changed):
    changed.to(range(6))
    stood = changed.to(range(7))
    assert stood.delta is not None
    assert not stood.delta.removed & stood.delta.added
    assert any(MADE[6].release.id in graph for graph in stood.delta.releases)
    assert changed.holds(range(7))
    back = changed.to(range(6))
    assert (back.delta.removed, back.delta.added) == (stood.delta.added, stood.delta.removed)
    assert back.generation == stood.before


@pytest.fixture
def promised():
    """Numbers of three releases more: a promise, the same kept, and the same planned from the other side."""
    told = [("2019-05-31", LAND, JAPAN, "planned"), ("2020", LAND, JAPAN, "active"), ("2018", JAPAN, LAND, "planned")]
    MADE.extend(
        extraction(f"zusage-{place}", date, "Land", [("cooperation", one, two, "Zusammen.", {"status": status})])
        for place, (date, one, two, status) in enumerate(told)
    )
    yield range(RELEASES, RELEASES + 3)
    del MADE[RELEASES:]


def test_what_comes_and_goes_makes_its_siblings_anew(changed, promised):
    plan, real, other = promised
    for numbers in ([plan], [plan, real], [plan, real, other], [real, other], [plan]):
        stood = changed.to([*range(4), *numbers])
        assert changed.holds([*range(4), *numbers])
        with open_embedded(changed.folder) as store:
            kept = [line for line in store.dump() if "#promiseKept>" in line and "/tie/" in line]
        assert bool(kept) is (real in numbers)
    assert stood.delta is not None


def test_the_same_shares_are_the_same_generation_and_change_nothing(changed):
    first = changed.to(range(4))
    before = (changed.folder / "CURRENT").stat().st_mtime_ns
    again = changed.to(reversed(range(4)))
    assert not again.changed
    assert again.generation == first.generation
    assert (changed.folder / "CURRENT").stat().st_mtime_ns == before


def test_what_would_touch_nearly_all_is_made_anew(changed):
    foreign = next(n for n, one in enumerate(MADE) if one.release.region != MADE[0].release.region)
    home = MADE[foreign].model_copy(
        update={
            "release": MADE[foreign].release.model_copy(update={"region": "Kanagawa", "id": "fremd"}),
            "relations": (),
        }
    )
    changed.to(range(foreign))
    MADE.append(home)
    try:
        changed.to([*range(foreign), RELEASES])
        assert changed.holds([*range(foreign), RELEASES])
    finally:
        MADE.pop()


def test_a_damaged_generation_is_made_anew(changed):
    stood = changed.to(range(3))
    for path in stood.generation.glob("*.sst"):
        path.write_bytes(path.read_bytes()[:100])
    changed.to(range(3))
    assert changed.holds(range(3))
    for path in (changed.folder / stood.generation.name).glob("*.sst"):
        path.write_bytes(path.read_bytes()[:100])
    changed.to(range(4))
    assert changed.holds(range(4))


def test_rows_that_another_version_has_made_are_made_anew(changed, monkeypatch):
    changed.to(range(3))
    with Shares(changed.folder) as shares, shares.change():
        shares.rows.execute("UPDATE part SET relation = 'of a former version'")
        shares.rows.execute("DROP TABLE member")
    monkeypatch.setattr("relgraph.shares.tables.rows_digest", lambda: "of the next version")
    changed.to(range(4))
    assert changed.holds(range(4))


def test_what_fails_a_check_changes_nothing(changed):
    changed.to(range(3))

    def refuse(store, delta, before):
        raise ValueError("refused")

    with writing(changed.folder), Shares(changed.folder) as shares:
        with shares.change():
            standing = {MADE[one].release.id: shares.add(share_of(MADE[one])) for one in range(4)}
        with pytest.raises(ValueError, match="refused"):
            stand(changed.folder, shares, standing, refuse)
    assert changed.holds(range(3))
    assert not [path for path in changed.folder.iterdir() if path.name.endswith(".new")]
    assert changed.to(range(4)).delta is not None
    assert changed.holds(range(4))
