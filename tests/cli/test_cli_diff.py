import json
import os
import pty
import shutil
import subprocess
import sys

import pytest


@pytest.fixture
def edited(built, tmp_path):
    """The graph of the build as a file, in which a meeting's name has lost its end and a text bears an escape."""
    lines = (built / "export" / "relgraph.nq").read_text(encoding="utf-8")
    path = tmp_path / "edited.nq"
    path.write_text(lines.replace('"Kanagawa"@de', '"Kana\\u001B[31mgawa"@de'), encoding="utf-8", newline="\n")
    return path


def test_equal_graphs(run, built):
    done = run("diff", built, built / "store", "--lang", "en", "--exit-code")
    assert (done.status, done.out, done.err) == (0, "Both graphs are the same.\n", "")


@pytest.mark.parametrize("format_", ["text", "patch", "json", "jsonl", "csv"])
def test_the_exit_status_tells_of_a_difference_only_where_asked(run, built, edited, format_):
    options = [built / "export" / "relgraph.nq", edited, "--format", format_]
    assert run("diff", *options).status == 0
    assert run("diff", *options, "--exit-code").status == 1


def test_a_store_and_its_export_differ_by_the_ontology(run, built):
    options = ["diff", built, built / "export" / "relgraph.trig", "--format", "json"]
    assert json.loads(run(*options).out)["counts"]["statements"]["went"] > 1000
    assert json.loads(run(*options, "--data").out)["equal"] is True


def test_a_patch_goes_to_a_file(run, built, edited, tmp_path):
    out = tmp_path / "changes.rdfp"
    done = run("diff", built / "export" / "relgraph.nq", edited, "--format", "patch", "-o", out)
    assert (done.status, done.out, done.err) == (0, "", f"wrote {out}\n")
    head, begin, *rows, end = out.read_text(encoding="utf-8").splitlines()
    assert (head[:7], begin, end) == ("H id <u", "TX .", "TC .")
    assert sorted(row[:2] for row in rows) == ["A ", "D "]


def test_control_characters_are_spelt_out(run, built, edited):
    done = run("diff", built / "export" / "relgraph.nq", edited)
    assert "\\x1b[31m" in done.out
    assert "\x1b" not in done.out


def test_what_is_no_graph_is_one_line(run, built, tmp_path):
    for place in (tmp_path / "nowhere", tmp_path):
        done = run("diff", built, place)
        assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
        assert str(place) in done.err


@pytest.mark.parametrize("plain", [False, True])
def test_a_terminal_shows_colours_unless_it_is_told_not_to(built, edited, plain):
    main, side = pty.openpty()
    command = [sys.executable, "-m", "relgraph", "diff", built / "export" / "relgraph.nq", edited]
    environment = os.environ | ({"NO_COLOR": "1"} if plain else {})
    environment |= {} if plain else {"TERM": "xterm"}
    subprocess.run(command, stdout=side, check=True, env=environment)
    os.close(side)
    shown = os.read(main, 65536).decode()
    os.close(main)
    assert ("\x1b[33m" in shown) is not plain
    assert "\x1b[31mgawa" not in shown


def test_a_release_taken_out_and_put_back_is_all_that_differs(run, built, releases, tmp_path):
    shutil.copytree(built, tmp_path / "edited")
    store = tmp_path / "edited" / "store"
    assert run("retract", "bw-2024-02-01-halbleiter", "--store", store).status == 0
    changes = [json.loads(line) for line in run("diff", built, store, "--format", "jsonl").out.splitlines()]
    told = [one for one in changes if one["kind"] in ("release", "relation")]
    assert {(one["change"], one["release"]) for one in told} == {("went", "bw-2024-02-01-halbleiter")}
    assert len(told) == 5
    assert run("ingest", releases / "halbleiter.md", "--store", store).status == 0
    assert run("diff", built, store, "--exit-code", "--lang", "en").out == "Both graphs are the same.\n"


def test_the_suffix_says_that_it_is_a_patch(run, built, edited, tmp_path):
    run("diff", built / "export" / "relgraph.nq", edited, "-o", tmp_path / "changes.rdfp")
    assert (tmp_path / "changes.rdfp").read_text(encoding="utf-8").startswith("H id <urn:uuid:")
