"""All that is wrong with a file is told at once, each with its line."""

import pytest

from relgraph.errors import DataError
from relgraph.queries.catalogue import read_question
from relgraph.queries.checklist import checklist
from relgraph.queries.inspection import all_faults, inspected

GOOD = """#+ summary: Which places are there?
#+ description: Places by name.
#+ title: {de: Orte, en: Places}
#+ question: {de: "Welche Orte gibt es?", en: "Which places are there?"}
#+ group: institutions
#+ tags: [institutions]
#+ parameters:
#+   - {name: country, type: entity, optional: true, help: {de: Land, en: Country}}
#+   - {name: language, type: text, default: de, choices: [de, en], help: {de: Sprache, en: Language}}
#+   - {name: limit, type: number, default: 9, help: {de: Zeilen, en: Rows}}
#+ defaults: [{language: de}]
#+ enumerate: [{language: [de, en]}]
#+ columns:
#+   - {name: place_name, de: Ort, en: Place}

PREFIX rg: <https://w3id.org/relgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?place_name WHERE {
  {
    SELECT ?place WHERE {
      #? country
      ?place rg:within ?__country_iri .
      #?
      ?place a rg:Territory
    }
    ORDER BY ?place LIMIT 9
  }
  ?place rdfs:label ?label
  FILTER(LANG(?label) = COALESCE(?__language, "de"))
  BIND(STR(?label) AS ?place_name)
}
ORDER BY ?place_name
"""


@pytest.fixture
def told(tmp_path):
    def of(text, name="places.rq"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return [f"{fault.line}: {fault.why}" for fault in all_faults(path)]

    return of


def test_a_sound_file_has_no_fault(told, tmp_path):
    assert told(GOOD) == []
    assert "?country" in read_question(tmp_path / "places.rq").text


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("#+ tags: [institutions]", "#+ tags: [places]", "6: tags is a list that names the group"),
        ("optional: true", "optionl: true", "8: unknown key 'optionl' of country; did you mean 'optional'?"),
        ("type: entity", "type: entiti", "did you mean 'entity'?"),
        ("#+ group:", "#+ groop:", "5: unknown key 'groop'; did you mean 'group'?"),
        ("#+ group: institutions\n", "", "13: key 'group' is missing"),
        ("defaults: [{language: de}]", "defaults: [{language: en}]", "11: defaults says language: en, the parameter"),
        ("defaults: [{language: de}]", "defaults: [{speech: de}]", "11: defaults names speech, which is no parameter"),
        ("defaults: [{language: de}]", "defaults: {language: de}", "11: defaults is a list such as"),
        ("enumerate: [{language: [de, en]}]", "enumerate: [{language: [de]}]", "12: enumerate has other values of"),
        ("{de: Orte, en: Places}", "{de: Orte, en: Places", "4: "),
        ("en: Places}", "en: Places?}", "3: grlc does not read the header: expected"),
        ("Places by name.", "Places\u00a0by name.", "2: grlc may not read the header: it holds the sign U+00A0"),
        ("#+ summary", "\ufeff#+ summary", "1: grlc finds no header: the file begins with a byte order mark"),
        ("name: place_name", "name: place", "14: column place is not selected by the query"),
        ("name: country", "name: region", "8: parameter region is no variable of the query"),
        ("name: country", "name: region", "22: ?__country_iri has the form of grlc's parameters, but the header"),
        ("?__country_iri", "?_country_iri", "22: ?_country_iri is called ?__country_iri for grlc"),
        ("?__language,", "?__language_iri,", "29: ?__language_iri is called ?__language for grlc"),
        ("?place a rg:Territory\n", "FILTER(BOUND(?__country_iri))\n", "grlc puts a value into BOUND(?__country_iri)"),
        ("#? country", "#? land", "21: #? land: there is no optional parameter land"),
        ("      #?\n", "", "never end"),
        ("LIMIT 9", "LIMIT 8", "1: LIMIT 9 stands 0 times"),
        ("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n", "", "27: prefix rdfs: is not declared"),
        ("}\nORDER BY ?place_name\n", "}\n", "1: the answer has no order"),
        ("?place a rg:Territory\n", "SERVICE <http://example.org/> { ?place a rg:Territory }\n", "24: SERVICE leaves"),
        ("SELECT ?place WHERE {", "SELECT ?place WHERE (", "20: SPARQL: line 20, column"),
    ],
)
def test_a_fault_is_told_with_its_line(told, old, new, line):
    assert old in GOOD
    found = told(GOOD.replace(old, new, 1))
    assert any(fault.startswith(line) or (not line[0].isdigit() and line in fault) for fault in found), found


def test_a_file_name_is_a_slug(told):
    assert told(GOOD, "My Places.rq") == ["1: the name of a question is lower-case words joined by hyphens"]


def test_all_faults_are_told_and_the_loader_raises_the_first(told, tmp_path):
    text = (
        GOOD.replace("#+ title: {de: Orte, en: Places}", "#+ title: {de: Orte}\n#+ colour: red")
        .replace("type: entity", "type: place")
        .replace("name: place_name, de: Ort", "name: place_name, de: ''")
        .replace("PREFIX rg:", "PREFIX ro:")
    )
    found = told(text)
    assert [int(fault.split(":")[0]) for fault in found] == sorted(int(fault.split(":")[0]) for fault in found)
    for line, why in ((3, "key 'en'"), (4, "'colour'"), (9, "type 'place'"), (15, "no words"), (23, "prefix rg:")):
        assert any(fault.startswith(f"{line}: ") and why in fault for fault in found), (line, why, found)
    with pytest.raises(DataError) as caught:
        read_question(tmp_path / "places.rq")
    assert str(caught.value) == f"{tmp_path / 'places.rq'}: line {found[0]}"


def test_plain_names_are_no_fault(told, tmp_path):
    assert told(GOOD.replace("?__country_iri", "?country").replace("?__language", "?language")) == []
    question, found = inspected(tmp_path / "places.rq")
    assert question is not None
    assert not found


def test_the_catalogue_has_no_fault():
    found, files = checklist([])
    assert files > 40
    assert found.write("table") == ""


def test_a_folder_without_questions_is_an_error(tmp_path):
    with pytest.raises(DataError, match=r"no file that ends with \.rq"):
        checklist([str(tmp_path)])
