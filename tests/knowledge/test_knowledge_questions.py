"""Questions in words, by name and in SPARQL."""

from datetime import date

import pytest

import relgraph


def test_words_find_their_question(graph):
    answer = graph.ask("Wer führt bei Halbleitern?")
    assert answer.question == "technology-leaders"
    assert answer.reading == "Technologieführer · Thema Halbleiter"
    assert [row["leader_name"] for row in answer] == ["Südkorea"]
    assert answer.to_dicts() == graph.query("technology-leaders", topic="Halbleiter").to_dicts()


def test_the_answer_speaks_the_language_of_the_question(graph):
    assert [row["leader_name"] for row in graph.ask("Who leads in semiconductors?")] == ["South Korea"]
    assert [row["leader_name"] for row in graph.ask("Wer führt bei Halbleitern?", language="en")] == ["South Korea"]


def test_words_that_ask_nothing_of_the_catalogue_are_unknown(graph):
    with pytest.raises(relgraph.UnknownName, match="Wie wird das Wetter"):
        graph.ask("Wie wird das Wetter?")


def test_there_are_only_so_many_readings(graph):
    with pytest.raises(relgraph.QueryError, match="reading 9"):
        graph.ask("Wer führt bei Halbleitern?", choice=9)


def test_another_day_may_be_today(graph):
    asked = graph.ask("Wer reiste letztes Jahr nach Südkorea?", today=date(2025, 3, 1))
    assert "2024" in asked.reading
    assert asked.params == graph.ask("Wer reiste letztes Jahr nach Südkorea?", today="2025-03-01").params


def test_rows_are_typed(graph):
    row = next(iter(graph.query("visits-and-meetings", country="KR")))
    assert row["date"] == date(2024, 2, 1)
    assert row["sentence"] == "Ministerpräsident Winfried Kretschmann reist nach Südkorea."
    leaders = graph.query("technology-leaders")
    assert {type(row["sentences"]) for row in leaders} == {int}


def test_things_are_parameters_too(graph):
    by_label = graph.query("visits-and-meetings", country="Südkorea")
    assert graph.query("visits-and-meetings", country=graph.entity("KR")).rows == by_label.rows
    robotics = graph.query("technology-leaders", topic=graph.topic("Robotik"), limit=5)
    assert [row["leader_name"] for row in robotics] == ["Japan"]


def test_columns_make_a_frame(graph):
    answer = graph.query("technology-leaders")
    columns = answer.to_dict()
    assert tuple(columns) == answer.columns
    assert {len(values) for values in columns.values()} == {len(answer)} == {2}
    assert answer.headings["leader_name"] == "führend"


def test_a_limit_tells_how_many_there_are(graph):
    answer = graph.query("technology-leaders", limit=1)
    assert (len(answer), answer.total) == (1, 2)


def test_an_answer_is_written_as_the_command_writes_it(graph, run, built):
    answer = graph.query("technology-leaders")
    for format_ in ("csv", "md", "json"):
        told = run("query", "technology-leaders", "--format", format_, "--lang", "de", "--store", built / "store")
        assert answer.write(format_) == told.out
    assert "Südkorea" in str(answer)
    with pytest.raises(relgraph.QueryError):
        answer.write("docx")


def test_a_file_is_a_question(graph, tmp_path):
    path = tmp_path / "countries.rq"
    path.write_text("SELECT (COUNT(*) AS ?n) { ?country a rg:Country }", encoding="utf-8")
    assert graph.query(path).value == graph.counts.entities_by_type["Country"]


@pytest.mark.parametrize(
    ("name", "params", "error", "why"),
    [
        ("technology-leader", {}, relgraph.UnknownName, "did you mean technology-leaders"),
        ("technology-leaders", {"topic": "Robotk"}, relgraph.UnknownName, "Robotik"),
        ("technology-leaders", {"field": "Robotik"}, relgraph.QueryError, "no parameter 'field'"),
        ("-", {}, relgraph.UnknownName, "unknown question '-'"),
    ],
)
def test_a_miss_says_what_would_do(graph, name, params, error, why):
    with pytest.raises(error, match=why):
        graph.query(name, **params)


def test_sparql_binds_what_is_given(graph):
    japan = graph.entity("Japan")
    labels = "SELECT ?name { ?thing rdfs:label ?name } ORDER BY ?name"
    assert [row["name"] for row in graph.sparql(labels, thing=japan)] == ["Japan", "Japan"]
    assert graph.sparql(labels, thing=relgraph.Iri(japan.id)).rows == graph.sparql(labels, thing=japan).rows
    named = "SELECT ?thing { ?thing rdfs:label ?name }"
    assert graph.sparql(named, name=relgraph.Literal("Südkorea", language="de")).value.endswith("/country/KR")
    coded = "ASK { ?thing rg:code ?code }"
    assert graph.sparql(coded, code="JP").value is True
    assert graph.sparql(coded, code='JP" } #').value is False
    after = "SELECT DISTINCT ?day { GRAPH ?g { ?r a rg:Release ; dcterms:issued ?day } FILTER(?day > ?least) }"
    assert graph.sparql(after, least=date(2023, 12, 31)).value == date(2024, 2, 1)
    more = "SELECT DISTINCT ?n { ?tie a rg:Tie ; rg:relationCount ?n FILTER(?n >= ?least) }"
    assert graph.sparql(more, least=1).value == graph.sparql(more, least=0.5).value == 1


def test_sparql_gives_tables_and_construct_gives_graphs(graph):
    text = "CONSTRUCT { ?thing rg:code ?code } WHERE { ?thing a rg:Country ; rg:code ?code }"
    with pytest.raises(relgraph.QueryError, match="construct"):
        graph.sparql(text)
    made = graph.construct(text, code="JP")
    assert [str(code) for code in made.objects()] == ["JP"]
    with pytest.raises(relgraph.QueryError):
        graph.construct("ASK { ?s ?p ?o }")


def test_several_cells_are_no_value(graph):
    with pytest.raises(relgraph.QueryError, match="2 rows of 1 columns"):
        graph.sparql("SELECT ?country { ?country a rg:Country } LIMIT 2").value  # noqa: B018 - it raises
