import json
import shutil

import pytest

IDS = ("bw-2023-05-04-robotik", "bw-2024-02-01-halbleiter")


@pytest.fixture
def store(built, tmp_path):
    """A store of two releases, to be changed."""
    shutil.copytree(built / "store", tmp_path / "store")
    return tmp_path / "store"


def test_a_release_is_taken_out_and_put_in_again(run, built, releases, store):
    done = run("retract", IDS[0], "--store", store, "--lang", "de")
    assert done.status == 0
    heading, _, row, *_ = done.out.splitlines()
    assert heading.split()[:3] == ["Was", "Meldung", "Beziehungen"]
    assert row.split()[:3] == ["entfernt", IDS[0], "3"]
    assert "Jetzt im Bestand: Meldungen 1, Beziehungen 4, Sätze 3." in done.out
    assert "relgraph export" in done.err
    done = run("ingest", releases / "robotik.md", "--store", store, "--lang", "en")
    assert (done.status, done.out.splitlines()[2].split()[:2]) == (0, ["added", IDS[0]])
    assert "3 read by machine" in done.out
    assert (store / "CURRENT").read_text() == (built / "store" / "CURRENT").read_text()


def test_programs_get_json(run, releases, store):
    told = json.loads(run("retract", IDS[1], "--store", store, "--format", "json").out)
    assert [(share["release"], share["did"]) for share in told["shares"]] == [(IDS[1], "retracted")]
    assert (told["releases"], told["relations"]) == (1, 3)
    told = json.loads(run("ingest", releases, "--store", store, "--format", "json").out)
    assert [share["did"] for share in told["shares"]] == ["unchanged", "added"]
    assert told["missing"] == {IDS[1]: ["publisher"]}


def test_what_is_left_out_of_a_folder_is_told(run, releases, store, tmp_path):
    shutil.copytree(releases, tmp_path / "mixed")
    (tmp_path / "mixed" / "leer.txt").write_text("")
    done = run("ingest", tmp_path / "mixed", "--store", store, "--lang", "de")
    assert done.status == 1
    assert "übergangen: mixed/leer.txt" in done.err
    assert f"{IDS[1]}: es fehlt: Herausgeber" in done.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("retract", "bw-2023-05-04-robotic"), "unknown release 'bw-2023-05-04-robotic'; did you mean bw-2023-05-04-"),
        (("retract", IDS[0], "--store", "ftp://example.org/sparql"), "ftp://example.org/sparql: is neither a folder"),
        (("ingest", "nothing.md"), "nothing.md"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, store, arguments, why):
    done = run(*arguments, *(() if "--store" in arguments else ("--store", store)))
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert why in done.err


def test_the_store_of_the_environment_is_meant(run, store, monkeypatch):
    monkeypatch.setenv("RELGRAPH_STORE", str(store))
    assert run("retract", IDS[0]).status == 0
