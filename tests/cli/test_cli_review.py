import csv
import io
import json
import os
import pty
import select
import subprocess
import sys

import pytest

from relgraph.cli.main import main
from relgraph.review.decision_file import read_decisions

SIGNED = ("--reviewer", "Eva Muster", "--date", "2026-11-27", "--lang", "en")
ALL = ("--below", "1")
NAMES = """---
id: bw-2024-03-01-heidelberg
title: Partner
date: 2024-03-01
region: Baden-Württemberg
---

Das Land arbeitet mit der Heidelberg University in der Forschung zusammen.
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "decisions.yml"


@pytest.fixture
def options(built, path):
    return ("relations", "--store", built / "store", "--decisions", path, *SIGNED, *ALL)


@pytest.fixture
def heidelberg(run, tmp_path):
    """A build with a name that no authority knows."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(NAMES, encoding="utf-8")
    assert run("build", tmp_path / "in", "--machine", "--out", tmp_path / "names").status == 0
    return tmp_path / "names"


def test_answers_of_standard_input_become_decisions(run, options, path):
    done = run("review", *options, stdin="# the first\naccept\n\nr\ns\nc status=concluded date=2024-01\n")
    assert (done.status, done.out) == (0, "")
    lines = done.err.splitlines()
    assert lines[0].startswith("1 of ")
    assert lines[0].endswith(": accept")
    assert lines[-1].startswith("3 decided, ")
    assert [decision.decision for decision in read_decisions(path)] == ["accept", "reject", "correct"]


def test_what_is_decided_is_not_asked_again(run, options, path):
    count = len(run("review", *options, "--list", "--format", "jsonl").out.splitlines())
    done = run("review", *options, stdin="a\na\n")
    assert done.err.splitlines()[-1] == f"2 decided, {count - 2} left; {path}"
    assert len(run("review", *options, "--list", "--format", "jsonl").out.splitlines()) == count - 2
    assert run("review", *options, stdin="a\n" * count).err.splitlines()[-1] == f"{count - 2} decided, 0 left; {path}"
    assert run("review", *options).err == "Nothing to decide.\n"


def test_undo_and_quit(run, options, path):
    done = run("review", *options, stdin="u\na\nr\nu\nq\nr\n")
    assert done.status == 0
    assert "nothing to take back" in done.err
    assert "taken back" in done.err
    assert [decision.decision for decision in read_decisions(path)] == ["accept"]


def test_a_line_that_is_no_answer_is_named_and_what_was_decided_stays(run, options, path):
    done = run("review", *options, stdin="a\n\nperhaps\nr\n")
    assert done.status == 1
    assert done.err.splitlines()[-1].startswith("relgraph: standard input: line 3: 'perhaps': is no answer here")
    assert len(read_decisions(path)) == 1


def test_the_list_in_every_format(run, options, path):
    rows = list(csv.DictReader(io.StringIO(run("review", *options, "--list", "--format", "csv").out)))
    lines = [json.loads(line) for line in run("review", *options, "--list", "--format", "jsonl").out.splitlines()]
    held = json.loads(run("review", *options, "--list", "--format", "json").out)["results"]["bindings"]
    assert len(rows) == len(lines) == len(held) > 3
    assert [float(row["confidence"]) for row in rows] == sorted(float(row["confidence"]) for row in rows)
    assert "Besuch: Winfried Kretschmann → Südkorea" in run("review", *options[:-4], "--lang", "de", *ALL, "--list").out
    assert not path.exists()


def test_types_and_releases_choose(run, options):
    def listed(*more):
        return [
            json.loads(line) for line in run("review", *options, "--list", "--format", "jsonl", *more).out.splitlines()
        ]

    assert {row["type"] for row in listed("--type", "visit", "--type", "strength")} == {"visit", "strength"}
    assert {row["release"] for row in listed("--release", "bw-2023-05-04-robotik")} == {"bw-2023-05-04-robotik"}
    assert listed("--type", "Company") == []
    done = run("review", *options, "--type", "Visit")
    assert (done.status, "'Visit' is no type" in done.err) == (2, True)
    assert run("review", *options, "--release", "nirgends").status == 1


def test_nobody_decides_without_a_name(run, built, path, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.chdir(tmp_path)
    options = ("relations", "--store", built / "store", "--decisions", path, "--date", "2026-11-27", *ALL)
    done = run("review", *options, stdin="a\n")
    assert done.status == 2
    assert "give --reviewer NAME" in done.err
    (tmp_path / "gitconfig").write_text("[user]\n  name = Git Muster\n", encoding="utf-8")
    assert run("review", *options, stdin="a\n").status == 0
    assert read_decisions(path)[0].by == "Git Muster"


def test_a_month_is_no_day(run, built, path):
    done = run("review", "--store", built / "store", "--decisions", path, "--reviewer", "Eva", "--date", "2026-11")
    assert (done.status, "2026-11 is no day" in done.err) == (2, True)


def test_decisions_come_back_in_the_next_build(run, releases, built, path, tmp_path):
    options = ("--store", built / "store", "--decisions", path, *SIGNED, *ALL)
    run("review", "relations", "--type", "visit", *options, stdin="c status=concluded date=2024-01\n")
    run("review", "relations", "--type", "partnership", *options, stdin="reject\n")
    run("review", "relations", "--type", "strength", *options, stdin="s\naccept\n")
    run("review", "relations", "--type", "cooperation", *options, stdin='c object="Wega Zirkel (Company)"\n')
    assert run("build", releases, "--decisions", path, "--out", tmp_path / "out").status == 0
    table = (tmp_path / "out" / "export" / "relations.csv").read_text(encoding="utf-8")
    rows = {(row["type"], row["subject_label"], row["object_label"]): row for row in csv.DictReader(io.StringIO(table))}
    visit = rows["visit", "Winfried Kretschmann", "Südkorea"]
    assert (visit["status"], visit["date"]) == ("concluded", "2024-01")
    assert (visit["basis"], visit["reviewer"], visit["reviewed_on"]) == ("reviewed", "Eva Muster", "2026-11-27")
    assert not [key for key in rows if key[0] == "partnership"]
    assert sorted(row["basis"] for key, row in rows.items() if key[0] == "strength") == ["machine", "reviewed"]
    assert [row["basis"] for key, row in rows.items() if key[2] == "Wega Zirkel"] == ["reviewed"]
    again = ("--store", tmp_path / "out" / "store", *options[2:])
    assert {"visit", "partnership"}.isdisjoint(
        json.loads(line)["type"]
        for line in run("review", "relations", *again, "--list", "--format", "jsonl").out.splitlines()
    )
    changes = run("diff", built, tmp_path / "out", "--format", "jsonl").out.splitlines()
    told = {(one["change"], one["type"]) for line in changes if (one := json.loads(line))["kind"] == "relation"}
    assert {("went", "partnership"), ("changed", "visit"), ("came", "cooperation")} <= told


def test_a_linked_name_is_the_known_one_in_the_next_build(run, heidelberg, path, tmp_path):
    options = ("--store", heidelberg / "store", "--decisions", path, *SIGNED)
    done = run("review", "names", *options, stdin="1\n")
    assert (done.status, "who is this?: 1" in done.err) == (0, True)
    assert run("build", tmp_path / "in", "--decisions", path, "--out", tmp_path / "out").status == 0
    graph = (tmp_path / "out" / "export" / "relgraph.nq").read_text(encoding="utf-8")
    assert "Universität Heidelberg" in graph
    assert '"Heidelberg University"@de' not in graph
    left = run("review", "names", "--store", tmp_path / "out" / "store", *options[2:], "--list", "--format", "jsonl")
    assert left.out == ""


def sit(args):
    """Be the command, on the terminal that this process has; it never returns."""
    status = 70
    try:
        sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 -- they are open as long as the process is there
        sys.stdout, sys.stderr = (open(end, "w", encoding="utf-8") for end in (1, 2))  # noqa: SIM115
        os.environ |= {"TERM": "xterm", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
        main(["review", *map(str, args)])
    except SystemExit as stop:
        status = stop.code
    finally:
        sys.stdout.flush()
        os._exit(status)


class Screen:
    """A pseudo-terminal with relgraph in it: a fork of this process, which has read already what takes long to read."""

    def __init__(self, *args):
        self.shown = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            sit(args)

    def until(self, text):
        """Read until a text has been shown since the last time."""
        held = b""
        while text.encode() not in held:
            ready, _, _ = select.select([self.fd], [], [], 60)
            assert ready, f"{text!r} is not shown, but {held.decode(errors='replace')!r}"
            try:
                held += os.read(self.fd, 4096)
            except OSError:
                break
        self.shown += held.decode(errors="replace")
        assert text in self.shown
        return held.decode(errors="replace")

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def end(self):
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


def test_a_sitting_at_a_terminal(options, path):
    screen = Screen(*options)
    card = screen.until("[q]uit")
    assert "1 of " in card
    assert "\x1b[1;4m" in card  # an end is marked
    assert "https://example.org" in screen.shown or "Release" in screen.shown
    screen.type("\x1b[A")  # an arrow up ends in A, and accepts nothing
    screen.until("is no answer here")
    screen.type("a")
    screen.until("[q]uit")
    assert [decision.decision for decision in read_decisions(path)] == ["accept"]
    screen.type("c")
    screen.until("> ")
    screen.type("status=perhaps\n")
    screen.until("unknown status 'perhaps'")
    screen.type("c")
    screen.until("> ")
    screen.type("status=ended\n")
    screen.until("[q]uit")
    assert read_decisions(path)[1].to.status == "ended"
    screen.type("uru")  # typed ahead
    screen.until("taken back")
    screen.until("taken back")
    screen.type("q")
    screen.until("1 decided")
    assert screen.end() == 0
    assert [decision.decision for decision in read_decisions(path)] == ["accept"]


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_who_leaves_by_control_c_or_d_loses_nothing(options, path, key):
    screen = Screen(*options)
    screen.until("[q]uit")
    screen.type("r")
    screen.until("[q]uit")
    screen.type(key)
    screen.until("1 decided")
    assert screen.end() == 0
    assert len(read_decisions(path)) == 1


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_who_leaves_before_the_next_question_stands_there_leaves_after_it(options, path, key):
    screen = Screen(*options)
    screen.until("[q]uit")
    screen.type(f"r{key}")
    screen.until("1 decided")
    assert screen.end() == 0
    assert len(read_decisions(path)) == 1


def test_a_killed_sitting_keeps_every_answer(options, path):
    screen = Screen(*options)
    screen.until("[q]uit")
    screen.type("a")
    screen.until("[q]uit")
    os.kill(screen.pid, 9)
    assert screen.end() == -9
    assert len(read_decisions(path)) == 1


def test_the_terminal_is_left_as_it_was(options):
    far, side = pty.openpty()
    before = subprocess.run(["stty", "-a"], stdin=side, capture_output=True, check=True).stdout
    command = [sys.executable, "-m", "relgraph", "review", *map(str, options)]
    with subprocess.Popen(command, stdin=side, stdout=side, stderr=side) as process:
        held = b""
        while b"[q]uit" not in held:
            held += os.read(far, 4096)
        os.write(far, b"q")
        while process.poll() is None:
            if select.select([far], [], [], 0.1)[0]:
                os.read(far, 4096)
    assert subprocess.run(["stty", "-a"], stdin=side, capture_output=True, check=True).stdout == before
    os.close(far)
    os.close(side)
