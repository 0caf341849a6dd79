"""What `import relgraph` offers, and that it costs nothing until it is used."""

import ast
import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import relgraph
from relgraph import errors

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "relgraph" / "__init__.py"
HEAVY = ("click", "jinja2", "networkx", "pydantic", "pyoxigraph", "pyshacl", "rapidfuzz", "rdflib", "typing", "yaml")
LIBRARY = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
PATHS = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
PROGRAM = """
import datetime
import relgraph


def partners(location: str) -> list[tuple[str, str, datetime.date | None]]:
    found: list[tuple[str, str, datetime.date | None]] = []
    with relgraph.open_graph(location) as graph:
        for relation in graph.relations(type="partnership", entity="Japan", since=datetime.date(2020, 1, 1)):
            if relation.object is not None and relation.release.date is not None:
                day = datetime.date.fromisoformat(relation.release.date)
                found.append((relation.object.name, relation.evidence.text, day))
        counted: int = graph.counts.relations
        columns: dict[str, list[str | int | float | bool | datetime.date | None]] = graph.table().to_dict()
        print(counted, columns, len(graph.to_rdflib()), graph.to_networkx().number_of_nodes())
    return found


try:
    partners("build")
except relgraph.UnknownName as miss:
    print(miss.label, ", ".join(miss.suggestions))
"""


def test_these_names_and_no_others_are_offered():
    assert relgraph.__all__ == [
        "Answer", "Basis", "Chain", "Changed", "CheckError", "Counts", "DataError", "Entity", "EntityType", "Entry",
        "Evidence", "Extraction", "FetchError", "Iri", "KnowledgeGraph", "KnownRelation", "Literal", "Mention",
        "QueryError", "Relation", "RelationType", "Release", "ReleaseError", "RelgraphError", "Report", "Status",
        "StoreError", "Topic", "UnknownName", "__version__", "build_graph", "graph_of", "ingest_files", "open_changes",
        "open_graph", "read_files", "read_text", "retract_releases",
    ]  # fmt: skip
    assert relgraph.__all__ == sorted(relgraph.__all__)
    assert set(relgraph.__all__) <= set(dir(relgraph))


@pytest.mark.parametrize("name", relgraph.__all__)
def test_each_says_what_it_is(name):
    assert name == "__version__" or inspect.getdoc(getattr(relgraph, name))


@pytest.mark.parametrize("name", relgraph.__all__)
def test_each_stands_in_the_docs(name):
    assert f"`{name}`" in LIBRARY


def test_the_docs_tell_all_of_a_graph():
    (table,) = re.findall(r"## `KnowledgeGraph`\n(.*?)\n## ", LIBRARY, re.DOTALL)
    told = {
        name for cell in re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)
    }
    members = {name for name, _ in inspect.getmembers(relgraph.KnowledgeGraph) if not name.startswith("_")}
    assert told == members | {"store"}


def test_the_docs_name_functions_that_there_are():
    for dotted in re.findall(r"`(relgraph(?:\.\w+)+)`", LIBRARY):
        module, _, name = dotted.rpartition(".")
        assert hasattr(import_module(module), name), dotted


def test_every_error_is_offered():
    tree = {name for name, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, errors.RelgraphError)}
    assert tree <= set(relgraph.__all__)


def test_type_checkers_are_told_where_the_names_are():
    told = next(node for node in ast.parse(SOURCE.read_text(encoding="utf-8")).body if isinstance(node, ast.If))
    homes = {one.module.removeprefix("relgraph."): tuple(alias.name for alias in one.names) for one in told.body}
    assert {home: sorted(names) for home, names in homes.items()} == {
        home: sorted(names) for home, names in relgraph._HOMES.items()
    }
    assert {name for names in homes.values() for name in names} == set(relgraph.__all__) - {"__version__"}


def test_a_misspelt_name_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'open_grph'"):
        relgraph.open_grph  # noqa: B018 - it raises


def test_the_import_brings_nothing_along_and_an_open_graph_little(built):
    loaded = f"print(*[name for name in {HEAVY} if name in sys.modules])"
    program = f"""
import sys
import relgraph
{loaded}
with relgraph.open_graph({str(built)!r}) as graph:
    next(graph.relations(entity="Japan"))
{loaded}
"""
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, env=PATHS)
    first, then = done.stdout.split("\n")[:2]
    assert first == ""
    assert set(then.split()) <= {"pydantic", "pyoxigraph", "typing", "yaml"}


def test_a_program_has_types(tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", tmp_path / "program.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_types_see_what_is_misspelt(tmp_path):
    wrong = PROGRAM.replace("relation.evidence.text", "relation.evidence.words").replace("UnknownName", "UnknwonName")
    (tmp_path / "program.py").write_text(wrong, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", tmp_path / "program.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert re.findall(r'has no attribute "(\w+)"', done.stdout) == ["words", "UnknwonName"]
