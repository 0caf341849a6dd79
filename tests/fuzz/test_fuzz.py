"""A run of seconds: what a target promises holds for what it begins with, and for some of what is made of that."""

import shutil
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spoken
from mutating import LONGEST, mutated
from scaling import exponent
from seeds import pieces, seeds, write_corpus
from targets import PARTS, make

FEW = {"page": 4, "pdf": 8, "extraction": 4, "ask": 5, "rdf": 8, "question_file": 7, "endpoint": 14, "header": 12}
"""Inputs of targets that take long; of the others there are more."""


@pytest.fixture(scope="module")
def store(built, tmp_path_factory):
    """A store that one of the targets changes."""
    return shutil.copytree(built / "store", tmp_path_factory.mktemp("fuzz") / "store")


@pytest.mark.parametrize("name", PARTS)
def test_no_input_breaks_a_promise(name, store, tmp_path):
    made = make(name, tmp_path / name, store)
    try:
        for data in islice(mutated(seeds(name), pieces(), 1), FEW.get(name, 30)):
            try:
                made.take(data)
            except Exception as error:
                raise AssertionError(f"{name} breaks a promise with {data!r}") from error
    finally:
        made.close()


TOKENS = st.lists(st.sampled_from([piece.decode("utf-8", "replace") for piece in pieces()]), max_size=25).map("".join)


@given(text=TOKENS)
def test_no_words_of_sparql_lead_past_the_guard(text):
    spoken.guard(text.encode())
    spoken.lexing(text.encode())


@given(value=st.text(max_size=30) | TOKENS, hidden=st.text(max_size=10))
def test_no_value_leaves_its_place(value, hidden):
    spoken.binding(f"{value.replace(chr(0), '')}\0{hidden}".encode("utf-8", "replace"))


def test_a_broken_promise_is_seen():
    with pytest.raises(AssertionError, match="a text comes back as another"):
        spoken.same_terms([{"v": 1, "w": 2}], "x")


def test_inputs_are_the_same_for_the_same_seed():
    first, again, other = (list(islice(mutated(seeds("guard"), pieces(), seed), 60)) for seed in (1, 1, 2))
    assert first == again != other
    assert first[: len(seeds("guard"))] == seeds("guard")
    assert max(map(len, first)) <= LONGEST


def test_inputs_to_begin_with_are_files_for_who_wants_files(tmp_path):
    write_corpus(tmp_path / "corpus", "feed")
    assert sorted(path.read_bytes() for path in (tmp_path / "corpus").iterdir()) == sorted(seeds("feed"))


def test_the_exponent_is_that_of_the_last_doubling():
    assert exponent([1.0, 2.0, 4.0, 16.0]) == 2
    assert exponent([0.001, 0.002, 0.004, 0.008]) is None
