"""Every question gives the same answer from a server as from the embedded store."""

import pytest

from relgraph.queries.catalogue import catalogue
from relgraph.queries.run import run
from relgraph.store.opening import open_store

ASKED = {
    "actor": "Baden-Württemberg",
    "country": "Japan",
    "document": "Nordstrategie",
    "other": "Bayern",
    "date": "2022",
    "months": "36",
    "on": "2024",
    "overdue_by": "2023",
    "region": "Bayern",
    "release": "bw-2019-11-12-kanagawa",
    "since": "2010",
    "until": "2030",
    "status": "laufend",
    "topic": "Robotik",
    "type": "cooperation",
}


@pytest.fixture(scope="module")
def server_store(serve, wide_store):
    with serve(wide_store.dump()) as address, open_store(address) as store:
        yield store


@pytest.mark.parametrize("name", catalogue())
def test_a_server_answers_as_the_embedded_store_does(name, wide_store, server_store):
    question = catalogue()[name]
    values = ASKED | {parameter.name: parameter.choices[-1] for parameter in question.parameters if parameter.choices}
    everything = {parameter.name: values[parameter.name] for parameter in question.parameters if parameter.required}
    one_by_one = [
        everything | {parameter.name: values[parameter.name]}
        for parameter in question.parameters
        if parameter.name in values and parameter.name != "language"
    ]
    spoken = [{"language": "de"}, {"language": "en"}] if question.parameter("language") else [{}]
    for params in (asked | language for asked in [everything, *one_by_one] for language in spoken):
        assert run(question, server_store, params) == run(question, wide_store, params)
    assert run(question, server_store, everything).rows
