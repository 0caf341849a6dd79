"""Each question can be timed on synthetic releases."""

import json

import pytest
from measuring import script
from questions import questions

from relgraph.queries.catalogue import catalogue


@pytest.mark.parametrize(("name", "params"), [("country-topics", {"country": "Japan"}), ("a tie, opened", {})])
def test_a_question_is_timed(synthetic, name, params):
    result = script("questions", "--store", synthetic, "--ask", name, json.dumps(params))
    assert result.keys() == {"first", "again", "kept", "core", "rows", "total"}
    assert result["first"] > 0 < result["again"]
    assert result["rows"] > 0


def test_every_question_has_values_to_be_asked_with():
    asked = [name for name, _ in questions()]
    assert set(asked) == set(catalogue())
    assert len(asked) > len(catalogue())
