"""The strict loader: whatever is off in a file of the catalogue is an error that names file and line."""

from pathlib import Path

import pytest

from relgraph.errors import DataError
from relgraph.queries.catalogue import catalogue, read_question
from relgraph.queries.header import Header

GOOD = """#+ summary: Which places are there?
#+ description: Places by name.
#+ title: {de: Orte, en: Places}
#+ question: {de: Welche Orte gibt es?, en: Which places are there?}
#+ group: institutions
#+ parameters:
#+   - {name: country, type: entity, optional: true, help: {de: Land, en: Country}}
#+   - {name: language, type: text, default: de, choices: [de, en], help: {de: Sprache, en: Language}}
#+ columns:
#+   - {name: place_name, de: Ort, en: Place}

PREFIX rg: <https://w3id.org/relgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?place_name WHERE {
  ?place a rg:Territory ; rdfs:label ?place_name .
  FILTER(!BOUND(?country) || EXISTS { ?place rg:partOf* ?country })
  FILTER(LANG(?place_name) = ?language)
}
ORDER BY ?place_name
"""


def read(folder, text, name="places"):
    path = folder / f"{name}.rq"
    path.write_text(text, encoding="utf-8")
    return read_question(path)


def test_a_sound_file_is_a_question(tmp_path):
    question = read(tmp_path, GOOD)
    assert question.name == "places"
    assert [(one.name, one.required, one.default, one.choices) for one in question.parameters] == [
        ("country", False, None, ()),
        ("language", False, "de", ("de", "en")),
    ]
    assert question.headings("en") == {"place_name": "Place"}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("#+ group: institutions", "#+ group: institutions\n#+ colour: red", "line 6: unknown key 'colour'"),
        ("#+ group: institutions\n", "", "key 'group' is missing"),
        ("#+ summary: Which places are there?", "#+ summary: ''", "line 1: summary is a line of text"),
        ("{de: Orte, en: Places}", "{de: Orte}", "line 3: key 'en' of title is missing"),
        ("{de: Orte, en: Places}", "{de: Orte, en: ''}", "line 3: title has no words"),
        ("{de: Orte, en: Places}", "Orte", "line 3: title needs words"),
        ("type: entity", "type: place", "line 7: parameter country has type 'place'; there are entity"),
        ("optional: true", "optional: perhaps", "line 7: parameter country is either optional"),
        ("optional: true", "optional: true, default: Japan", "line 7: parameter country is either optional"),
        ("optional: true", "optional: true, example: Japan", "line 7: unknown key 'example' of country"),
        ("default: de", "default: fr", "line 8: default 'fr' of parameter language is none of its choices"),
        ("choices: [de, en]", "choices: de", "line 8: choices of parameter language are no list"),
        ("group: institutions", "group: places", "line 5: there is no group 'places'; there are partners"),
        ("group: institutions", "group: institutions\n#+ relations: trade", "line 6: relations is a list of types"),
        ("group: institutions", "group: institutions\n#+ relations: []", "line 6: relations is a list of types"),
        (
            "group: institutions",
            "group: institutions\n#+ relations: [love]",
            "line 6: there is no type of relation 'love'",
        ),
        (
            "group: institutions",
            "group: institutions\n#+ relations: [trade]",
            "line 6: relations names trade, of which",
        ),
        ("optional: true", "optional: true, suggest: Land", "line 7: parameter country suggests 'Land'; there are"),
        ("type: text,", "type: text, suggest: Actor,", "line 8: parameter language has type 'text', which is"),
        ("{name: country,", "{name: Country,", "line 7: a parameter has no name"),
        ("name: language, type", "name: country, type", "line 7: country stands twice in parameters"),
        ("#+   - {name: place_name, de: Ort, en: Place}", "#+   place_name", "line 9: columns is a list"),
        ("{name: country,", "{name: region,", "line 7: parameter region is no variable of the query"),
        ("{name: place_name,", "{name: place,", "line 10: column place is not selected by the query"),
        ("ORDER BY ?place_name\n", "", "the answer has no order"),
        ("{de: Orte,", "{de: Orte", "line 3"),
        ("SELECT ?place_name WHERE {", "SELECT ?place_name WHERE (", "line 14, column"),
        (GOOD, "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s", "line 1: a query starts with its header"),
    ],
)
def test_what_is_off_is_named_with_file_and_line(tmp_path, old, new, why):
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert str(caught.value).startswith(f"{tmp_path / 'places.rq'}: ")
    assert why in str(caught.value)


def test_a_variable_in_a_comment_is_none(tmp_path):
    text = GOOD.replace("  FILTER(!BOUND(?country)", "  # ?country\n  FILTER(!BOUND(?land)").replace(
        "* ?country", "* ?land"
    )
    with pytest.raises(DataError, match="country is no variable"):
        read(tmp_path, text)


@pytest.mark.parametrize("name", ["Places", "two words", "1st", "a_b"])
def test_a_file_name_is_a_slug(tmp_path, name):
    with pytest.raises(DataError, match="lower-case words joined by hyphens"):
        read(tmp_path, GOOD, name)


def test_a_file_that_is_no_utf_8_is_named(tmp_path):
    (tmp_path / "places.rq").write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(DataError, match=r"places\.rq"):
        read_question(tmp_path / "places.rq")


def test_answers_name_what_they_show_before_its_iri():
    for question in catalogue().values():
        assert not question.columns[0].name.endswith("release")


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        ("{bars: [nothing], length: place_name}", "none of the columns"),
        ("{bars: [place_name], length: nothing}", "none of the columns"),
        ("{bars: place_name, length: place_name}", "list of columns"),
        ("{pie: place_name}", "picture is"),
        ("{years: nothing}", "none of the columns"),
    ],
)
def test_a_picture_of_what_is_no_column_is_an_error(tmp_path, picture, why):
    with pytest.raises(DataError, match=rf"line 9: .*{why}"):
        read(tmp_path, GOOD.replace("#+ columns:", f"#+ picture: {picture}\n#+ columns:"))


def test_a_column_names_a_thing_that_the_query_selects(tmp_path):
    named = GOOD.replace("{name: place_name, de: Ort, en: Place}", "{name: place_name, de: Ort, en: Place, of: place}")
    with pytest.raises(DataError, match="place_name is of place, which is not selected"):
        read(tmp_path, named)
    assert read(tmp_path, named.replace("SELECT ?place_name", "SELECT ?place_name ?place")).columns[0].of == "place"


@pytest.mark.parametrize(
    "line",
    ["relations: [{a: b}]", "relations: [[visit]]", "picture: {bars: [{a: b}]}", "picture: {bars: [a], length: {}}"],
)
def test_a_value_of_another_kind_is_noted(line):
    header = Header(Path("a-question.rq"), f"#+ {line}\nSELECT * {{}}")
    header.question()
    key = line.partition(":")[0]
    assert any(key in fault.why or "type of relation" in fault.why for fault in header.faults.found)
