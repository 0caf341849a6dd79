"""A few quads to ask about, and a server that holds them."""

import socket

import pytest

QUADS = [
    '<https://w3id.org/relgraph/id/country/JP> <http://www.w3.org/2000/01/rdf-schema#label> "Japan"@de .',
    "<https://w3id.org/relgraph/id/region/JP-14> <https://w3id.org/relgraph/ontology#partOf> "
    "<https://w3id.org/relgraph/id/country/JP> .",
    '<https://w3id.org/relgraph/id/region/JP-14> <http://www.w3.org/2000/01/rdf-schema#label> "Kanagawa"@de .',
    "<https://w3id.org/relgraph/id/release/r1> <http://purl.org/dc/terms/issued> "
    '"2014-11-20"^^<http://www.w3.org/2001/XMLSchema#date> <https://w3id.org/relgraph/id/release/r1> .',
]


@pytest.fixture
def quads():
    return sorted(QUADS)


@pytest.fixture(scope="session")
def server(serve):
    """Address of a server that holds the quads."""
    with serve(QUADS) as address:
        yield address


@pytest.fixture(scope="session")
def closed_port():
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
