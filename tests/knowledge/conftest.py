"""The small graph as programs open it."""

import pytest

import relgraph


@pytest.fixture(scope="session")
def graph(built):
    with relgraph.open_graph(built) as opened:
        yield opened
