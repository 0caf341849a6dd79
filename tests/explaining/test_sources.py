import pytest

from relgraph.errors import ReleaseError
from relgraph.explaining.reasons import explain
from relgraph.explaining.sources import FiledReleases, StoredReleases
from relgraph.store.opening import open_store

WORDS = ("bw-2023-05-04-robotik", "partnership", "Baden-Württemberg", "Kanagawa")


def test_a_store_gives_releases_as_the_files_do(releases, built):
    filed = FiledReleases([releases])
    with open_store(built / "store") as store:
        stored = StoredReleases(store)
        assert stored.ids() == filed.ids() != []
        for id_ in filed.ids():
            assert stored.get(id_) == filed.get(id_)


def test_a_store_and_files_explain_alike(releases, built):
    with open_store(built / "store") as store:
        assert explain(WORDS, StoredReleases(store)) == explain(WORDS, FiledReleases([releases]))


def test_a_store_behind_an_address_explains_too(releases, built, serve):
    with open_store(built / "store") as store:
        lines = list(store.dump())
    with serve(lines) as address, open_store(address) as store:
        assert explain(WORDS, StoredReleases(store)) == explain(WORDS, FiledReleases([releases]))


def test_what_is_not_there_is_nothing(releases, built):
    assert FiledReleases([releases]).get("nichts") is None
    with open_store(built / "store") as store:
        assert StoredReleases(store).get("nichts") is None
        assert StoredReleases(store).stored("https://w3id.org/relgraph/id/relation/nichts/000000000000") is None


def test_what_was_stored_by_other_rules_is_noted(releases, built):
    class Elsewhere(StoredReleases):
        def stored(self, relation):
            return "planned", 0.5, "partnership/other"

    with open_store(built / "store") as store:
        told = explain(WORDS, Elsewhere(store))
    assert told.note.startswith("Im Speicher steht es anders: geplant, 0,50, partnership/other.")


def test_a_named_file_that_is_no_release_is_an_error(tmp_path):
    (tmp_path / "leer.txt").touch()
    with pytest.raises(ReleaseError, match=r"leer\.txt"):
        FiledReleases([tmp_path / "leer.txt"]).ids()
