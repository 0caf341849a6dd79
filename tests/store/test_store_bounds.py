import re

import pytest

from relgraph.errors import QueryError
from relgraph.resources import folder
from relgraph.store.bounds import DEPTH, STEPS, check_bounds
from relgraph.store.embedded import memory_store

NESTED = {
    "groups": ("SELECT * { ", "{", "?s ?p ?o", "}", " }"),
    "brackets": ("ASK { FILTER(", "(", "1", ")", ") }"),
    "calls": ("ASK { FILTER(", "STR(", "1", ")", ") }"),
    "blank nodes": ("ASK { ?s ?p ", "[ ?p ", "1", " ]", " }"),
    "paths": ("ASK { ?s ", "(", "a", ")*", " ?o }"),
    "exists": ("ASK { ", "FILTER EXISTS { ?s ?p ?o ", "", "}", " }"),
    "quoted triples": ("ASK { ?s ?p ", "<<( ?s ?p ", "1", " )>>", " }"),
    "in what reads as an IRI": ("ASK { FILTER(?a<", "(", "1", ")", "&&?b>1) }"),
}
CHAINS = {
    "not": lambda n: f"ASK {{ FILTER({'!' * n}true) }}",
    "or": lambda n: f"ASK {{ FILTER({'||'.join(['?s'] * n)}) }}",
    "sums": lambda n: f"ASK {{ FILTER({'+'.join(['1'] * n)}) }}",
    "paths": lambda n: f"ASK {{ ?s {'|'.join(['a'] * n)} ?o }}",
    "clauses": lambda n: f"SELECT * {{ ?s ?p ?o {'MINUS{?s ?p ?o}' * n} }}",
    "columns": lambda n: f"SELECT {' '.join(f'(1 AS ?x{i})' for i in range(n))} {{ }}",
    "things": lambda n: f"DESCRIBE {'<http://a/> ' * n}",
}


def nested(shape, depth):
    head, opening, inner, closing, tail = NESTED[shape]
    return head + opening * depth + inner + closing * depth + tail


@pytest.mark.parametrize("shape", NESTED)
@pytest.mark.parametrize("depth", [DEPTH + 1, 30_000])
def test_what_is_nested_too_deeply_is_refused_at_its_place(shape, depth, quads):
    with memory_store(quads) as store, pytest.raises(QueryError, match=rf"line 1, column \d+: .* {DEPTH} deep"):
        store.query(nested(shape, depth))


@pytest.mark.parametrize("shape", CHAINS)
def test_a_chain_that_is_too_long_is_refused(shape, quads):
    with memory_store(quads) as store, pytest.raises(QueryError, match=rf"more than {STEPS:,} clauses"):
        store.query(CHAINS[shape](30_000))


@pytest.mark.parametrize("shape", ["groups", "calls", "paths", "exists", "quoted triples"])
def test_what_is_let_pass_can_be_answered(shape, quads):
    with memory_store(quads) as store:
        store.query(nested(shape, DEPTH // 2 - 2))


@pytest.mark.parametrize("shape", CHAINS)
def test_a_chain_that_is_let_pass_can_be_answered(shape, quads):
    with memory_store(quads) as store:
        store.query(CHAINS[shape](400))


@pytest.mark.parametrize("hidden", [
    "# {hidden}", "FILTER('{hidden}' != 'a')", ". ?s ?p '''\n{hidden}''' FILTER(1)", "VALUES ?x {{ {data} }}",
])  # fmt: skip
def test_what_nests_nothing_counts_nothing(hidden, quads):
    text = hidden.format(hidden="(" * 5_000, data="(<http://a/_(b)> 'c')" * 3_000).replace(
        "VALUES ?x", "VALUES (?x ?y)"
    )
    with memory_store(quads) as store:
        store.query(f"SELECT * {{ ?s ?p ?o {text}\n}}")


LISTED = "VALUES ?s {{ {} }}".format("<http://a/> " * (2 * STEPS))
ROWS = "VALUES (?s ?o) {{ {} }}".format("(<http://a/> 1.5) (UNDEF 2) " * (2 * STEPS))


@pytest.mark.parametrize("listed", [LISTED, ROWS])
@pytest.mark.parametrize("before", ["", "# a comment\n", "FILTER('VALUES ?s { ' != ?o) "])
def test_things_that_are_asked_about_are_not_counted_and_what_follows_them_is(before, listed, quads):
    with memory_store(quads) as store:
        store.query(f"SELECT * {{ {before}{listed} ?s ?p ?o }}")
        column = len(f"SELECT * {{ {before}{listed} ".rpartition("\n")[2])
        with pytest.raises(QueryError, match=rf"more than {STEPS:,} clauses") as refused:
            store.query(f"SELECT * {{ {before}{listed} ?s ?p ?o {'MINUS{?s ?p ?o}' * 2 * STEPS} }}")
        assert int(re.search(r"column (\d+)", str(refused.value))[1]) > column


@pytest.mark.parametrize("data", ["<http://a/> # }\n", "<http://a/>\n", "'<http://a/>'", "<http://a/(>"])
def test_what_only_looks_like_a_list_of_things_is_gone_through(data):
    with pytest.raises(QueryError, match=rf"more than {STEPS:,} clauses"):
        check_bounds(
            f"DESCRIBE # VALUES ?s {{ {data} {'<http://a/> ' * (2 * STEPS)}"
            if "\n" in data
            else f"DESCRIBE {'<http://a/> ' * (2 * STEPS)} {{ VALUES ?s {{ {data} }} }}"
        )


def test_questions_of_the_catalogue_stay_far_below_the_bounds(monkeypatch):
    monkeypatch.setattr("relgraph.store.bounds.DEPTH", DEPTH // 5)
    monkeypatch.setattr("relgraph.store.bounds.STEPS", STEPS // 2)
    for path in sorted(folder("queries").rglob("*.rq")):
        check_bounds(re.sub(r"(?m)^#\+.*$", "", path.read_text(encoding="utf-8")))
