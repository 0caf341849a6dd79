from pathlib import Path

import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SH

from relgraph.errors import DataError
from relgraph.graph.ontology import read_turtle
from relgraph.graph.shapes import _merged, check_shapes
from relgraph.graph.violation import Violation
from relgraph.resources import folder

BROKEN = Graph().parse(Path(__file__).with_name("broken.ttl"))
BASE = "https://example.org/broken/"
NODES = sorted({str(node).removeprefix(BASE) for node in BROKEN.subjects()})
SHAPES = read_turtle(folder("ontology") / "shapes.ttl")
WARNINGS = {"issuedKnown", "publisher", "affiliationRole"}


@pytest.fixture(scope="module")
def found(lines):
    return check_shapes([*lines, *BROKEN.serialize(format="nt").splitlines()])


def test_the_good_graph_breaks_no_shape(lines):
    assert check_shapes(lines) == []


@pytest.mark.parametrize("node", NODES)
def test_a_broken_node_breaks_its_shape(found, node):
    rule = node.partition(".")[0]
    severity = "warning" if rule in WARNINGS else "error"
    assert [v for v in found if (v.severity, v.rule, v.focus) == (severity, rule, BASE + node)]


def test_only_the_broken_nodes_are_found(found):
    assert [violation for violation in found if not violation.focus.startswith(BASE)] == []
    assert found == sorted(found)


def test_every_shape_can_be_broken():
    shapes = {str(shape).rpartition("#")[2] for shape in SHAPES.subjects(RDF.type, SH.PropertyShape)}
    assert shapes == {node.partition(".")[0] for node in NODES}


def test_every_shape_says_what_it_wants_in_both_languages():
    for shape in SHAPES.subjects(RDF.type, SH.PropertyShape):
        assert sorted(message.language for message in SHAPES.objects(shape, SH.message)) == ["de", "en"]
        assert SHAPES.value(shape, SH.severity) in (SH.Violation, SH.Warning)
        assert list(SHAPES.objects(shape, SH.targetClass))


@pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")  # of what rdflib's own reader does
def test_lines_are_read_as_rdflib_reads_them(lines):
    more = [
        r'<a:s> <a:p> "a\"b\\n\n\u0000<c> _:d \U0001F600 ."@de-at <a:g> .',
        '<a:s> <a:p> "" .',
        "_:one <a:p> _:two <a:g> .",
        '<a:s> <a:p> "1989-11"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> _:g .',
    ]
    expected = Dataset()
    expected.parse(data="\n".join([*lines, *more]), format="nquads")
    triples = Graph()
    for subject, predicate, value, _ in expected.quads():
        triples.add((subject, predicate, value))
    assert isomorphic(_merged([*lines, *more]), triples)


@pytest.mark.parametrize(
    "line", ["", "<a:s> <a:p>", '<a:s> <a:p> "open .', "<a:s> <a:p> <a:o> <a:g> <a:h> .", "<a:s> <a:p> 1 ."]
)
def test_what_is_no_line_of_nquads_is_refused(line):
    with pytest.raises(DataError, match="is no line of N-Quads"):
        check_shapes([line])


def test_a_violation_can_be_read(found):
    violation = next(v for v in found if v.focus == f"{BASE}countryCode" and v.rule == "countryCode")
    assert violation == Violation(
        "error", "countryCode", f"{BASE}countryCode",
        "The code of a country has two capital letters (ISO 3166-1). Found: JPN",
    )  # fmt: skip
