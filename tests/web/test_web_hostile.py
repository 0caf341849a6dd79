"""Releases that mean harm: what they say stays text, in every page and in every form of RDF."""

from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from relgraph import iris
from relgraph.extraction.readers import FirstReader
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.releases.reader import read_release
from relgraph.vocabulary import ID
from written import write_store

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'></a></title></svg><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}"
TURTLE = '" ; <https://evil.example/p> <https://evil.example/o> . """ \\" <a> <b> "'
BIDI = "\u202eegilrevO\u202c \u2066x\u2069 \x07\u2028"
LONG = "Donaudampfschifffahrtsgesellschaft" * 60
ODD = f"{ID}organisation/a%20b?c=d'e&f;(g)"
NAMES = [SCRIPT, BREAKOUT, TURTLE, BIDI, LONG]
HARM = "<script>alert(6)</script><img src=x onerror=alert(7)>"
READ = f"""---
id: bw-1
title: "Titel {HARM}"
date: 2024-02-01
publisher: "Haus {HARM}"
url: https://example.org/%22><script>alert(8)</script>
region: Baden-Württemberg
---

Baden-Württemberg arbeitet mit Japan bei der Robotik zusammen {HARM}.

Baden-Württemberg arbeitet mit der Firma "{HARM}" GmbH und mit China in der Forschung zusammen.

Baden-Württemberg und die Stiftung <b>Neue</b> {{{{7*7}}}} Welt {HARM} schlossen eine Partnerschaft mit Japan.

Ministerpräsident Winfried Kretschmann will im Oktober 2024 nach Japan reisen.

Japan ist bei der Robotik {HARM} führend.
"""
VIEWS = (
    "/", "/questions/technology-leaders", "/ask?q=Wer+f%C3%BChrt+bei+Robotik%3F", "/search?q=Titel",
    "/brief?about=Japan",
    "/compare?partner=Japan&partner=China",
    "/compare?partner=Japan&partner=China&format=svg",
    "/compare/sentences?partner=Japan&row=https://w3id.org/relgraph/topic/robotics",
    "/map?view=asia-pacific",
    "/timeline?about=Japan",
    "/sparql?format=html&query=SELECT+*+{+GRAPH+?g+{+?s+?p+?o+}+}",
    "/sparql?format=html&query=CONSTRUCT+{+?s+?p+?o+}+WHERE+{+GRAPH+?g+{+?s+?p+?o+}+}",
)  # fmt: skip


def entity(number, name, iri=None):
    return Entity(
        id=iri or f"{ID}organisation/n{number}", type="Company", name=name, name_en=f"{name} en",
        same_as=("javascript:alert(3)", "https://example.org/\"><script>alert(4)</script>"),
        mentions=(Mention(text=name, start=0, end=len(name)),),
    )  # fmt: skip


def release(number, name, other):
    text = f"{name} arbeitet mit {other.name} zusammen.\n]]>-->"
    sentence = text.partition("\n")[0]
    one = entity(number, name)
    relation = Relation(
        id=iris.relation(f"x-{number}", "cooperation", one.id, other.id), type="cooperation", subject=one.id,
        object=other.id, topics=("research",), role=name, amount=name, rule=name, confidence=0.5,
        evidence=Evidence(text=sentence, start=0, end=len(sentence)),
    )  # fmt: skip
    held = Release(
        id=f"x-{number}", title=name, date="2024-01-02", publisher=name, url="https://example.org/?q='onmouseover=alert(5)",
        text=text,
    )  # fmt: skip
    return Extraction(release=held, entities=(one, other.model_copy(update={"mentions": ()})), relations=(relation,))


@pytest.fixture(scope="module")
def extractions():
    odd = entity("odd", "Odd & Söhne <i>", ODD)
    return [release(number, name, odd) for number, name in enumerate(NAMES)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, extractions, serve_site):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.md").write_text(READ, encoding="utf-8")
    told = [*extractions, FirstReader().read(read_release(folder / "a.md"))]
    write_store(folder / "store", [*nquads(told), *ontology_nquads()])
    with serve_site(folder / "store", "--limit", "60") as address:
        yield address


@pytest.fixture
def visit(window, hostile):
    """Open a page of that server; afterwards nothing may have been asked of another host, complained of or run."""
    yield lambda path: window.open(hostile + path)
    window.check(lambda url: url.startswith(f"{hostile}/"))


@pytest.fixture(scope="module")
def paths(extractions):
    """Addresses of everything in the store."""
    found = ["/entities?type=Company", "/topic/research", f"/id/organisation/{quote(ODD.rpartition('/')[2], safe='')}"]
    for number, one in enumerate(extractions):
        (relation,) = one.relations
        tie = iris.tie("cooperation", *sorted((relation.subject, ODD)), "active")
        found += [f"/id/organisation/n{number}", f"/id/release/x-{number}"]
        found += ["/id/" + iri.removeprefix(ID) for iri in (relation.id, tie)]
    return found


def test_no_page_runs_what_a_release_says(visit, window, hostile, paths):
    for path in paths:
        page = visit(path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("main img, main script, main i").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.protocol)")
        assert set(links) <= {"http:", "https:"}
        for opens in page.locator("a[data-opens]").all()[:2]:
            opens.click()
            page.locator(".opened").last.wait_for()
        window.check(lambda url: url.startswith(f"{hostile}/"))


def test_names_are_shown_as_they_are(visit):
    assert visit("/id/organisation/n0?lang=de").locator("h1").inner_text() == SCRIPT
    assert visit("/id/organisation/n1?lang=de").locator("h1").inner_text() == BREAKOUT


def test_a_thing_with_an_odd_address_is_found_by_the_links_to_it(visit):
    page = visit("/id/organisation/n0?lang=de")
    page.locator("#cooperation .ends a").first.click()
    assert page.locator("h1").inner_text() == "Odd & Söhne <i>"


@pytest.mark.parametrize(
    ("suffix", "form"), [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)]
)
def test_rdf_says_nothing_that_the_store_does_not(hostile, extractions, suffix, form):
    for number, name in enumerate(NAMES):
        answer = httpx.get(f"{hostile}/id/release/x-{number}.{suffix}")
        quads = [*parse(answer.content, form)]
        assert not [quad for quad in quads if "evil.example" in quad.predicate.value]
        titles = [quad.object.value for quad in quads if quad.predicate.value.endswith("/title")]
        assert titles == [name]
        told = [*parse("\n".join(nquads(extractions)), RdfFormat.N_QUADS)]
        assert len(quads) == sum(quad.graph_name == NamedNode(f"{ID}release/x-{number}") for quad in told)


def test_headers_hold_no_line_of_others(hostile):
    answer = httpx.get(f"{hostile}/id/organisation/{quote(ODD.rpartition('/')[2], safe='')}.ttl")
    assert answer.status_code == 200
    assert "%2520" in answer.headers["link"]
    again = httpx.get(hostile + "/id/organisation/n0%0d%0aX-Evil:%201")
    assert again.status_code == 404
    assert "x-evil" not in again.headers


@pytest.mark.parametrize("path", VIEWS)
def test_what_a_release_says_is_never_markup(hostile, path):
    answer = httpx.get(f"{hostile}{path}", timeout=120)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "javascript:" not in answer.text
    assert path == "/" or "Japan" in answer.text or "country/JP" in answer.text or "Titel" in answer.text


def test_no_view_runs_it(visit, window, hostile):
    for path in VIEWS:
        if "format=svg" not in path:  # which is offered as a file
            visit(path).wait_for_load_state("networkidle")
            window.check(lambda url: url.startswith(f"{hostile}/"))
