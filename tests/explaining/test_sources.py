import pytest

from relgraph.errors import ReleaseError, StoreError, UnknownName
from relgraph.explaining.reasons import explain
from relgraph.explaining.sources import FiledReleases, Stored, StoredReleases
from relgraph.store.embedded import memory_store
from relgraph.store.opening import open_store
from relgraph.vocabulary import ID, ONTOLOGY

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
            return Stored("planned", 0.5, "partnership/other")

    with open_store(built / "store") as store:
        told = explain(WORDS, Elsewhere(store))
    assert told.note.startswith("Im Speicher steht es anders: geplant, 0,50, partnership/other.")


PEOPLE = [
    (("concluded", "curated", None), "wie Menschen sie annotiert haben (abgeschlossen)"),
    (("planned", "reviewed", "Eva"), "wie Eva sie am 2026-11-27 geprüft hat (geplant)"),
]


def said_by_people(lines, relation, status, basis, reviewer):
    """The lines of a graph with people's word on a relation in the place of the machine's."""
    graph = f"<{ID}release/{relation.split('/')[-2]}>"
    said = {"status": f"<{ONTOLOGY}{status}>", "basis": f"<{ONTOLOGY}{basis}>", "rule": f'"{basis}"',
            "confidence": '"1"^^<http://www.w3.org/2001/XMLSchema#decimal>'}  # fmt: skip
    if reviewer:
        day = '"2026-11-27"^^<http://www.w3.org/2001/XMLSchema#date>'
        said |= {"reviewer": f'"{reviewer}"', "reviewedOn": day}
    kept = [line for line in lines if not any(line.startswith(f"{relation} <{ONTOLOGY}{name}> ") for name in said)]
    return [*kept, *(f"{relation} <{ONTOLOGY}{name}> {value} {graph} ." for name, value in said.items())]


@pytest.fixture
def lines(built):
    with open_store(built / "store") as store:
        return [*store.dump()]


@pytest.fixture
def relation(releases):
    return f"<{explain(WORDS, FiledReleases([releases])).relation.id}>"


@pytest.mark.parametrize(("people", "note"), PEOPLE)
def test_what_people_said_of_a_relation_is_noted(lines, relation, people, note):
    with memory_store(said_by_people(lines, relation, *people)) as store:
        assert note in explain(WORDS, StoredReleases(store)).note


@pytest.mark.parametrize("people", [people for people, _ in PEOPLE])
def test_a_relation_that_people_alone_have_stated_has_nothing_to_explain(lines, relation, people):
    unread = f"bw-2023-05-04-robotik/{'0' * 12}"
    moved = [line.replace(relation, f"<{ID}relation/{unread}>") for line in said_by_people(lines, relation, *people)]
    with memory_store(moved) as store, pytest.raises(StoreError, match=f"is {people[1]}, and no rule reads it"):
        explain([unread], StoredReleases(store))
    with memory_store(lines) as store, pytest.raises(UnknownName):
        explain([unread], StoredReleases(store))


def test_a_named_file_that_is_no_release_is_an_error(tmp_path):
    (tmp_path / "leer.txt").touch()
    with pytest.raises(ReleaseError, match=r"leer\.txt"):
        FiledReleases([tmp_path / "leer.txt"]).ids()
