"""A real SPARQL server on a loopback port, and a few quads to ask about."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


@contextmanager
def running_server(folder, nquads):
    """Load the quads, serve them read-only, and give the address of the endpoint."""
    source = folder / "data.nq"
    source.write_text("".join(f"{line}\n" for line in nquads), encoding="utf-8")
    database = folder / "database"
    load = [OXIGRAPH, "load", "--location", database, "--file", source]
    subprocess.run(load, check=True, capture_output=True)
    port = free_port()
    serve = [OXIGRAPH, "serve-read-only", "--location", database, "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            process.kill()


def free_port():
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    for _ in range(600):
        if process.poll() is not None:
            raise AssertionError(f"the server ended with status {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not listen")


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


@pytest.fixture(scope="session")
def closed_port():
    """A port that nothing listens on."""
    return free_port()
