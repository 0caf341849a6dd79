"""A brief as Word file: read back with python-docx and as XML."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from relgraph.brief.document import Grid, Heading
from relgraph.brief.word import word

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def brief(about):
    return about("Japan")


@pytest.fixture(scope="module")
def data(brief):
    return word(brief)


@pytest.fixture(scope="module")
def paper(data):
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def footnotes(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/footnotes.xml"))


def words(node):
    return "".join(node.xpath(".//w:t/text()", namespaces=W))


def test_headings_lists_and_tables_are_real(paper, brief):
    headings = [line.text for line in paper.paragraphs if line.style.name == "Heading 1"]
    assert headings == [block.text for block in brief.blocks if isinstance(block, Heading)]
    assert paper.paragraphs[0].style.name == "Title"
    assert any(line.style.name == "List Bullet" for line in paper.paragraphs)
    grids = [block for block in brief.blocks if isinstance(block, Grid)]
    assert len(paper.tables) == len(grids)
    for table, grid in zip(paper.tables, grids, strict=True):
        assert [cell.text for cell in table.rows[0].cells] == list(grid.head)
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len(table.rows) == len(grid.rows) + 1


def test_every_note_is_a_footnote_in_its_place(paper, brief, footnotes):
    held = footnotes.xpath("w:footnote[not(@w:type)]", namespaces=W)
    assert [int(note.get(qn("w:id"))) for note in held] == [note.number for note in brief.notes]
    for note, footnote in zip(brief.notes, held, strict=True):
        assert f"»{note.sentence}«" in words(footnote)
        assert words(footnote).endswith(f"{note.basis}.")
    references = paper.element.body.xpath(".//w:footnoteReference")
    assert [int(mark.get(qn("w:id"))) for mark in references] == [note.number for note in brief.notes]


def test_notes_cited_again_are_fields_that_lead_to_the_first(paper, brief):
    named = {mark.get(qn("w:name")) for mark in paper.element.body.xpath(".//w:bookmarkStart")}
    fields = [re.search(r"NOTEREF (\S+)", node.text)[1] for node in paper.element.body.xpath(".//w:instrText")]
    assert set(fields) <= named
    cited = [number for run in brief.runs() for number in run.notes]
    assert len(fields) == len(cited) - len(brief.notes) > 0


def test_addresses_are_links(data, brief):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        targets = archive.read("word/_rels/footnotes.xml.rels").decode()
    assert all(f'Target="{note.address}"' in targets for note in brief.notes)


def test_languages_title_and_day_are_set(about):
    paper = docx.Document(io.BytesIO(word(about("Japan", "en"))))
    held = paper.core_properties
    assert (held.title, held.language, held.created.isoformat()[:10]) == ("Brief: Japan", "en-GB", "2022-04-05")
    assert paper.styles.element.xpath(".//w:docDefaults//w:lang")[0].get(qn("w:val")) == "en-GB"
    assert {mark.get(qn("w:val")) for mark in paper.element.body.xpath(".//w:lang")} == {"de-DE"}


def test_the_picture_has_words(paper):
    [shape] = paper.inline_shapes
    assert shape._inline.docPr.get("descr").startswith("Zeitverlauf der belegten Beziehungen")


def test_it_is_the_same_each_time_whatever_the_clock(data, about):
    assert word(about("Japan")) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_text_of_releases_is_text(paper):
    told = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert any(text.startswith("<script>alert(1)</script> [x](javascript:alert(1)) #set page") for text in told)


def test_control_characters_are_spelt_out(about):
    from dataclasses import replace

    from relgraph.brief.characters import spelt_out

    brief = about("Kanagawa")
    odd = spelt_out(replace(brief, title="a\x00b\u202ec"))
    assert docx.Document(io.BytesIO(word(odd))).paragraphs[0].text == "a[U+0000]b[U+202E]c"


def test_a_brief_of_nothing_is_a_paper(about):
    paper = docx.Document(io.BytesIO(word(about("Peru"))))
    assert paper.paragraphs[-1].text == "Der Graph enthält hierzu keine Beziehung."
