"""What is reckoned follows from what was measured, and has a place on its page."""

import pytest
from scale import LINES, PAGE, main, reckoned, tables
from table import marks

SMALL = dict.fromkeys(LINES, 10.0)
LARGE = dict.fromkeys(LINES, 100.0) | {"shared": 50.0, "quads": 250.0, "ties": 20.0}


def test_what_is_each_release_s_own_is_taken_as_many_times_and_what_they_share_grows_as_it_grew():
    found = reckoned((10, SMALL), (100, LARGE), 10_000)
    assert found["reading, core hours"] * 3600 == pytest.approx(100 * 100)
    assert found["of them what releases share, millions"] * 1e6 == pytest.approx(50 * 5 * 5)
    assert found["quads, millions"] * 1e6 == pytest.approx(200 * 100 + 50 * 25)
    assert found["a question, first answer, s"] * 1e3 == pytest.approx(100 * 2 * 2)


def test_tables_hold_all_that_is_measured_and_three_numbers_of_releases():
    lines = list(tables({10: SMALL, 100: LARGE}))
    assert sum(line.startswith("| ") for line in lines) == len(LINES) + len(reckoned((1, SMALL), (2, LARGE), 3)) + 4
    assert "| reckoned, releases | 1 million | 10 million | 100 million |" in lines


def test_the_page_has_a_place_for_them():
    text = PAGE.read_text(encoding="utf-8")
    assert [text.count(mark) for mark in marks("scale")] == [1, 1]


def test_one_size_is_not_enough(capsys):
    with pytest.raises(SystemExit):
        main(["10", "10"])
    assert "how things grow" in capsys.readouterr().err
