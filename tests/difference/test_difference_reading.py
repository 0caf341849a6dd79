import pytest

from relgraph.difference.changes import EntityChange, PartnerChange, ReleaseChange, TieChange
from relgraph.difference.pairing import Change
from relgraph.difference.reading import Difference
from relgraph.store.graphs import open_graphs

SHARED = "https://w3id.org/relgraph/id/"


@pytest.fixture
def difference(two_builds):
    """The difference of two builds, and its items by kind."""

    def compare(old, new):
        with open_graphs(str(old)) as before, open_graphs(str(new)) as after:
            found = Difference(before, after)
            items = list(found.items())
        return found, {
            kind: [one for one in items if isinstance(one, kind)]
            for kind in (ReleaseChange, PartnerChange, TieChange, EntityChange)
        }

    return compare


def test_relations_stand_with_the_release_that_caused_them(two_builds, difference):
    _, items = difference(*two_builds)
    changed, came = items[ReleaseChange]
    assert (changed.change, changed.state.value("identifier")) == (Change.CHANGED, "bw-2024-02-01-halbleiter")
    told = {(one.change, one.state.type.value, one.state.sentence) for one in changed.relations}
    assert told == {
        (Change.WENT, "cooperation", "Baden-Württemberg arbeitet mit Südkorea in der Forschung zusammen."),
        (Change.CAME, "cooperation", "Baden-Württemberg arbeitet mit Frankreich in der Forschung zusammen."),
        (Change.CHANGED, "visit", "Ministerpräsident Winfried Kretschmann reiste im Januar 2024 nach Südkorea."),
    } | {one for one in told if one[1] == "affiliation"}
    assert (came.change, came.state.value("publisher")) == (Change.CAME, "Staatsministerium")
    assert {one.change for one in came.relations} == {Change.CAME}


def test_a_changed_relation_says_what_changed(two_builds, difference):
    _, items = difference(*two_builds)
    (visit,) = [one for one in items[ReleaseChange][0].relations if one.state.type.value == "visit"]
    fields = {one.name: (one.old, one.new) for one in visit.fields}
    rg = "https://w3id.org/relgraph/ontology#"
    assert fields["status"][1] == (f"{rg}concluded",)
    assert fields["date"] == ((), ("2024-01",))
    assert fields["sentence"][0] == ("Ministerpräsident Winfried Kretschmann reist nach Südkorea.",)


def test_a_sentence_that_only_moved_is_no_change_of_its_relation(two_builds, difference):
    _, items = difference(*two_builds)
    assert not [one for one in items[ReleaseChange][0].relations if one.state.type.value == "strength"]


def test_partners_come_and_go_with_their_releases(two_builds, difference):
    _, items = difference(*two_builds)
    land = f"{SHARED}region/DE-BW"
    told = {(one.change, one.ends, one.releases) for one in items[PartnerChange]}
    assert (Change.CAME, (f"{SHARED}country/FR", land), ("bw-2024-02-01-halbleiter",)) in told
    assert (Change.WENT, (f"{SHARED}country/KR", land), ("bw-2024-02-01-halbleiter",)) in told
    assert (Change.CAME, (land, f"{SHARED}region/JP-14"), ("bw-2024-05-01-kanagawa",)) in told
    assert not [one for one in items[PartnerChange] if "affiliation" in one.types]


def test_ties_and_entities_come_and_go(two_builds, difference):
    _, items = difference(*two_builds)
    ties = {(one.change, one.type, one.other.removeprefix(SHARED)) for one in items[TieChange]}
    assert (Change.CAME, "partnership", "region/JP-14") in ties or (Change.CAME, "partnership", "region/DE-BW") in ties
    entities = {(one.change, one.id.removeprefix(SHARED)) for one in items[EntityChange]}
    assert {(Change.CAME, "country/FR"), (Change.CAME, "region/JP-14")} <= entities


def test_backwards_what_came_goes(two_builds, difference):
    old, new = two_builds
    there, _ = difference(old, new)
    back, _ = difference(new, old)
    turned = {Change.CAME: Change.WENT, Change.WENT: Change.CAME, Change.CHANGED: Change.CHANGED}
    assert there.counts == {(kind, turned[change]): number for (kind, change), number in back.counts.items()}


def test_a_graph_is_equal_to_itself(two_builds, difference):
    found, items = difference(two_builds[0], two_builds[0] / "store")
    assert found.equal
    assert not any(items.values())


def test_what_nobody_knows_is_counted(tmp_path, difference):
    for name, value in (("old", "a"), ("new", "b")):
        lines = (
            f"<{SHARED}thing/x> <http://a/p> <http://a/{value}> .",
            f"<{SHARED}thing/x> <http://a/p> <http://a/{value}> <http://a/graph> .",
            f"<https://w3id.org/relgraph/topic/robotics> <http://a/p> <http://a/{value}> .",
        )
        (tmp_path / f"{name}.nq").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found, items = difference(tmp_path / "old.nq", tmp_path / "new.nq")
    assert not any(items.values())
    assert (found.shared.ontology, found.shared.other, found.unexplained) == (2, 2, 2)
    assert not found.equal
