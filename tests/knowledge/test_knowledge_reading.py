"""Releases for programs: read, built, put into a store and taken out."""

import shutil

import pytest

import relgraph

SENTENCE = "Südkorea ist in der Chipfertigung führend."


def test_a_text_is_read_with_what_is_told_of_it():
    said = relgraph.read_text(
        SENTENCE, id="bw-1", title="Chips", date="2024-02-01", publisher="Staatsministerium",
        region="Baden-Württemberg", url="https://example.org/chips",
    )  # fmt: skip
    assert said.release == relgraph.Release(
        id="bw-1", title="Chips", date="2024-02-01", publisher="Staatsministerium", region="Baden-Württemberg",
        url="https://example.org/chips", text=SENTENCE,
    )  # fmt: skip
    assert [relation.evidence.text for relation in said.relations] == [SENTENCE]


def test_a_text_that_says_nothing_is_an_error():
    with pytest.raises(relgraph.ReleaseError, match="too short"):
        relgraph.read_text("Südkorea führt.")


def test_files_are_read_one_by_one(releases):
    both = list(relgraph.read_files(releases))
    assert [one.release.id for one in both] == ["bw-2024-02-01-halbleiter", "bw-2023-05-04-robotik"]
    assert list(relgraph.read_files([str(releases / "robotik.md")])) == [both[1]]
    bare = next(relgraph.read_files(releases / "halbleiter.md", publisher="Staatsministerium"))
    assert bare.release.publisher == "Staatsministerium"


def test_a_file_that_is_no_release_is_told_of(releases, tmp_path):
    folder = shutil.copytree(releases, tmp_path / "releases")
    (folder / "kurz.md").write_text("Zu kurz.", encoding="utf-8")
    with pytest.raises(relgraph.ReleaseError, match=r"kurz\.md: too short"):
        list(relgraph.read_files(folder))
    told = []
    assert len(list(relgraph.read_files(folder, left_out=told.append))) == 2
    assert [(one.path, one.why.partition(":")[0]) for one in told] == [
        (str(folder / "kurz.md"), "too short to be a release")
    ]
    with pytest.raises(relgraph.ReleaseError):
        relgraph.read_files(tmp_path / "nothing")


def test_a_store_is_changed_and_changed_back(releases, built, tmp_path):
    store = shutil.copytree(built / "store", tmp_path / "store")
    with relgraph.open_graph(store) as graph:
        before = list(graph.nquads())
    assert relgraph.retract_releases("bw-2024-02-01-halbleiter", store).releases == 1
    with pytest.raises(relgraph.UnknownName, match="robotik"):
        relgraph.retract_releases(["bw-2023-05-04-robotk"], store)
    changed = relgraph.ingest_files(releases / "halbleiter.md", store)
    assert [(share.release, share.did.value) for share in changed.shares] == [("bw-2024-02-01-halbleiter", "added")]
    with relgraph.open_graph(store) as graph:
        assert list(graph.nquads()) == before
