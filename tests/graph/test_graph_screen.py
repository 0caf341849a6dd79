"""Plain comparisons suspect whatever pySHACL finds, and hardly anybody else."""

import pytest
from rdflib import Graph
from tests.graph.test_graph_shapes import BASE, BROKEN, NODES, SHAPES

from relgraph.errors import DataError
from relgraph.graph.ontology import ontology_graph, ontology_nquads
from relgraph.graph.screen import Screen, classes_above
from relgraph.store.embedded import memory_store
from relgraph.store.spool import Spool

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix a: <a:> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
a:shape a sh:PropertyShape ; sh:targetClass a:Thing ; sh:path a:p ; """


def suspects(screen, lines):
    things = {}
    for line in lines:
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        things.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return screen.suspects(things, lambda values: {})


def of(shape):
    return Screen(Graph().parse(data=f"{PREFIXES}{shape} .", format="turtle"), {})


def test_every_broken_node_is_suspected():
    found = suspects(Screen(SHAPES, classes_above(ontology_graph())), BROKEN.serialize(format="nt").splitlines())
    assert {f"<{BASE}{node}>" for node in NODES} <= found


def test_good_things_are_not(lines):
    with Spool(memory_store([*lines, *ontology_nquads()]).fills()) as spool:
        merged = b"".join(spool.merged()).decode().splitlines()
    assert suspects(Screen(SHAPES, classes_above(ontology_graph())), merged) == set()


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("shape", "sound", "odd"),
    [
        ("sh:datatype xsd:date", f'"2024-02-28"^^<{XSD}date>', f'"2024-02-31"^^<{XSD}date>'),
        ("sh:datatype xsd:integer", f'"-7"^^<{XSD}integer>', f'"7.0"^^<{XSD}integer>'),
        ("sh:datatype xsd:string", '"a"', '"a"@de'),
        ("sh:minInclusive 0.5", f'"0.5"^^<{XSD}decimal>', f'"0"^^<{XSD}integer>'),
        ("sh:maxInclusive 1", f'"1.0"^^<{XSD}decimal>', '"1"'),
        ("sh:minLength 2", '"ab"', '"\\n"'),
        ('sh:pattern "^a"', "<a:b>", '"ba"'),
        ("sh:nodeKind sh:IRI", "<a:b>", "_:b"),
        ('sh:languageIn ( "de" )', '"a"@de', '"a@de"'),
        ("sh:in ( a:b )", "<a:b>", "<a:c>"),
        ("sh:maxCount 0", None, "<a:b>"),
        ("sh:class a:Thing", "<a:s>", "<a:c>"),
    ],
)
def test_a_value_is_sound_or_odd(shape, sound, odd):
    thing = "<a:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a:Thing> ."
    assert suspects(of(shape), [thing, *([f"<a:s> <a:p> {sound} ."] if sound else [])]) == set()
    assert suspects(of(shape), [thing, f"<a:s> <a:p> {odd} ."]) == {"<a:s>"}


@pytest.mark.parametrize("shape", ["sh:equals a:q", "sh:nodeKind sh:Literal", "sh:datatype xsd:float"])
def test_what_is_not_known_is_refused(shape):
    with pytest.raises(DataError, match="nothing is known here"):
        of(shape)
