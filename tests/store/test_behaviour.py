"""What every store does alike: in memory, in a folder, behind `oxigraph serve`, and behind Virtuoso.

`union` is an `oxigraph serve` that answers from all graphs where none is named, as many servers do.
"""

import json
from contextlib import suppress

import pytest

from relgraph.errors import QueryError, StoreError
from relgraph.store import loading
from relgraph.store.embedded import memory_store, open_embedded
from relgraph.store.ledger import read_shares
from relgraph.store.loading import load
from relgraph.store.opening import open_store
from relgraph.store.remote import RemoteStore
from relgraph.store.standing import DEFAULT, LOAD
from relgraph.store.terms import Iri, Literal
from written import write_store

XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "https://w3id.org/relgraph/id/"
RDFS_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
SERVERS = ["oxigraph", "union", "virtuoso"]
TERMS = [
    Literal("Kanagawa"),
    Literal("Präfektur 神奈川県 🗾", language="ja"),
    Literal("Wasserstoff", language="de"),
    Literal("Hydrogen", language="en-gb"),
    Literal("\"Zitat\" \\ 'einfach'\n\tneue Zeile\r\n{ ?s } . # <kein:iri>"),
    Literal("lang " * 3000),
    Literal("2023-05-04", XSD + "date"),
    Literal("2023-05", XSD + "gYearMonth"),
    Literal("2023", XSD + "gYear"),
    Literal("42", XSD + "integer"),
    Literal("0.85", XSD + "decimal"),
    Literal("true", XSD + "boolean"),
    Literal("false", XSD + "boolean"),
    Iri(f"{ID}organisation/universität-zürich%20(eth)"),
]


def line(subject, predicate, term, graph=None):
    return f"<{ID}{subject}> {predicate} {term.n3()}" + (f" <{ID}release/{graph}> ." if graph else " .")


def says(name):
    return f"<https://w3id.org/relgraph/ontology#{name}>"


QUADS = [
    *(line(f"thing/{number}", says("value"), term) for number, term in enumerate(TERMS)),
    line("country/JP", RDFS_LABEL, Literal("Japan", language="de")),
    line("country/JP", RDFS_LABEL, Literal("Japan", language="en")),
    line("region/JP-14", RDFS_LABEL, Literal("Kanagawa", language="de")),
    line("region/JP-14", says("partOf"), Iri(f"{ID}country/JP")),
    line("relation/1", says("subject"), Iri(f"{ID}country/JP"), "a"),
    line("relation/2", says("subject"), Iri(f"{ID}region/JP-14"), "a"),
    line("relation/3", says("subject"), Iri(f"{ID}country/JP"), "b"),
    line("release/a", "<http://purl.org/dc/terms/issued>", Literal("2014-11-20", XSD + "date"), "a"),
    line("release/b", "<http://purl.org/dc/terms/issued>", Literal("2023-05", XSD + "gYearMonth"), "b"),
]
SHARES = {f"{ID}release/{name}": json.dumps({"id": name, "text": "ä \\ \"\n'"}, ensure_ascii=False) for name in "ab"}


@pytest.fixture(scope="module", params=["memory", "disk", *SERVERS])
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def store(kind, server_at, tmp_path_factory):
    """A store that holds the quads, asked by the tests that change nothing."""
    folder = tmp_path_factory.mktemp("store")
    write_store(folder, QUADS)
    if kind == "memory":
        opened = memory_store(QUADS)
    elif kind == "disk":
        opened = open_embedded(folder)
    else:
        opened = RemoteStore(server_at(kind))
        load(folder, opened, lambda step, done, total: None)
    with opened:
        yield opened


def texts(table):
    return [tuple(None if term is None else str(term) for term in row) for row in table.rows]


@pytest.mark.parametrize("number", range(len(TERMS)))
def test_a_term_comes_back_as_it_went_in(store, number):
    found = store.select("SELECT ?value { ?thing rg:value ?value }", {"thing": Iri(f"{ID}thing/{number}")})
    assert found.rows == [(TERMS[number],)]


@pytest.mark.parametrize("number", range(len(TERMS)))
def test_a_term_is_found_by_its_value(store, number):
    found = store.select("SELECT ?thing { ?thing rg:value ?value }", {"value": TERMS[number]})
    assert texts(found) == [(f"{ID}thing/{number}",)]


@pytest.mark.parametrize(
    ("asked", "bindings", "rows"),
    [
        ("SELECT ?l { ?s rdfs:label ?l FILTER(LANG(?l) = 'de') } ORDER BY ?l", {}, [("Japan",), ("Kanagawa",)]),
        ("SELECT ?l ?w { ?s rdfs:label ?l OPTIONAL { ?s rg:partOf ?w } FILTER(LANG(?l) = 'de') } ORDER BY ?l", {},
         [("Japan", None), ("Kanagawa", f"{ID}country/JP")]),
        ("SELECT ?s { ?s rg:partOf* ?where } ORDER BY ?s", {"where": Iri(f"{ID}country/JP")},
         [(f"{ID}country/JP",), (f"{ID}region/JP-14",)]),
        ("SELECT ?w { ?s rg:partOf* ?p . ?p rg:partOf ?w }", {"s": Iri(f"{ID}region/JP-14")}, [(f"{ID}country/JP",)]),
        ("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?r rg:subject ?s } } GROUP BY ?g ORDER BY ?g", {},
         [(f"{ID}release/a", "2"), (f"{ID}release/b", "1")]),
        ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), STR(id:))) }", {}, [("5",)]),
        ("SELECT DISTINCT ?g { GRAPH ?g { ?s dcterms:issued|rg:value|rdfs:label ?o } } ORDER BY ?g", {},
         [(f"{ID}release/a",), (f"{ID}release/b",)]),
        ("SELECT ?s { ?r rg:subject ?s }", {}, []),
        ("PREFIX r: <https://w3id.org/relgraph/id/release/> SELECT ?d { GRAPH r:b { ?r dcterms:issued ?d } }", {},
         [("2023-05",)]),
        ("PREFIX r: <https://w3id.org/relgraph/id/release/> SELECT * { GRAPH r:b { r:b dcterms:issued ?d } }", {},
         [("2023-05",)]),
        ("SELECT ?l { GRAPH ?g { ?r rg:subject ?s } ?s rdfs:label ?l FILTER(LANG(?l) = ?language) } ORDER BY ?l",
         {"language": Literal("de"), "g": Iri(f"{ID}release/a")}, [("Japan",), ("Kanagawa",)]),
        ("SELECT ?s { ?s rdfs:label ?l MINUS { ?s rg:partOf ?w } FILTER NOT EXISTS { ?s rg:value ?v } "
         "FILTER(LANG(?l) = 'en') }", {}, [(f"{ID}country/JP",)]),
        ("SELECT ?s { { ?s rg:partOf ?w } UNION { ?s rdfs:label 'Japan'@en } } ORDER BY ?s", {},
         [(f"{ID}country/JP",), (f"{ID}region/JP-14",)]),
        ("SELECT ?d { GRAPH ?g { ?g dcterms:issued ?d } } ORDER BY STR(?d) LIMIT 1 OFFSET 1", {}, [("2023-05",)]),
        ("#+ a header: SELECT nothing\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
         "SELECT (CONCAT(STR(?l), \"\\n{\") AS ?x) { ?s rdfs:label ?l FILTER(?l = 'Kanagawa'@de) }", {},
         [("Kanagawa\n{",)]),
    ],
)  # fmt: skip
def test_a_question_has_its_answer(store, asked, bindings, rows):
    assert texts(store.select(asked, bindings or None)) == rows


def test_truths_are_told(store):
    assert store.ask("ASK { ?s rg:partOf ?where }", {"where": Iri(f"{ID}country/JP")})
    assert not store.ask("ASK { ?s rg:partOf ?where }", {"where": Iri(f"{ID}country/KR")})


def test_a_graph_is_made_with_terms_as_they_are(store):
    made = store.construct("CONSTRUCT { ?s rg:value ?v } WHERE { ?s rg:value ?v }")
    expected = sorted(quad for quad in QUADS if says("value") in quad)
    assert [one.replace('"1"^^', '"true"^^').replace('"0"^^', '"false"^^') for one in made] == expected


def test_the_first_rows_are_given_and_the_others_counted(store):
    table = store.query("SELECT ?l { ?s rdfs:label ?l } ORDER BY ?l", None, 1)
    assert (len(table.rows), table.total) == (1, 3)


@pytest.mark.parametrize("asked", ["SELECT * { ?s ?p }", "SELECT", "SELECT ?x { ?x a ?y } GROUP BY ("])
def test_a_malformed_question_is_the_question_s_fault(store, asked):
    with pytest.raises(QueryError):
        store.query(asked)


@pytest.mark.parametrize("asked", ["DROP ALL", "INSERT DATA { <a:a> <a:b> 1 }", "SELECT * { SERVICE <http://a/> {} }"])
def test_a_question_changes_nothing_and_calls_nobody(store, asked):
    with pytest.raises(QueryError, match="refused"):
        store.query(asked)


def test_everything_is_given_as_it_was_loaded(store):
    assert list(store.dump()) == sorted(QUADS)


# From here on the servers are changed


@pytest.fixture(params=SERVERS)
def server(request, server_at):
    """A server that relgraph has never loaded anything into, but somebody else has."""
    store = RemoteStore(server_at(request.param))
    for (graph,) in store.plainly(
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(!CONTAINS(STR(?g), 'openlink')) }"
    ).rows:
        with suppress(StoreError):  # Virtuoso keeps some graphs to itself
            store.update(f"DROP SILENT GRAPH <{graph}>")
    if request.param != "virtuoso":
        store.update("DROP ALL")
    store.update(f"INSERT DATA {{ GRAPH <http://others/g> {{ {OTHERS} }} }}")
    return store


OTHERS = "<http://others/s> <http://others/p> 'theirs'"


@pytest.fixture
def folder(tmp_path):
    """Write a store's folder: a function of its quads."""

    def write(quads):
        write_store(tmp_path / "store", quads)
        return tmp_path / "store"

    return write


def watch(step, done, total):
    """See nothing."""


def graphs(lines):
    """Lines by graph."""
    found = {}
    for quad in lines:
        graph = quad.split()[-2] if "/release/" in quad.split()[-2] and quad.count(f"<{ID}release/") else ""
        found.setdefault(graph, []).append(quad)
    return found


def test_loading_again_sends_nothing(server, folder):
    first = load(folder(QUADS), server, watch, shares=SHARES)
    assert (first.loaded, first.default, first.quads) == (2, True, len(QUADS))
    again = load(folder(QUADS), server, watch, shares=SHARES)
    assert (again.unchanged, again.anything, again.requests) == (2, False, 0)


def test_only_what_has_changed_is_sent_and_what_is_gone_goes(server, folder):
    load(folder(QUADS), server, watch)
    changed = [quad.replace("relation/3", "relation/4") for quad in QUADS if "release/a>" not in quad]
    done = load(folder(changed), server, watch)
    assert (done.loaded, done.removed, done.default, done.quads) == (1, 1, False, 2)
    assert list(server.dump()) == sorted(changed)
    load(folder(QUADS), server, watch)
    assert list(server.dump()) == sorted(QUADS)


def test_graphs_of_others_stay(server, folder):
    load(folder(QUADS), server, watch)
    load(folder(QUADS[:-6]), server, watch)
    left = server.plainly("SELECT ?o { GRAPH <http://others/g> { ?s ?p ?o } }")
    assert texts(left) == [("theirs",)]


@pytest.mark.parametrize("server", ["oxigraph"], indirect=True)
def test_a_default_graph_of_others_is_replaced_only_if_that_is_said(server, folder):
    server.update(f"INSERT DATA {{ {OTHERS} }}")
    with pytest.raises(StoreError, match="default graph that relgraph has not loaded; --replace"):
        load(folder(QUADS), server, watch)
    assert len(server.plainly("SELECT * { ?s ?p ?o }").rows) == 1
    assert not server.plainly(f"SELECT * {{ GRAPH <{LOAD}> {{ ?s ?p ?o }} }}").rows
    load(folder(QUADS), server, watch, replace=True)
    assert list(server.dump()) == sorted(QUADS)


def stopping(steps):
    """Progress that is watched for so many steps, and then ended as by Ctrl+C."""
    left = [steps]

    def step(*told):
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt

    return step


def test_a_load_that_is_ended_goes_on_where_it_stood(server, folder, monkeypatch):
    monkeypatch.setattr(loading, "QUADS", 3)
    source = folder([*QUADS, *(line(f"relation/{n}", says("subject"), TERMS[-1], "c") for n in range(8))])
    whole = graphs(open_embedded(source).dump())
    resumed = False
    for turn in range(40):
        resumed |= bool(server.plainly(f"SELECT ?n {{ GRAPH <{LOAD}> {{ ?s <{LOAD}#batches> ?n }} }}").rows)
        try:
            done = load(source, server, stopping(turn % 7 + 1), shares=SHARES)
            break
        except KeyboardInterrupt:
            held = graphs(server.dump())
            assert all(held[graph] == whole[graph] for graph in held)
    assert done.quads < len(QUADS)
    assert resumed
    assert graphs(server.dump()) == whole
    assert not load(source, server, watch, shares=SHARES).anything


def test_nothing_that_waits_is_seen_by_a_question(server, folder, monkeypatch):
    monkeypatch.setattr(loading, "QUADS", 3)

    def stop(step, done, total):
        if (step, done) == ("staging", 5):
            raise KeyboardInterrupt

    load(folder(QUADS), server, watch)
    changed = [*QUADS, line("country/KR", RDFS_LABEL, Literal("Südkorea", language="de"))]
    with suppress(KeyboardInterrupt):
        load(folder(changed), server, stop)
    for asked in ("?s rdfs:label ?o", "GRAPH ?g { ?s rdfs:label ?o }", "GRAPH ?g { ?s rg:value ?o }"):
        with memory_store(QUADS) as store:
            count = f"SELECT (COUNT(?o) AS ?n) {{ {asked} }}"
            assert server.select(count).rows == store.select(count).rows
    assert list(server.dump()) == sorted(QUADS)


def test_a_server_keeps_what_each_release_has_brought(server, folder):
    with pytest.raises(StoreError, match="does not tell what each release has brought"):
        read_shares(server)
    load(folder(QUADS), server, watch, shares=SHARES)
    assert read_shares(server) == sorted(SHARES.values())
    left = {iri: share for iri, share in SHARES.items() if not iri.endswith("/b")}
    load(folder([quad for quad in QUADS if "release/b>" not in quad]), server, watch, shares=left)
    assert read_shares(server) == [*left.values()]
    load(folder(QUADS[:3]), server, watch, shares={})
    assert read_shares(server) == []
    load(folder(QUADS), server, watch, shares=SHARES)
    assert list(server.dump()) == sorted(QUADS)


def test_a_server_that_was_opened_before_a_load_sees_it(server, folder, monkeypatch):
    with open_store(server.location.replace("//", "//dba:dba@")) as early:
        assert early.select("SELECT ?s { ?s rg:partOf ?o }").rows == []
        monkeypatch.setattr("relgraph.store.remote._EVERY", 0.0)
        load(folder(QUADS), server, watch)
        assert texts(early.select("SELECT ?s { ?s rg:partOf ?o }")) == [(f"{ID}region/JP-14",)]
        assert DEFAULT not in {str(g) for (g,) in early.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows}
