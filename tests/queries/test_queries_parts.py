import pytest

from relgraph.errors import DataError
from relgraph.queries.catalogue import catalogue, read_question
from relgraph.queries.parts import asked_text, fetching_text, picking_text
from relgraph.queries.run import run
from relgraph.store.answers import Answers
from relgraph.store.embedded import open_embedded
from relgraph.store.terms import Iri, Literal, Table
from written import write_store

HEADER = """#+ summary: Who?
#+ description: Entities by name.
#+ title: {de: Wer, en: Who}
#+ question: {de: Wer?, en: Who?}
#+ group: institutions
#+ parameters:
#+   - {name: country, type: entity, optional: true, help: {de: Land, en: Country}}
#+   - {name: limit, type: number, default: 2, help: {de: Zeilen, en: Rows}}
#+ columns:
#+   - {name: name, de: Name, en: Name}

PREFIX rg: <https://w3id.org/relgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
BODY = """SELECT ?name WHERE {
  {
    # No brace } in a comment, no "LIMIT 2" in it
    SELECT ?who WHERE {
      #? country
      ?who rg:partOf+ ?country .
      #?
      ?who a rg:Actor ; rdfs:label ?label FILTER(LANG(?label) = "de" && STR(?label) != "} LIMIT 2")
    } ORDER BY ?label LIMIT 2
  }
  ?who rdfs:label ?label FILTER(LANG(?label) = "de")
  BIND(STR(?label) AS ?name)
}
ORDER BY ?name
"""


@pytest.fixture
def read(tmp_path):
    def reading(body, limit="#+   - {name: limit"):
        path = tmp_path / "who.rq"
        path.write_text(HEADER.replace("#+   - {name: limit", limit) + body, encoding="utf-8")
        return read_question(path)

    return reading


def test_lines_of_a_parameter_stand_only_where_it_is_given(read):
    question = read(BODY)
    assert "rg:partOf+ ?country" in asked_text(question, {"country"})
    assert "rg:partOf+" not in asked_text(question, set())
    assert "?who a rg:Actor" in asked_text(question, set())


def test_the_limit_is_the_one_asked_for(read):
    question = read(BODY)
    assert "ORDER BY ?label LIMIT 7\n" in asked_text(question, set(), 7)
    assert "ORDER BY ?label LIMIT 999999\n" in asked_text(question, set(), 0)
    assert asked_text(question, set()).count("LIMIT 2") == 3


def test_lines_for_an_absent_parameter_stand_only_where_it_is_not_given(read):
    question = read(BODY.replace("#? country", "#?  no country"))
    assert "rg:partOf+" not in asked_text(question, {"country"})
    assert "rg:partOf+ ?country" in asked_text(question, set())


def test_lines_may_stand_for_any_of_several_parameters(read):
    header = "#+   - {name: actor, type: entity, optional: true, help: {de: Akteur, en: Actor}}\n#+   - {name: limit"
    both = BODY.replace("?country .", "?country , ?actor .")
    question = read(both.replace("#? country", "#? country actor"), header)
    without = read(both.replace("#? country", "#? no country actor"), header)
    for given in ({"country"}, {"actor"}, {"country", "actor"}):
        assert "rg:partOf+" in asked_text(question, given)
        assert "rg:partOf+" not in asked_text(without, given)
    assert "rg:partOf+" not in asked_text(question, set())
    assert "rg:partOf+" in asked_text(without, set())


def test_the_pick_stands_alone_in_its_order_without_the_limit(read):
    text = picking_text(read(BODY), {"country"})
    assert "?who rg:partOf+ ?country" in text
    assert "BIND(STR(?label) AS ?name)" not in text
    assert text.rstrip().endswith("ORDER BY ?label")


def test_what_was_picked_stands_in_place_of_the_pick(read):
    picked = Table(("who", "label"), [(Iri("https://example.org/a"), None), (None, Literal('} "a\n', language="de"))])
    text = fetching_text(read(BODY), {}, picked)
    assert 'VALUES (?who ?label) { (<https://example.org/a> UNDEF) (UNDEF "} \\"a\\n"@de) }' in text
    assert "rg:Actor" not in text
    assert "BIND(STR(?label) AS ?name)" in text


def test_where_nothing_is_picked_the_columns_are_bound_and_no_row_is_found(read, fixture_store):
    text = fetching_text(read(BODY), {}, Table(("who", "label"), []))
    assert "VALUES (?who ?label) { (0 0) } FILTER(?who != 0)" in text
    assert fixture_store.select(text).rows == []
    optional = text.replace("  ?who rdfs:label ?label FILTER", "  OPTIONAL { ?who rdfs:label ?label } FILTER")
    assert fixture_store.select(optional.replace('FILTER(LANG(?label) = "de")', "")).rows == []


def test_what_the_limit_leaves_out_is_counted(read, fixture_store):
    question = read(BODY)
    everyone = run(question, fixture_store, {"limit": "0"})
    assert len(everyone.rows) > 3
    assert everyone.total is None
    first = run(question, fixture_store, {})
    assert (first.rows, first.total) == (everyone.rows[:2], len(everyone.rows))
    assert run(question, fixture_store, {"limit": "999"}) == everyone
    there = run(question, fixture_store, {"country": "Deutschland", "limit": "1"})
    assert there.total == len(run(question, fixture_store, {"country": "Deutschland", "limit": "0"}).rows)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("#? country", "#? land", "line 18: #\\? land: there is no optional parameter land"),
        ("#? country", "#?", "line 18: #\\? ends no lines"),
        ("      #?\n", "", "the lines for country never end"),
        ("      #?\n", "      #? country\n", "the lines for country never end"),
        ("LIMIT 2\n  }", "LIMIT 3\n  }", "LIMIT 2 stands 0 times"),
        ("ORDER BY ?name", "ORDER BY ?name LIMIT 2", "LIMIT 2 stands 2 times"),
    ],
)
def test_marks_that_fit_nothing_are_refused_with_their_line(read, old, new, why):
    assert old in BODY
    with pytest.raises(DataError, match=why):
        read(BODY.replace(old, new))


def test_a_store_on_disk_keeps_what_took_long_and_what_is_picked_once_for_both_languages(
    fixture_store, tmp_path, monkeypatch
):
    write_store(tmp_path, fixture_store.dump())
    monkeypatch.setattr(Answers.__init__, "__defaults__", (0,))
    question = catalogue()["partnerships"]
    with open_embedded(tmp_path) as store:
        asked = [run(question, store, {"limit": "1", "language": language}) for language in ("de", "en")]
    assert asked == [run(question, fixture_store, {"limit": "1", "language": language}) for language in ("de", "en")]
    assert len([*tmp_path.glob("*.answers/*")]) == 3
    with open_embedded(tmp_path) as store:
        monkeypatch.setattr(store, "select", lambda *given: pytest.fail("asked again"))
        assert [run(question, store, {"limit": "1", "language": language}) for language in ("de", "en")] == asked
