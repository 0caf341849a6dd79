"""The synthetic releases are sound and always the same, and each question can be timed on them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from relgraph.graph.checks import check_evidence, check_queries
from relgraph.store.generations import current_generation
from relgraph.store.opening import open_store

HERE = Path(__file__).parent


def script(name, *arguments):
    command = [sys.executable, HERE / f"{name}.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory):
    folder = tmp_path_factory.mktemp("synthetic") / "store"
    script("synthetic", folder, "--releases", 20)
    return folder


def test_the_same_seed_gives_the_same_releases_and_another_one_others(synthetic, tmp_path):
    script("synthetic", tmp_path / "again", "--releases", 20)
    script("synthetic", tmp_path / "other", "--releases", 20, "--seed", 7)
    names = [current_generation(folder).name for folder in (synthetic, tmp_path / "again", tmp_path / "other")]
    assert names[0] == names[1] != names[2]


def test_synthetic_releases_hold_what_a_graph_must(synthetic):
    with open_store(synthetic) as store:
        found = [*check_queries(lambda sparql: store.select(sparql).dicts())]
        found += check_evidence(lambda sparql: store.select(sparql).dicts())
        assert [violation for violation in found if violation.severity == "error"] == []
        (counted,) = store.select("SELECT (COUNT(?r) AS ?n) { GRAPH ?g { ?g a rg:Release } BIND(?g AS ?r) }").rows
    assert str(counted[0]) == "20"


@pytest.mark.parametrize(
    ("name", "params"),
    [("partnerships", {}), ("country-topics", {"country": "Japan"}), ("a tie, opened", {})],
)
def test_a_question_is_timed(synthetic, name, params):
    result = json.loads(script("questions", "--store", synthetic, "--ask", name, json.dumps(params)))
    assert result.keys() == {"first", "again", "core", "rows", "total"}
    assert result["first"] > 0 < result["again"]
    assert result["rows"] > 0


def test_every_question_has_values_to_be_asked_with():
    code = "from questions import questions; print(len([*questions()]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    from relgraph.queries.catalogue import catalogue

    assert int(done.stdout) > len(catalogue())
