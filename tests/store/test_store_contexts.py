"""JSON-LD by the context of the graph: short keys and plain values that say the same statements again."""

import json

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset

from relgraph.graph.ontology import graph_context
from relgraph.store.serialise import serialise
from relgraph.vocabulary import DIRECT_PROPERTIES, ID, ONTOLOGY, PREFIXES, TOPIC

# rdflib warns of what its own Dataset.parse does
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

CONTEXT = graph_context()
TERMS = CONTEXT["@context"]
XSD = PREFIXES["xsd"]
SAME = PREFIXES["owl"] + "sameAs"


def document(*lines):
    return json.loads(serialise(lines, "jsonld", context=CONTEXT))


def read(content):
    return sorted(f"{quad} ." for quad in ox.parse(content, ox.RdfFormat.JSON_LD))


def test_a_node_is_plain():
    """Keys without prefixes, names below the base, texts by language, dates and numbers as text, sets as lists."""
    relation = f"<{ID}relation/r/1>"
    told = document(
        f"{relation} <{PREFIXES['rdf']}type> <{ONTOLOGY}Visit> <{ID}release/r> .",
        f"{relation} <{ONTOLOGY}subject> <{ID}country/JP> <{ID}release/r> .",
        f"{relation} <{ONTOLOGY}topic> <{TOPIC}robotics> <{ID}release/r> .",
        f"{relation} <{ONTOLOGY}status> <{ONTOLOGY}active> <{ID}release/r> .",
        f'{relation} <{ONTOLOGY}date> "2024-01-02"^^<{XSD}date> <{ID}release/r> .',
        f'{relation} <{ONTOLOGY}from> "1989"^^<{XSD}gYear> <{ID}release/r> .',
        f'{relation} <{ONTOLOGY}role> "Amt"@de <{ID}release/r> .',
        f'{relation} <{ONTOLOGY}confidence> "0.9"^^<{XSD}decimal> <{ID}release/r> .',
    )
    assert told["contextVersion"] == CONTEXT["version"]
    assert told["@context"] == TERMS
    assert told["graph"] == [
        {
            "id": "release/r",
            "graph": [
                {
                    "id": "relation/r/1",
                    "type": ["Visit"],
                    "confidence": "0.9",
                    "date": "2024-01-02",
                    "from": {"@type": f"{XSD}gYear", "@value": "1989"},
                    "role": {"de": "Amt"},
                    "status": "active",
                    "subject": "country/JP",
                    "topic": ["topics:robotics"],
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    "line",
    [
        f'<{ID}a> <{ONTOLOGY}role> "ohne Sprache" .',
        f'<{ID}a> <{ONTOLOGY}confidence> "viel" .',
        f"<{ID}a> <{ONTOLOGY}confidence> <{ID}b> .",
        f'<{ID}a> <{ONTOLOGY}subject> "kein Name" .',
        f"<{ID}a> <{ONTOLOGY}status> <{ONTOLOGY}subject> .",
        f"<{ID}a> <{ONTOLOGY}status> <https://example.org/active> .",
        f'<{ID}a> <{PREFIXES["rdf"]}type> "Text" .',
        f"<{ID}a:b/c> <{SAME}> <{ID}../c> .",
        f"<{ID}> <{SAME}> <{ID}//host> .",
        f"<{ID}a/./b> <{SAME}> <{TOPIC}//x> .",
        f"<{ID}a/b:c> <{SAME}> <{ID}@id> .",
        f"<{ID}?x> <{SAME}> <{ID}#y> .",
        f"<{ID}a> <https://example.org/unheard-of> <{ONTOLOGY}a-b> .",
        f'<{ID}a> <{ONTOLOGY}unheardOf> "true"^^<{XSD}boolean> .',
        f'<{ID}a> <{ONTOLOGY}contextVersion> "gone?" .',
        "_:a <http://schema.org/mentions> _:b .",
    ],
)
def test_what_fits_no_term_is_written_out(line):
    content = serialise([line], "jsonld", context=CONTEXT)
    assert len(read(content)) == 1
    if "_:" not in line:
        assert read(content) == [line]
        dataset = Dataset()
        dataset.parse(data=content, format="json-ld")
        assert len(list(dataset.quads())) == 1


names = st.sampled_from(["country/JP", "a#b", "x?y", "relation/r/1", "tie/0", "a b".replace(" ", "%20"), "東京"])
nodes = st.one_of(names.map(lambda name: f"<{ID}{name}>"), st.sampled_from([f"<{TOPIC}a>", f"<{ONTOLOGY}active>"]))
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=8)
literals = st.builds(
    lambda text, kind: str(ox.Literal(text, **kind)),
    texts,
    st.sampled_from(
        [
            {},
            {"language": "de"},
            {"language": "en"},
            *({"datatype": ox.NamedNode(XSD + n)} for n in ("date", "integer")),
        ]
    ),
)
known = [told["@id"] for told in TERMS.values() if isinstance(told, dict)]
predicates = st.sampled_from(known).map(lambda name: f"<{PREFIXES[name.split(':')[0]]}{name.split(':')[1]}>")


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.tuples(nodes, predicates, st.one_of(nodes, literals), st.sampled_from(["", f"<{ID}g> "])), max_size=12)
)
def test_any_graph_comes_back(statements):
    lines = sorted({f"{s} {p} {o} {g}." for s, p, o, g in statements})
    assert read(serialise(lines, "jsonld", context=CONTEXT)) == lines


def test_every_direct_property_is_a_term():
    assert {f"rg:{name}" for name in DIRECT_PROPERTIES.values()} <= set(known)
    for name, told in TERMS.items():
        if isinstance(told, dict) and told["@id"].startswith("rg:"):
            assert told["@id"] == f"rg:{name}"


def test_prefixes_are_those_of_the_project():
    for name, value in TERMS.items():
        if isinstance(value, str) and value.endswith(("#", "/")) and name[0] != "@":
            assert value == PREFIXES["topic" if name == "topics" else name]
