import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.evaluation.calibration import bins, calibration_table, expected_error, judged
from relgraph.evaluation.comparison import Comparison

relations = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)
ENTITIES = (("Region", "Lindenland", "Lindenland"), ("Region", "Aokawa", "Aokawa"))


@given(relations)
def test_bins_hold_every_relation_once_and_in_their_range(relations):
    found = bins(relations)
    assert sum(one.relations for one in found) == len(relations)
    assert all(one.low - 1e-9 <= one.predicted <= one.high + 1e-9 for one in found)
    assert 0 <= expected_error(relations) <= 1


def test_sure_where_right_and_unsure_where_half_right_is_no_error():
    assert expected_error([(1.0, True)] * 5 + [(0.5, True), (0.5, False)]) == 0


def test_sure_and_wrong_is_the_greatest_error():
    assert expected_error([(1.0, False)] * 3) == 1


@pytest.mark.parametrize(
    ("confidence", "low"), [(0.0, 0.0), (0.3, 0.3), (0.7, 0.7), (0.6999, 0.6), (0.9, 0.9), (1.0, 0.9)]
)
def test_a_bin_begins_with_its_lower_bound(confidence, low):
    assert [one.low for one in bins([(confidence, True)])] == [low]


def test_relations_are_judged_by_the_annotation(annotated, extracted):
    text = "Lindenland und Aokawa."
    gold = annotated("ll-1", text, ENTITIES, [("visit", "Lindenland", "Aokawa", {})])
    read = extracted(
        "ll-1",
        text,
        ENTITIES,
        [
            ("visit", "Lindenland", "Aokawa", {"confidence": 0.9}),
            ("trade", "Lindenland", "Aokawa", {"confidence": 0.4}),
        ],
    )
    assert judged([Comparison(gold, read)]) == [(0.9, True), (0.4, False)]


def test_the_last_row_of_a_part_is_the_expected_error():
    table = calibration_table([("open", [(0.85, True), (0.87, False), (1.0, True)]), ("closed", [])])
    assert [tuple(row.values()) for row in table.dicts()] == [
        ("open", "0.8 to 0.9", "2", "0.860", "0.500", "0.360"),
        ("open", "0.9 to 1.0", "1", "1.000", "1.000", "0.000"),
        ("open", "all", "3", "0.907", "0.667", "0.240"),
    ]
