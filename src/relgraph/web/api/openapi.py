"""The description of the API, OpenAPI 3.1, made of the headers of the catalogue: one operation for each question."""

from relgraph import __version__
from relgraph.queries.catalogue import catalogue
from relgraph.queries.groups import GROUPS
from relgraph.queries.question import Column, Parameter, Question
from relgraph.web.api.asked import FORMAT, FORMS, JSON, LARGEST, MOST, PAGE, RESULTS, ROWS, SIZE
from relgraph.web.api.components import NULLABLE, PROBLEMS, RESPONSES, SCHEMAS
from relgraph.web.api.described import ROOT, answer_address, example, schema

Node = dict[str, object]
DOCUMENT = f"{ROOT}/openapi.json"
_ABOUT = """Questions about the foreign relations of regions, answered out of government releases; each row quotes the
newest sentence that states it, with its release. Labels in German or English, ISO 3166 codes and IRIs all work as
values. What is wrong is told as problem details (RFC 9457), with what may have been meant.

Fragen zu den Auslandsbeziehungen von Regionen, beantwortet aus Pressemitteilungen; jede Zeile zitiert den neuesten
Satz, der sie belegt."""
_SUMMARY = "A graph of foreign relations of regions"
_COUNTS = frozenset({"sentences", "releases", "relations"})


def openapi(server: str = "/") -> Node:
    """The description, for a server at an address."""
    questions = catalogue().values()
    paths: Node = {
        f"{ROOT}/questions": {"get": _LIST},
        f"{ROOT}/questions/{{name}}": {"get": _ONE},
        f"{ROOT}/entities": {"get": _ENTITIES},
    }
    paths |= {answer_address(question): {"get": _operation(question)} for question in questions}
    return {
        "openapi": "3.1.0",
        "info": {"title": "relgraph", "version": __version__, "summary": _SUMMARY, "description": _ABOUT},
        "servers": [{"url": server}],
        "tags": [
            {"name": "catalogue", "description": "Which questions and things there are"},
            *({"name": key, "description": f"{words['en']} / {words['de']}"} for key, words in GROUPS.items()),
        ],
        "paths": paths,
        "components": {
            "schemas": SCHEMAS | {f"{question.name}-row": _row(question) for question in questions},
            "responses": RESPONSES,
        },
    }  # fmt: skip


def _operation(question: Question) -> Node:
    described = f"{question.description}\n\n{question.question['de']}"
    return {
        "operationId": question.name,
        "summary": question.summary,
        "description": described,
        "tags": [question.group],
        "externalDocs": {"description": question.title["en"], "url": f"/questions/{question.name}"},
        "parameters": [*(_parameter(question, one) for one in question.parameters), *_OWN],
        "responses": {"200": _answer(question), "304": _ref("NotModified"), **PROBLEMS, "406": _ref("NotAcceptable")},
    }


def _parameter(question: Question, parameter: Parameter) -> Node:
    found: Node = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.help['en']} / {parameter.help['de']}",
        "schema": schema(parameter),
    }
    value = example(question, parameter)
    return found if value is None else found | {"example": value}


def _answer(question: Question) -> Node:
    row: Node = {"$ref": f"#/components/schemas/{question.name}-row"}
    page: Node = {"allOf": [{"$ref": "#/components/schemas/Answer"}, {"properties": {"rows": {"items": row}}}]}
    kinds: Node = {form.media_type: {"schema": {"type": "string"}} for form in FORMS}
    kinds |= {JSON.media_type: {"schema": page}, RESULTS.media_type: {"schema": {"type": "object"}}}
    etag = {"description": "Names this answer, for If-None-Match", "schema": {"type": "string"}}
    link = {"description": "Pages before and after this one (RFC 8288)", "schema": {"type": "string"}}
    return {"description": question.title["en"], "headers": {"ETag": etag, "Link": link}, "content": kinds}


def _row(question: Question) -> Node:
    """What a row holds: each column, and the IRI of what one names."""
    found: Node = {column.name: _column(column) for column in question.columns}
    for column in question.columns:
        if column.of is not None:
            words = f"IRI of {column.name}"
            found.setdefault(column.of, {"type": ["string", "null"], "description": words})
    return {"type": "object", "properties": found, "required": list(found), "additionalProperties": False}


def _column(column: Column) -> Node:
    kind: object = ["integer", "null"] if column.name in _COUNTS else NULLABLE
    return {"type": kind, "description": f"{column.heading['en']} / {column.heading['de']}"}


def _ref(name: str) -> Node:
    return {"$ref": f"#/components/responses/{name}"}


def _own(name: str, words: str, schema: Node) -> Node:
    return {"name": name, "in": "query", "required": False, "description": words, "schema": schema}


_OWN: list[Node] = [
    _own(PAGE, "Which page of the rows", {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": 1}),
    _own(SIZE, "Rows of a page", {"type": "integer", "minimum": 1, "maximum": MOST, "default": ROWS}),
    _own(FORMAT, "Format, instead of Accept", {"type": "string", "enum": [form.suffix for form in FORMS]}),
]


def _json(name: str, words: str) -> Node:
    return {"description": words, "content": {JSON.media_type: {"schema": {"$ref": f"#/components/schemas/{name}"}}}}


_TEXT: Node = {"type": "string", "minLength": 1, "pattern": "\\S"}
_LIST: Node = {
    "operationId": "list-questions", "summary": "Which questions are there?", "tags": ["catalogue"],
    "description": "The catalogue, by name.\n\nWelche Fragen gibt es?",
    "responses": {"200": _json("Catalogue", "All questions"), "304": _ref("NotModified")},
}  # fmt: skip
_ONE: Node = {
    "operationId": "describe-question", "summary": "What does a question take, and what do its rows hold?",
    "tags": ["catalogue"], "description": "One question with parameters and columns.\n\nWas braucht eine Frage?",
    "parameters": [
        {
            "name": "name", "in": "path", "required": True, "description": "Name of the question / Name der Frage",
            "schema": {"type": "string", "minLength": 1}, "example": "partnerships",
        }
    ],
    "responses": {
        "200": _json("Question", "The question"), "304": _ref("NotModified"), "404": _ref("Unknown"),
    },
}  # fmt: skip
_ENTITIES: Node = {
    "operationId": "find-entities", "summary": "Which things have such a name?", "tags": ["catalogue"],
    "description": "Names that begin so, have a word that does, or come near; the best first.\n\nWas heißt so?",
    "parameters": [
        {
            "name": "name", "in": "query", "required": True, "description": "Some letters of a name, or a code",
            "schema": _TEXT, "example": "Japan",
        },
        _own("kind", "A class such as Country or Person, Topic or Release", _TEXT),
        _own(SIZE, "How many at most", {"type": "integer", "minimum": 1, "maximum": MOST, "default": 10}),
        _own("language", "Language of the names", {"type": "string", "enum": ["de", "en"], "default": "de"}),
    ],
    "responses": {"200": _json("Found", "What was found"), **{key: PROBLEMS[key] for key in ("422", "503")}},
}  # fmt: skip
