"""What several rooms' tests share: a small graph built once, the command line as a function, a SPARQL server."""

import asyncio
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import settings

from servers import VIRTUOSO, oxigraph, virtuoso
from sharing import common, made_once
from watching import CHROMIUM, FLAGS, Window

# A machine that tests is busy: no test is about time. `make fuzz` gives more examples
settings.register_profile("relgraph", deadline=None, max_examples=60)
settings.load_profile("relgraph")

ROBOTICS = """---
id: bw-2023-05-04-robotik
title: Gespräche über Robotik
date: 2023-05-04
publisher: Staatsministerium Baden-Württemberg
region: Baden-Württemberg
url: https://example.org/robotik
---

Japan ist bei der Robotik führend.

Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft.

Das Land arbeitet mit Japan bei Wasserstoff eng zusammen.
"""
SEMICONDUCTORS = """---
id: bw-2024-02-01-halbleiter
title: Reise nach Südkorea
date: 2024-02-01
region: Baden-Württemberg
---

Südkorea ist in der Chipfertigung führend.

Ministerpräsident Winfried Kretschmann reist nach Südkorea.

Baden-Württemberg arbeitet mit Südkorea in der Forschung zusammen.
"""


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """The command line as a function of its arguments."""
    from relgraph.cli.main import main

    def call(*args, stdin=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as stop:
            main([str(arg) for arg in args])
        captured = capsys.readouterr()
        return Outcome(stop.value.code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def releases(tmp_path_factory) -> Path:
    """A folder with two releases."""
    folder = tmp_path_factory.mktemp("input") / "releases"
    folder.mkdir()
    (folder / "robotik.md").write_text(ROBOTICS, encoding="utf-8")
    (folder / "halbleiter.md").write_text(SEMICONDUCTORS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(releases, tmp_path_factory) -> Path:
    """A build of the two releases, made once for all processes; tests read it and leave it as it is."""
    from relgraph.build import build

    return made_once(common(tmp_path_factory), "built", lambda out: build([releases], out))


@pytest.fixture(scope="session")
def bundled(tmp_path_factory) -> Path:
    """A build of the releases that come with relgraph, made once for all processes that test beside each other."""
    from relgraph.build import build

    return made_once(common(tmp_path_factory), "bundled", lambda out: build([], out))


@pytest.fixture(scope="session")
def server_at(tmp_path_factory):
    """Addresses of servers to be changed, by kind: each is started empty when it is first asked for, and once."""
    with ExitStack() as running:
        started = {}

        def address(kind):
            if kind not in started:
                if kind == "virtuoso":
                    if not shutil.which(VIRTUOSO) and not os.environ.get("CI"):
                        pytest.skip("Virtuoso is missing: apt-get install virtuoso-opensource-7-bin")
                    started[kind] = running.enter_context(virtuoso(tmp_path_factory.mktemp("virtuoso")))
                else:
                    started[kind] = running.enter_context(oxigraph(*SWITCHES[kind]))
            return started[kind]

        yield address


SWITCHES = {"oxigraph": (), "union": ("--union-default-graph",)}
"""How `oxigraph serve` is started; with `union` it answers from all graphs where none is named, as many servers do."""


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """Serve quads read-only from `oxigraph serve` on a loopback port: a function that gives the endpoint's address."""
    oxigraph = Path(sys.executable).with_name("oxigraph")

    @contextmanager
    def serving(nquads):
        folder = tmp_path_factory.mktemp("server")
        (folder / "data.nq").write_text("".join(f"{line}\n" for line in nquads), encoding="utf-8")
        load = [oxigraph, "load", "--location", folder / "database", "--file", folder / "data.nq"]
        subprocess.run(load, check=True, capture_output=True)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        command = [oxigraph, "serve-read-only", "--location", folder / "database", "--bind", f"127.0.0.1:{port}"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                _wait_for(port, process)
                yield f"http://127.0.0.1:{port}/query"
            finally:
                process.kill()

    return serving


def _wait_for(port, process):
    for _ in range(600):
        if process.poll() is not None:
            raise AssertionError(f"the server ended with status {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not listen")


@pytest.fixture(scope="session")
def chromium():
    """Chromium, started once for a process that tests, and the loop of its driver; may be missing, if not in CI."""
    if not Path(CHROMIUM).exists() and not os.environ.get("CI"):
        pytest.skip(f"{CHROMIUM} is missing: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        loop = asyncio.get_running_loop()
        yield started, loop
        asyncio._set_running_loop(loop)
        started.close()


@pytest.fixture(scope="module")
def browser(chromium):
    """The browser, for a module; the driver's loop counts as running for no longer, so that others may run theirs."""
    started, loop = chromium
    asyncio._set_running_loop(loop)
    yield started
    asyncio._set_running_loop(None)


@pytest.fixture(scope="module")
def window(browser):
    """Pages of that browser."""
    pages = Window(browser)
    yield pages
    pages.close()


class ModelServer:
    """A server with the chat completions interface: gives its answers one after the other, the last again and again.

    An answer is a list of relations, a string that the model says, or a function that answers through the handler.
    """

    def __init__(self, port):
        self.url = f"http://127.0.0.1:{port}/v1"
        self.answers = [[]]
        self.requests = []
        self.headers = []
        self.paths = []
        self.stop = Event()

    def answer(self, handler):
        self.paths.append(handler.path)
        self.headers.append(handler.headers)
        self.requests.append(handler.rfile.read(int(handler.headers["Content-Length"])))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if callable(answer):
            answer(handler)
            return
        content = answer if isinstance(answer, str) else json.dumps({"relations": answer})
        self.send(handler, 200, json.dumps({"choices": [{"message": {"content": content}, "finish_reason": "stop"}]}))

    @staticmethod
    def send(handler, status, body="", **headers):
        handler.send_response(status)
        sent = {"Content-Length": str(len(body.encode())), "Content-Type": "application/json"}
        for name, value in (sent | {name.replace("_", "-"): text for name, text in headers.items()}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body.encode())


@pytest.fixture
def model_server():
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            model.answer(self)

        def log_message(self, *args):
            """Keep standard error for what tests look at."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            """A client that hangs up is what several tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        model = ModelServer(server.server_port)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield model
        model.stop.set()
        server.shutdown()
        thread.join()
