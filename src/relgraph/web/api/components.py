"""What the description of the API names once: forms of what is given, and what may go wrong."""

from relgraph.queries.question import ParameterType
from relgraph.web.api.problems import MEDIA_TYPE

Node = dict[str, object]
NULLABLE = ["string", "integer", "number", "boolean", "null"]
"""Whatever a cell may hold."""
_STRING: Node = {"type": "string"}
_WORDS: Node = {"$ref": "#/components/schemas/Words"}
_LINKS = ("self", "first", "prev", "next", "last", "all")
_LINKS = ("self", "first", "prev", "next", "last", "all")
_TEXTS: Node = {"type": "array", "items": _STRING}


def _object(properties: Node, *optional: str) -> Node:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_BRIEF: Node = {
    "name": _STRING, "group": _STRING, "summary": _STRING, "title": _WORDS, "question": _WORDS,
    "links": _object({"self": _STRING, "answer": _STRING, "page": _STRING}),
}  # fmt: skip
_PARAMETER = _object(
    {
        "name": _STRING,
        "type": {"type": "string", "enum": [kind.value for kind in ParameterType]},
        "help": _WORDS,
        "required": {"type": "boolean"},
        "default": {"type": ["string", "null"]},
        "choices": _TEXTS,
        "suggest": {"type": ["string", "null"], "description": "Class or topic of the values that make sense"},
        "example": {"type": ["string", "number", "null"]},
    }
)
_COLUMN = _object({"name": _STRING, "heading": _WORDS, "of": {"type": ["string", "null"]}})
_COUNT: Node = {"type": "integer", "minimum": 0}

SCHEMAS: Node = {
    "Words": _object({"de": _STRING, "en": _STRING}),
    "Catalogue": _object(
        {
            "total": _COUNT,
            "groups": {"type": "object", "additionalProperties": _WORDS},
            "questions": {"type": "array", "items": _object(_BRIEF)},
        }
    ),
    "Question": _object(
        {
            **_BRIEF,
            "description": _STRING,
            "relations": _TEXTS,
            "parameters": {"type": "array", "items": _PARAMETER},
            "columns": {"type": "array", "items": _COLUMN},
        }
    ),
    "Answer": _object(
        {
            "question": _STRING,
            "parameters": {
                "type": "object",
                "additionalProperties": {"type": NULLABLE},
                "description": "What was asked with: IRIs that labels stand for, and defaults",
            },
            "total": _COUNT | {"description": "Rows of this answer, on all its pages"},
            "available": _COUNT | {"description": "Rows that there are, those that `limit` has left out too"},
            "page": {"type": "integer", "minimum": 1},
            "size": {"type": "integer", "minimum": 1},
            "links": _object(dict.fromkeys(_LINKS, _STRING), "prev", "next", "all"),
            "rows": {"type": "array", "items": {"type": "object"}},
        }
    ),
    "Found": _object(
        {
            "name": _STRING,
            "found": {
                "type": "array",
                "items": _object(
                    {
                        "name": _STRING, "value": _STRING | {"description": "What to give as a value"}, "iri": _STRING,
                        "kind": _STRING, "code": {"type": ["string", "null"]}, "relations": _COUNT, "releases": _COUNT,
                    }
                ),
            },
        }
    ),
    "Problem": _object(
        {
            "type": _STRING,
            "title": _STRING,
            "status": {"type": "integer"},
            "detail": _STRING,
            "instance": _STRING,
            "suggestions": _TEXTS,
            "errors": {
                "type": "array",
                "items": _object(
                    {"parameter": _STRING, "value": _STRING, "code": _STRING, "detail": _STRING, "suggestions": _TEXTS}
                ),
            },
        },
        "suggestions",
        "errors",
    ),
}  # fmt: skip


def _problem(words: str) -> Node:
    return {"description": words, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


RESPONSES: Node = {
    "NotModified": {"description": "What the client has is still good"},
    "Unknown": _problem("There is no such question, or nothing has the name that a value is; suggestions are given"),
    "NotAcceptable": _problem("The client takes none of the formats"),
    "Malformed": _problem("A value is missing, of the wrong form, or no parameter of the question"),
    "Unavailable": _problem("The question took too long, or the store does not answer"),
}
PROBLEMS: Node = {
    status: {"$ref": f"#/components/responses/{name}"}
    for status, name in (("404", "Unknown"), ("422", "Malformed"), ("503", "Unavailable"))
}
"""What may go wrong with any question."""
