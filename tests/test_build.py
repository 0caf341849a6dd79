import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relgraph.build import build, places
from relgraph.difference.chain import Chain
from relgraph.editing.changing import retract
from relgraph.errors import CheckError, ReleaseError, StoreError
from relgraph.export import FILES
from relgraph.graph.checks import Violation
from relgraph.report import Report
from relgraph.store.opening import open_store
from relgraph.store.spool import Spool

CHANGES = ("at", "changes.jsonl", "000001.rdfp.gz", "000001.jsonl.gz")
SENTENCES = "SELECT (COUNT(?e) AS ?n) WHERE { GRAPH ?g { ?e a rg:Evidence } }"


def contents(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and "store" not in path.parts and not path.name.startswith(".")
    }


def answers(out: Path) -> list[str]:
    with open_store(out / "store") as store:
        return [*store.dump()]


def current(out: Path) -> str:
    return (out / "store" / "CURRENT").read_text()


@pytest.fixture
def copy(built, tmp_path) -> Path:
    """A copy of the build of the two releases, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "out"))


def test_a_build_leaves_store_exports_page_and_report(built):
    beside = {"explorer.html", "report.json", *(f"changes/{name}" for name in CHANGES)}
    assert set(contents(built)) == {f"export/{name}" for name in FILES} | beside
    assert not [path for path in built.rglob("*") if path.name.endswith(".part")]
    with open_store(built / "store") as store:
        assert store.select(SENTENCES).rows[0][0].value != "0"


def test_the_report_says_what_was_read(releases, tmp_path):
    report = build([releases], tmp_path / "out")
    assert report.releases == 2
    assert report.missing == {"bw-2024-02-01-halbleiter": ("publisher",)}
    assert sum(report.entities_by_type.values()) == report.entities > 0
    assert sum(report.relations_by_type.values()) == report.relations > 0
    assert report.complete
    assert Report.model_validate(json.loads((tmp_path / "out" / "report.json").read_text())) == report


def test_two_builds_give_the_same_bytes_wherever_the_input_lies(releases, built, tmp_path):
    elsewhere = tmp_path / "copy"
    elsewhere.mkdir()
    for path in sorted(releases.iterdir(), reverse=True):
        (elsewhere / path.name).write_bytes(path.read_bytes())
    build([elsewhere], tmp_path / "out")
    assert contents(tmp_path / "out") == contents(built)
    assert current(tmp_path / "out") == current(built)


def test_the_order_of_the_paths_does_not_count(releases, built, tmp_path):
    build(sorted(releases.iterdir(), reverse=True), tmp_path / "out")
    assert contents(tmp_path / "out") == contents(built)


def test_the_hash_seed_and_the_locale_do_not_count(releases, built, tmp_path):
    command = [sys.executable, "-m", "relgraph", "build", str(releases), "--out", str(tmp_path / "out")]
    environment = os.environ | {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert contents(tmp_path / "out") == contents(built)


def test_a_bad_file_in_a_folder_is_left_out_and_named_without_its_place(releases, built, tmp_path):
    folder = tmp_path / "releases"
    folder.mkdir()
    for path in releases.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "leer.txt").write_bytes(b"")
    report = build([folder], tmp_path / "out")
    assert [left.path for left in report.skipped] == ["releases/leer.txt"]
    assert not report.complete
    assert answers(tmp_path / "out") == answers(built)
    assert str(tmp_path) not in (tmp_path / "out" / "report.json").read_text()


def test_a_named_bad_file_stops_the_build_before_it_stores(releases, tmp_path):
    (tmp_path / "leer.txt").write_bytes(b"")
    with pytest.raises(ReleaseError, match=r"leer\.txt"):
        build([releases, tmp_path / "leer.txt"], tmp_path / "out")
    assert not (tmp_path / "out" / "store" / "CURRENT").exists()


def test_places_are_the_files_of_the_releases_by_id(releases, tmp_path):
    (tmp_path / "leer.txt").touch()
    found, skipped = places([tmp_path, releases])
    assert found == [releases / "robotik.md", releases / "halbleiter.md"]
    assert [left.why for left in skipped] == ["empty"]
    with pytest.raises(ReleaseError, match="empty"):
        places([tmp_path / "leer.txt", releases])


def test_a_file_that_is_given_twice_is_read_once(releases):
    found, skipped = places([releases, releases / "robotik.md", releases / "robotik.md"])
    assert len(found) == 2
    assert not skipped


def test_two_files_with_one_id_are_told_without_their_place(releases, tmp_path):
    folder = tmp_path / "releases"
    folder.mkdir()
    for name in ("a.md", "b.md"):
        (folder / name).write_bytes((releases / "robotik.md").read_bytes())
    found, skipped = places([folder])
    assert len(found) == 1
    assert [(left.path, left.why) for left in skipped] == [
        ("releases/b.md", "id bw-2023-05-04-robotik was already read from releases/a.md")
    ]


def test_a_graph_that_breaks_a_check_is_not_stored(releases, tmp_path, monkeypatch):
    broken = Violation("error", "evidence", "x", "the sentence does not stand there")
    monkeypatch.setattr("relgraph.checking.check", lambda store, spool: [broken])
    with pytest.raises(CheckError, match="the sentence does not stand there"):
        build([releases], tmp_path / "out")
    assert not (tmp_path / "out" / "store" / "CURRENT").exists()


def test_a_warning_is_reported_and_stops_nothing(releases, tmp_path, monkeypatch):
    odd = Violation("warning", "label", "x", "no English label")
    monkeypatch.setattr("relgraph.checking.check", lambda store, spool: [odd])
    assert build([releases], tmp_path / "out").warnings == ("warning label: no English label <x>",)


def test_check_and_exports_put_the_graph_in_order_once(releases, built, tmp_path, monkeypatch):
    made = []

    class Counted(Spool):
        def __init__(self, *given, **shape):
            made.append(self)
            super().__init__(*given, **shape)

    monkeypatch.setattr("relgraph.store.contents.Spool", Counted)
    build([releases], tmp_path / "out")
    assert len(made) == 1
    assert contents(tmp_path / "out")["export/relgraph.trig"] == contents(built)["export/relgraph.trig"]


def test_progress_is_told_each_step(releases, tmp_path):
    steps = []
    build([releases], tmp_path / "out", progress=lambda step, done, total: steps.append(step))
    assert list(dict.fromkeys(steps)) == ["reading", "storing", "checking", "exporting"]


def test_only_one_build_writes_at_a_time(releases, copy):
    import fcntl

    with (copy / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another build"):
            build([releases], copy)


def test_a_retracted_release_takes_its_relations_along(releases, copy):
    assert [line for line in answers(copy) if "halbleiter" in line]
    build([releases / "robotik.md"], copy)
    assert not [line for line in answers(copy) if "halbleiter" in line]


def stamps(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and path.name != ".lock"}


def test_a_build_of_what_is_built_changes_nothing_and_says_so(releases, tmp_path):
    out = tmp_path / "out"
    first = build([releases], out)
    before = stamps(out)
    again = build([releases], out)
    assert stamps(out) == before
    assert (first.unchanged, again.unchanged) == (False, True)
    assert again.model_dump() == first.model_dump()


def test_a_build_puts_in_again_what_was_retracted_and_tells_it(releases, copy):
    out = copy
    whole = answers(out)
    (out / "store" / f"{'0' * 32}.shares.gz").write_bytes(b"of a former version")
    retract(["bw-2023-05-04-robotik"], out / "store")
    again = build([releases], out)
    assert not again.unchanged
    assert answers(out) == whole
    chain = Chain(out / "changes")
    assert [entry.releases for entry in chain.entries[1:]] == [
        {"came": 0, "went": 1, "changed": 0}, {"came": 1, "went": 0, "changed": 0},
    ]  # fmt: skip
    chain.verify()
    assert build([releases], out).unchanged
    assert not list((out / "store").glob("*.gz"))


def spoil_export(out: Path) -> None:
    (out / "export" / "relgraph.ttl").write_bytes(b"")


def spoil_shares(out: Path) -> None:
    (out / "store" / "shares.db").write_bytes(b"no database at all, and longer than its head" * 9)


def spoil_rows(out: Path) -> None:
    path = out / "store" / "shares.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoil_store(out: Path) -> None:
    for path in (out / "store" / current(out).strip()).glob("*.sst"):
        path.write_bytes(path.read_bytes()[:100])


def lose_store(out: Path) -> None:
    (out / "store" / "CURRENT").unlink()


@pytest.mark.parametrize("spoil", [spoil_export, spoil_shares, spoil_rows, spoil_store, lose_store])
def test_what_was_spoilt_is_made_anew(releases, built, copy, spoil):
    out = copy
    spoil(out)
    build([releases], out)
    assert contents(out) == contents(built)
    assert answers(out) == answers(built)
    assert build([releases], out).unchanged


MOMENTS = (*range(1, 12), 29, 31)  # the last two fall into the writing of the chain of changes
KILLED = """
import os, pathlib, shutil, signal, sys
from relgraph.build import build, places
from relgraph.extraction.pipeline import extract
from relgraph.releases.reader import read_release
from relgraph.shares.standing import shape

root, releases, moments = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), map(int, sys.argv[3:])
extract(read_release(places([releases])[0][0]))  # names and ontology are loaded once, and not by each child
shape()

def watch(out, moment):
    changes = 0

    def kill(event, args):
        nonlocal changes
        if event in ("os.mkdir", "os.rename", "os.remove") and out in str(args[0]):
            changes += 1
            if changes == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)

for moment in moments:
    out = root / str(moment)
    shutil.copytree(root / "before", out)
    child = os.fork()
    if child == 0:
        watch(str(out), moment)
        build([releases], out)
        os._exit(0)
    print(moment, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.fixture(scope="module")
def killed(releases, tmp_path_factory) -> Path:
    """A folder with a build of one release, and copies of it that a build of both was writing when it was killed."""
    root = tmp_path_factory.mktemp("killed")
    build([releases / "robotik.md"], root / "before")
    command = [sys.executable, "-c", KILLED, str(root), str(releases), "0", *map(str, MOMENTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["0", "0"],  # nobody killed this one
        *([str(moment), str(-signal.SIGKILL)] for moment in MOMENTS),
    ]
    return root


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_before_any_change_of_a_name_leaves_a_whole_store(killed, built, moment):
    assert answers(killed / str(moment)) in (answers(killed / "before"), answers(built))


def test_the_kills_fall_before_and_after_the_switch_of_the_store(killed):
    switched = {current(killed / str(moment)) != current(killed / "before") for moment in MOMENTS}
    assert switched == {False, True}


@pytest.mark.parametrize("moment", [3, *MOMENTS[-2:]])
def test_the_build_after_a_killed_one_sets_all_right(killed, built, releases, moment):
    out = killed / str(moment)
    build([releases], out)
    assert contents(out) == contents(killed / "0")
    assert contents(out).items() - contents(built).items() == {
        (name, data) for name, data in contents(out).items() if name.startswith("changes/")
    }
    assert not [path for path in out.rglob("*") if path.name.endswith((".part", ".new"))]
