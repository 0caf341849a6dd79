"""Which questions there are, and that one is found without the others."""

import pytest

from relgraph.errors import UnknownName
from relgraph.queries import catalogue as owner
from relgraph.queries.catalogue import catalogue, find_question
from relgraph.resources import folder


def test_who_asks_for_one_question_reads_no_other(tmp_path, monkeypatch):
    (tmp_path / "silence.rq").write_text((folder("queries") / "silence.rq").read_text())
    (tmp_path / "broken.rq").write_text("SELECT")
    monkeypatch.setattr(owner, "folder", lambda name: tmp_path)
    assert find_question("silence").name == "silence"
    with pytest.raises(UnknownName, match="silence"):
        find_question("silenze")


def test_a_question_is_the_same_alone_and_among_all():
    assert find_question("silence") == catalogue()["silence"]
