from relgraph.extraction.readers import Account, Unread
from relgraph.report import report

ONE = {"sentences": 2, "types": {"strength": 2, "trade": 1}, "bases": {"machine": 3}}
TWO = {"sentences": 1, "types": {"strength": 1}, "bases": {"curated": 1}}


def test_releases_are_summed_up_the_most_first():
    counted = report([ONE, TWO], {"City": 1, "Country": 2, "Person": 1}, [], {}, [])
    assert (counted.releases, counted.entities, counted.relations, counted.evidence) == (2, 4, 4, 3)
    assert [*counted.entities_by_type.items()] == [("Country", 2), ("City", 1), ("Person", 1)]
    assert [*counted.relations_by_type.items()] == [("strength", 3), ("trade", 1)]
    assert counted.relations_by_basis == {"machine": 3, "curated": 1, "reviewed": 0}
    assert counted.complete


def test_a_release_that_the_second_reader_missed_makes_a_build_incomplete():
    account = Account(model="m", rule="second-reader/m", cap=0.5, asked=1, said=1, dropped={"malformed": 1})
    assert report([ONE], {}, [], {}, [], account).complete
    missed = account.model_copy(update={"unread": (Unread(release="a", why="no answer"),)})
    done = report([ONE], {}, [], {}, [], missed)
    assert not done.complete
