"""The form of a question: a field for each parameter, with what may be put into it and what is wrong with what was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from relgraph.explore.words import labels
from relgraph.queries.index import Index
from relgraph.queries.listing import RELEASE_KIND, TOPIC_KIND
from relgraph.queries.parts import LIMIT
from relgraph.queries.question import Parameter, ParameterType, Question
from relgraph.understanding.lexicon import words
from relgraph.vocabulary import RelationType, Status
from relgraph.web.asking.answers import LANGUAGE, Fault, Refused
from relgraph.web.search import evidence
from relgraph.web.speech import Speech

_MOST, _SEEN = 12, 2
"""Suggestions before anything is typed; fields that are seen at once, beside those that hold something."""
_SUGGESTED = (ParameterType.ENTITY, ParameterType.TOPIC, ParameterType.RELEASE)


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose, what it is called, and what there is on it."""

    value: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form; one with `choices` is a list to choose from, one with a `kind` suggests as one types."""

    name: str
    title: str
    help: str
    value: str
    required: bool
    default: str = ""
    kind: str | None = None
    choices: Sequence[Option] = ()
    suggested: Sequence[Option] = ()
    date: bool = False
    fault: Fault | None = None
    first: bool = True
    """Whether it is seen at once; the others stand behind "more"."""


def fields(
    question: Question, given: Mapping[str, str], refused: Refused | None, index: Index, speech: Speech
) -> list[Field]:
    """The fields of a question, without its language, which is that of the page."""
    faults = {} if refused is None else {fault.parameter: fault for fault in refused.faults}
    shown = [one for one in question.parameters if one.name != LANGUAGE]
    made = [_field(one, given.get(one.name, ""), faults.get(one.name), index, speech) for one in shown]
    told = {one.name for one in made if one.required or one.value or one.fault}
    usual = [one.name for one in made if one.name not in told and one.name != LIMIT]
    seen = told | set(usual[: max(0, _SEEN - len(told))])
    return [replace(one, first=one.name in seen) for one in made]


def strangers(question: Question, refused: Refused | None) -> list[str]:
    """Names that were given and are no parameters."""
    faults = () if refused is None else refused.faults
    return [fault.parameter for fault in faults if question.parameter(fault.parameter) is None]


def _field(parameter: Parameter, value: str, fault: Fault | None, index: Index, speech: Speech) -> Field:
    kind = _kind(parameter)
    choices = _choices(parameter, value, speech)
    return Field(
        name=parameter.name, title=called(parameter, speech), help=parameter.help[speech.language],
        value=_told(value, index, speech),
        required=parameter.required, default=parameter.default or "", kind=kind, choices=choices,
        suggested=_suggested(kind, index, speech), date=parameter.type is ParameterType.DATE, fault=fault,
    )  # fmt: skip


def _told(value: str, index: Index, speech: Speech) -> str:
    """A value as people would write it: the name of the thing whose IRI it is, where the name alone means it."""
    thing = index.by_iri.get(value)
    return value if thing is None else index.value(thing, speech.language)


def called(parameter: Parameter, speech: Speech) -> str:
    """What a parameter is called above its field."""
    return speech.say("parameters", parameter.name)


def _kind(parameter: Parameter) -> str | None:
    if parameter.type not in _SUGGESTED or parameter.choices:
        return None
    return parameter.suggest or {ParameterType.ENTITY: "Entity", ParameterType.TOPIC: TOPIC_KIND}.get(
        parameter.type, RELEASE_KIND
    )


def _choices(parameter: Parameter, value: str, speech: Speech) -> list[Option]:
    """What there is to choose; a value that is none of it stays, to be told what is wrong with it."""
    match parameter.type:
        case ParameterType.STATUS:
            found = [Option(one.value, speech.label("statuses", one)) for one in Status]
        case ParameterType.RELATION_TYPE:
            found = [Option(one.value, speech.label("relation_types", one)) for one in RelationType]
        case _:
            found = [Option(one, _choice(one, speech)) for one in parameter.choices]
    stands = not value or any(one.value == value for one in found)
    return found if stands or not found else [*found, Option(value, value)]


def _choice(choice: str, speech: Speech) -> str:
    if choice in labels()["entity_types"]:
        return speech.label("entity_types", choice)
    known = words().choices.get(choice)
    return known[speech.language] if known else choice


def _suggested(kind: str | None, index: Index, speech: Speech) -> list[Option]:
    """What there is most on: for readers without scripts, and before anything is typed."""
    if kind is None:
        return []
    found = [one for one in index.find("", kind, most=_MOST) if one.releases]
    return [
        Option(index.value(one, speech.language), one.name(speech.language), evidence(one, speech)) for one in found
    ]
