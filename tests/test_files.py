import os
import stat

import pytest

from relgraph.errors import FetchError
from relgraph.files import write_whole


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_data_may_come_piece_by_piece(tmp_path):
    write_whole(tmp_path / "a", (bytes([letter]) for letter in b"new"))
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_piece_that_fails_leaves_the_old_file(tmp_path):
    (tmp_path / "a").write_bytes(b"old")

    def pieces():
        yield b"new"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        write_whole(tmp_path / "a", pieces())
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_the_file_that_a_link_points_at_is_replaced(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_device_is_written_to_and_stays_a_device(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(tmp_path / "pipe", b"new")
    assert os.read(reader, 10) == b"new"
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    os.close(reader)


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        write_whole(tmp_path / "no" / "a", b"new")
    assert error.value.filename == str(tmp_path / "no" / "a")


def test_a_failure_of_what_brings_the_data_is_told_as_such(tmp_path):
    def pieces():
        yield b"new"
        raise FetchError("https://example.org/", "no page")

    with pytest.raises(FetchError, match=r"^https://example.org/: no page$"):
        write_whole(tmp_path / "a", pieces())
