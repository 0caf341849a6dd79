"""A site on a loopback port, and a client that keeps its pace without waiting."""

import socket
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from relgraph.releases.sources.cache import Cache
from relgraph.releases.sources.client import Client
from relgraph.releases.sources.pace import Pace
from relgraph.releases.sources.transport import Patience

TYPES = {"html": "text/html; charset=utf-8", "xml": "application/rss+xml", "txt": "text/plain; charset=utf-8"}


class Site:
    """Pages by path; a page is its body, or a function that answers through the handler."""

    def __init__(self, server):
        self.pages = {}
        self.etags = {}
        self.asked = []
        self.headers = defaultdict(list)
        self.stop = Event()
        self.port = server.server_port
        self.url = f"http://localhost:{self.port}"

    @property
    def paths(self):
        """Paths that were asked for, but for robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]

    def answer(self, handler):
        self.asked.append(handler.path)
        self.headers[handler.path].append(handler.headers)
        page = self.pages.get(handler.path)
        if callable(page):
            page(handler)
        elif page is None:
            send(handler, 404, b"")
        elif handler.headers.get("If-None-Match") == self.etags.get(handler.path, ""):
            send(handler, 304, b"")
        else:
            body = page if isinstance(page, bytes) else page.encode()
            etag = {"ETag": self.etags[handler.path]} if handler.path in self.etags else {}
            send(handler, 200, body, {"Content-Type": TYPES.get(handler.path.rpartition(".")[2], TYPES["html"])} | etag)


def send(handler, status, body, headers=None):
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def sending(status, body=b"", **headers):
    """A page that is always answered like this; underscores in names of headers stand for hyphens."""
    return lambda handler: send(handler, status, body, {name.replace("_", "-"): text for name, text in headers.items()})


@pytest.fixture
def answering():
    return sending


class Server(ThreadingHTTPServer):
    daemon_threads = True
    address_family = socket.AF_INET

    def handle_error(self, request, client_address):
        """A client that hangs up is what several tests are about."""


@pytest.fixture
def site():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.answer(self)

        def log_message(self, *args):
            """Keep standard error for what tests look at."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Site(server)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        site.stop.set()
        server.shutdown()
        thread.join()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.now = 0.0
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def client_of(tmp_path, clock):
    """A client with the cache of this test; `localhost` may be asked unless others are named."""

    def make(*private, patience=None):
        return Client(
            Cache(tmp_path / "cache"),
            private=private or ["localhost"],
            pace=Pace(clock, clock.sleep),
            patience=patience or Patience(),
        )

    return make


@pytest.fixture
def client(client_of):
    return client_of()
