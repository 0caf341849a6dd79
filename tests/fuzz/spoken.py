"""Targets of fuzzing: texts of questions, values that are bound in them, and files of questions."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from promises import one_line
from relgraph.errors import QueryError, UnknownName
from relgraph.queries.header import Header
from relgraph.queries.inspection import inspected
from relgraph.store.binding import bind
from relgraph.store.columns import star
from relgraph.store.dataset import lifted, put_in
from relgraph.store.embedded import memory_store
from relgraph.store.guard import admitted_question, admitted_update, check_question, prefixes, prologue, query_form
from relgraph.store.lexing import outer, words
from relgraph.store.limiting import limited
from relgraph.store.operations import asked_of, plain
from relgraph.store.terms import Iri, Literal
from relgraph.store.wanted import Dataset
from relgraph.understanding.answering import answer
from relgraph.understanding.reading import Reader
from relgraph.vocabulary import PREFIXES

_ANYWHERE = "http://away.invalid/"
_CALLING = ("http request", "service", "connect", "resolve", "dns", "lookup")
"""Words of the engine's complaint when a server is not there."""
_EMPTY = ox.Store()
_STORE = memory_store(['<a:s> <a:p> "x" .', "<a:s> <a:p> <a:o> <a:g> ."])
_FRAME = "SELECT ?v ?w {{ {{ SELECT ?v ?w {{ BIND(1 AS ?x) }} }} UNION {{ SELECT ?v ?w {{ }} }} # {hidden}\n}}"


def text_of(data: bytes) -> str:
    """A text as it comes over the wire."""
    return data.decode("utf-8", "replace")


def reaches(sparql: str) -> bool:
    """Whether the engine, asked this, calls another server: it fails in its own words, as there is none there."""
    try:
        result = _EMPTY.query(sparql, prefixes=PREFIXES, base_iri=_ANYWHERE)
        return not isinstance(result, ox.QueryBoolean) and not list(result) and False
    except SyntaxError:
        return False
    except (OSError, RuntimeError, ValueError) as error:
        return any(word in str(error).lower() for word in _CALLING)


def guard(data: bytes) -> None:
    """No question that is let pass calls another server, and no update that is let pass loads from one."""
    text = text_of(data)
    try:
        check_question(text)
        assert not reaches(text), "a question that was let pass calls another server"
    except QueryError:
        pass
    try:
        admitted = admitted_question(text)
    except QueryError:
        admitted = ""
    assert not reaches(admitted), "a question that was admitted calls another server"
    try:
        update = admitted_update(text)
    except QueryError:
        return
    try:
        ox.Store().update(update, prefixes=PREFIXES, base_iri=_ANYWHERE)
    except SyntaxError:
        return
    except (OSError, RuntimeError, ValueError) as error:
        told = str(error).lower()
        assert not any(word in told for word in _CALLING), "an update calls a server"


def lexing(data: bytes) -> None:
    """Words stand where they say, and whatever is made of a text by them is made of all of it."""
    text = text_of(data)
    for word in words(text, comments=True):
        assert text[word.start : word.end] == word.text, "a word does not stand where it says"
    outer(text)
    query_form(text)
    prefixes(text)
    assert text.startswith(prologue(text)), "what stands before a question does not stand before it"
    place = star(text)
    assert place is None or text[place] == "*", "a star is none"
    limited(text, 7)
    assert len(plain(text)[0]) == len(text), "an operation has another place than before"
    try:
        asked_of(text, None)
        asked_of(text, Dataset(("http://a/g",)))
        bare, named = lifted(text, _ANYWHERE)
    except QueryError:
        return
    assert len(bare) == len(text), "a word of a question has another place than before"
    if named is None:
        assert bare == text, "a question is changed for nothing"
    put_in(bare, Dataset(("http://a/g",)))


def questions(data: bytes) -> None:
    """The store answers a question or refuses it with an error of ours."""
    text = text_of(data)
    if len(text) > 300:
        return  # what takes long is stopped by the desk, and there is none here
    try:
        _STORE.query(text, most=5, counted=5)
    except QueryError as error:
        one_line(error)


def binding(data: bytes) -> None:
    """Whatever a value is, the question has the form that it had, and the value comes back as one term."""
    value, _, hidden = text_of(data).partition("\x00")
    frame = _FRAME.format(hidden=hidden.replace("\n", " ").replace("\r", " "))
    bound = bind(frame, {"v": Literal(value), "w": Literal(value, language="de")})
    rows = list(_EMPTY.query(bound))
    assert len(rows) == 2, "a bound question has other rows than before"
    same_terms(rows, value)
    try:
        iri = Iri(value)
    except QueryError:
        return
    try:
        expected = ox.NamedNode(value)
    except ValueError:
        return  # the engine refuses more than we do, and says so
    found = list(_EMPTY.query(bind("SELECT ?v { }", {"v": iri})))
    assert [row["v"] for row in found] == [expected], "an IRI comes back as another"


def same_terms(rows: Iterable[Mapping[str, object]], value: str) -> None:
    """Hold that a text comes back in each row as it was bound, once plain and once with a language."""
    for row in rows:
        assert row["v"] == ox.Literal(value), "a text comes back as another"
        assert row["w"] == ox.Literal(value, language="de"), "a text with a language comes back as another"


class Texts:
    """Files of questions, and questions in words; they need a folder and a graph."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self._path = folder / "a-question.rq"
        self._reader = reader

    def header(self, data: bytes) -> None:
        """A header is read, and all that is wrong with it has a line of the file."""
        text = text_of(data)
        header = Header(self._path, text)
        header.question()
        for fault in header.faults.found:
            assert 1 <= fault.line <= max(1, text.count("\n") + 1), "a fault has a line that is none"
            assert fault.why, "a fault says nothing"

    def question_file(self, data: bytes) -> None:
        """A file of a question is one, or it is said what is wrong with it."""
        self._path.write_bytes(data)
        try:
            question, faults = inspected(self._path)
        except ValueError as error:
            return one_line(error)
        assert (question is None) == bool(faults), "a file is none, and nothing is wrong with it"

    def ask(self, data: bytes) -> None:
        """A question in words is read, answered or left alone."""
        text = text_of(data)[:500]
        readings = self._reader.read(text)
        if readings.readings:
            with suppress(UnknownName):  # it names a place that the graph does not
                answer(self._reader, readings, 0, "de")
