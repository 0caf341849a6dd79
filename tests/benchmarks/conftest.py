"""A few synthetic releases as a store, for every benchmark that is tried."""

import fcntl
import os

import click
import pytest

RELEASES = 30


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory):
    """Their store, made once for all processes that test beside each other; tests leave it as it is."""
    from synthetic import write_as_store

    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    with (root / "synthetic.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "synthetic").exists():
            write_as_store(root / "synthetic", RELEASES)
    return root / "synthetic"


@pytest.fixture
def accepted():
    """Whether the command line takes these arguments; nothing is run."""
    from relgraph.cli.group import COMMANDS, relgraph

    def accept(arguments):
        name, *rest = map(str, arguments)
        assert name in COMMANDS
        command = relgraph.get_command(None, name)
        if isinstance(command, click.Group) and rest[0] in command.commands:
            command = command.commands[rest.pop(0)]
        return not command.make_context(name, rest).args

    return accept
