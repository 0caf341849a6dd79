import json

import pytest

from relgraph.extraction.second.answers import MOST, Said, content_of, read_answer, schema
from relgraph.vocabulary import RelationType, Status


def completion(content="{}", **choice):
    return json.dumps({"id": "x", "choices": [{"message": {"role": "assistant", "content": content}, **choice}]})


def test_the_content_of_a_completion_is_what_the_model_said():
    assert content_of(completion("Grüße", finish_reason="stop").encode()) == "Grüße"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "no chat completion"),
        (b"<html>", "no chat completion"),
        (b"\xff\xfe", "no chat completion"),
        (b'{"choices": []}', "choices: List should have at least 1 item"),
        (completion(None).encode(), "choices.0.message.content"),
        (completion([1]).encode(), "choices.0.message.content"),
        (completion(finish_reason="length").encode(), "cut off"),
        (completion(finish_reason="content_filter").encode(), "cut off"),
        (b"[" * 100_000, "no chat completion"),
    ],
)
def test_what_is_no_completion_is_told_in_a_line(body, why):
    with pytest.raises(ValueError, match=why) as error:
        content_of(body)
    assert len(str(error.value)) < 300


@pytest.mark.parametrize(
    "content",
    ["", "Gern! Hier sind sie.", "```json\n{}\n```", "[]", "{}", '{"relations": 3}', '{"relations": [], "note": "x"}'],
)
def test_an_answer_of_another_form_is_refused_as_a_whole(content):
    with pytest.raises(ValueError, match="not of the schema"):
        read_answer(content)


def test_an_answer_of_too_many_relations_is_refused(say):
    assert len(read_answer(json.dumps({"relations": [say()] * MOST}))) == MOST
    with pytest.raises(ValueError, match="at most 200 items"):
        read_answer(json.dumps({"relations": [say()] * (MOST + 1)}))


@pytest.mark.parametrize(
    "off",
    [
        {"confidence": 1.5},
        {"confidence": "0.9"},
        {"confidence": float("nan")},
        {"subject": None},
        {"subject": ["Bayern"]},
        {"topics": "robotics"},
        {"object": 7},
        {"rule": "visit/reist"},
        {"evidence": "x" * 5000},
        {"role": "x" * 301},
    ],
)
def test_one_relation_that_is_off_leaves_the_others(say, off):
    first, second = read_answer(json.dumps({"relations": [say(**off), say()]}))
    assert first is None
    assert second.subject == "Bayern"


def test_what_is_no_object_is_no_relation():
    assert read_answer('{"relations": [1, null, "x", []]}') == [None] * 4


def test_the_schema_asks_for_what_is_read():
    item = schema(["Japan"], [], ["robotics"])["properties"]["relations"]["items"]
    keys = {field.alias or name for name, field in Said.model_fields.items()}
    assert set(item["properties"]) == set(item["required"]) == keys
    assert item["properties"]["type"]["enum"] == [kind.value for kind in RelationType]
    assert item["properties"]["status"]["enum"] == [status.value for status in Status]
    assert item["properties"]["object"]["enum"] == ["Japan", None]
    assert item["properties"]["document"]["enum"] == [None]
