from hypothesis import given
from hypothesis import strategies as st

from relgraph.explore.columns import column, table


@given(st.lists(st.one_of(st.none(), st.sampled_from("ab"), st.tuples(st.text(max_size=1)))))
def test_a_column_gives_its_values_again(values):
    held = column(values)
    again = [held["of"][at] for at in held["at"]] if isinstance(held, dict) else held
    assert again == values


def test_a_table_without_rows_is_empty():
    assert table([]) == {}
