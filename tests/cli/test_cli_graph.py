"""Commands over the whole graph: explore, export, check."""

import pytest

from relgraph.cli import check as checking
from relgraph.export import FILES
from relgraph.graph.checks import Violation


@pytest.mark.parametrize(("name", "format_"), FILES.items())
def test_an_export_has_the_bytes_of_the_build(run, built, tmp_path, name, format_):
    done = run("export", "--format", format_, "--store", built / "store", "-o", tmp_path / name)
    assert done.status == 0
    assert (tmp_path / name).read_bytes() == (built / "export" / name).read_bytes()


def test_ntriples_go_to_standard_output(run, built):
    done = run("export", "--format", "nt", "--store", built / "store")
    assert (done.status, done.err) == (0, "")
    assert len(done.out.splitlines()) > 50
    assert not [line for line in done.out.splitlines() if not line.endswith(" .")]


def test_the_exports_hold_no_ontology(run, built):
    done = run("export", "--format", "nq", "--store", built / "store")
    assert "http://www.w3.org/2002/07/owl#Class" not in done.out


def test_a_file_that_cannot_be_written_is_one_line(run, built, tmp_path):
    done = run("export", "--store", built / "store", "-o", tmp_path / "no" / "a.ttl")
    assert (done.status, done.err) == (1, f"relgraph: {tmp_path}/no/a.ttl: No such file or directory\n")


def test_the_page_shows_what_lies_around_the_focus(run, built, tmp_path):
    done = run("explore", "--focus", "Kanagawa", "--store", built / "store", "-o", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert done.status == 0
    assert "Kanagawa" in page
    assert "Winfried Kretschmann" not in page


def test_two_hops_reach_further_than_one(run, built):
    far = run("explore", "--focus", "Kanagawa", "--hops", "2", "--store", built / "store", "-o", "-")
    assert "Winfried Kretschmann" in far.out


def test_a_focus_that_is_not_there_suggests(run, built, tmp_path):
    done = run("explore", "--focus", "Kanagwa", "--store", built / "store", "-o", tmp_path / "a.html")
    assert done.status == 1
    assert "did you mean Kanagawa" in done.err
    assert not (tmp_path / "a.html").exists()


def test_a_built_graph_breaks_no_rule(run, built):
    done = run("check", "--store", built / "store")
    assert done.status == 0
    assert "error" not in done.out


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [("error", "error", 1), ("error", "warning", 1), ("warning", "error", 0), ("warning", "warning", 1)],
)
def test_fail_on_decides_the_exit_status(run, built, monkeypatch, severity, fail_on, status):
    monkeypatch.setattr(
        "relgraph.checking.check", lambda store, spool=None: [Violation(severity, "rule", "id:x", "It is off.")]
    )
    done = run("check", "--fail-on", fail_on, "--store", built / "store")
    assert (done.status, done.out) == (status, f"{severity}\trule\tid:x\tIt is off.\n")
    assert checking.check.name == "check"


def test_a_sentence_out_of_its_place_is_found(run, built, tmp_path):
    from relgraph.store.opening import open_store
    from written import write_store

    with open_store(built / "store") as store:
        lines = list(store.dump())
    moved = [line.replace("Japan ist bei der Robotik führend", "Peru ist bei der Robotik führend") for line in lines]
    kept = [new if "#exact>" in new else old for old, new in zip(lines, moved, strict=True)]
    write_store(tmp_path / "store", kept)
    done = run("check", "--store", tmp_path / "store")
    assert done.status == 1
    assert "quote-at-its-place" in done.out
