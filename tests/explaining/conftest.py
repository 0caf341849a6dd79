"""Releases of our own, and a shorthand to explain a relation of one."""

import pytest

from relgraph.explaining.reasons import explain_relation
from relgraph.extraction.pipeline import extract
from relgraph.model import Release


@pytest.fixture
def release():
    def make(text, *, region="Brandenburg", date="2020-06-15", **fields):
        return Release(id="beispiel", title="Beispiel", region=region, date=date, text=text, **fields)

    return make


@pytest.fixture
def explained(release):
    """The explanation of the first relation of a type that a text states."""

    def explain(text, kind, language="de", **fields):
        made = release(text, **fields)
        relation = next(one for one in extract(made).relations if one.type.value == kind)
        return explain_relation(made, relation, language)

    return explain
