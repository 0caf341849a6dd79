import subprocess
import sys
import zlib

import pytest
from fpdf import FPDF

from relgraph.errors import ReleaseError
from relgraph.releases.reader import open_release, read_release
from relgraph.releases.sources.fetching import fetch

TITLE = "Neuer Kooperationsrahmen mit der Präfektur Aokawa im Norden Japans unterzeichnet"
FIRST = (
    "Lindenland und die japanische Präfektur Aokawa bauen ihre Zusammenarbeit aus. Bei einem Besuch in Rosenfurt haben "
    "beide Seiten am 13. März 2024 einen Rahmen unterzeichnet, der Wasserstoff und Robotik umfasst."
)
LONG = " ".join(
    f"Im Jahr {year} reiste eine Delegation des Landes nach Aokawa und sprach mit den Partnern."
    for year in range(1960, 2024)
)
LAST = "Die Präfektur ist bei Brennstoffzellen führend."


class Letter(FPDF):
    """A release as offices print it: a letterhead and a number on each page."""

    def header(self):
        self.set_font("Helvetica", "B", 9)
        self.cell(0, 8, "Staatsministerium Lindenland · Pressestelle", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self):
        self.set_y(-18)
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, "Richard-Ring 15, Rosenfurt, Telefon 0123 456", align="C", new_x="LMARGIN", new_y="NEXT")
        self.cell(0, 5, f"Seite {self.page_no()} von {{nb}}", align="C")


def letter(path, paragraphs, *, kind=Letter, space=3, size=11):
    """A PDF with date, headline and paragraphs, `space` between them in millimetres."""
    pdf = kind()
    pdf.add_page()
    pdf.set_font("Helvetica", size=size)
    pdf.cell(0, 6, "14. März 2024", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    pdf.set_font("Helvetica", "B", 16)
    pdf.multi_cell(0, 8, TITLE, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    pdf.set_font("Helvetica", size=size)
    for paragraph in paragraphs:
        pdf.multi_cell(0, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(space)
    pdf.output(str(path))
    return path


@pytest.mark.parametrize("space", [3, 0])
def test_lines_become_paragraphs_again(tmp_path, space):
    reading = open_release(
        letter(tmp_path / "rahmen.pdf", [FIRST, LAST, "Der Besuch fand in Rosenfurt statt."], space=space)
    )
    assert (reading.release.title, reading.release.date) == (TITLE, "2024-03-14")
    body = reading.release.text.split("\n\n")
    assert body[-3:] == [FIRST, LAST, "Der Besuch fand in Rosenfurt statt."]


def test_what_every_page_repeats_is_left_out_and_no_sentence_is_torn_by_it(tmp_path):
    text = read_release(letter(tmp_path / "rahmen.pdf", [FIRST, LONG, LAST])).text
    assert text.split("\n\n") == [FIRST, LONG, LAST]


def test_words_divided_at_the_end_of_a_line_are_whole_again(tmp_path):
    lines = (
        "Das Land will die Zusammen-\narbeit von Baden-\nWürttemberg und seinen Land-\n"
        "und Stadtkreisen mit Japan ver-\ntiefen, heißt es."
    )
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, lines)
    pdf.output(str(tmp_path / "a.pdf"))
    expected = (
        "Das Land will die Zusammenarbeit von Baden-Württemberg und seinen Land- und Stadtkreisen mit Japan vertiefen, "
        "heißt es."
    )
    assert read_release(tmp_path / "a.pdf").text == expected


def test_items_of_a_list_stay_apart(tmp_path):
    items = ["- Wasserstoff und Brennstoffzellen", "- Robotik für die Pflege zu Hause"]
    text = read_release(letter(tmp_path / "a.pdf", [FIRST, *items], space=0)).text
    assert text.split("\n\n")[-2:] == items


def test_a_fetched_pdf_is_a_release(tmp_path, site, client):
    site.pages["/rahmen.pdf"] = letter(tmp_path / "x.pdf", [FIRST, LAST]).read_bytes()
    (found,) = fetch([f"{site.url}/rahmen.pdf"], tmp_path / "out", client)
    release = read_release(found.path)
    assert (release.title, release.url) == (TITLE, f"{site.url}/rahmen.pdf")


def test_a_locked_pdf_is_named(tmp_path):
    pdf = FPDF()
    pdf.set_encryption(owner_password="a", user_password="b")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.cell(0, 6, FIRST)
    pdf.output(str(tmp_path / "a.pdf"))
    with pytest.raises(ReleaseError, match="an encrypted PDF"):
        read_release(tmp_path / "a.pdf")


def test_a_scan_has_no_text(tmp_path):
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    pdf.output(str(tmp_path / "a.pdf"))
    with pytest.raises(ReleaseError, match="a PDF without text, perhaps a scan"):
        read_release(tmp_path / "a.pdf")


def test_a_book_is_no_release(tmp_path):
    pdf = FPDF()
    for _ in range(61):
        pdf.add_page()
    pdf.output(str(tmp_path / "a.pdf"))
    with pytest.raises(ReleaseError, match="a PDF of 61 pages, more than the 60 of a release"):
        read_release(tmp_path / "a.pdf")


def raw_pdf(stream, filter_=""):
    """A PDF of one page whose content is the bytes of `stream`."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filter_.encode(), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return body + b"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n0\n%%EOF\n"


def test_a_bomb_is_given_up(tmp_path):
    (tmp_path / "a.pdf").write_bytes(raw_pdf(zlib.compress(b"(Land) Tj " * 20_000_000, 1), "/Filter /FlateDecode"))
    with pytest.raises(ReleaseError, match=r"a damaged PDF: .*[Ll]imit"):
        read_release(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7",
        b"%PDF-1.4\ntrailer << /Root 9 0 R >>",
        raw_pdf(b"BT /F 12 Tf (((((" + b"[" * 5000),
        b"%PDF-1.4\n" + bytes(5000),
        b"x",
    ],
)
def test_a_damaged_pdf_is_one_line(tmp_path, raw):
    (tmp_path / "a.pdf").write_bytes(raw)
    with pytest.raises(ReleaseError) as error:
        read_release(tmp_path / "a.pdf")
    assert "\n" not in str(error.value)


def test_without_the_extra_the_message_says_how_to_get_it(tmp_path):
    path = letter(tmp_path / "a.pdf", [FIRST])
    # Where the extra is not installed, no package of this name is found: the same is had by hiding it from this process
    code = (
        "import sys\nfrom pathlib import Path\nfrom relgraph.releases.reader import read_release\n"
        "sys.modules['pypdf'] = None\n"
        f"try:\n    read_release(Path({str(path)!r}))\nexcept ValueError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{path}: a PDF; reading it needs an extra: pip install 'relgraph[pdf]'\n"


def test_a_filter_that_nobody_knows_is_damage(tmp_path):
    path = letter(tmp_path / "rahmen.pdf", [FIRST])
    path.write_bytes(path.read_bytes().replace(b"/FlateDecode", b"/FLateDecode"))
    with pytest.raises(ReleaseError, match=r"rahmen\.pdf: a damaged PDF: Unsupported filter"):
        read_release(path)
