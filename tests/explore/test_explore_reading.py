import re
from html import unescape

from relgraph.explore.reading import reading_page
from relgraph.model import Extraction, Release


def test_the_same_releases_give_the_same_page(extractions):
    assert reading_page(extractions) == reading_page(extractions)


def test_every_link_within_the_page_has_its_place(extractions):
    text = reading_page(extractions)
    places = re.findall(r'\sid="([^"]+)"', text)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(places)


def test_each_sentence_leads_to_its_relations_and_back(extractions):
    text = reading_page(extractions[:1])
    for number in range(1, 5):
        assert f'href="#m1-r{number}"' in text
        assert f'id="m1-r{number}"' in text
        assert f'href="#m1-s{number - 1}"' in text


def test_there_is_no_script_and_nothing_from_elsewhere(extractions):
    text = reading_page(extractions)
    assert "<script" not in text
    assert "default-src 'none'" in unescape(text)
    assert not re.search(r'\ssrc="', text)


def test_hostile_text_is_escaped(extractions):
    text = reading_page(extractions)
    assert "<img" not in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text


def test_only_web_addresses_become_links(extractions):
    text = reading_page(extractions)
    assert 'href="https://example.org/bw-1"' in text
    assert "javascript:" not in text


def test_relations_show_type_ends_topics_status_rule_and_confidence(extractions):
    card = re.search(r'<li id="m1-r1".*?(?=<li id="m1-r2")', reading_page(extractions), re.DOTALL)[0]
    for said in ("Zusammenarbeit", "Cooperation", "↔", "Robotik", "Robotics", "laufend", "cooperation/test", "90"):
        assert said in card


def test_a_card_says_on_what_the_relation_rests(extractions):
    text = reading_page(extractions)
    machine, curated, reviewed = (
        text.partition(f'<li id="{card}"')[2].partition("</section>")[0].partition('<li id="m')[0]
        for card in ("m1-r1", "m1-r3", "m2-r1")
    )
    assert "maschinell gelesen" in machine
    assert "read by machine" in machine
    assert "kuratiert" in curated
    assert "Sicherheit" not in curated
    assert "geprüft von Eva &lt;i&gt;Muster&lt;/i&gt; am 2026-11-27" in reviewed
    assert "reviewed by Eva &lt;i&gt;Muster&lt;/i&gt; on 2026-11-27" in reviewed


def test_the_text_stands_there_as_it_is(extractions):
    column = reading_page(extractions[:1]).partition('<div class="text"')[2].partition("</div>")[0].partition(">")[2]
    assert re.sub(r"<sup>.*?</sup>|<[^>]+>", "", column).strip() == extractions[0].release.text


def test_a_release_without_relations_says_so():
    bare = Extraction(release=Release(id="x", title="Leer", text="Nichts."))
    assert "keine Beziehung gefunden" in reading_page([bare])


def test_no_release_gives_a_page_too():
    assert "Keine Mitteilung" in reading_page([])


def test_the_page_opens_without_complaint_and_fits_a_narrow_window(extractions, visit):
    for width in (1400, 400):
        page = visit(reading_page(extractions), width=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.click("sup a >> nth=0")
        assert page.evaluate("document.querySelector(':target').id") == "m1-r1"


def test_english_is_shown_instead_of_german_when_it_is_chosen(extractions, visit):
    page = visit(reading_page(extractions[:1]))
    heading = page.locator("#m1-relations")
    assert heading.inner_text() == "Beziehungen (4)"
    page.check("#language-en")
    assert heading.inner_text() == "Relations (4)"
