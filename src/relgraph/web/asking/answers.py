"""What the desk answers with: rows and footnotes, what is wrong with a value, files, the relations behind an answer.

Each function takes the store first and runs in a process of the desk, so that all values here can be pickled.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.errors import QueryError, UnknownName
from relgraph.queries.asking import ask
from relgraph.queries.catalogue import find_question
from relgraph.queries.parameters import term
from relgraph.queries.parts import LIMIT
from relgraph.queries.question import Parameter, ParameterType, Question
from relgraph.queries.sourced import Sourced, sourced, triples
from relgraph.store.protocol import Store
from relgraph.store.serialise import serialise
from relgraph.store.terms import Term

LANGUAGE = "language"
_FORMS = {ParameterType.DATE: "date", ParameterType.NUMBER: "number", ParameterType.DECIMAL: "decimal"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the value of a parameter; `why` names its words in `words/questions.yaml`."""

    parameter: str
    why: str
    value: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Values that a question cannot be asked with."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """How many rows an empty answer would have without one of its values."""

    parameter: str
    rows: int


def answered(store: Store, name: str, params: Mapping[str, str]) -> Sourced | Refused:
    """The answer with its footnotes, or what is wrong with the values; empty values are none.

    Raises:
        UnknownName: no question has that name.
    """
    question = find_question(name)
    bound = terms(question, params, store)
    return bound if isinstance(bound, Refused) else sourced(question, store, bound, params)


def terms(question: Question, params: Mapping[str, str], store: Store) -> dict[str, Term] | Refused:
    """What the values stand for, or what is wrong with them; empty values are none."""
    bound: dict[str, Term] = {}
    faults = [Fault(key, "parameter", value) for key, value in params.items() if question.parameter(key) is None]
    for parameter in question.parameters:
        value = params.get(parameter.name, parameter.default or "").strip()
        if value:
            found = _bound(question, parameter, value, store)
            if isinstance(found, Fault):
                faults.append(found)
            else:
                bound[parameter.name] = found
        elif parameter.required:
            faults.append(Fault(parameter.name, "missing", ""))
    return Refused(tuple(faults)) if faults else bound


def _bound(question: Question, parameter: Parameter, value: str, store: Store) -> Term | Fault:
    try:
        return term(question, parameter, value, store)
    except UnknownName as error:
        return Fault(parameter.name, "unknown", value, error.suggestions)
    except QueryError as error:
        if parameter.choices:
            return Fault(parameter.name, "choice", value, parameter.choices)
        why = _FORMS.get(parameter.type, "several")
        several = str(error).partition("give one of ")[2].split(", ") if why == "several" else []
        return Fault(parameter.name, why, value, tuple(one for one in several if one))


def relaxed(store: Store, name: str, params: Mapping[str, str]) -> list[Without]:
    """How many rows an empty answer would have without one of its optional values, for those where there are any."""
    question, found = find_question(name), []
    for parameter in question.parameters:
        if params.get(parameter.name) and parameter.optional:
            rest = {key: value for key, value in params.items() if key != parameter.name}
            told = ask(name, rest, store, params.get(LANGUAGE, "de"))
            found += [Without(parameter.name, told.size + told.rest)] if told.size else []
    return found


def written(store: Store, name: str, params: Mapping[str, str], format_: str) -> str:
    """The answer as a file, as `relgraph query` writes it.

    Raises:
        UnknownName: no question has that name, or a label names nothing.
        QueryError: a parameter is unknown, missing or malformed.
    """
    given = {key: value for key, value in params.items() if value}
    return ask(name, given, store, given.get(LANGUAGE, "de")).write(format_)


def turtle(store: Store, name: str, params: Mapping[str, str]) -> bytes:
    """The relations behind an answer's footnotes, with sentences and releases, as Turtle.

    Raises:
        UnknownName: no question has that name, or a label names nothing.
        QueryError: a parameter is unknown, missing or malformed.
    """
    written(store, name, {**params, **_few(name)}, "csv")  # says what is wrong, as for any other format
    answer = answered(store, name, params)
    assert isinstance(answer, Sourced)
    relations = {iri for note in answer.notes for iri in note.relations}
    return serialise([f"{line.removesuffix(' .')} ." for line in triples(store, relations)], "ttl")


def _few(name: str) -> dict[str, str]:
    return {LIMIT: "1"} if find_question(name).parameter(LIMIT) else {}
