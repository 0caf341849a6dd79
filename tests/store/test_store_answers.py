import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.store import answers
from relgraph.store.answers import Answers
from relgraph.store.generations import current_generation
from relgraph.store.terms import Blank, Iri, Literal, Table
from written import write_store

A, B = (f'<https://example.org/{name}> <https://example.org/p> "o" .' for name in "ab")
TEXT = "SELECT ?s WHERE { ?s ?p ?o }"
TABLE = Table(
    ("s", "n"), [(Iri("https://example.org/a"), None), (Literal("ä\n", language="de"), Literal("1"))], 7, True
)
TERMS = st.none() | st.builds(
    Literal, st.text(), st.sampled_from([None, "http://www.w3.org/2001/XMLSchema#date"])
) | st.builds(Literal, st.text(), st.none(), st.just("de")) | st.just(Iri("https://example.org/a"))  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    write_store(tmp_path / "store", [A])
    return tmp_path / "store"


@pytest.fixture
def ask():
    """Gives a table, and counts how often it was asked for."""

    class Ask:
        times, table = 0, TABLE

        def __call__(self):
            self.times += 1
            return self.table

    return Ask()


def kept(folder):
    return Answers(current_generation(folder), long=0)


def files(folder):
    return sorted(folder.glob("*.answers/*"))


def test_an_answer_is_asked_for_once(folder, ask):
    for _ in range(3):
        assert kept(folder).recalled(TEXT, {"o": Literal("o")}, 5, ask) == TABLE
    assert ask.times == 1


@pytest.mark.parametrize(
    ("text", "terms", "most"),
    [(f"{TEXT} LIMIT 1", {"o": Literal("o")}, 5), (TEXT, {"o": Literal("o", language="de")}, 5), (TEXT, {}, 5),
     (TEXT, {"o": Literal("o")}, None)],
)  # fmt: skip
def test_whatever_is_asked_otherwise_is_asked_anew(folder, ask, text, terms, most):
    kept(folder).recalled(TEXT, {"o": Literal("o")}, 5, ask)
    kept(folder).recalled(text, terms, most, ask)
    assert ask.times == 2


@settings(max_examples=30)
@given(rows=st.lists(st.tuples(TERMS, TERMS), max_size=3), total=st.none() | st.integers(0))
def test_an_answer_comes_back_as_it_was(rows, total):
    table = Table(("a", "b"), rows, total)
    assert answers._read(answers._written(table)) == table


def test_a_file_that_is_not_whole_counts_for_nothing(folder, ask):
    kept(folder).recalled(TEXT, {}, None, ask)
    (path,) = files(folder)
    whole = path.read_bytes()
    for damaged in (b"", whole[:20], whole[:32], whole[:-1], whole[:40] + b"\0" + whole[41:], whole + b"\0"):
        path.write_bytes(damaged)
        before = ask.times
        assert kept(folder).recalled(TEXT, {}, None, ask) == TABLE
        assert (ask.times, path.read_bytes()) == (before + 1, whole)


def test_answers_go_with_their_generation(folder, ask):
    first = kept(folder)
    first.recalled(TEXT, {}, None, ask)
    write_store(folder, [B])
    assert not files(folder)
    first.recalled(TEXT, {}, None, ask)  # by whoever has it open still
    assert not files(folder)
    write_store(folder, [A])
    kept(folder).recalled(TEXT, {}, None, ask)
    assert ask.times == 3


def test_a_generation_made_again_under_its_name_has_no_answers_yet(folder, ask):
    kept(folder).recalled(TEXT, {}, None, ask)
    (current_generation(folder) / "IDENTITY").write_text("another")
    kept(folder).recalled(TEXT, {}, None, ask)
    assert ask.times == 2


def test_what_is_short_or_changes_or_has_names_of_its_own_is_not_kept(folder, ask):
    Answers(current_generation(folder), long=60).recalled(TEXT, {}, None, ask)
    kept(folder).recalled("SELECT (now() AS ?n) WHERE { }", {}, None, ask)
    ask.table = Table(("s",), [(Blank("b"),)])
    kept(folder).recalled(TEXT, {}, None, ask)
    assert not files(folder)
    ask.table = TABLE
    kept(folder).recalled('SELECT ?s WHERE { ?s ?p "NOW RAND" } # UUID', {}, None, ask)
    assert len(files(folder)) == 1


def test_what_is_kept_is_bounded_and_the_newest_stays(folder, ask, monkeypatch):
    size = len(answers._written(TABLE))
    monkeypatch.setattr(answers, "MOST", 4 * size)
    for number in range(20):
        kept(folder).recalled(TEXT, {}, number, ask)
        assert sum(path.stat().st_size for path in files(folder)) <= 4 * size
    before = ask.times
    kept(folder).recalled(TEXT, {}, 19, ask)
    assert ask.times == before
    monkeypatch.setattr(answers, "LARGEST", size - 1)
    kept(folder).recalled(TEXT, {}, 20, ask)
    assert len(files(folder)) <= 4
    kept(folder).recalled(TEXT, {}, 20, ask)
    assert ask.times == before + 2


def test_where_nothing_can_be_kept_it_is_asked_again(folder, ask):
    generation = current_generation(folder)
    generation.with_name(f"{generation.name}.answers").write_text("in the way")
    assert [kept(folder).recalled(TEXT, {}, None, ask) for _ in range(2)] == [TABLE, TABLE]
    assert ask.times == 2
