"""Footnotes of a Word file, which python-docx does not write: a part of their own, references, and references again.

A note that is cited twice is a footnote at its first place; further places refer to it by a field, which Word keeps
right.
"""

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from relgraph.brief.document import Brief, Note
from relgraph.brief.speech import Speech

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
    from docx.text.paragraph import Paragraph as Line

_TAGS = {"de": "de-DE", "en": "en-GB"}
_TEXT, _REFERENCE = "FootnoteText", "FootnoteReference"
_SEPARATORS = """<w:footnotes {0}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240"
 w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


class Footnotes:
    """The footnotes of a paper: all of them are written at once, and cited one by one."""

    def __init__(self, paper: "Paper", brief: Brief, speech: Speech) -> None:
        self._language, self._speech = brief.language, speech
        self._cited: set[int] = set()
        _add_styles(paper)
        _announce(paper)
        root = parse_xml(_SEPARATORS.format(nsdecls("w", "r")))
        package = paper.part.package
        self._part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
        paper.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        for note in brief.notes:
            root.append(self._footnote(note))

    def cite(self, line: "Line", numbers: tuple[int, ...]) -> None:
        """Put references to notes at the end of a line, with commas between them."""
        for place, number in enumerate(numbers):
            if place:
                line._p.append(_run(", ", _REFERENCE))
            if number in self._cited:
                for part in _field(number, _REFERENCE):
                    line._p.append(part)
            else:
                self._cited.add(number)
                for part in _bookmarked(number, _reference(number)):
                    line._p.append(part)

    def _footnote(self, note: Note) -> "Element":
        footnote, line = OxmlElement("w:footnote"), OxmlElement("w:p")
        footnote.set(qn("w:id"), str(note.number))
        footnote.append(line)
        line.append(_paragraph_style(_TEXT))
        mark = _run("", _REFERENCE)
        mark.append(OxmlElement("w:footnoteRef"))
        language = note.lang if note.lang != self._language else None
        line.extend([mark, _run(" "), _run(self._speech.quoted(note.sentence), lang=language), _run(" ")])
        if note.again is None:
            line.extend([_run(note.title, italic=True, lang=language), _run(", ")])
        line.append(_run(note.origin))
        if note.address:
            line.append(_run(". " if note.again is None else ", "))
            line.append(self._link(note.address, note.address if note.again is None else note.host))
        if note.again is not None:
            before, _, after = self._speech.say("again", n="\0").partition("\0")
            line.extend([_run(f" ({before}"), *_field(note.again), _run(f"{after})")])
        line.append(_run(f". {note.basis}.", strong=note.unsure))
        return footnote

    def _link(self, address: str, shown: str) -> "Element":
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(shown))
        return link


def _add_styles(paper: "Paper") -> None:
    text = paper.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = paper.styles["Normal"]
    text.element.set(qn("w:styleId"), _TEXT)
    text.font.size = Pt(8)
    text.paragraph_format.space_after = Pt(1)
    reference = paper.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.element.set(qn("w:styleId"), _REFERENCE)
    reference.font.superscript = True


def _announce(paper: "Paper") -> None:
    """Name the separators in the settings, where their schema wants them: before `compat`."""
    held = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
    settings = paper.settings.element
    settings.find(qn("w:compat")).addprevious(held)


def _reference(number: int) -> "Element":
    run = _run("", _REFERENCE)
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run.append(mark)
    return run


def _bookmarked(number: int, run: "Element") -> "list[Element]":
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _bookmark(number))
    return [start, run, end]


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def _field(number: int, style: str | None = None) -> "list[Element]":
    """A field that shows the number of a footnote and leads to it."""
    parts = []
    for kind in ("begin", "separate", "end"):
        run = _run("", style)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run.append(mark)
        parts.append(run)
    code = _run("", style)
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" NOTEREF {_bookmark(number)} \\h "
    code.append(instruction)
    return [parts[0], code, parts[1], _run(str(number), style), parts[2]]


def _paragraph_style(name: str) -> "Element":
    held, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), name)
    held.append(style)
    return held


def _run(
    text: str, style: str | None = None, *, italic: bool = False, strong: bool = False, lang: str | None = None
) -> "Element":
    run, look = OxmlElement("w:r"), OxmlElement("w:rPr")
    # in the order of the schema: style, bold, italic, language
    for name, value in (("w:rStyle", style), ("w:b", strong or None), ("w:i", italic or None),
                        ("w:lang", lang and _TAGS.get(lang, lang))):  # fmt: skip
        if value is not None:
            part = OxmlElement(name)
            if isinstance(value, str):
                part.set(qn("w:val"), value)
            look.append(part)
    if len(look):
        run.append(look)
    if text:
        held = OxmlElement("w:t")
        held.set(qn("xml:space"), "preserve")
        held.text = text
        run.append(held)
    return run
