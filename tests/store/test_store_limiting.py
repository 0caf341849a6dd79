import pytest

from relgraph.store.limiting import limited


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o }\nLIMIT 5"),
        ("SELECT * { { SELECT * {} LIMIT 900 } } # LIMIT 2",
         "SELECT * { { SELECT * {} LIMIT 900 } } # LIMIT 2\nLIMIT 5"),
        ("SELECT * {} LIMIT 900 OFFSET 3", "SELECT * {} LIMIT 5 OFFSET 3"),
        ("SELECT * {} OFFSET 3 LIMIT 4", "SELECT * {} OFFSET 3 LIMIT 4"),
        ("SELECT ?limit { ?limit a 'LIMIT 900' } ORDER BY ?limit VALUES ?x { 1 }",
         "SELECT ?limit { ?limit a 'LIMIT 900' } ORDER BY ?limit LIMIT 5 VALUES ?x { 1 }"),
        ("ASK {}", "ASK {}"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"),
    ],
)  # fmt: skip
def test_a_select_stops_at_the_limit(query, expected):
    assert limited(query, 5) == expected
