"""Questions as a program reads of them: what each takes, with values that have an answer, and what its rows hold."""

from collections.abc import Mapping
from functools import lru_cache

from relgraph.errors import DataError
from relgraph.queries.catalogue import catalogue
from relgraph.queries.groups import GROUPS
from relgraph.queries.question import Parameter, ParameterType, Question
from relgraph.resources import folder, read_yaml
from relgraph.web.api.asked import LARGEST

ROOT = "/api"
DATE = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""A year, month or day, as a regular expression of JSON Schema."""


def address(question: Question) -> str:
    """Where a question is described; its answer stands below."""
    return f"{ROOT}/questions/{question.name}"


def answer_address(question: Question) -> str:
    """Where a question is answered."""
    return f"{address(question)}/answer"


def listed() -> dict[str, object]:
    """The catalogue."""
    questions = [_brief(question) for question in catalogue().values()]
    return {
        "total": len(questions),
        "groups": {key: dict(words) for key, words in GROUPS.items()},
        "questions": questions,
    }


def described(question: Question) -> dict[str, object]:
    """All there is to know of one question."""
    return {
        **_brief(question),
        "description": question.description,
        "relations": [kind.value for kind in question.relations],
        "parameters": [_parameter(question, parameter) for parameter in question.parameters],
        "columns": [
            {"name": column.name, "heading": dict(column.heading), "of": column.of} for column in question.columns
        ],
    }


def _brief(question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "group": question.group,
        "summary": question.summary,
        "title": dict(question.title),
        "question": dict(question.question),
        "links": {"self": address(question), "answer": answer_address(question), "page": f"/questions/{question.name}"},
    }


def _parameter(question: Question, parameter: Parameter) -> dict[str, object]:
    return {
        "name": parameter.name,
        "type": parameter.type.value,
        "help": dict(parameter.help),
        "required": parameter.required,
        "default": parameter.default,
        "choices": list(parameter.choices),
        "suggest": parameter.suggest,
        "example": example(question, parameter),
    }


def schema(parameter: Parameter) -> dict[str, object]:
    """What a value looks like, as JSON Schema says it; of labels it says nothing, for the graph decides."""
    found: dict[str, object]
    match parameter.type:
        case ParameterType.NUMBER:
            found = {"type": "integer", "minimum": 0, "maximum": LARGEST}
        case ParameterType.DECIMAL:
            found = {"type": "number", "minimum": 0, "maximum": LARGEST}
        case ParameterType.DATE:
            found = {"type": "string", "pattern": DATE}
        case _ if parameter.choices:
            found = {"type": "string", "enum": list(parameter.choices)}
        case _:
            found = {"type": "string", "minLength": 1, "pattern": "\\S"}
    return found | ({} if parameter.default is None else {"default": _typed(parameter, parameter.default)})


def example(question: Question, parameter: Parameter) -> str | int | float | None:
    """A value that has an answer in the bundled graph; nothing where the file of examples has none.

    Raises:
        DataError: the file of examples is not of its form.
    """
    table = _examples()
    own = table["questions"]
    assert isinstance(own, dict)
    value = own.get(question.name, {}).get(parameter.name, table.get(parameter.name, parameter.default))
    return None if value is None else _typed(parameter, str(value))


def _typed(parameter: Parameter, value: str) -> str | int | float:
    if parameter.type is ParameterType.NUMBER:
        return int(value)
    return float(value) if parameter.type is ParameterType.DECIMAL else value


@lru_cache
def _examples() -> Mapping[str, object]:
    path = folder("data") / "api" / "examples.yml"
    table = read_yaml(path)
    if not isinstance(table, dict) or not isinstance(table.get("questions"), dict):
        raise DataError(path, "not a mapping of parameters to values, with questions")
    return table
