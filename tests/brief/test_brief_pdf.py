"""A brief as PDF: tagged and for archives, at most three pages, the same bytes each time, text never read as markup."""

import io
import re

import pytest
from pypdf import PdfReader

from relgraph.brief.characters import SHAPES, shaped
from relgraph.brief.composing import compose
from relgraph.brief.document import Brief, Grid, Heading, Items, Note, Paragraph, Run
from relgraph.brief.gathering import gather
from relgraph.brief.pdf import pdf
from relgraph.store.opening import open_store

ADDRESS = "https://example.org/" + "a" * 300


@pytest.fixture(scope="module")
def paper(about):
    return pdf(about("Japan"))


def text_of(data):
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def of(text):
    """A brief that says nothing but one text, wherever one may stand."""
    note = Note(1, text, "de", text, text, ADDRESS, None, text, unsure=True, relations=())
    grid = Grid(text, (text, "b"), (((Run(text, lang="de"),), (Run(text, code=True),)),), (50, 50))
    told = (Heading(text), Paragraph((Run(text, notes=(1, 1)),)), Items(((Run(text, strong=True),),)), grid)
    return Brief("de", text, text, None, told, "Quellen", (note,))


def test_it_says_what_the_brief_says(paper):
    told = text_of(paper)
    assert "Kurzdossier Japan" in told
    assert "»Hessen hat ein Büro in Japan.«" in told
    assert "geprüft von Eva Muster am 2. Januar 2023." in told


def test_it_is_tagged_titled_and_for_archives(paper):
    reader = PdfReader(io.BytesIO(paper))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "de"
    assert reader.metadata.title == "Kurzdossier Japan"
    assert reader.metadata["/CreationDate"].startswith("D:20220405")
    packet = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<.*pdfaid:conformance>A<", packet, re.DOTALL)
    assert "pdfuaid:part>1<" in packet


def test_notes_are_linked_both_ways_and_addresses_too(paper):
    links = [note.get_object() for page in PdfReader(io.BytesIO(paper)).pages for note in page.get("/Annots", [])]
    addresses = {link["/A"]["/URI"] for link in links if "/A" in link and "/URI" in link["/A"]}
    assert "https://example.org/he-2022-04-05-japan" in addresses
    assert len([link for link in links if "/URI" not in link.get("/A", {})]) > 2 * 8


def test_it_is_the_same_each_time(paper, about):
    assert pdf(about("Japan")) == paper


def test_it_needs_no_font_of_the_machine(paper):
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in PdfReader(io.BytesIO(paper)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(name.startswith(("LibertinusSerif", "NewComputerModern", "NewCM", "DejaVuSansMono")) for name in fonts)


@pytest.mark.parametrize(
    "text",
    [
        '#set page(width: 1cm) #panic("no") *b* $x$ `r` @x <l> // c /* d */ \\ ~',
        "<script>alert(1)</script> [x](javascript:alert(1))",
        "x" * 400,
        "Đặng Ñ ő ẞ Ελλάδα Київ",
    ],
)
def test_text_is_never_markup(text):
    told = text_of(pdf(of(text))).replace(" ", "").replace("\N{HYPHEN}", "")
    assert told.count(text.replace(" ", "")) >= 3


def test_what_no_font_has_is_spelt_out():
    assert "[U+795E][U+5948]" in text_of(pdf(of("神奈"))).replace(" ", "")


def test_all_shapes_are_there():
    known = [chr(code) for code in range(0x20, 0x2630) if re.fullmatch(f"[{SHAPES}]", chr(code))]
    assert len(known) > 2500
    assert shaped("".join(known)) == "".join(known)
    every = " ".join(known)
    told = Paragraph((Run(every), Run(every, strong=True), Run(every, code=True)))
    pdf(Brief("de", "a", "b", None, (told,), "Quellen", ()))  # an archive's PDF refuses a character without a shape


def test_a_brief_of_nothing_is_a_page(about):
    assert "Der Graph enthält hierzu keine Beziehung." in text_of(pdf(about("Peru")))


@pytest.mark.parametrize("language", ["de", "en"])
def test_it_has_at_most_three_pages(bundled, language):
    with open_store(bundled / "store") as store:
        for focus in ("Japan", "China", "Frankreich", "USA"):
            assert len(PdfReader(io.BytesIO(pdf(compose(gather(store, focus), language)))).pages) <= 3
