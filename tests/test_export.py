"""All formats at once are those of each by itself."""

import signal
import subprocess
import sys

import pytest

from relgraph.checking import check
from relgraph.export import FILES, data_spool, export, write_exports
from relgraph.store.embedded import open_embedded


def test_all_files_at_once_are_those_of_each_format(built, tmp_path):
    with open_embedded(built / "store") as store:
        alone = {name: b"".join(export(store, format_)) for name, format_ in FILES.items()}
        with data_spool(store) as spool:
            assert check(store, spool) == check(store)
            assert [*write_exports(store, spool, tmp_path)] == [*FILES]
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == alone
    assert {name: (built / "export" / name).read_bytes() for name in FILES} == alone


def test_several_processes_write_the_same_files(built, tmp_path, monkeypatch):
    monkeypatch.setattr("relgraph.export.WORTHWHILE", 0)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    with open_embedded(built / "store") as store:
        assert sorted(write_exports(store, None, tmp_path)) == sorted(FILES)
    assert all((tmp_path / name).read_bytes() == (built / "export" / name).read_bytes() for name in FILES)


def test_what_goes_wrong_in_a_process_is_told(built, tmp_path, monkeypatch):
    monkeypatch.setattr("relgraph.export.WORTHWHILE", 0)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    with open_embedded(built / "store") as store, pytest.raises(FileNotFoundError, match="nowhere"):
        [*write_exports(store, None, tmp_path / "nowhere")]


def test_processes_end_with_the_one_that_started_them(built, tmp_path):
    """A build that is killed must not go on writing beside the next one."""
    code = f"""
import os
from pathlib import Path
import relgraph.export as export
from relgraph.store.embedded import open_embedded

if __name__ == "__main__":
    export.WORTHWHILE = 0
    os.sched_getaffinity = lambda _: {{0, 1}}
    with open_embedded(Path({str(built / "store")!r})) as store:
        for name in export.write_exports(store, None, Path({str(tmp_path)!r})):
            print(name, flush=True)
            os.kill(os.getpid(), 9)
"""
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().decode().strip() in FILES
        # All that it started hold its output open until they end, which idle ones would never do by themselves
        process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
