"""A folder is written whole or not at all, and nothing else is lost."""

import fcntl
import os
from contextlib import contextmanager
from hashlib import sha256

import pytest

from relgraph.errors import StoreError
from relgraph.publishing import writing
from relgraph.publishing.sums import SUMS, read_sums, write_sums
from relgraph.publishing.writing import check_place, write_folder


def bundle(**files):
    named = {name.replace("__", "/"): content for name, content in files.items()}
    return named | {SUMS: write_sums({name: sha256(content).hexdigest() for name, content in named.items()})}


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


FIRST, SECOND = bundle(a=b"1", b__c=b"2"), bundle(a=b"3", d=b"")


def test_a_bundle_takes_the_place_of_another(tmp_path):
    out = tmp_path / "deep" / "out"
    for files in (FIRST, SECOND, SECOND):
        write_folder(out, files.items())
        assert content(out) == files
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_an_empty_folder_may_be_taken_and_a_link_stays_one(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write_folder(tmp_path / "out", FIRST.items())
    assert (tmp_path / "out").is_symlink()
    assert content(tmp_path / "real") == FIRST


@pytest.mark.parametrize("name", ["notes.txt", "b/notes.txt", "b/link"])
def test_a_folder_with_something_else_is_left_alone(tmp_path, name):
    out = tmp_path / "out"
    write_folder(out, FIRST.items())
    if name == "b/link":
        (out / name).symlink_to("/etc")
    else:
        (out / name).write_text("mine", encoding="utf-8")
    before = content(out)
    with pytest.raises(StoreError, match="holds what no bundle has brought"):
        write_folder(out, SECOND.items())
    assert content(out) == before


def test_what_is_no_bundle_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is no folder"):
        check_place(tmp_path / "file")
    with pytest.raises(StoreError, match="holds something else than a bundle: file"):
        write_folder(tmp_path, FIRST.items())
    (tmp_path / SUMS).write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(StoreError, match="line 1"):
        check_place(tmp_path)


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_failure_at_any_step_leaves_the_old_bundle(tmp_path, monkeypatch, failing):
    out, calls, rename = tmp_path / "out", [], type(tmp_path).rename
    write_folder(out, FIRST.items())

    def sometimes(self, target):
        calls.append(self)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    if failing == 3:
        monkeypatch.setattr(os, "sync", lambda: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    else:
        monkeypatch.setattr(type(out), "rename", sometimes)
    with pytest.raises(OSError, match="No space left"):
        write_folder(out, SECOND.items())
    monkeypatch.undo()
    assert content(out) == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_writer_left_is_put_in_order(tmp_path):
    out = tmp_path / "out"
    write_folder(out, FIRST.items())
    out.rename(tmp_path / ".out.old")  # killed between the two changes of a name
    (tmp_path / ".out.new").mkdir()
    (tmp_path / ".out.new" / "half").write_bytes(b"")
    write_folder(out, SECOND.items())
    assert content(out) == SECOND
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@contextmanager
def held(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield
    os.close(descriptor)


def test_two_do_not_write_at_once(tmp_path):
    with held(tmp_path), pytest.raises(StoreError, match="another process is writing here"):
        write_folder(tmp_path / "out", FIRST.items())
    assert not list(tmp_path.iterdir())
    assert writing.check_place(tmp_path / "out") is None


@pytest.mark.parametrize(
    "line", [f"{'0' * 64}  ../out", f"{'0' * 64}  /etc/passwd", f"{'0' * 63}  a", f"{'0' * 64} a", ""]
)
def test_a_list_that_leads_elsewhere_is_refused(tmp_path, line):
    (tmp_path / SUMS).write_text(f"{'0' * 64}  fine\n{line}\n", encoding="utf-8")
    with pytest.raises(StoreError, match="line 2"):
        read_sums(tmp_path / SUMS)


def test_a_list_with_a_name_twice_or_of_no_text_is_refused(tmp_path):
    (tmp_path / SUMS).write_text(f"{'0' * 64}  a\n{'1' * 64}  a\n", encoding="utf-8")
    with pytest.raises(StoreError, match="stands twice"):
        read_sums(tmp_path / SUMS)
    (tmp_path / SUMS).write_bytes(b"\xff")
    with pytest.raises(StoreError, match="cannot be read"):
        read_sums(tmp_path / SUMS)


@pytest.mark.parametrize("name", ["../out", "/etc/passwd", "a/../../b"])
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    with pytest.raises(StoreError, match="leads out of the folder"):
        write_folder(tmp_path / "in" / "out", {name: b""}.items())
    assert not list((tmp_path / "in").iterdir())
