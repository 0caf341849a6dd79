"""Values of columns: one type each, whatever terms stand in them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.knowledge.cells import typed_rows
from relgraph.store.terms import Blank, Iri, Literal
from relgraph.vocabulary import PREFIXES

XSD = PREFIXES["xsd"]
TERMS = st.one_of(
    st.none(),
    st.integers().map(lambda n: Literal(str(n), XSD + "integer")),
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda n: Literal(format(n, "f"), XSD + "decimal")),
    st.booleans().map(lambda b: Literal(str(b).lower(), XSD + "boolean")),
    st.dates().map(lambda d: Literal(d.isoformat(), XSD + "date")),
    st.text().map(Literal),
    st.just(Iri("https://example.org/a")),
    st.just(Blank("b0")),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(TERMS, max_size=6))
def test_a_column_has_one_type_and_loses_nothing(terms):
    cells = [row[0] for row in typed_rows([(term,) for term in terms], 1)]
    assert len({type(cell) for cell in cells if cell is not None}) <= 1
    assert [cell is None for cell in cells] == [term is None for term in terms]
    for cell, term in zip(cells, terms, strict=True):
        if isinstance(cell, str):
            assert cell == str(term)
        elif isinstance(cell, date):
            assert cell.isoformat() == term.value


@pytest.mark.parametrize(
    ("terms", "cells"),
    [
        ([Literal("2", XSD + "integer"), Literal("0.5", XSD + "decimal")], [2.0, 0.5]),
        ([Literal("2", XSD + "integer"), Literal("zwei")], ["2", "zwei"]),
        ([Literal("2024-02-31", XSD + "date")], ["2024-02-31"]),
        ([Literal("2024-05", XSD + "gYearMonth"), Literal("2024-05-01", XSD + "date")], ["2024-05", "2024-05-01"]),
        ([Literal("true", XSD + "boolean"), None], [True, None]),
    ],
)
def test_what_does_not_go_together_is_text(terms, cells):
    assert [row[0] for row in typed_rows([(term,) for term in terms], 1)] == cells


def test_rows_without_columns_stay():
    assert typed_rows([(), ()], 0) == [(), ()]
