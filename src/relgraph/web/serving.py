"""The server: one process for each core, all on one address."""

import socket
from dataclasses import replace
from tempfile import TemporaryDirectory

import uvicorn

from relgraph.web.connections import Connection
from relgraph.web.settings import Settings


def port_at(host: str, port: int) -> int:
    """The port to listen on: the one asked for, or for 0 any that is free.

    Raises:
        OSError: somebody else listens there, or the host is none of this machine's.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            found: int = probe.getsockname()[1]
            return found
    except OSError as error:
        raise OSError(error.errno, error.strerror, f"{host}:{port}") from error


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until interrupted."""
    if workers == 1:
        return _run(settings, host, port, workers)
    with TemporaryDirectory(prefix="relgraph-pages-") as shelf:
        _run(replace(settings, shelf=shelf), host, port, workers)


def _run(settings: Settings, host: str, port: int, workers: int) -> None:
    settings.hand_on()
    uvicorn.run(
        "relgraph.web.app:served", factory=True, host=host, port=port, workers=workers, log_level="warning",
        server_header=False, timeout_graceful_shutdown=3, http=Connection, ws="none",
    )  # fmt: skip
