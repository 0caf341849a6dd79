"""What `make kill` promises: that it kills, looks at what is left, and tells a broken promise."""

import pytest

import killing


def test_a_build_that_is_killed_leaves_a_whole_store(tmp_path):
    assert sum(killing.kill(1, 3, tmp_path).values()) == 1


def test_a_job_that_leaves_something_else_each_time_is_told(tmp_path, monkeypatch):
    left = iter(map(str, range(9)))
    monkeypatch.setattr(killing, "_child", lambda work, moment=None: True)
    monkeypatch.setattr(killing, "_left", lambda out: killing.Left(next(left), ""))
    monkeypatch.setattr(killing.shutil, "copytree", lambda *_: None)
    with pytest.raises(AssertionError, match="neither the old store nor the new"):
        killing.kill(1, 3, tmp_path)
