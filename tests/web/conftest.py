"""The application as its users meet it: a server process on a loopback port, over the graph of the bundled releases."""

import httpx
import pytest

from relgraph.web.app import create_app
from relgraph.web.settings import Settings
from sharing import common, served, served_to_all

LIMIT = "300"
"""Seconds that a question may take on the server of all: longer than any that ends takes on the busiest machine."""


@pytest.fixture(scope="session")
def serve_site():
    """Serve a store as pages: a function that gives the server's address for a while."""
    return served


@pytest.fixture(name="served")
def served_fixture():
    """The function above, for tests that need a server of their own."""
    return served


@pytest.fixture(scope="session")
def site(bundled, tmp_path_factory):
    """Address of a server on the bundled releases, one for all processes; machines that test are busy."""
    with served_to_all(common(tmp_path_factory), "site", bundled / "store", "--limit", LIMIT) as address:
        yield address


@pytest.fixture(scope="session")
def caller(site):
    """A client that follows no redirects by itself."""
    with httpx.Client(base_url=site, timeout=300) as made:
        yield made


@pytest.fixture
def client(caller):
    """The client, which remembers nothing of the test before."""
    caller.cookies.clear()
    return caller


@pytest.fixture
def app(built):
    """The application itself, for what needs its insides."""
    return create_app(Settings(str(built / "store"), askers=1, ahead=0, limit=60))  # machines that test are busy


@pytest.fixture
def visit(window, site):
    """Open a page of the site; afterwards nothing may have been asked of another host, complained of or run."""
    yield lambda path, **options: window.open(site + path, **options)
    window.check(lambda url: url.startswith((f"{site}/", "data:", "blob:")))
