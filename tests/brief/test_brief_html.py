"""A brief as a page: well-formed, self-contained, accessible, safe; looked at in Chromium."""

import re
from html import unescape

import pytest
from lxml import html as lxml_html

from relgraph.brief.html import html


@pytest.fixture(scope="module")
def page(about):
    return html(about("Japan"))


@pytest.fixture(scope="module")
def tree(page):
    return lxml_html.fromstring(page)


def test_every_note_is_cited_and_leads_back(tree):
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    local = [link.get("href") for link in tree.iter("a") if link.get("href").startswith("#")]
    assert {link.removeprefix("#") for link in local} <= set(ids)
    notes = tree.xpath("//section[@role='doc-endnotes']//li")
    for note in notes:
        cited = tree.xpath(f"//a[@role='doc-noteref'][@href='#{note.get('id')}']")
        back = note.xpath(".//a[@role='doc-backlink']")
        assert len(cited) == len(back) > 0


def test_the_picture_is_one_picture_to_those_who_hear_it(page):
    assert page.count('role="img"') == 1
    assert 'role="graphics-' not in page


def test_tables_and_headings_tell_their_structure(tree):
    assert len(tree.xpath("//h1")) == 1
    assert [node.text_content() for node in tree.xpath("//h2")][:2] == [
        "Überblick",
        "Partnerschaften und Vereinbarungen",
    ]
    for table in tree.xpath("//table"):
        assert table.xpath("./caption")
        assert all(head.get("scope") == "col" for head in table.xpath("./thead//th"))
        assert all(row.xpath("./th[@scope='row']") for row in table.xpath("./tbody/tr"))


def test_languages_are_marked(about):
    tree = lxml_html.fromstring(html(about("Japan", "en")))
    assert tree.get("lang") == "en"
    assert {quote.get("lang") for quote in tree.iter("q")} == {"de"}
    assert tree.xpath("//span[@lang='de'][text()='Universität Konstanz']")


def test_nothing_is_loaded_and_nothing_runs(page):
    assert "default-src 'none'" in unescape(page)
    assert "<script" not in page
    assert not re.search(r"""(src|srcset|url\()\s*=?\s*["']?(https?:)?//""", page)


def test_text_of_releases_is_escaped(page):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_picture_has_words(tree):
    [picture] = tree.xpath("//figure//*[local-name()='svg']")
    assert picture.get("role") == "img"
    assert picture.xpath("./*[local-name()='title']")[0].text.startswith("Zeitverlauf der belegten Beziehungen")


def test_it_is_the_same_each_time(about):
    assert html(about("Japan")) == html(about("Japan"))


def test_a_browser_shows_it_without_a_request_and_prints_at_most_three_pages(bundled, tmp_path, window):
    from pypdf import PdfReader

    from relgraph.brief.composing import compose
    from relgraph.brief.gathering import gather
    from relgraph.store.opening import open_store

    path = tmp_path / "brief.html"
    with open_store(bundled / "store") as store:
        for focus in ("Japan", "China"):
            path.write_text(html(compose(gather(store, focus), "de")), encoding="utf-8")
            opened = window.open(path.as_uri())
            assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            opened.pdf(path=tmp_path / "brief.pdf", prefer_css_page_size=True)
            assert len(PdfReader(tmp_path / "brief.pdf").pages) <= 3
            window.check(lambda url: url == path.as_uri())


def test_it_can_be_read_on_a_narrow_screen(page, tmp_path, window):
    path = tmp_path / "brief.html"
    path.write_text(page, encoding="utf-8")
    opened = window.open(path.as_uri(), width=360, height=740)
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    tables = opened.locator("table").all()
    assert len(tables) == 3
    for table in tables:  # rows are cards: nothing is cut off, each cell says what it is, and it stays a table
        assert table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
        cell = table.get_by_role("cell").last
        head = cell.evaluate("one => getComputedStyle(one, '::before').content")
        assert table.get_by_role("columnheader").last.inner_text() in head
        assert cell.evaluate("one => one.offsetTop > one.previousElementSibling.offsetTop")
