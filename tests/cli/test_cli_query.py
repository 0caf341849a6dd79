import csv
import json

import pytest

from relgraph.cli.options import ANSWERS, TABLES
from relgraph.queries.catalogue import catalogue
from relgraph.queries.formats import FORMATS

LEADERS = "technology-leaders"


@pytest.fixture
def query(run, built):
    return lambda *args, **kwargs: run("query", *args, "--store", built / "store", **kwargs)


def test_a_question_is_answered_with_its_sentence(query):
    rows = list(csv.DictReader(query(LEADERS, "--format", "csv").out.splitlines()))
    assert {(row["topic_name"], row["leader_name"]) for row in rows} == {
        ("Robotik", "Japan"),
        ("Halbleiter", "Südkorea"),
    }
    assert {row["sentence"] for row in rows} == {
        "Japan ist bei der Robotik führend.",
        "Südkorea ist in der Chipfertigung führend.",
    }


@pytest.mark.parametrize("country", ["Südkorea", "südkorea", "KR", "https://w3id.org/relgraph/id/country/KR"])
def test_a_parameter_takes_label_code_and_iri(query, country):
    done = query(LEADERS, "--param", f"country={country}", "--format", "jsonl")
    assert [json.loads(line)["topic_name"] for line in done.out.splitlines()] == ["Halbleiter"]


@pytest.mark.parametrize("format_", TABLES)
def test_every_format_of_a_table_is_written(query, format_, tmp_path):
    shown = query(LEADERS, "--format", format_)
    written = query(LEADERS, "--format", format_, "-o", tmp_path / "answer")
    assert (shown.status, written.status, written.out) == (0, 0, "")
    assert "Robotik" in shown.out
    assert (tmp_path / "answer").read_bytes().decode() == shown.out


def test_the_formats_offered_are_those_that_can_be_written():
    assert set(ANSWERS) == set(FORMATS)


def test_a_construct_is_turtle(query):
    done = query("-", "--format", "ttl", stdin="CONSTRUCT { ?c a rg:Country } WHERE { ?c a rg:Country }")
    assert done.status == 0
    assert "country/JP" in done.out


def test_sparql_comes_from_a_file_or_standard_input(query, tmp_path):
    sparql = "SELECT ?code WHERE { ?c a rg:Country ; rg:code ?code } ORDER BY ?code"
    (tmp_path / "codes.rq").write_text(sparql, encoding="utf-8")
    for done in (query("-", "--format", "csv", stdin=sparql), query(tmp_path / "codes.rq", "--format", "csv")):
        assert done.out.split() == ["code", "DE", "JP", "KR"]


@pytest.mark.parametrize(("name", "begins"), [("a.csv", "topic_name,"), ("a.htm", "<"), ("a.ndjson", "{"), ("a", "Th")])
def test_the_suffix_of_the_file_says_the_format_unless_one_is_given(query, tmp_path, name, begins):
    assert query(LEADERS, "-o", tmp_path / name).status == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert query(LEADERS, "-o", tmp_path / name, "--format", "md").status == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(("#", "|"))


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["technology-leader"], "did you mean technology-leaders"),
        ([LEADERS, "--param", "country=Japann"], "did you mean Japan"),
        ([LEADERS, "--param", "land=Japan"], "has no parameter 'land'"),
        (["nirgends.rq"], "nirgends.rq"),
        (["-"], "SPARQL"),
    ],
)
def test_a_miss_is_one_line_with_a_hint(query, arguments, hint):
    done = query(*arguments, stdin="SELECT nonsense")
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert hint in done.err


def test_a_parameter_without_value_is_wrong_use(query):
    assert query(LEADERS, "--param", "Japan").status == 2


def test_the_store_may_be_named_by_the_environment(run, built, monkeypatch):
    monkeypatch.setenv("RELGRAPH_STORE", str(built / "store"))
    assert "Robotik" in run("query", LEADERS).out


def test_without_a_store_one_line_says_how_to_get_one(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("query", LEADERS)
    assert done.status == 1
    assert done.err == "relgraph: build/store: no store here; `relgraph build` makes one\n"


def test_an_empty_answer_is_told(query):
    done = query(LEADERS, "--param", "topic=Wasserstoff", "--lang", "en")
    assert (done.status, done.err) == (0, "no answer in the graph\n")


def test_control_characters_are_spelt_out_in_a_table_and_verbatim_in_data(query):
    sparql = r'SELECT ("rot \u001B[31m" AS ?text) WHERE {}'
    assert r"rot \x1b[31m" in query("-", stdin=sparql).out
    assert "rot \x1b[31m" in query("-", "--format", "csv", stdin=sparql).out


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_list_has_every_question_in_both_languages(run, language):
    done = run("queries", "--format", "jsonl", "--lang", language)
    listed = {line["name"]: line["question"] for line in map(json.loads, done.out.splitlines())}
    assert listed == {name: question.question[language] for name, question in catalogue().items()}


def test_one_group_is_listed(run):
    done = run("queries", "--group", "risks", "--format", "jsonl")
    listed = [json.loads(line)["name"] for line in done.out.splitlines()]
    assert listed == [name for name, question in catalogue().items() if question.group == "risks"]


def test_one_question_is_shown_with_the_values_of_the_graph(run, built):
    done = run("queries", LEADERS, "--lang", "en", "--store", built / "store")
    assert (done.status, done.err) == (0, "")
    assert "in the graph (relations/releases): " in done.out
    assert "Robotics 1/1" in done.out


def test_one_question_is_shown_without_a_graph(run, tmp_path):
    done = run("queries", LEADERS, "--store", tmp_path)
    assert done.status == 0
    assert done.out.startswith(f"{LEADERS}: ")
    assert done.err.startswith("no values to suggest: ")


@pytest.mark.parametrize(
    ("arguments", "status", "hint"),
    [
        (["technology-leader"], 1, "did you mean technology-leaders"),
        (["--group", "riskss"], 2, "there are partners, technology"),
        ([LEADERS, "--group", "risks"], 2, "not both"),
    ],
)
def test_a_question_or_group_that_is_none_is_said(run, arguments, status, hint):
    done = run("queries", *arguments)
    assert done.status == status
    assert hint in done.err


def test_files_are_checked_and_each_fault_has_its_line(run, tmp_path):
    sound = run("queries", "--check")
    assert (sound.status, sound.out) == (0, "")
    path = tmp_path / "places.rq"
    path.write_text("#+ summary: Who?\n#+ groop: risks\n", encoding="utf-8")
    done = run("queries", "--check", str(tmp_path))
    assert done.status == 1
    assert f"{path}:2: unknown key 'groop'; did you mean 'group'?\n" in done.out
    listed = json.loads(run("queries", "--check", str(path), "--format", "json").out)
    lines = [
        f"{row['file']['value']}:{row['line']['value']}: {row['message']['value']}"
        for row in listed["results"]["bindings"]
    ]
    assert lines == done.out.splitlines()
    assert run("queries", "--check", str(tmp_path / "none.rq")).status == 1
    assert run("queries", "a", "b").status == 2
