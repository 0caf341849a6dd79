import sqlite3

import pytest
from synthetic import Synthetic

from relgraph.errors import DataError, StoreError
from relgraph.shares.file import NAME, Shares, SharesDamaged
from relgraph.shares.keeping import discard, kept_shares
from relgraph.shares.rows import share_of

ONE, TWO = Synthetic(2, relations=4)


def rows(shares):
    tables = ("share", "describes", "description", "part", "tie", "source")
    return {table: next(shares.select(f"SELECT COUNT(*) FROM {table}"))[0] for table in tables}


def test_a_share_is_kept_once_and_read_back(tmp_path):
    with Shares(tmp_path) as shares:
        with shares.change():
            number = shares.add(share_of(ONE))
            before = rows(shares)
            assert shares.add(share_of(ONE)) == number
        assert rows(shares) == before
        assert shares.extraction(number) == ONE
        assert shares.counted(number)["title"] == ONE.release.title


def test_what_nothing_stands_on_is_forgotten_with_all_of_its_rows(tmp_path):
    with Shares(tmp_path) as shares:
        with shares.change():
            one = shares.add(share_of(ONE))
        alone = rows(shares)
        with shares.change():
            two = shares.add(share_of(TWO))
            shares.remember("a file", two, "{}")
            shares.stand("f" * 32, [one])
            shares.stand("e" * 32, [two])
        shares.forget("f" * 32)
        assert rows(shares) == alone
        assert shares.source("a file") is None


def test_what_fails_within_a_change_is_not_kept(tmp_path):
    with Shares(tmp_path) as shares:
        with pytest.raises(ZeroDivisionError), shares.change():
            _ = shares.add(share_of(ONE)) / 0
        assert not any(rows(shares).values())


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"id": "https://w3id.org/relgraph/id/relation/another/1"}, "is no relation of the release"),
        ({}, "stands for 2"),
    ],
)
def test_relations_of_others_and_twins_are_refused(change, why):
    more = ONE.relations[0].model_copy(update=change)
    with pytest.raises(DataError, match=why):
        share_of(ONE.model_copy(update={"relations": (*ONE.relations, more)}))


def test_a_file_of_another_version_says_so(tmp_path):
    Shares(tmp_path).close()
    with sqlite3.connect(tmp_path / NAME) as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(SharesDamaged, match=r"another version of relgraph \(99, not 2\); `relgraph build`"):
        Shares(tmp_path)
    discard(tmp_path)
    with pytest.raises(StoreError, match="does not tell what each release has brought"), kept_shares(tmp_path):
        pass


def read_all(folder):
    with Shares(folder) as shares:
        [*shares.select("SELECT * FROM part")]
        shares.extraction(1)


@pytest.mark.parametrize("content", [b"no database, and longer than the head of one is" * 9, None])
def test_a_damaged_file_says_so_in_one_line(tmp_path, content):
    with Shares(tmp_path) as shares, shares.change():
        shares.add(share_of(ONE))
    path = tmp_path / NAME
    path.write_bytes(content or path.read_bytes()[:9_000])
    with pytest.raises(SharesDamaged, match="damaged") as caught:
        read_all(tmp_path)
    assert "\n" not in str(caught.value)
