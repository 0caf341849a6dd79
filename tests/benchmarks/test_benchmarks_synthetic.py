"""The synthetic releases are sound and always the same, and what relgraph reads in their files is what is meant."""

from itertools import islice

from filing import write_files
from synthetic import Synthetic

from relgraph.checking import check
from relgraph.extraction.pipeline import extract
from relgraph.releases.reader import read_releases
from relgraph.store.opening import open_store
from relgraph.vocabulary import SYMMETRIC

FEW = 12


def stated(extraction):
    return {
        (one.type, *(sorted((one.subject, one.object)) if one.type in SYMMETRIC else (one.subject, one.object)))
        for one in extraction.relations
        if one.object
    }


def test_the_same_seed_gives_the_same_releases_and_another_one_others():
    first, again, other = (list(islice(Synthetic(100, seed=seed), FEW)) for seed in (1, 1, 2))
    assert first == again
    assert all(one.release.text != another.release.text for one, another in zip(first, other, strict=True))


def test_no_release_and_no_relation_comes_twice():
    made = list(islice(Synthetic(1000), 100))
    relations = [relation.id for one in made for relation in one.relations]
    assert len({one.release.id for one in made}) == 100
    assert len(set(relations)) == len(relations) > 700


def test_files_are_read_as_what_was_written_and_say_what_is_meant(tmp_path):
    meant = {one.release.id: one for one in Synthetic(FEW)}
    assert write_files(tmp_path, meant.values()) == FEW
    assert {path.suffix for path in tmp_path.rglob("*.*")} == {".md", ".html"}
    read = {release.id: release for release in read_releases([tmp_path])}
    assert read == {name: one.release for name, one in meant.items()}
    wanted = found = both = 0
    for name, one in meant.items():
        told, seen = stated(one), stated(extract(read[name]))
        wanted, found, both = wanted + len(told), found + len(seen), both + len(told & seen)
    assert wanted > 5 * FEW
    assert both > 0.9 * wanted
    assert both > 0.85 * found


def test_synthetic_releases_hold_what_a_graph_must(synthetic):
    with open_store(synthetic) as store:
        assert [violation for violation in check(store) if violation.severity == "error"] == []
        (counted,) = store.select("SELECT (COUNT(?r) AS ?n) { GRAPH ?g { ?g a rg:Release } BIND(?g AS ?r) }").rows
    assert str(counted[0]) == "30"
