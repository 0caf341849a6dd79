"""What `make kill` promises: that it kills, looks at what is left, and tells a broken promise."""

import subprocess
import sys

import pytest

import killing


def test_a_build_that_is_killed_leaves_a_whole_store(tmp_path):
    command = [sys.executable, killing.__file__, "--times", "1"]  # for a fork, a process that has opened no engine
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "1 in " in done.stdout
    assert "no promise was broken" in done.stdout


def test_a_job_that_leaves_something_else_each_time_is_told(tmp_path, monkeypatch):
    left = iter(map(str, range(9)))
    monkeypatch.setattr(killing, "_child", lambda work, moment=None: True)
    monkeypatch.setattr(killing, "_left", lambda out: killing.Left(next(left), ""))
    monkeypatch.setattr(killing.shutil, "copytree", lambda *_: None)
    with pytest.raises(AssertionError, match="neither the old store nor the new"):
        killing.kill(1, 3, tmp_path)
