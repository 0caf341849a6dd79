"""The pages of the ontology: everything on them, in both languages, leading nowhere but where it should."""

import re
from pathlib import Path

import pytest
from lxml import html

from relgraph.documenting.pages import FILES, HERE, PAGES, documentation, ontology_documentation
from relgraph.documenting.terms import mapped, terms
from relgraph.graph.ontology import ontology_graph
from relgraph.resources import folder, read_words
from relgraph.vocabulary import TOPIC
from watching import hindrances

GRAPH = ontology_graph()
TERMS = terms(GRAPH)
FILE = {name: content.decode() for name, content in ontology_documentation().items()}


@pytest.fixture(scope="module", params=PAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def page(language):
    return html.fromstring(FILE[PAGES[language]].encode())


def test_there_is_a_page_in_each_language(language, page):
    assert sorted(FILE) == sorted(PAGES.values())
    assert page.get("lang") == language
    assert FILE[PAGES[language]].startswith("<!doctype html>")
    assert ontology_documentation()[PAGES[language]].decode() == FILE[PAGES[language]]


def test_every_term_has_its_place_with_its_name_and_definition(language, page):
    for term in TERMS:
        (place,) = page.xpath("//article[@id=$name]", name=term.name)
        told = place.text_content()
        assert term.names[language] in told
        assert term.definitions[language] in told
        assert f"rg:{term.name}" in told
        assert term.since in told


def test_links_within_the_page_lead_to_a_place_that_is_there_once(page):
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert {target for target in page.xpath("//a/@href") if target.startswith("#")} <= {f"#{one}" for one in anchors}
    assert set(page.xpath("//@aria-labelledby")) <= set(anchors)


def test_links_to_files_lead_to_files_of_the_ontology_or_pages(page):
    beside = {target for target in page.xpath("//@href") if "://" not in target and not target.startswith("#")}
    assert beside == {*FILES, *PAGES.values()}
    assert all((folder("ontology") / name).is_file() for name in FILES)


def test_nothing_is_loaded_and_nothing_runs(page):
    assert not page.xpath("//script | //img | //iframe | //link[@rel='stylesheet'] | //@src | //@onclick")
    assert "url(" not in page.xpath("string(//style)")
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")


def test_all_topics_stand_in_the_tree(page):
    topics = {str(one) for one in GRAPH.subjects() if str(one).startswith(TOPIC)}
    assert set(page.xpath("//a[starts-with(@href, $topic)]/@href", topic=TOPIC)) == topics


def test_every_mapping_has_its_reason_and_every_reason_its_mapping(language, page):
    reasons = read_words(HERE / "mappings.yaml")
    assert sorted(reasons) == sorted(one.key for one in mapped(GRAPH))
    told = page.xpath("string(//section[@aria-labelledby='mappings-title'])")
    assert all(reason[language] in told for reason in reasons.values())


def test_the_hierarchy_has_every_class(page):
    linked = set(page.xpath("//section[@aria-labelledby='hierarchy-title']//a/@href"))
    assert linked == {f"#{term.name}" for term in TERMS if term.group == "classes"}


def test_what_each_version_brought_is_told(page):
    told = page.xpath("string(//section[@aria-labelledby='changes-title'])")
    assert all(f"rg:{term.name}" in told for term in TERMS if term.since != "0.1.0")


def test_within_the_frame_of_another_page_it_has_no_head_of_its_own(language):
    text = documentation(language, beside="/ontology/", framed=True)
    assert "<main" not in text
    assert 'href="/ontology/relgraph.ttl"' in text
    assert {f'id="{term.name}"' for term in TERMS} <= set(re.findall(r'id="\w+"', text))


def test_everybody_can_use_the_page_and_a_term_leads_to_its_place(tmp_path, window):
    (tmp_path / "index.html").write_text(FILE["index.html"], encoding="utf-8")
    address = f"{Path(tmp_path, 'index.html').as_uri()}#Partnership"
    page = window.open(address, width=390, color_scheme="dark")
    assert page.evaluate("document.querySelector(':target h3').textContent").startswith("Partnerschaft")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert hindrances(page) == []
    window.check(lambda url: url.startswith("file:"))
