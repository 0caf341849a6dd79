import pytest

from relgraph.errors import QueryError
from relgraph.store.dataset import lifted, put_in
from relgraph.store.embedded import memory_store
from relgraph.store.wanted import Dataset, Wanted

ONE, TWO = "http://a/one", "http://a/two"
QUADS = [
    f"<http://a/s> <http://a/p> <http://a/both> <{ONE}> .",
    f"<http://a/s> <http://a/p> <http://a/both> <{TWO}> .",
    f"<http://a/s> <http://a/p> <http://a/own> <{TWO}> .",
    f"_:b <http://a/p> <http://a/blank> <{ONE}> .",
    "<http://a/s> <http://a/p> <http://a/default> .",
]
COUNT = "(COUNT(*) AS ?n)"


@pytest.fixture(scope="module")
def store():
    with memory_store(QUADS) as opened:
        yield opened


def counted(store, query, dataset=None):
    return int(store.write(query, Wanted(table="csv", base="http://a/", dataset=dataset)).body.split()[1])


@pytest.mark.parametrize(
    ("query", "dataset", "expected"),
    [
        (f"SELECT {COUNT} {{ ?s ?p ?o }}", None, 1),
        (f"SELECT {COUNT} {{ ?s ?p ?o }}", Dataset((ONE, TWO)), 3),
        (f"SELECT {COUNT} FROM <{ONE}> FROM <two> WHERE {{ ?s ?p ?o }}", None, 3),
        (f"PREFIX a: <http://a/> SELECT {COUNT} FROM a:two WHERE {{ ?s ?p ?o }}", None, 2),
        (f"BASE <http://a/> SELECT {COUNT} FROM <one> FROM NAMED <two> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}", None, 2),
        (f"SELECT {COUNT} FROM <{ONE}> FROM <two> {{ GRAPH ?g {{ ?s ?p ?o }} }}", None, 0),
        (f"SELECT {COUNT} FROM <{ONE}> {{ ?s ?p ?o }}", Dataset((), (TWO,)), 0),
        (f"SELECT {COUNT} {{ GRAPH ?g {{ ?s ?p ?o }} }}", Dataset((ONE, TWO), (TWO,)), 2),
        (f"SELECT {COUNT} {{ ?s ?p ?o . GRAPH ?g {{ ?s ?p ?o }} }}", Dataset((ONE, TWO), (ONE, TWO)), 4),
        (f"SELECT {COUNT} {{ ?s ?p ?o }}", Dataset(("http://a/nowhere",)), 0),
        (f"SELECT {COUNT} {{ ?s ?p 'FROM <http://a/x>' }}", None, 0),
    ],
)  # fmt: skip
def test_each_triple_of_the_graphs_that_are_named_counts_once(store, query, dataset, expected):
    assert counted(store, query, dataset) == expected


def test_from_counts_once_in_the_catalogue_s_way_of_asking_too(store):
    assert str(store.select(f"SELECT {COUNT} FROM <{ONE}> FROM <{TWO}> {{ ?s ?p ?o }}").rows[0][0]) == "3"


def test_a_mistake_is_told_at_its_own_place(store):
    with pytest.raises(QueryError) as raised:
        store.write(f"SELECT *\nFROM <{ONE}>\nFROM <{TWO}> {{ ?s ?p }}", Wanted())
    assert raised.value.place[0] == 3


@pytest.mark.parametrize(
    "query",
    ["SELECT * {0} {{ ?s ?p ?o }}", "CONSTRUCT {{ ?s ?p ?o }} {0} WHERE {{ ?s ?p ?o }}",
     "CONSTRUCT {0} WHERE {{ ?s ?p ?o }}",
     "DESCRIBE <http://a/s> {0} LIMIT 3", "ASK {0} {{}}"],
)  # fmt: skip
def test_graphs_are_put_where_they_can_be_lifted_from(store, query):
    dataset = Dataset((ONE, TWO), (TWO,))
    text, found = lifted(put_in(query.format(""), dataset), None)
    assert found == dataset
    assert text.split() == query.format("").split()
    assert (
        store.write(text, Wanted(dataset=dataset)).body == store.write(query.format(dataset.clauses()), Wanted()).body
    )


def test_a_graph_is_named_by_an_iri():
    with pytest.raises(QueryError, match="absolute IRI"):
        Dataset(("one",))
