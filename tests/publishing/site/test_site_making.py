"""The site as a whole: everything in it, in each form and language, and no link that leads nowhere."""

import json
import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from lxml import etree, html
from rdflib import Graph
from rdflib.compare import isomorphic

from handmade import JAPAN, KANAGAWA, LAND, VOGT
from relgraph import iris
from relgraph.errors import QueryError
from relgraph.publishing.site import site
from relgraph.store.embedded import memory_store
from relgraph.store.serialise import serialise
from relgraph.vocabulary import ID, ONTOLOGY
from relgraph.web.things.kinds import Kind
from relgraph.web.things.triples import described
from watching import hindrances

# rdflib warns of what its own reader of JSON-LD does
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b:DeprecationWarning")

HOSTILE = "id/organisation/hostile"


def page(files, name):
    return html.fromstring(files[name])


@pytest.fixture(scope="module")
def pages(files):
    return {name: html.fromstring(text) for name, text in files.items() if name.endswith(".html")}


def test_each_thing_has_a_page_in_both_languages_and_its_data_beside_it(files, store):
    rows = store.select(f"""SELECT DISTINCT ?thing WHERE {{
      {{ VALUES ?kind {{ <{ONTOLOGY}Entity> <{ONTOLOGY}Topic> <{ONTOLOGY}TopicGroup> }} ?thing a ?kind }}
      UNION {{ GRAPH ?thing {{ ?thing a <{ONTOLOGY}Release> }} }} }}""").dicts()
    things = {row["thing"] for row in rows}
    assert {LAND.id, JAPAN.id, iris.release("bw-1"), iris.topic("robotics")} <= things
    for thing in things:
        path = thing.removeprefix("https://w3id.org/relgraph/")
        assert {f"{path}.html", f"en/{path}.html", f"{path}.ttl", f"{path}.jsonld"} <= set(files), thing


def test_no_link_leads_nowhere(files, pages):
    anchors = {name: set(tree.xpath("//@id")) for name, tree in pages.items()}
    checked = 0
    for name, tree in pages.items():
        for target in {*tree.xpath("//@href"), *tree.xpath("//@src")}:
            if re.match(r"[a-z]+:", target):
                assert target.startswith(("https://", "http://")), (name, target)
                continue
            path, _, place = target.partition("#")
            found = normpath(join(dirname(name), unquote(path))) if path else name
            assert found in files, (name, target)
            assert not place or place in anchors[found], (name, target)
            checked += 1
    assert checked > 10_000


def test_ids_of_a_page_are_there_once(pages):
    for name, tree in pages.items():
        held = tree.xpath("//@id")
        assert len(held) == len(set(held)), name


def test_the_data_of_a_thing_is_all_that_the_application_gives_page_by_page(files, store):
    for iri, kind in (
        (LAND.id, Kind.ENTITY),
        (iris.release("bw-1"), Kind.RELEASE),
        (iris.topic("culture"), Kind.TOPIC),
    ):
        path = iri.removeprefix("https://w3id.org/relgraph/")
        first = described(store, iri, kind, 1, "ttl")
        lines = {line for page in range(1, first.pages + 1) for line in described(store, iri, kind, page, "ttl").lines}
        expected = Graph().parse(data=serialise([one for one in lines if "?page=" not in one], "nt"), format="nt")
        assert isomorphic(Graph().parse(data=files[f"{path}.ttl"], format="turtle"), expected)
        assert {*Graph().parse(data=files[f"{path}.jsonld"], format="json-ld")} == {*expected}
    assert described(store, LAND.id, Kind.ENTITY, 1, "ttl").pages == 2


def told_by(files, prefix):
    """All that pages of a thing tell, those of its lists too."""
    names = [name for name in files if name == f"{prefix}.html" or name.startswith(f"{prefix}~")]
    return " ".join(page(files, name).text_content() for name in names)


def test_every_relation_shows_its_sentence_at_its_ends_and_leads_into_the_text(files, store):
    rows = store.select(f"""PREFIX rg: <{ONTOLOGY}> PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?relation ?subject ?release ?sentence WHERE {{ GRAPH ?release {{
        ?relation rg:subject ?subject ; rg:evidence ?evidence .
        ?evidence oa:hasSelector ?quote . ?quote oa:exact ?sentence }} }}""").dicts()
    rows = list(rows)
    told = {}
    for row in rows:
        if row["subject"] == VOGT.id and "Mal" in row["sentence"]:
            continue  # five sentences of one tie: on its own page, below
        prefix = row["subject"].removeprefix("https://w3id.org/relgraph/")
        told.setdefault(prefix, told_by(files, prefix))
        assert row["sentence"] in told[prefix]
        release = row["release"].removeprefix("https://w3id.org/relgraph/")
        place = f"r-{row['relation'].rpartition('/')[2]}"
        assert page(files, f"{release}.html").xpath("//li[@id=$place]", place=place)
    assert len(rows) > 230


def test_a_tie_that_many_sentences_state_has_a_page_with_all_of_them(files):
    short = page(files, "id/person/karl-vogt.html")
    (target,) = short.xpath("//section[@id='visit']//a[contains(@href, 'id/tie/')]/@href")
    whole = page(files, normpath(join("id/person", target)))
    assert len(whole.xpath("//blockquote")) == 5
    assert len(short.xpath("//section[@id='visit']//blockquote")) == 3
    assert "2024" in short.xpath("string(//section[@id='visit']//blockquote/following-sibling::p)")  # the newest first


def test_a_long_list_goes_on_on_pages_of_its_own(files):
    base = "id/region/DE-BW"
    assert len(page(files, f"{base}.html").xpath("//section[@id='visit']//li[@class='tie']")) == 30
    pages = [page(files, f"{base}~visit-out.html"), page(files, f"{base}~visit-out~2.html")]
    assert [len(one.xpath("//li[@class='tie']")) for one in pages] == [200, 30]
    assert pages[0].xpath("//a[@rel='next']/@href") == ["../../id/region/DE-BW~visit-out~2.html"]
    assert f"{base}~visit-out~3.html" not in files
    assert len(page(files, "id/country/JP~City.html").xpath("//main//li")) == 200


def test_what_releases_say_stays_text(files, pages):
    for name, tree in pages.items():
        scripts = tree.xpath("//script")
        assert {one.get("type") for one in scripts} <= {"application/ld+json"}, name
        assert not tree.xpath("//main//img | //main//b | //@onerror | //iframe"), name
    tree = page(files, f"{HOSTILE}.html")
    assert tree.xpath("string(//h1)") == '<script>alert(1)</script> & "Söhne" \' -->'
    assert "</blockquote><img src=x" in tree.xpath("string(//blockquote)")
    (data,) = tree.xpath("//script/text()")
    assert json.loads(data)["name"][0]["@value"].startswith("<script>")
    release = page(files, "id/release/bw-4.html")
    assert release.xpath("string(//h1)") == "</title><script>alert(2)</script>"


def test_structured_data_names_the_thing(files):
    data = json.loads(page(files, "id/region/JP-14.html").xpath("string(//script)"))
    assert (data["@id"], data["@type"], data["identifier"]) == (KANAGAWA.id, "AdministrativeArea", "JP-14")
    release = json.loads(page(files, "id/release/bw-1.html").xpath("string(//script)"))
    assert (release["@type"], release["datePublished"]) == ("NewsArticle", "2023-05-04")


def test_everything_is_found_without_a_search(files):
    start = page(files, "index.html")
    assert "8 Mitteilungen" in start.text_content()
    cities = page(files, "entities/City.html")
    assert len(cities.xpath("//main//li/a[contains(@href, 'id/city/')]")) == 230
    assert cities.xpath("//h2/@id") == ["letter-S"]
    assert page(files, "releases/undated.html").xpath("//main//li/a[contains(@href, 'bw-3')]")
    assert page(files, "topics.html").xpath("//main//a[contains(@href, 'topic/robotics')]")
    assert "Karl Vogt" in page(files, "en/entities/Person.html").text_content()


def test_a_page_leads_to_itself_in_the_other_language_and_to_its_data(files):
    tree = page(files, "en/id/country/JP.html")
    assert tree.get("lang") == "en"
    assert tree.xpath("//link[@hreflang='de']/@href") == ["../../../id/country/JP.html"]
    assert tree.xpath("//link[@type='text/turtle']/@href") == ["../../../id/country/JP.ttl"]
    assert not tree.xpath("//link[@rel='canonical']")


def test_the_same_graph_gives_the_same_bytes(files, lines):
    with memory_store(reversed(lines)) as other:
        assert dict(site(other)) == files


def test_in_one_language_and_with_an_address_of_its_own(store, files):
    made = dict(site(store, language="en", base_url="https://example.org/graph"))
    assert set(made) == {name for name in files if not name.startswith("en/")} | {"sitemap.xml"}
    tree = html.fromstring(made["id/country/JP.html"])
    assert tree.get("lang") == "en"
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://example.org/graph/id/country/JP.html"]
    assert not tree.xpath("//link[@hreflang]")
    listed = set(etree.fromstring(made["sitemap.xml"]).xpath("//*[local-name()='loc']/text()"))
    assert listed == {f"https://example.org/graph/{name}" for name in made if name.endswith(".html")}


@pytest.mark.parametrize("wrong", [{"language": "fr"}, {"base_url": "example.org"}, {"base_url": 'https://a/"><b>'}])
def test_what_it_cannot_make_it_says_at_once(store, wrong):
    with pytest.raises(QueryError, match=next(iter(wrong))):
        site(store, **wrong)


def test_relations_and_sentences_are_found_by_their_iris(files):
    """As the settings for servers rewrite them."""
    rules = re.findall(r"^RedirectMatch 303 (\S+) (\S+)", files[".htaccess"].decode(), re.MULTILINE)
    assert len(rules) == 2
    graph = Graph().parse(data=files["id/release/bw-1.ttl"], format="turtle")
    things = {str(one) for one in graph.subjects() if re.match(rf"{ID}(relation|evidence)/[^#]*$", str(one))}
    assert len(things) == 6
    for thing in things:
        path = thing.removeprefix("https://w3id.org/relgraph")
        (rule,) = [rule for rule in rules if re.match(rule[0], path)]
        target = re.sub(rule[0], re.sub(r"\$(\d)", r"\\\1", rule[1]), path).removeprefix("/")
        name, _, place = target.partition("#")
        assert page(files, f"{name}.html").xpath("//*[@id=$place]", place=place)


def test_it_loads_nothing_from_elsewhere(files, tmp_path, window):
    for name in ("index.html", "style.css", "icon.svg"):
        (tmp_path / name).write_bytes(files[name])
    window.open((tmp_path / "index.html").as_uri())
    window.check(lambda url: url.startswith(tmp_path.as_uri()))


@pytest.mark.parametrize(
    ("name", "width", "color_scheme"),
    [("index.html", 1400, "light"), ("id/region/DE-BW.html", 390, "dark"), ("id/release/bw-1.html", 390, "light")],
)
def test_everybody_can_use_it_as_files(files, tmp_path, window, name, width, color_scheme):
    for needed in (name, "style.css", "icon.svg"):
        (tmp_path / needed).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / needed).write_bytes(files[needed])
    seen = window.open((tmp_path / name).as_uri(), width=width, color_scheme=color_scheme)
    assert seen.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.evaluate("getComputedStyle(document.querySelector('.card')).borderTopWidth") == "1px"
    assert hindrances(seen) == []
