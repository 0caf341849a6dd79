"""The questions as they are typed, in `asked/`: each names a question of the catalogue and values it takes."""

from collections import Counter
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from relgraph.errors import UnknownName
from relgraph.names.gazetteer import gazetteer
from relgraph.names.topics import topic_index
from relgraph.queries.catalogue import catalogue
from relgraph.queries.question import ParameterType
from relgraph.resources import folder, read_yaml
from relgraph.vocabulary import EntityType, RelationType, Status

FOLDER = Path(__file__).parent / "asked"
PARTS = ("open", "closed")
NONE = "none"


@cache
def part(name):
    return tuple(read_yaml(FOLDER / f"{name}.yml"))


@cache
def told():
    """All that the bundled releases say, and their names."""
    paths = sorted(folder("data").glob("releases/**/*.md"))
    return "\n".join(f"{path.stem}\n{path.read_text(encoding='utf-8')}" for path in paths)


def listed(value):
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def readings(entry):
    """Pairs of a question and the parameters that are right for it."""
    names = listed(entry["question"])
    params = entry["params"] if isinstance(entry["params"], list) else [entry["params"]] * len(names)
    return list(zip(names, params, strict=True))


ENTRIES = [entry for name in PARTS for entry in part(name)]
EACH = pytest.mark.parametrize("entry", ENTRIES, ids=[entry["text"][:60] for entry in ENTRIES])


def is_date(value):
    return bool(date.fromisoformat("-".join([*value.split("-"), "01", "01"][:3])))


def names_something(value):
    try:
        return bool(gazetteer().resolve(value))
    except UnknownName:
        return value in told()


TAKES = {
    ParameterType.ENTITY: names_something,
    ParameterType.TOPIC: lambda value: topic_index().resolve(value) == value,
    ParameterType.STATUS: lambda value: value in set(Status),
    ParameterType.RELATION_TYPE: lambda value: value in set(RelationType),
    ParameterType.DATE: is_date,
    ParameterType.NUMBER: lambda value: float(value) > 0,
    ParameterType.DECIMAL: lambda value: float(value) > 0,
    ParameterType.RELEASE: lambda value: value.islower(),
    ParameterType.TEXT: lambda value: value in set(EntityType) or names_something(value) or float(value) > 0,
}


@EACH
def test_an_entry_has_the_form_that_is_told(entry):
    assert set(entry) - {"on"} == {"text", "lang", "question", "params"}
    assert entry["lang"] in ("de", "en")
    assert entry["text"].strip() == entry["text"] != ""
    assert "on" not in entry or is_date(entry["on"])
    assert entry["question"] != NONE or entry["params"] == {}


@EACH
def test_an_entry_names_questions_and_values_that_they_take(entry):
    for name, params in readings(entry):
        if name == NONE:
            continue
        question = catalogue()[name]
        assert set(params) <= {one.name for one in question.parameters} - {"language"}
        assert {one.name for one in question.parameters if one.required and not one.default} <= set(params)
        for key, values in params.items():
            parameter = question.parameter(key)
            for value in listed(values):
                assert value in parameter.choices if parameter.choices else TAKES[parameter.type](value), (key, value)


def test_each_question_is_asked_at_least_four_times_and_some_have_no_answer():
    counted = Counter(name for entry in ENTRIES for name in set(listed(entry["question"])))
    assert {name: counted[name] for name in {*catalogue(), NONE} if counted[name] < 4} == {}
    assert counted[NONE] >= 12


def test_a_text_stands_once():
    assert [text for text, count in Counter(entry["text"] for entry in ENTRIES).items() if count > 1] == []


@pytest.mark.parametrize("name", PARTS)
def test_the_digest_of_a_text_says_what_is_closed(name):
    closed = {int(sha256(entry["text"].encode()).hexdigest(), 16) % 3 == 0 for entry in part(name)}
    assert closed == {name == "closed"}
