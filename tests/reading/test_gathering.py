"""What is known of a file is taken over as long as nothing has changed that it depends on."""

import os
import shutil

import pytest

from relgraph.build import silent
from relgraph.errors import ReleaseError
from relgraph.extraction.readers import FirstReader
from relgraph.reading.gathering import gather
from relgraph.releases.reader import ReleaseDefaults
from relgraph.review.decisions import Same
from relgraph.review.marks import MarkingReader
from relgraph.shares.file import Shares

SAME = Same(by="Eva", date="2026-11-27", entity={"name": "Kanagawa", "type": "Region"}, other="Tokio")


@pytest.fixture
def files(releases, tmp_path):
    return shutil.copytree(releases, tmp_path / "files")


@pytest.fixture
def gathered(files, tmp_path):
    """Gather the files as they are now."""

    def again(*decisions, defaults=None, paths=None):
        with Shares(tmp_path) as shares:
            marking = MarkingReader(FirstReader(), {}, decisions)
            return gather(paths or [files], shares, marking, defaults=defaults, team=None, progress=silent)

    return again


def test_what_has_not_changed_is_not_read_again(gathered, files, tmp_path):
    first = gathered()
    assert first.read == len(first.shares) == 2
    again = gathered()
    assert (again.read, again.shares, again.missing) == (0, first.shares, first.missing)
    files.rename(tmp_path / "elsewhere")
    assert gathered(paths=[tmp_path / "elsewhere"]).read == 0


def test_what_another_version_has_read_is_laid_out_anew_and_not_read_again(gathered, files, tmp_path):
    first = gathered()
    with Shares(tmp_path) as shares:
        kept = sorted(shares.select("SELECT * FROM part"))
        for change in ("DROP TABLE tally", "ALTER TABLE part DROP COLUMN text", "CREATE TABLE former (id)",
                       "UPDATE filled SET code = 'former'", "PRAGMA user_version = 1"):  # fmt: skip
            shares.rows.execute(change)
    (files / "robotik.md").unlink()
    again = gathered()
    assert again.read == 0
    assert again.shares.items() < first.shares.items()
    with Shares(tmp_path) as shares:
        assert sorted(shares.select("SELECT * FROM part")) == kept
        assert not any(shares.select("SELECT 1 FROM tally"))
        assert not any(shares.select("SELECT 1 FROM sqlite_master WHERE name = 'former'"))


def test_a_changed_file_is_read_however_old_it_says_it_is(gathered, files):
    first = gathered()
    path = files / "robotik.md"
    told = path.stat()
    path.write_text(path.read_text(encoding="utf-8") + "\nJapan ist bei der Robotik führend.\n", encoding="utf-8")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns - 10**12))
    again = gathered()
    assert again.read == 1
    assert len({*first.shares.values()} & {*again.shares.values()}) == 1


def test_what_people_say_and_what_is_given_counts(gathered):
    gathered()
    assert gathered(SAME).read == 2
    assert gathered(SAME).read == 0
    assert gathered(SAME, defaults=ReleaseDefaults(publisher="Amt")).read == 2


def test_what_was_read_before_a_failure_is_known(gathered, files, monkeypatch):
    monkeypatch.setattr("relgraph.reading.gathering._TOGETHER", 1)
    bad = files / "zuletzt.md"
    bad.write_text("", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"zuletzt\.md"):
        gathered(paths=[files, bad])
    bad.unlink()
    assert gathered().read == 0


def test_files_of_one_release_are_told_known_or_not(gathered, files):
    shutil.copy(files / "robotik.md", files / "zwilling.md")
    for _ in range(2):
        (skipped,) = gathered().skipped
        assert skipped.why.startswith("id bw-2023-05-04-robotik was already read from")
