import json
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph
from rdflib.compare import to_isomorphic

from relgraph.errors import StoreError
from relgraph.store.serialise import FORMATS, serialise
from relgraph.store.terms import Literal

# rdflib's own parsers use what rdflib deprecates
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph).* is deprecated:DeprecationWarning")
RG = "https://w3id.org/relgraph/ontology#"
ID = "https://w3id.org/relgraph/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LINES = [
    f'<{ID}region/JP-14> <http://www.w3.org/2000/01/rdf-schema#label> "Kanagawa"@de .',
    f'<{ID}region/JP-14> <http://www.w3.org/2000/01/rdf-schema#label> "Kanagawa"@en .',
    f"<{ID}region/JP-14> {TYPE} <{RG}Territory> .",
    f"<{ID}region/JP-14> {TYPE} <{RG}Region> .",
    f"<{ID}region/JP-14> <http://www.w3.org/2002/07/owl#sameAs> <https://sws.geonames.org/1860291/> .",
    f'<{ID}region/JP-14> <{RG}code> "JP-14" .',
    f'<{ID}tie/1> <{RG}relationCount> "3"^^<{XSD}integer> .',
    f'<{ID}relation/r/1> <{RG}confidence> "0.93"^^<{XSD}decimal> <{ID}release/r> .',
    f'<{ID}relation/r/1> <{RG}date> "2014-11"^^<{XSD}gYearMonth> <{ID}release/r> .',
    f"<{ID}relation/r/1> <{RG}topic> <https://w3id.org/relgraph/topic/robotics> <{ID}release/r> .",
    f'<{ID}release/r> <http://schema.org/articleBody> "Zeile .\\n\\n \\" \\\\ <b>&amp;</b>; 東京"@de <{ID}release/r> .',
    f"<{ID}release/r> <http://schema.org/mentions> <{ID}document/r/mou,2014.(a)> <{ID}release/r> .",
    f"<{ID}release/s> <http://schema.org/mentions> <{ID}document/r/mou,2014.(a)> <{ID}release/s> .",
    f"<{ID}release/s> <http://schema.org/mentions> <{ID}document/r/mou,2014.(a)> <{ID}release/r> .",
    f"<urn:example:a> <{RG}partOf> <https://w3id.org/relgraph/id//odd> .",
]
RDFLIB = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "xml": "xml", "jsonld": "json-ld"}
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
WITHOUT_GRAPHS = ("ttl", "nt", "xml")


def graphs(document, format):
    """Triples by graph, as rdflib reads them."""
    dataset = Dataset()
    dataset.parse(data=document, format=format)
    found = {}
    for subject, predicate, obj, graph in dataset.quads():
        found.setdefault(str(graph) if graph else "", Graph()).add((subject, predicate, obj))
    return {name: to_isomorphic(graph) for name, graph in found.items()}


def merged(document, format):
    graph = Graph()
    for part in graphs(document, format).values():
        graph += part
    return to_isomorphic(graph)


def same(document, format, lines):
    source = "".join(f"{line}\n" for line in lines)
    if format in WITHOUT_GRAPHS:
        return to_isomorphic(Graph().parse(data=document, format=RDFLIB[format])) == merged(source, "nquads")
    return graphs(document, RDFLIB[format]) == graphs(source, "nquads")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_reads_back_as_the_same_graph(format):
    assert same(serialise(LINES, format), format, LINES)


@pytest.mark.parametrize("format", FORMATS)
def test_order_and_repetition_of_the_lines_change_no_byte(format):
    shuffled = random.Random(7).sample(LINES * 2, len(LINES) * 2)
    assert serialise(shuffled, format) == serialise(LINES, format) == serialise(LINES, format)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_a_document_too(format):
    assert same(serialise([], format), format, [])


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")), st.sampled_from(FORMATS))
def test_every_text_survives(text, format):
    line = f"<{ID}a> <{RG}role> {Literal(text, language='de').n3()} ."
    if format == "xml" and NO_XML.search(text):
        with pytest.raises(StoreError, match="control character"):
            serialise([line], format)
    else:
        assert same(serialise([line], format), format, [line])


def test_turtle_is_a_document_a_person_can_read():
    document = serialise(LINES, "ttl").decode()
    head, *blocks = document.rstrip("\n").split("\n\n")
    assert head.splitlines()[0] == f"@base <{ID}> ."
    assert head.splitlines()[1:] == sorted(set(head.splitlines()[1:]))
    assert blocks[0].splitlines() == [
        "<region/JP-14> a rg:Region , rg:Territory ;",
        '\trdfs:label "Kanagawa"@de , "Kanagawa"@en ;',
        "\towl:sameAs <https://sws.geonames.org/1860291/> ;",
        '\trg:code "JP-14" .',
    ]
    subjects = [block.split()[0] for block in blocks]
    assert subjects == sorted(set(subjects), key=lambda name: name if ":" in name else f"<{ID}{name[1:]}")


def test_json_ld_is_short_and_one_node_a_line():
    document = serialise(LINES, "jsonld").decode()
    assert json.loads(document)["@context"]["rg"] == RG
    line = next(line for line in document.splitlines() if '"@id": "id:region/JP-14"' in line)
    assert json.loads(line.rstrip(","))["@type"] == ["rg:Region", "rg:Territory"]


def test_lines_are_sorted():
    for format in ("nt", "nq"):
        lines = serialise(LINES, format).splitlines()
        assert lines == sorted(set(lines))


def test_nodes_without_a_name_are_kept():
    lines = [f"_:a <{RG}partOf> <{ID}b> .", f"<{ID}b> <{RG}partOf> _:a .", f"_:a {TYPE} _:a ."]
    for format in FORMATS:
        assert same(serialise(lines, format), format, lines)


def test_what_cannot_be_written_is_said():
    with pytest.raises(StoreError, match="is no format; there are ttl, nt, nq, trig, xml, jsonld"):
        serialise(LINES, "n3")
    with pytest.raises(StoreError, match="no N-Quads"):
        serialise(["nonsense"], "ttl")
