import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import StoreError
from relgraph.store.embedded import change_store, write_store
from relgraph.store.opening import open_store
from relgraph.store.shares import read_shares, write_shares

ONE, TWO = (f"<http://a/s> <http://a/p> <http://a/{name}> ." for name in ("one", "two"))
LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=20), max_size=5)


@given(lines=LINES)
def test_what_is_written_is_read_back_and_always_the_same_bytes(tmp_path_factory, lines):
    generation = tmp_path_factory.mktemp("store") / "generation"
    write_shares(generation, lines)
    assert read_shares(generation) == lines
    (path,) = generation.parent.iterdir()
    before = path.read_bytes()
    write_shares(generation, lines)
    assert path.read_bytes() == before


def names(folder):
    return sorted(path.name.partition(".")[2] for path in folder.iterdir() if ".shares" in path.name)


def test_shares_come_and_go_with_their_generation(tmp_path):
    (tmp_path / "mine.shares.gz").write_bytes(b"not ours to touch")
    write_store(tmp_path, [ONE], ["a"])
    assert names(tmp_path) == ["shares.gz", "shares.gz"]
    change_store(tmp_path, lambda held: ([ONE, TWO], [*held, "b"]))
    with open_store(tmp_path) as store:
        assert list(store.dump()) == [ONE, TWO]
    change_store(tmp_path, lambda held: ([TWO], [one for one in held if one != "a"]))
    assert names(tmp_path) == ["shares.gz", "shares.gz"]
    change_store(tmp_path, lambda held: ([ONE], held))
    seen = []
    change_store(tmp_path, seen.append)  # which makes nothing of them
    assert seen == [["b"]]
    write_store(tmp_path, [ONE])
    assert names(tmp_path) == ["shares.gz"]
    with pytest.raises(StoreError, match="does not tell what each release has brought"):
        change_store(tmp_path, lambda held: None)
    assert (tmp_path / "mine.shares.gz").read_bytes() == b"not ours to touch"


def test_other_shares_of_the_same_quads_take_the_place_of_the_old(tmp_path):
    write_store(tmp_path, [ONE], ["a"])
    change_store(tmp_path, lambda held: ([ONE], ["b"]))
    seen = []
    change_store(tmp_path, seen.append)
    assert seen == [["b"]]


def test_what_goes_wrong_within_leaves_all_as_it_was(tmp_path):
    write_store(tmp_path, [ONE], ["a"])

    def current():
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".new/" not in str(path)}

    before = current()
    with pytest.raises(ZeroDivisionError):
        change_store(tmp_path, lambda held: 1 / 0)
    with pytest.raises(StoreError, match="no N-Quads"):
        change_store(tmp_path, lambda held: (["nonsense"], held))
    assert current() == before


@pytest.mark.parametrize("damage", [b"\x00", b"\x1f\x8b\x08" + b"\x00" * 7 + b"\x07\xff", b"\x1f\x8b"])
def test_shares_that_are_damaged_are_told_of(tmp_path, damage):
    write_shares(tmp_path / "generation", ["a"])
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage)
    with pytest.raises(StoreError, match="is damaged: generation"):
        read_shares(tmp_path / "generation")
