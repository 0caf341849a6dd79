"""A real SPARQL server on a loopback port, and a few quads to ask about."""

import pytest
from sparql_server import running_server

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
def server(tmp_path_factory):
    """Address of a server that holds the quads."""
    with running_server(tmp_path_factory.mktemp("server"), QUADS) as address:
        yield address
