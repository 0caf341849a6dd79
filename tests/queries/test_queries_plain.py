"""Each file of `queries/` is plain SPARQL: as it stands, with parameters put in as grlc does, it gives its rows."""

import re

import pytest
import yaml

from relgraph.queries.catalogue import catalogue
from relgraph.queries.parameters import bindings
from relgraph.queries.run import run
from relgraph.queries.variables import grlc_variable, plain_text
from relgraph.resources import folder

ASKED = {
    "actor": "Baden-Württemberg",
    "country": "Japan",
    "visitor": "Japan",
    "destination": "Baden-Württemberg",
    "document": "Nordstrategie",
    "other": "Bayern",
    "date": "2022",
    "months": "36",
    "minimum": "2",
    "below": "0.5",
    "on": "2024",
    "overdue_by": "2023",
    "region": "Bayern",
    "release": "bw-2019-11-12-kanagawa",
    "since": "2018",
    "until": "2023",
    "status": "laufend",
    "topic": "Robotik",
    "type": "cooperation",
}
# What grlc takes for a parameter, as its documentation has it
VARIABLE = re.compile(r"\?(__?)([a-zA-Z0-9]+)(?:_(iri|number|literal|integer))?(?:_([a-zA-Z0-9]+)_([a-zA-Z0-9]+))?")


def file_text(name):
    return (folder("queries") / f"{name}.rq").read_text(encoding="utf-8")


def substituted(text, values):
    """The text with values in place of the variables of their parameters, as grlc writes them."""
    for variable, name, kind in {(match[0], match[2], match[3]) for match in VARIABLE.finditer(text)}:
        if name in values:
            written = {"iri": "<{}>", "number": "{}"}.get(kind, '"{}"').format(values[name])
            text = text.replace(variable, written)
    return text


def metadata(name):
    """The header as grlc reads it: in pure Python, which is stricter than libyaml."""
    lines = [line.lstrip("#+") for line in file_text(name).splitlines() if line.startswith("#+")]
    return yaml.safe_load("\n".join(lines))


@pytest.mark.parametrize("name", catalogue())
def test_as_plain_sparql_a_file_gives_the_rows_of_its_question(name, wide_store):
    question, text = catalogue()[name], file_text(name)
    values = ASKED | {parameter.name: parameter.choices[-1] for parameter in question.parameters if parameter.choices}
    least = {parameter.name: values[parameter.name] for parameter in question.parameters if parameter.required}
    optional = [one.name for one in question.parameters if not one.required and one.name in values]
    rows = 0
    for given in ({}, *({name: values[name]} for name in optional), {name: values[name] for name in optional}):
        params = least | given
        terms = {key: term for key, term in bindings(question, params, wide_store).items() if key in params}
        asked = substituted(text, {key.replace("_", ""): str(term) for key, term in terms.items()})
        answer = run(question, wide_store, params)
        assert wide_store.select(asked).keep(answer.columns).rows == answer.rows, params
        rows += len(answer.rows)
    assert rows


@pytest.mark.parametrize("name", catalogue())
def test_grlc_offers_every_parameter_but_the_limit(name):
    question = catalogue()[name]
    offered = {(marks, found) for marks, found, *_ in VARIABLE.findall(file_text(name))}
    assert offered == {
        ("_" if parameter.required else "__", parameter.name.replace("_", ""))
        for parameter in question.parameters
        if parameter.name != "limit"
    }


@pytest.mark.parametrize("name", catalogue())
def test_grlc_reads_the_header(name):
    question, read = catalogue()[name], metadata(name)
    assert (read["summary"], read["description"].strip()) == (question.summary, question.description)
    assert read["tags"] == [question.group]
    listed = {key: str(value) for entry in read.get("defaults", []) for key, value in entry.items()}
    given = {parameter.name: parameter.default for parameter in question.parameters if parameter.default}
    assert listed == {name.replace("_", ""): value for name, value in given.items() if name != "limit"}


@pytest.mark.parametrize("name", catalogue())
def test_a_question_knows_plain_names_only(name):
    question = catalogue()[name]
    assert not VARIABLE.search(question.text)
    assert question.text.count("\n") == file_text(name).count("\n")
    assert plain_text(question.text, question.parameters) == question.text
    for parameter in question.parameters:
        if parameter.name != "limit":
            assert f"?{grlc_variable(parameter)}" in file_text(name)
