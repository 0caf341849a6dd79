import pytest

from relgraph.errors import DataError
from relgraph.review.decision_file import read_decisions
from relgraph.review.decisions import Different, Same
from relgraph.review.session import Session

SIGNED = {"by": "Eva", "date": "2026-11-27"}
SAME = Same(**SIGNED, entity="GIZ", other="Gesellschaft")
OTHER = Different(**SIGNED, entity="A", other="B")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "decisions.yml"


def test_each_answer_is_in_the_file_at_once(path):
    session = Session(path)
    session.record([SAME])
    assert read_decisions(path) == (SAME,)
    session.record([OTHER])
    assert read_decisions(path) == (SAME, OTHER)
    assert session.decided == Session(path).decided == {SAME.key, OTHER.key}


def test_undo_gives_the_file_back_as_it_was(path):
    path.write_text("# mine\n", encoding="utf-8")
    session = Session(path)
    session.record([SAME])
    session.record([OTHER])
    assert session.undo()
    assert (read_decisions(path), session.decided, session.answered) == ((SAME,), {SAME.key}, 1)
    assert session.undo()
    assert path.read_text(encoding="utf-8") == "# mine\n"
    assert not session.undo()


def test_undo_of_the_first_answer_leaves_no_file(path):
    session = Session(path)
    session.record([SAME])
    assert session.undo()
    assert not path.exists()


def test_a_decision_of_before_stays_decided(path):
    Session(path).record([SAME])
    session = Session(path)
    session.record([SAME])
    session.undo()
    assert session.decided == {SAME.key}


def test_undo_does_not_take_away_what_others_wrote(path):
    session = Session(path)
    session.record([SAME])
    Session(path).record([OTHER])
    with pytest.raises(DataError, match="changed by somebody else"):
        session.undo()
    assert read_decisions(path) == (SAME, OTHER)


def test_a_bad_file_is_an_error(path):
    path.write_text("- decision: perhaps\n", encoding="utf-8")
    with pytest.raises(DataError, match="'perhaps' is no decision"):
        Session(path)
