import pytest

from relgraph.store.embedded import memory_store
from relgraph.store.wanted import Wanted


@pytest.mark.parametrize(
    ("query", "head"),
    [
        ("SELECT * { ?s ?p ?o }", "s,p,o"),
        ("# *\nPREFIX a: <http://a/> select distinct * { ?z a:p ?o . ?z ?b [] }", "z,o,b"),
        ("SELECT * { { SELECT ?y { ?y ?x [] } } ?a ?b ?y } # ?q", "y,a,b"),
        ("SELECT * { ?s ?p ?o MINUS { ?s ?hidden ?o } FILTER NOT EXISTS { ?s ?p ?gone } }", "s,p,o"),
        ("SELECT * { ?o ?p '?s' BIND($p AS ?n) }", "o,p,n"),
        ("SELECT ?o ?s { ?s ?p ?o }", "o,s"),
        ("SELECT * {}", ""),
    ],
)
def test_columns_stand_in_the_order_of_the_question(query, head):
    with memory_store(["<http://a/s> <http://a/p> <http://a/o> ."]) as store:
        assert store.write(query, Wanted(table="csv")).body.decode().splitlines()[0] == head
        assert ",".join(store.select(query).columns) == head
