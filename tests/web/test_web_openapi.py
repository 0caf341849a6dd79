"""The description of the API is OpenAPI 3.1, says all that there is, and answers are as it says."""

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from relgraph.queries.catalogue import catalogue
from relgraph.web.api.asked import FORMS, OWN
from relgraph.web.api.described import answer_address


@pytest.fixture(scope="module")
def described(caller):
    return caller.get("/api/openapi.json").json()


@pytest.fixture(scope="module")
def valid(described):
    """Hold a value against the schema of a node of the description."""

    def held(value, schema):
        jsonschema.validate(value, {"components": described["components"], **schema}, jsonschema.Draft202012Validator)

    return held


def test_the_description_is_openapi(described):
    assert described["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(described).validate()


def test_it_has_one_operation_for_each_question_and_no_pages(described):
    answers = {path for path in described["paths"] if path.endswith("/answer")}
    assert answers == {answer_address(question) for question in catalogue().values()}
    assert set(described["paths"]) - answers == {"/api/questions", "/api/questions/{name}", "/api/entities"}
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)


@pytest.mark.parametrize("name", catalogue())
def test_an_operation_says_what_the_header_says(described, name):
    question = catalogue()[name]
    operation = described["paths"][answer_address(question)]["get"]
    assert (operation["summary"], operation["tags"]) == (question.summary, [question.group])
    assert question.question["de"] in operation["description"]
    parameters = {one["name"]: one for one in operation["parameters"]}
    assert list(parameters) == [*(one.name for one in question.parameters), *OWN]
    for one in question.parameters:
        told = parameters[one.name]
        assert told["required"] == one.required
        assert one.help["en"] in told["description"]
        assert told["schema"].get("enum") == (list(one.choices) or None)
        assert str(told["schema"].get("default")) == str(one.default)
    assert set(operation["responses"]["200"]["content"]) == {form.media_type for form in FORMS}


@pytest.mark.parametrize("name", catalogue())
def test_answers_are_as_described(client, described, valid, name):
    path = answer_address(catalogue()[name])
    operation = described["paths"][path]["get"]
    params = {one["name"]: one["example"] for one in operation["parameters"] if one["required"]}
    answer = client.get(path, params=params)
    valid(answer.json(), operation["responses"]["200"]["content"]["application/json"]["schema"])
    for one in operation["parameters"]:
        if "example" in one:
            jsonschema.validate(one["example"], one["schema"])


@pytest.mark.parametrize(
    ("path", "described_by"),
    [
        ("/api/questions", "Catalogue"),
        ("/api/questions/timeline", "Question"),
        ("/api/entities?name=Japan", "Found"),
        ("/api/questions/nothing", "Problem"),
        ("/api/questions/timeline/answer?colour=red", "Problem"),
    ],
)
def test_so_is_all_else(client, valid, path, described_by):
    valid(client.get(path).json(), {"$ref": f"#/components/schemas/{described_by}"})


def test_nothing_else_describes_pages(client):
    assert client.get("/openapi.json").status_code == 404
    assert client.get("/docs").status_code == 404
