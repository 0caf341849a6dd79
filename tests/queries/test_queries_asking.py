import pytest

from relgraph.errors import DataError, QueryError, UnknownName
from relgraph.queries.asking import ask

RELEASE = "https://w3id.org/relgraph/id/release/bw-2022-09-01-korea"


def test_a_question_by_name_speaks_the_language_asked_for(fixture_store):
    told = ask("technology-leaders", {"topic": "robotics"}, fixture_store, "en")
    assert [row["topic_name"] for row in told.answer.dicts()] == ["Robotics"]
    assert told.headings["leader_name"] != "leader_name"


def test_a_name_that_misses_suggests(fixture_store):
    with pytest.raises(UnknownName, match="technology-leaders"):
        ask("technology-leader", {}, fixture_store)


def test_a_label_that_misses_suggests(fixture_store):
    with pytest.raises(UnknownName, match="Japan"):
        ask("country-topics", {"country": "Jappan"}, fixture_store)


def test_a_parameter_that_is_none_is_named(fixture_store):
    with pytest.raises(QueryError, match="country"):
        ask("country-topics", {"countri": "Japan"}, fixture_store)


def test_a_parameter_that_is_missing_is_named(fixture_store):
    with pytest.raises(QueryError, match="country"):
        ask("country-topics", {}, fixture_store)


@pytest.mark.parametrize("value", ['Japan" } DROP ALL #', "Japan'); DELETE WHERE {?s ?p ?o}", "<script>", "\x00"])
def test_a_hostile_value_is_a_label_that_misses(value, fixture_store):
    with pytest.raises((UnknownName, QueryError)):
        ask("country-topics", {"country": value}, fixture_store)


def test_a_file_of_plain_sparql_needs_no_prefixes(fixture_store, tmp_path):
    path = tmp_path / "count.rq"
    path.write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s a rg:Country }", encoding="utf-8")
    assert [row["n"] for row in ask(str(path), {}, fixture_store).answer.dicts()] == ["3"]


def test_ask_and_construct_are_answered_too(fixture_store, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("ASK { ?s a rg:Country }"))
    assert "true" in ask("-", {}, fixture_store).write("csv")
    monkeypatch.setattr("sys.stdin", io.StringIO("CONSTRUCT WHERE { ?s a rg:Country }"))
    assert "rg:Country" in ask("-", {}, fixture_store).write("ttl")


@pytest.mark.parametrize("text", ["SELECT ?s WHERE {", "INSERT DATA { <a:b> <a:c> <a:d> }", "", "\x00"])
def test_what_is_no_query_is_an_error(text, fixture_store, tmp_path):
    path = tmp_path / "off.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError):
        ask(str(path), {}, fixture_store)


def test_a_file_that_is_missing_is_named(fixture_store):
    with pytest.raises(QueryError, match=r"nowhere\.rq"):
        ask("nowhere.rq", {}, fixture_store)


def test_a_header_that_is_off_names_the_line(fixture_store, tmp_path):
    path = tmp_path / "off.rq"
    path.write_text("#+ summary: x\n#+ colour: red\nSELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s", encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        ask(str(path), {}, fixture_store)


@pytest.mark.parametrize(("value", "rows"), [("0.6", 2), ("0,6", 2), ("0.46", 1), ("1", 50)])
def test_a_decimal_may_be_written_either_way(value, rows, wide_store):
    assert min(ask("low-confidence", {"below": value}, wide_store).size, 50) == rows


@pytest.mark.parametrize("value", ["viel", "-1", "0.6.1", ".5", "1e-3"])
def test_what_is_no_decimal_is_said(value, wide_store):
    with pytest.raises(QueryError, match=r"below is a number such as 0\.6, not"):
        ask("low-confidence", {"below": value}, wide_store)


@pytest.mark.parametrize("label", ["bw-2022-09-01-korea", "BW 2022 09 01 Korea"])
def test_a_release_is_named_by_id_or_title(label, wide_store):
    told = ask("release-card", {"release": label}, wide_store)
    assert told.size == len(ask("release-card", {"release": RELEASE}, wide_store).answer.rows)


def test_a_release_that_is_none_is_said(wide_store):
    with pytest.raises(UnknownName) as caught:
        ask("release-card", {"release": "bw-2022-09-01-corea"}, wide_store)
    assert "bw-2022-09-01-korea" in caught.value.suggestions
