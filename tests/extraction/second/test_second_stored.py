import json

import pytest

from relgraph.extraction.second.stored import StoredAnswers


class Model:
    """Says the number of times that it was asked."""

    def __init__(self):
        self.asked = 0

    def __call__(self, request):
        self.asked += 1
        return json.dumps({"relations": [self.asked]})


@pytest.fixture
def model():
    return Model()


def test_what_was_answered_is_not_asked_again(tmp_path, model):
    first = StoredAnswers(tmp_path / "answers", model)(b"a")
    assert StoredAnswers(tmp_path / "answers", model)(b"a") == first
    assert model.asked == 1
    assert StoredAnswers(tmp_path / "answers", model)(b"b") != first
    assert model.asked == 2


@pytest.mark.parametrize("spoil", ["", "{}", "[[["])
def test_a_spoilt_file_is_asked_anew(tmp_path, model, spoil):
    answers = StoredAnswers(tmp_path, model)
    answers(b"a")
    (path,) = tmp_path.iterdir()
    path.write_text(spoil, encoding="utf-8")
    answers(b"a")
    assert model.asked == 2


def test_an_answer_that_was_changed_or_moved_is_asked_anew(tmp_path, model):
    answers = StoredAnswers(tmp_path, model)
    answers(b"a")
    (path,) = tmp_path.iterdir()
    path.write_text(path.read_text(encoding="utf-8").replace("[1]", "[7]"), encoding="utf-8")
    answers(b"a")
    assert model.asked == 2
    answers(b"b")
    (other,) = set(tmp_path.iterdir()) - {path}
    path.write_bytes(other.read_bytes())
    answers(b"a")
    assert model.asked == 4


def test_what_is_not_of_the_schema_is_not_stored(tmp_path):
    with pytest.raises(ValueError, match="not of the schema"):
        StoredAnswers(tmp_path, lambda request: "Gern!")(b"a")
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path, model):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        StoredAnswers(tmp_path / "file", model)(b"a")
