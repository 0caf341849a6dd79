"""Python and Turtle agree: nothing is used that is not declared, nothing declared that nothing uses."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SKOS

from relgraph.graph.ontology import ontology_graph, read_turtle
from relgraph.resources import folder
from relgraph.vocabulary import (
    ACTORS,
    DIRECT_PROPERTIES,
    ONTOLOGY,
    ORGANISATIONS,
    SYMMETRIC,
    TERRITORIES,
    Basis,
    EntityType,
    RelationType,
    Status,
)

SOURCE = Path(__file__).parents[1] / "src" / "relgraph"
ONTOLOGY_FOLDER = folder("ontology")
DECLARED = {
    str(term).removeprefix(ONTOLOGY)
    for term in read_turtle(ONTOLOGY_FOLDER / "relgraph.ttl").subjects()
    if str(term).startswith(ONTOLOGY)
}
QUERIES = sorted([*(ONTOLOGY_FOLDER / "checks").glob("*.rq"), *folder("queries").glob("*.rq")])
PREFIXED = re.compile(r"(?<![\w:])rg:([A-Za-z]\w*)")


@cache
def in_python(path):
    """Terms of the ontology that a module names: `RG.subject`, `RG["from"]`, or `rg:subject` within a query."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "RG":
            found.add(node.attr)
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "RG":
            if isinstance(node.slice, ast.Constant):
                found.add(node.slice.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(PREFIXED.findall(node.value))
            found.update(re.findall(rf"{ONTOLOGY}([A-Za-z]\w*)", node.value))
    return found


def in_query(path):
    text = re.sub(r"^\s*#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return set(PREFIXED.findall(text))


def in_shapes():
    shapes = read_turtle(ONTOLOGY_FOLDER / "shapes.ttl")
    return {str(term).removeprefix(ONTOLOGY) for triple in shapes for term in triple if str(term).startswith(ONTOLOGY)}


def in_context():
    return set(PREFIXED.findall((ONTOLOGY_FOLDER / "context.jsonld").read_text(encoding="utf-8")))


def in_statements_of_the_ontology():
    """Terms that the ontology itself applies: as a predicate, as the class or the scheme of an individual."""
    graph = ontology_graph()
    terms = {*graph.predicates(), *graph.objects(None, RDF.type), *graph.objects(None, SKOS.inScheme)}
    return {str(term).removeprefix(ONTOLOGY) for term in terms if str(term).startswith(ONTOLOGY)}


def in_enumerations():
    types = {kind.value for kind in EntityType} | {kind.class_name for kind in RelationType}
    return types | set(DIRECT_PROPERTIES.values()) | {status.value for status in (*Status, *Basis)}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_uses_only_declared_terms(path):
    assert in_python(path) <= DECLARED


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_uses_only_declared_terms(path):
    assert in_query(path) <= DECLARED


def test_enumerations_shapes_and_context_use_only_declared_terms():
    assert in_enumerations() <= DECLARED
    assert in_shapes() <= DECLARED
    assert in_context() <= DECLARED


def test_nothing_is_declared_that_nothing_uses():
    used = in_enumerations() | in_shapes() | in_context() | in_statements_of_the_ontology()
    for path in SOURCE.rglob("*.py"):
        used |= in_python(path)
    for path in QUERIES:
        used |= in_query(path)
    assert DECLARED - used == set()


def test_the_search_for_terms_finds_them(tmp_path):
    module = tmp_path / "m.py"
    module.write_text('a = RG.one\nb = RG["two"]\nc = "?s rg:three ?o"\nd = RG[name]\n', encoding="utf-8")
    assert set(in_python(module)) == {"one", "two", "three"}
    query = tmp_path / "q.rq"
    query.write_text("# rg:comment\nSELECT * { ?s rg:one/rg:two ?o }", encoding="utf-8")
    assert in_query(query) == {"one"} | {"two"}


def test_kinds_of_actors_do_not_overlap():
    assert not TERRITORIES & ORGANISATIONS
    assert TERRITORIES | ORGANISATIONS | {EntityType.PERSON} == ACTORS
    assert set(EntityType) - ACTORS == {EntityType.DOCUMENT, EntityType.EVENT}


def test_every_type_has_a_direct_property_of_its_own():
    assert set(DIRECT_PROPERTIES) == set(RelationType)
    assert len(set(DIRECT_PROPERTIES.values())) == len(RelationType)
    assert {kind for kind in RelationType if kind.symmetric} == SYMMETRIC
