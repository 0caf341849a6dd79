"""Tables come to their places on the page, and nothing else of it changes."""

import pytest
from table import PAGE, Row, Telling, marks, put, put_among

PLACES = ("ratios", "reading", "commands", "the explorer page", "pages", "questions")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.md"
    begin, end = marks("ratios")
    path.write_text(f"before\n{begin}old\n{end}after\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", PLACES)
def test_the_page_has_a_place_for_each(name):
    text = PAGE.read_text(encoding="utf-8")
    assert [text.count(mark) for mark in marks(name)] == [1, 1]


def test_a_table_comes_to_its_place(page):
    put("ratios", "new", page)
    put("ratios", "newer", page)
    begin, end = marks("ratios")
    assert page.read_text(encoding="utf-8") == f"before\n{begin}\nnewer\n\n{end}after\n"


def test_tables_of_other_sizes_stay_in_order(page):
    for number, text in ((10_000, "releases\n\nb"), (1_000, "releases\n\na"), (10_000, "releases\n\nc")):
        put_among("ratios", number, text, page)
    found = page.read_text(encoding="utf-8")
    assert "### 1,000 releases\n\na\n\n### 10,000 releases\n\nc\n" in found
    assert "b\n" not in found


def test_lines_come_to_the_place_of_their_number(page):
    for number in (1_000, 10_000):
        tell = Telling()
        tell(f"{number} told")
        tell.keep("ratios", number, page)
    assert "### 1,000 releases\n\n1000 told\n\n### 10,000 releases\n\n10000 told\n" in page.read_text(encoding="utf-8")


def test_a_page_without_the_place_is_refused(page):
    with pytest.raises(SystemExit, match="no place for 'pages'"):
        put("pages", "new", page)


def test_a_peer_that_gave_up_is_told_so():
    assert str(Row("first picture", 0.5, "s", "pyvis", 120, gave_up=True)) == (
        "| first picture | 0.5 s | pyvis | > 120 s | > 240 |"
    )
