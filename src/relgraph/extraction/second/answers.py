"""What a model answers: its shape as a JSON schema, and the strict reading of it.

Owns shapes only; whether what is said is true of the text is decided in `screening`.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from relgraph.vocabulary import RelationType, Status

MOST = 200
"""Relations of one answer at most."""
_NAME = 300
_SENTENCE = 4000

Name = Annotated[str, Field(max_length=_NAME)]


class Said(BaseModel):
    """A relation as a model says it: ends, topics and type by name, the sentence quoted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    type: Name
    subject: Name
    object: Name | None = None
    topics: Annotated[tuple[Name, ...], Field(max_length=50)] = ()
    status: Name
    document: Name | None = None
    role: Name | None = None
    amount: Name | None = None
    date: Name | None = None
    from_: Annotated[Name | None, Field(alias="from")] = None
    until: Name | None = None
    confidence: Annotated[float, Field(ge=0, le=1)]
    evidence: Annotated[str, Field(max_length=_SENTENCE)]


class _Message(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: Annotated[list[_Choice], Field(min_length=1)]


class _Relations(BaseModel):
    model_config = ConfigDict(extra="forbid")

    relations: Annotated[list[JsonValue], Field(max_length=MOST)]


def content_of(body: bytes) -> str:
    """What a model said in an answer of the chat completions interface.

    Raises:
        ValueError: the body is no such answer, or was cut off.
    """
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError as error:
        raise ValueError(f"no chat completion: {_first(error)}") from error
    if choice.finish_reason not in (None, "stop"):
        raise ValueError(f"the answer was not ended but cut off ({choice.finish_reason[:40]!r})")
    return choice.message.content


def read_answer(content: str) -> list[Said | None]:
    """The relations that a model says, None for each that is not of the schema.

    Raises:
        ValueError: the answer as a whole is not of the schema.
    """
    try:
        relations = _Relations.model_validate_json(content).relations
    except ValidationError as error:
        raise ValueError(f"the answer is not of the schema: {_first(error)}") from error
    return [*_read(relations)]


def _read(relations: list[JsonValue]) -> Iterator[Said | None]:
    for relation in relations:
        try:
            yield Said.model_validate_json(json.dumps(relation))
        except ValidationError:
            yield None


def schema(names: Sequence[str], documents: Sequence[str], topics: Sequence[str]) -> dict[str, Any]:
    """JSON schema of an answer about sentences with these names and topics in them; every key is required."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    fields: dict[str, dict[str, Any]] = {
        "type": text | {"enum": [kind.value for kind in RelationType]},
        "subject": text | {"enum": [*names]},
        "object": maybe | {"enum": [*names, None]},
        "topics": {"type": "array", "items": text | ({"enum": [*topics]} if topics else {})},
        "status": text | {"enum": [status.value for status in Status]},
        "document": maybe | {"enum": [*documents, None]},
        "role": maybe,
        "amount": maybe,
        "date": maybe,
        "from": maybe,
        "until": maybe,
        "confidence": {"type": "number"},
        "evidence": text,
    }
    item = {"type": "object", "properties": fields, "required": [*fields], "additionalProperties": False}
    return {
        "type": "object",
        "properties": {"relations": {"type": "array", "items": item}},
        "required": ["relations"],
        "additionalProperties": False,
    }


def _first(error: ValidationError) -> str:
    """The first thing that is off, without the value itself, which may be of any length."""
    details = error.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in details["loc"][:4])
    return f"{place}: {details['msg']}"[:200] if place else details["msg"][:200]
