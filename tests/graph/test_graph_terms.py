import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Literal, URIRef

from relgraph.errors import DataError
from relgraph.graph.terms import Quad, count, decimal, iri, moment, text, to_line, web_iri
from relgraph.store.embedded import memory_store

# rdflib warns of what its own Dataset.parse does
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")

S, P, G = URIRef("https://example.org/s"), URIRef("https://example.org/p"), URIRef("https://example.org/g")
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NASTY = 'a\nb\r\nc\td"e\\f\\n\x00\x0b\x0c\x1c\x7f\x85\u2028\u2029\ufffe😀 @de <x> .'


def read_by_rdflib(line):
    dataset = Dataset()
    dataset.parse(data=line, format="nquads")
    return [str(value) for _, _, value, _ in dataset.quads()]


def read_by_the_store(line):
    with memory_store([line]) as store:
        rows = store.select("SELECT ?o WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }").rows
        return [row[0].value for row in rows]


@pytest.mark.parametrize("read", [read_by_rdflib, read_by_the_store])
@pytest.mark.parametrize(("language", "graph"), [(None, None), ("de", G)])
@given(words=ANY_TEXT)
def test_any_text_comes_back_from_nquads(read, language, graph, words):
    assert read(to_line(Quad(S, P, text(words, language), graph))) == [words]


@pytest.mark.parametrize("read", [read_by_rdflib, read_by_the_store])
def test_text_that_looks_like_syntax_comes_back(read):
    assert read(to_line(Quad(S, P, text(NASTY, "de"), G))) == [NASTY]


@given(words=ANY_TEXT)
def test_a_line_is_one_line_however_it_is_cut(words):
    assert len(to_line(Quad(S, P, text(words), G)).splitlines()) == 1


@given(value=ANY_TEXT | st.from_regex(r"https?://[^\s]{0,30}", fullmatch=True))
def test_what_passes_as_an_address_is_one_for_the_store(value):
    address = web_iri(value)
    if address is not None:
        assert read_by_the_store(to_line(Quad(S, P, address))) == [value]


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org/a b",
        "https://example.org/<a>",
        'https://example.org/"',
        "https://example.org/%zz",
        "https://example.org/a#b#c",
        "https://exa mple.org/",
        "https://",
        "https:///path",
        "https://user@example.org/",
        "https://[::1",
        "http:/example.org",
        "javascript:alert(1)",
        "/service/presse",
        "example.org",
        "https://example.org/\n",
        "",
    ],
)
def test_no_unsound_address_becomes_an_iri(value):
    assert web_iri(value) is None


@pytest.mark.parametrize("value", ["https://example.org/ä?b=%C3%A4#c", "http://127.0.0.1:8000/", "https://müller.de"])
def test_a_sound_address_stays_as_it_is(value):
    assert web_iri(value) == URIRef(value)


@pytest.mark.parametrize("value", ["", "japan", "https://w3id.org/a b", "https://w3id.org/a> <b", "a:b\n"])
def test_an_iri_of_ours_that_is_none_is_refused(value):
    with pytest.raises(DataError, match="is no IRI"):
        iri(value)


@pytest.mark.parametrize("tag", ["", "d", "de_AT", "deutsch!", "de en"])
def test_a_language_that_is_none_is_refused(tag):
    with pytest.raises(DataError, match="is no language tag"):
        text("Wort", tag)


@pytest.mark.parametrize(("value", "datatype"), [("1989", "gYear"), ("1989-11", "gYearMonth"), ("1989-11-24", "date")])
def test_a_date_has_the_datatype_of_its_precision(value, datatype):
    assert to_line(Quad(S, P, moment(value))).endswith(f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}> .')


@pytest.mark.parametrize(
    "node",
    [
        count(0),
        count(700),
        decimal(1.0),
        decimal(0.0),
        decimal(0.9),
        decimal(1e-7),
        moment("1989"),
        text("Wort", "de-AT"),
    ],
)
def test_the_store_gives_each_term_back_as_it_was_written(node):
    line = to_line(Quad(S, P, node, G))
    with memory_store([line]) as store:
        assert list(store.dump()) == [line]


def test_plain_text_has_no_datatype():
    assert to_line(Quad(S, P, Literal("Wort"))) == f'<{S}> <{P}> "Wort" .'
