from hypothesis import given
from hypothesis import strategies as st

from relgraph.store.sorting import in_order

LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])))


@given(LINES, st.integers(1, 12))
def test_lines_come_in_order_and_once_however_few_are_held(lines, held):
    assert list(in_order(lines, held=held)) == sorted(set(lines))
