import pyoxigraph as ox
import pytest

from relgraph.errors import QueryError
from relgraph.store.operations import asked_of, plain
from relgraph.store.wanted import Dataset

ONE, TWO = "http://a/one", "http://a/two"
DATA = [
    (ONE, "s", "both"), (TWO, "s", "both"), (TWO, "s", "own"), (None, "s", "default"),
]  # fmt: skip
COUNT = "INSERT { <http://a/n> <http://a/n> ?n } %s WHERE { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }"


@pytest.fixture
def engine():
    made = ox.Store()
    for graph, subject, thing in DATA:
        quad = [ox.NamedNode(f"http://a/{name}") for name in (subject, "p", thing)]
        made.add(ox.Quad(*quad, ox.NamedNode(graph) if graph else ox.DefaultGraph()))
    return made


def counted(engine):
    return next(engine.query("SELECT ?n { <http://a/n> <http://a/n> ?n }"))[0].value


@pytest.mark.parametrize(
    ("update", "dataset", "expected"),
    [
        (COUNT % "", None, "1"),
        (COUNT % "", Dataset((ONE,)), "1"),
        (COUNT % "", Dataset((ONE, TWO)), "2"),
        (COUNT % "", Dataset((), (TWO,)), "0"),
        (COUNT % f"USING <{ONE}> USING <{TWO}>", None, "2"),
        (f"PREFIX a: <http://a/> {COUNT % 'USING a:one USING NAMED a:two USING a:two'}", None, "2"),
        ("INSERT { <http://a/n> <http://a/n> ?n } WHERE { { SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } } }",
         Dataset((ONE, TWO), (ONE,)), "1"),
        (f"INSERT DATA {{ GRAPH <{ONE}> {{ <http://a/t> <http://a/p> <http://a/o> }} }} ; {COUNT % ''} # ; end",
         Dataset((ONE, TWO)), "3"),
    ],
)  # fmt: skip
def test_an_operation_is_asked_of_the_graphs_that_are_named_each_triple_once(engine, update, dataset, expected):
    before = set(engine.named_graphs())
    engine.update(asked_of(update, dataset))
    assert counted(engine) == expected
    assert set(engine.named_graphs()) == before


def test_delete_where_takes_from_the_default_graph_what_the_named_ones_hold(engine):
    engine.update("INSERT DATA { <http://a/s> <http://a/p> <http://a/own> }")
    engine.update(asked_of("DELETE WHERE { ?s ?p ?o }", Dataset((TWO,))))
    left = [quad.object.value for quad in engine.quads_for_pattern(None, None, None, ox.DefaultGraph())]
    assert left == ["http://a/default"]


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <a:b> <a:b> ';' }", "CLEAR ALL", f"DROP GRAPH <{ONE}> ; CREATE GRAPH <{TWO}>", "INSERT {", ""],
)
def test_what_asks_nothing_stays_as_it_is(update):
    assert asked_of(update, Dataset((ONE,))) == update


@pytest.mark.parametrize(
    "update", [COUNT % f"USING <{ONE}>", f"WITH <{ONE}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}"]
)
def test_graphs_are_named_in_one_place(update):
    with pytest.raises(QueryError, match="takes none from using-graph-uri"):
        asked_of(update, Dataset((ONE,)))


def test_prefixes_may_stand_before_every_operation(engine):
    text, prefixes = plain("PREFIX a: <http://a/> CLEAR ALL;\n# b\nPREFIX b: <http://a/> INSERT DATA { a:n b:n 5 }")
    engine.update(text, prefixes=prefixes)
    assert counted(engine) == "5"


@pytest.mark.parametrize(
    "text", ["CLEAR ALL; BASE <http://a/> CLEAR ALL", "PREFIX a: <b:> CLEAR ALL; PREFIX a: <c:> CLEAR ALL"]
)
def test_what_means_two_things_stays_as_it_is(text):
    assert plain(text) == (text, {})


@pytest.mark.parametrize(
    "update", ["DELETE { } USING < USING <a> WHERE { }", "INSERT { } USING WHERE { }", "DELETE USING WHERE"]
)
def test_what_cannot_be_told_apart_is_left_to_the_engine(update):
    for dataset in (None, Dataset(("http://a/g", "http://a/h"))):
        try:
            assert asked_of(update, dataset)
        except QueryError as error:
            assert "names graphs" in str(error)  # noqa: PT017 - either will do
