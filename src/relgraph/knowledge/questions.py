"""Questions to a store, in words, by name and in SPARQL, with their answers for programs."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import QueryError, UnknownName
from relgraph.knowledge.answer import Answer, answer_of
from relgraph.queries.asking import ask as ask_named
from relgraph.store.protocol import Store
from relgraph.store.terms import Literal, Table, Term
from relgraph.understanding.answering import answer
from relgraph.understanding.reading import Reader
from relgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib

_SPARQL = "SPARQL"


def ask(reader: Reader, words: str, language: str | None, today: str | None, choice: int) -> Answer:
    """The answer to one of the readings of some words.

    Raises:
        UnknownName: they are no question of the catalogue.
        QueryError: there are fewer readings.
    """
    readings = reader.read(words, today)
    spoken = language or readings.heard.language or "de"
    if not readings.readings:
        near = [weighed.question.question[spoken] for weighed in readings.nearest]
        raise UnknownName(words, "question", near)
    answered = answer(reader, readings, choice - 1, spoken)
    weighed, teller = readings.readings[choice - 1].weighed, answered.teller
    named = _told(answered.told.answer, answered.told.title, spoken, answered.told.headings)
    return replace(
        named,
        question=weighed.question.name,
        params=teller.params(weighed),
        reading=teller.reading(weighed),
        notes=tuple(teller.notes(readings, choice - 1)),
        others=tuple(f"{number} {teller.reading(other)}" for number, other in teller.others(readings, choice - 1)),
    )


def ask_by_name(store: Store, question: str | Path, params: Mapping[str, str], language: str) -> Answer:
    """The answer to a question of the catalogue, or of a file.

    Raises:
        UnknownName: there is no such question, or a label names nothing.
        QueryError: a parameter is unknown, missing or malformed.
    """
    name = str(question)
    if name == "-":
        raise UnknownName(name, "question")  # which is standard input to the command line
    told = ask_named(name, params, store, language)
    return replace(_told(told.answer, told.title, language, told.headings), question=name, params=params)


def ask_sparql(store: Store, text: str, bindings: Mapping[str, Term]) -> Answer:
    """The answer to a SELECT or ASK.

    Raises:
        QueryError: it is malformed, refused, or of another form.
    """
    return _told(store.query(text, bindings), _SPARQL, "en")


def construct(store: Store, text: str, bindings: Mapping[str, Term]) -> "rdflib.Graph":
    """The triples that a CONSTRUCT or DESCRIBE gives.

    Raises:
        QueryError: it is malformed, refused, or of another form.
    """
    from relgraph.knowledge.rdf import graph_of_lines

    return graph_of_lines(store.construct(text, bindings))


def _told(
    told: Table | bool | list[str], title: str, language: str, headings: Mapping[str, str] | None = None
) -> Answer:
    if isinstance(told, list):
        raise QueryError(title, "gives triples; `construct` answers it")
    if isinstance(told, bool):
        told = Table(("answer",), [(Literal(str(told).lower(), datatype=PREFIXES["xsd"] + "boolean"),)])
    answer = answer_of(told, title, spoken=headings is not None)
    return replace(answer, language=language, headings=headings or {})
