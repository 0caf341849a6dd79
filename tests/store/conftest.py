"""A few quads to ask about, and a server that holds them."""

import socket
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

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


@dataclass(frozen=True)
class Asked:
    """One request as it came: path, headers, and the first value of each field of its form."""

    path: str
    headers: dict
    form: dict


@dataclass
class Script:
    """A server that plays answers one after the other, the last again and again; none hangs up."""

    url: str
    answers: list
    asked: list[Asked] = field(default_factory=list)


@pytest.fixture
def scripted():
    """Start a server on a loopback port: a function of its answers, each status, headers and body, or None."""
    servers = []

    def serve(*answers):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = {name: values[0] for name, values in parse_qs(body).items()}
                script.asked.append(Asked(self.path, dict(self.headers), form))
                answer = script.answers.pop(0) if len(script.answers) > 1 else script.answers[0]
                if answer is None:
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                """Keep standard error for what tests look at."""

        server = HTTPServer(("127.0.0.1", 0), Handler)
        script = Script(f"http://127.0.0.1:{server.server_port}/query", list(answers))
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return script

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
