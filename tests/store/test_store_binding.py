import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.errors import QueryError
from relgraph.store.binding import bind
from relgraph.store.embedded import memory_store
from relgraph.store.terms import Blank, Iri, Literal

JAPAN = Iri("https://w3id.org/relgraph/id/country/JP")
TRAP = '"} ?s ?p ?o } #'


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?x { ?s rdfs:label ?x }",
        "SELECT ?s WHERE { ?s rdfs:label ?x }",
        "# a { in a comment\nSELECT (STR('{') AS ?brace) ?s ?x { ?s rdfs:label ?x }",
        "SELECT (EXISTS { ?s ?p ?o } AS ?any) ?x { ?s rdfs:label ?x }",
        "SELECT ?x (1 AS ?select) { ?s rdfs:label ?x }",
        'SELECT ("""a "{" b""" AS ?quote) ?x { ?s rdfs:label ?x }',
        "PREFIX select: <http://a/select> SELECT ?x { ?s rdfs:label ?x FILTER(?x != select:select) }",
        "SELECT (COUNT(*) AS ?n) { { ?s rdfs:label ?x } UNION { ?s rdfs:comment ?x } }",
        "SELECT ?n { { SELECT (COUNT(*) AS ?n) { ?s rdfs:label ?x } } }",
        "SELECT ?x { SELECT ?x { ?s rdfs:label ?x } }",
        "SELECT ?s { ?s ?p ?o OPTIONAL { ?s rdfs:label ?l FILTER(?l = ?x) } FILTER(BOUND(?l)) }",
        "SELECT ?s { ?s rdfs:label ?l FILTER(COALESCE(?x, '') = '' || EXISTS { ?s rdfs:label ?x }) }",
        "ASK { ?s rdfs:label ?x FILTER(?x = 'Kanagawa'@de) }",
        "CONSTRUCT { ?s rdfs:label ?x } WHERE { ?s rdfs:label ?x }",
        "CONSTRUCT { ?s rdfs:label ?x , '{' } WHERE { ?s rdfs:label ?x }",
    ],
)
def test_a_value_is_bound_wherever_the_query_takes_it(query, quads):
    with memory_store(quads) as store:
        japan = store.query(query, {"x": Literal("Japan", language="de")})
        nobody = store.query(query, {"x": Literal("Nobody", language="de")})
        assert japan != nobody or query.startswith("ASK")
        assert japan != store.query(query)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.just(TRAP))
def test_no_value_breaks_out_of_its_block(text):
    with memory_store([]) as store:
        assert store.select(bind("SELECT ?x {}", {"x": Literal(text)})).rows == [(Literal(text),)]


def test_several_values_are_bound_together(quads):
    query = bind(
        "SELECT ?s ?x ?y { ?s rdfs:label ?x . ?r dcterms:issued ?y }",
        {"s": JAPAN, "x": Literal("Kanagawa", language="de")},
    )
    with memory_store(quads) as store:
        assert store.select(query).rows == []


@pytest.mark.parametrize(
    ("query", "bindings", "why"),
    [
        ("SELECT ?x { ?s ?p ?x }", {"x) { (1) }": JAPAN}, "no name of a variable"),
        ("SELECT ?x { ?s ?p ?x }", {"x": Blank("b")}, "cannot be a parameter"),
        ("DESCRIBE ?x", {"x": JAPAN}, "no WHERE"),
    ],
)
def test_what_cannot_be_bound_is_said(query, bindings, why):
    with pytest.raises(QueryError, match=why):
        bind(query, bindings)
