import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import DataError
from relgraph.extraction.scorer import BIAS, LEAST, Scorer, read_scorer, scorer, to_text

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1).filter(lambda n: n[0] != "#")


@given(weights=st.dictionaries(NAMES, st.floats(-9, 9).map(lambda w: round(w, 3)), max_size=20))
def test_what_is_written_is_read(weights, tmp_path_factory):
    path = tmp_path_factory.mktemp("scorer") / "scorer.tsv"
    path.write_text(to_text(weights), encoding="utf-8")
    read = read_scorer(path)
    assert all(read.probability([name]) == Scorer(weights).probability([name]) for name in weights)


@pytest.mark.parametrize("line", ["visit", "visit\tviel", "visit\t"])
def test_a_line_without_a_number_is_named(line, tmp_path):
    path = tmp_path / "scorer.tsv"
    path.write_text(f"{BIAS}\t-1\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        read_scorer(path)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(DataError, match=r"none\.tsv"):
        read_scorer(tmp_path / "none.tsv")


def test_the_weightiest_feature_comes_first():
    assert Scorer({BIAS: -1, "a": 2, "b": -3}).shares(["a", "b", "new"]) == [("b", -3), ("a", 2), (BIAS, -1)]


def test_no_evidence_is_no_relation():
    assert scorer().probability([]) < LEAST
