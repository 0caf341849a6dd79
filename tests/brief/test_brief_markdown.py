"""A brief as Markdown: its marks are ours, those of a release are text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.brief.document import Brief, Items, Paragraph, Run
from relgraph.brief.markdown import escaped, markdown


def test_footnotes_are_defined_once_and_cited(about):
    page = markdown(about("Japan"))
    defined = re.findall(r"(?m)^\[\^(\d+)\]: ", page)
    assert defined == [str(number) for number in range(1, len(defined) + 1)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(defined)
    assert len(defined) > 8


def test_a_note_has_sentence_title_publisher_date_address_and_basis(about):
    assert (
        "»Hessen hat ein Büro in Japan.« *Titel he-2022-04-05-japan*, Hessische Staatskanzlei, 5.\xa0April 2022. "
        "<https://example.org/he-2022-04-05-japan>. geprüft von Eva Muster am 2.\xa0Januar 2023."
    ) in markdown(about("Japan"))


def test_the_timeline_is_a_table_of_years(about):
    page = markdown(about("Japan"))
    assert "| 1989 | Partnerschaft (2) |" in page
    assert "| 2021 | Kooperation (1), Handels- oder Investitionsbeziehung (1) |" in page


def test_text_of_releases_is_escaped(about):
    page = markdown(about("Japan"))
    assert "<script" not in page.replace(r"\<script", "")
    assert r"\[x\](javascript" in page
    assert not re.search(r"(?<!\\)\[x", page)


@pytest.mark.parametrize("row", ["| Robotik", "| Universität Kyoto"])
def test_rows_have_as_many_cells_as_heads(about, row):
    [line] = [line for line in markdown(about("Japan")).splitlines() if line.startswith(row)]
    assert len(re.findall(r"(?<!\\)\|", line)) == 5


@given(st.text())
def test_escaping_can_be_undone(text):
    plain = text.replace("\n", " ")
    assert re.sub(r"\\([\\`*_\[\]<>{}#|~^$&@!])", r"\1", escaped(text)) == plain
    assert "\n" not in escaped(text)


def test_strong_runs_side_by_side_are_one():
    runs = (Run("A", strong=True), Run(" – ", strong=True), Run("B", strong=True, notes=(1,)), Run(" c"))
    brief = Brief("de", "T", "U", None, (Items((runs,)), Paragraph((Run("a`b", code=True),))), "Q", ())
    assert "- **A – B**[^1] c" in markdown(brief)
    assert "``a`b``" in markdown(brief)
