"""The application as its users meet it: a server process on a loopback port, over the graph of the bundled releases."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import httpx
import pytest

from relgraph.web.app import create_app
from relgraph.web.settings import Settings


@contextmanager
def served(store, *options):
    """Address of `relgraph serve` on a store."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    serve = ["serve", "--store", str(store), "--port", str(port), "--workers", "1", "--ahead", "0"]
    command = [sys.executable, "-m", "relgraph", *serve, *options]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(3000):
                assert process.poll() is None, "the server ended"
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(60)  # on a busy machine its processes take a while to end


@pytest.fixture(scope="session")
def serve_site():
    """Serve a store as pages: a function that gives the server's address for a while."""
    return served


@pytest.fixture(name="served")
def served_fixture():
    """The function above, for tests that need a server of their own."""
    return served


@pytest.fixture(scope="session")
def site(bundled):
    """Address of a server on the bundled releases."""
    with served(bundled / "store", "--limit", "60") as address:  # machines that test are busy
        yield address


@pytest.fixture(scope="session")
def caller(site):
    """A client that follows no redirects by itself."""
    with httpx.Client(base_url=site, timeout=60) as made:
        yield made


@pytest.fixture
def client(caller):
    """The client, which remembers nothing of the test before."""
    caller.cookies.clear()
    return caller


@pytest.fixture
def app(built):
    """The application itself, for what needs its insides."""
    return create_app(Settings(str(built / "store"), askers=1, ahead=0))


@pytest.fixture
def visit(window, site):
    """Open a page of the site; afterwards nothing may have been asked of another host, complained of or run."""
    yield lambda path, **options: window.open(site + path, **options)
    window.check(lambda url: url.startswith((f"{site}/", "data:", "blob:")))
