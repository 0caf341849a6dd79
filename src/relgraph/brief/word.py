"""A brief as a Word file: real headings, lists, table heads and footnotes.

A paragraph that is copied out of it takes its sources along.
"""

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from relgraph.brief.document import Block, Brief, Grid, Heading, Items, Paragraph, Picture, Run, Runs
from relgraph.brief.footnotes import Footnotes
from relgraph.brief.picture import picture_png
from relgraph.brief.speech import Speech

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Line
    from docx.text.run import Run as Stretch

TAGS = {"de": "de-DE", "en": "en-GB"}
_FONT, _SIZE, _SMALL = "Calibri", Pt(10), Pt(8.5)
_ACCENT, _MUTED = RGBColor(0x0B, 0x57, 0xA4), RGBColor(0x54, 0x60, 0x70)
_STYLES = {
    "Normal": (_SIZE, 4),
    "Title": (Pt(20), 2),
    "Subtitle": (_SIZE, 6),
    "Heading 1": (Pt(12.5), 3),
    "List Bullet": (_SIZE, 2),
    "Caption": (_SMALL, 2),
}
"""Size and space below, in points, of the styles in use."""

_WIDTH = Mm(174)
_LINES = f"""<w:tblBorders {nsdecls("w")}><w:top w:val="nil"/><w:left w:val="nil"/>
<w:bottom w:val="single" w:sz="4" w:color="D5DBE3"/><w:right w:val="nil"/>
<w:insideH w:val="single" w:sz="4" w:color="D5DBE3"/><w:insideV w:val="nil"/></w:tblBorders>"""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can say


def word(brief: Brief) -> bytes:
    """The brief as docx on A4; no clock has a part in it: the same brief gives the same bytes."""
    paper = Document()
    _set_up(paper, brief)
    footnotes = Footnotes(paper, brief, Speech(brief.language, {}))
    writer = _Writer(paper, brief, footnotes)
    paper.add_paragraph(brief.title, style="Title")
    paper.add_paragraph(brief.subtitle, style="Subtitle")
    for block in brief.blocks:
        writer.add(block)
    return _packed(paper)


class _Writer:
    """Puts blocks at the end of a paper."""

    def __init__(self, paper: "Paper", brief: Brief, footnotes: Footnotes) -> None:
        self._paper, self._brief, self._footnotes = paper, brief, footnotes

    def add(self, block: Block) -> None:
        match block:
            case Heading():
                self._paper.add_heading(block.text, level=1)
            case Paragraph():
                self._told(self._paper.add_paragraph(), block.runs, small=block.small)
            case Items():
                for item in block.items:
                    self._told(self._paper.add_paragraph(style="List Bullet"), item)
            case Grid():
                self._grid(block)
            case Picture():
                self._picture(block)

    def _told(self, line: "Line", runs: Runs, *, small: bool = False, strong: bool = False) -> None:
        for run in runs:
            stretch = line.add_run(run.text)
            stretch.bold = True if run.strong or strong else None
            if run.code:
                stretch.font.name = "Consolas"
            if small:
                stretch.font.size, stretch.font.color.rgb = _SMALL, _MUTED
            _speak(stretch, run, self._brief.language)
            self._footnotes.cite(line, run.notes)

    def _grid(self, grid: Grid) -> None:
        caption = self._paper.add_paragraph(grid.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
        table = self._paper.add_table(rows=0, cols=len(grid.head), style="Table Grid")
        _describe(table._tbl, grid.caption)
        table.autofit = False
        for column, width in zip(table.columns, grid.widths, strict=True):
            column.width = int(_WIDTH * width / sum(grid.widths))
        heads = table.add_row()
        for place, head in enumerate(grid.head):
            self._cell(heads.cells[place], (Run(head, strong=True),), strong=True)
        _mark(heads._tr, "w:tblHeader")
        for row in grid.rows:
            line = table.add_row()
            _mark(line._tr, "w:cantSplit")
            for place, cell in enumerate(row):
                self._cell(line.cells[place], cell, strong=place == 0)
        for row_ in table.rows:
            for cell_, width in zip(row_.cells, grid.widths, strict=True):
                cell_.width = int(_WIDTH * width / sum(grid.widths))
        self._paper.add_paragraph().paragraph_format.space_after = Pt(0)

    def _cell(self, cell: "_Cell", runs: Runs, *, strong: bool) -> None:
        line = cell.paragraphs[0]
        line.paragraph_format.space_after = Pt(1)
        self._told(line, runs, strong=strong)
        for stretch in line.runs:
            stretch.font.size = Pt(9)

    def _picture(self, picture: Picture) -> None:
        drawn = io.BytesIO(picture_png(picture, self._brief.language))
        self._paper.add_picture(drawn, width=Mm(150))
        shape = self._paper.inline_shapes[-1]._inline
        shape.docPr.set("descr", picture.alt)
        self._paper.paragraphs[-1].paragraph_format.keep_with_next = True
        self._told(self._paper.add_paragraph(), (Run(picture.caption),), small=True)


def _set_up(paper: "Paper", brief: Brief) -> None:
    """Page, styles, language and properties."""
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    for name, (size, after) in _STYLES.items():
        style = paper.styles[name]
        style.font.name, style.font.size = _FONT, size
        for fonts in style.element.iter(qn("w:rFonts")):  # the theme's fonts would win
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_after = Pt(after)
    paper.styles["Heading 1"].paragraph_format.space_before = Pt(9)
    for name, colour in (("Title", _ACCENT), ("Heading 1", _ACCENT), ("Subtitle", _MUTED), ("Caption", _MUTED)):
        paper.styles[name].font.color.rgb = colour
        paper.styles[name].font.italic = False
    paper.styles["Caption"].font.bold = False
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), TAGS[brief.language])
    _number_pages(section.footer.paragraphs[0])
    held, day = paper.core_properties, _day(brief.as_of)
    held.title, held.subject, held.language = brief.title, brief.subtitle, TAGS[brief.language]
    held.author = held.last_modified_by = "relgraph"
    held.created = held.modified = day
    held.comments, held.revision = "", 1


def _day(as_of: str | None) -> datetime:
    year, month, day = (int(part) for part in ((as_of or "1980") + "-01-01").split("-")[:3])
    return datetime(year, month, day)


def _speak(stretch: "Stretch", run: Run, language: str) -> None:
    """Mark a stretch that is not in the paper's language, so that it is read and spelt in its own."""
    if run.lang is not None and run.lang != language:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), TAGS.get(run.lang, run.lang))
        stretch._r.get_or_add_rPr().append(mark)


def _mark(row: object, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))  # type: ignore[attr-defined]  # python-docx's own element


def _describe(table: object, caption: str) -> None:
    """Alternative text of a table, and lines below its rows alone."""
    table.tblPr.append(parse_xml(_LINES))  # type: ignore[attr-defined]
    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), caption)
    table.tblPr.append(told)  # type: ignore[attr-defined]


def _number_pages(line: "Line") -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    line._p.append(field)


def _packed(paper: "Paper") -> bytes:
    """The file, its parts without the time of writing."""
    written, packed = io.BytesIO(), io.BytesIO()
    paper.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, parts.read(name))
    return packed.getvalue()
