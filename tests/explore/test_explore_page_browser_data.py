"""The data of the explorer in Chromium: parts that are joined, sentences that are read when asked for."""

import pytest

PART = {
    "nodes": [
        {"iri": "https://w3id.org/relgraph/id/country/JP", "label": "anders", "type": "Country", "sentences": 1},
        {"iri": "id/country/KR", "label": "Südkorea", "type": "Country", "part_of": 0, "sentences": 4},
    ],
    "lines": [{"low": 0, "high": 1, "sentences": 4}],
    "relations": [
        {
            "line": 0, "subject": 1, "object": "id/country/JP", "type": "meeting", "sentences": 4, "releases": 2,
            "first": "2019-01-01", "last": "2020", "topics": [], "statuses": ["active"], "bases": ["machine"],
            "confidence": 0.5,
        }
    ],
    "topics": {"culture": {"de": "Kultur", "en": "Culture"}},
}  # fmt: skip
SIZES = "[relgraph.nodes.length, relgraph.lines.length, relgraph.relations.length, relgraph.drawn.length]"


@pytest.fixture
def page(visit, page_text):
    return visit(page_text)


def test_a_part_is_joined_by_iri_and_number_and_only_once(page):
    before = page.evaluate(SIZES)
    page.evaluate("(part) => { relgraph.join(part); }", PART)
    assert page.evaluate(SIZES) == [size + 1 for size in before]
    page.evaluate("(part) => { relgraph.join(part); }", PART)
    assert page.evaluate(SIZES) == [size + 1 for size in before]
    assert page.evaluate("relgraph.find('id/country/JP').label") == "Japan"
    assert page.evaluate("relgraph.nodes[relgraph.find('id/country/KR').part_of].label") == "Japan"
    assert page.evaluate("relgraph.relations.at(-1).years") == ["2019", "2020"]
    assert (
        page.evaluate("relgraph.other(relgraph.relations.at(-1), relgraph.find('id/country/JP')).label") == "Südkorea"
    )
    assert page.evaluate("relgraph.topicName('culture')") == "Kultur"


def test_what_joins_finds_a_place_beside_the_whole_picture(page):
    page.evaluate("(part) => { relgraph.join(part); relgraph.change((state) => { state.all = true; }); }", PART)
    places = page.evaluate("relgraph.network.getPositions()")
    joined = str(page.evaluate("relgraph.find('id/country/KR').id"))
    assert len(places) == page.evaluate("relgraph.drawn.length")
    others = [place for id_, place in places.items() if id_ != joined]
    assert min(abs(places[joined]["x"] - at["x"]) + abs(places[joined]["y"] - at["y"]) for at in others) > 20
    japan = "(({ id, x, y }) => [String(id), { x, y }])(relgraph.find('id/country/JP'))"
    id_, place = page.evaluate(japan)
    assert places[id_] == place


def test_sentences_are_read_when_they_are_first_asked_for(page):
    held = "relgraph.relations.filter((relation) => relation.statements).length"
    assert page.evaluate(held) == 0
    page.evaluate("relgraph.select({ line: 0 })")
    assert page.locator("#panel blockquote").count() == 3
    assert page.evaluate(held) == page.evaluate("relgraph.relations.length")


def test_a_statement_leads_to_its_relation_release_and_names(page):
    found = page.evaluate(
        "relgraph.evidence(relgraph.find('id/person/winfried-kretschmann').relations).then(([held]) => ({"
        "...held, relation: held.relation.type }))"
    )
    assert found["iri"].startswith("https://w3id.org/relgraph/id/relation/bw-1/")
    assert found["relation"] == "affiliation"
    assert found["role"] == "Ministerpräsident"
    assert found["release"] == {
        "iri": "https://w3id.org/relgraph/id/release/bw-1", "title": "Gespräche in Tokio", "date": "2019-05-04",
        "publisher": "Staatsministerium", "url": "https://example.org/bw-1",
    }  # fmt: skip


def test_evidence_that_comes_from_elsewhere_is_asked_for_once(page):
    asked = page.evaluate(
        "(async () => { let asked = 0; relgraph.load = async (missing) => {"
        "for (const relation of missing) { asked += 1; relation.statements = []; } };"
        "for (const end of [3, 4]) await relgraph.evidence(relgraph.relations.slice(0, end));"
        "return asked; })()"
    )
    assert asked == 4
