"""`relgraph changes`: the table, the records, the patches, and what is damaged."""

import json
import shutil

import pytest

from relgraph.editing.changing import retract
from relgraph.store.updating import update


@pytest.fixture(scope="module")
def store(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("changes")
    for name in ("store", "changes"):
        shutil.copytree(built / name, folder / name)
    retract(["bw-2024-02-01-halbleiter"], folder / "store")
    return folder / "store"


def test_the_table_has_a_line_for_each_entry(run, store):
    done = run("changes", "--store", store, "--lang", "de")
    lines = done.out.splitlines()
    assert lines[0].split() == ["Nr.", "Mitteilungen", "Beziehungen", "Aussagen", "Graph", "danach", "Kennung"]
    assert [line.split()[:2] for line in lines[2:]] == [["1", "+2"], ["2", "−1"]]
    since = run("changes", "--store", store, "--since", "1", "--lang", "en", "--verify")
    assert [line.split()[:2] for line in since.out.splitlines()[2:]] == [["2", "−1"]]
    assert run("changes", "--store", store, "--since", "2", "--lang", "en").err == "nothing changed\n"


def test_records_and_patches_come_one_after_the_other(run, store, tmp_path):
    records = [json.loads(line) for line in run("changes", "--store", store, "--format", "jsonl").out.splitlines()]
    assert {(one["entry"], one["change"]) for one in records} == {(1, "came"), (2, "went")}
    patch = tmp_path / "news.rdfp"
    assert run("changes", "--store", store, "--since", "1", "-o", patch).status == 0
    written = patch.read_text(encoding="utf-8")
    assert written.startswith("H id <urn:uuid:")
    assert written.splitlines()[1].startswith("H prev <urn:uuid:")
    assert run("changes", "--store", store, "--format", "patch").out.endswith(written)


def test_what_others_changed_is_recorded_when_asked_for(run, store, tmp_path):
    for name in ("store", "changes"):
        shutil.copytree(store.parent / name, tmp_path / name)
    japan = "<https://w3id.org/relgraph/id/country/JP>"
    text = f"""DELETE WHERE {{ {japan} rg:code ?code }} ;
        INSERT DATA {{ {japan} rdfs:seeAlso [ a rg:Note ] . GRAPH <a:g> {{ <a:s> <a:p> 1 }} }}"""
    update(tmp_path / "store", text, None, None)
    since = ("--store", tmp_path / "store", "--since", "2", "--format", "patch")
    assert run("changes", *since).out == ""
    done = run("changes", *since, "--record", "--verify")
    rows = [line[:2] for line in done.out.splitlines() if line[:2] in ("A ", "D ")]
    assert (done.status, sorted(rows)) == (0, ["A ", "A ", "A ", "D "])
    assert run("changes", *since[:-1], "jsonl").out == ""  # no release, no relation


@pytest.mark.parametrize("more", [[], ["--record"]])
@pytest.mark.parametrize(("store", "why"), [("http://127.0.0.1:1/query", "a server tells"), ("none/store", "no store")])
def test_where_no_store_stands_is_an_error_and_nothing_is_made(run, store, why, more, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("changes", "--store", store, *more)
    assert (done.status, done.out, why in done.err) == (1, "", True)
    assert not [*tmp_path.iterdir()]


def test_a_miss_and_damage_are_errors(run, store, tmp_path):
    assert "no number or id of 2 entries" in run("changes", "--store", store, "--since", "7").err
    for name in ("store", "changes"):
        shutil.copytree(store.parent / name, tmp_path / name)
    (tmp_path / "changes" / "000001.rdfp.gz").write_bytes(b"")
    done = run("changes", "--store", tmp_path / "store", "--verify")
    assert (done.status, "000001.rdfp.gz" in done.err) == (1, True)


def test_without_a_chain_nothing_changed(run, tmp_path):
    (tmp_path / "store").mkdir(exist_ok=True)
    done = run("changes", "--store", tmp_path / "store", "--lang", "de")
    assert (done.status, done.err) == (0, "nichts hat sich geändert\n")
