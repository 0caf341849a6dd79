"""One request and its answer: bounded in time, in bytes sent and in bytes unpacked.

Owns the connection; whom to ask, how often and what to do with the answer is decided elsewhere.
"""

import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPException
from threading import Event, Timer

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NameResolutionError

from relgraph import __version__
from relgraph.errors import FetchError
from relgraph.releases.sources.addresses import Target

AGENT = f"relgraph/{__version__}"
ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_CHUNK = 65_536


@dataclass(frozen=True)
class Answer:
    """What a server said: status, headers by their names in lower case, and the body, unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Patience:
    """Seconds: for a connection or the next bytes, and for the whole answer."""

    silence: float = 20
    whole: float = 60


@dataclass(frozen=True)
class Line:
    """What is open to a server: connections, and their sockets, which they give away once an answer begins."""

    connections: list[HTTPConnection]
    sockets: list[object]


class Unreachable(FetchError):
    """A server cannot be reached, or does not answer in time; asking it for more is of no use."""


def ask(
    target: Target,
    addresses: Sequence[str],
    headers: Mapping[str, str],
    *,
    limit: int,
    patience: Patience,
    body: bytes | None = None,
) -> Answer:
    """Answer of one of the addresses, of which the first that takes the connection is asked.

    With a `body` to send it is a POST. Only the body of an answer of status 200 is read.

    Raises:
        FetchError: no connection, no answer in time, or more than `limit` bytes.
    """
    over, line = Event(), Line([], [])
    clock = Timer(patience.whole, _hang_up, (line, over))
    clock.daemon = True
    clock.start()
    try:
        answer = _answer(target, addresses, headers, limit, patience, line, body)
        if over.is_set():
            raise TimeoutError  # the end that was seen is the one that was made here
        return answer
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, FetchError) and not over.is_set():
            raise
        if over.is_set():
            raise Unreachable(target.url, f"no whole answer within {patience.whole:g} seconds") from error
        raise Unreachable(target.url, f"cannot be asked: {_reason(error)}") from error
    finally:
        clock.cancel()
        for connection in line.connections:
            connection.close()


def _answer(
    target: Target,
    addresses: Sequence[str],
    headers: Mapping[str, str],
    limit: int,
    patience: Patience,
    line: Line,
    content: bytes | None,
) -> Answer:
    connection = _connect(target, addresses, patience, line)
    sent = {"Host": target.authority, "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **headers}
    method = "GET" if content is None else "POST"
    connection.request(method, target.path, body=content, headers=sent, preload_content=False)
    with closing(connection.getresponse()) as response:
        received = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, received, _body(target, response, limit) if response.status == 200 else b"")


def _connect(target: Target, addresses: Sequence[str], patience: Patience, line: Line) -> HTTPConnection:
    for place, address in enumerate(addresses, 1):
        connection = _connection(target, address, patience)
        line.connections.append(connection)
        try:
            connection.connect()
            line.sockets.append(connection.sock)
            return connection
        except (HTTPError, OSError):
            if place == len(addresses):
                raise
    raise Unreachable(target.url, f"host {target.host} has no address")


def _connection(target: Target, address: str, patience: Patience) -> HTTPConnection:
    """Connection to the address that was checked; the certificate has to be the host's all the same."""
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=patience.silence)
    return HTTPSConnection(
        address,
        target.port,
        timeout=patience.silence,
        ssl_context=_certificates(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


@lru_cache
def _certificates() -> ssl.SSLContext:
    """Certificates that the machine trusts."""
    return ssl.create_default_context()


def _body(target: Target, response: HTTPResponse, limit: int) -> bytes:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise FetchError(target.url, f"packed in a way that was not asked for: {encoding[:60]!r}")
    too_much = FetchError(target.url, f"more than the {limit / 1e6:g} MB that such a file may have")
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise too_much
    parts, size = [], 0
    while part := response.read1(_CHUNK, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise too_much
    return b"".join(parts)


def _hang_up(line: Line, over: Event) -> None:
    """Close what is open from below, so that whoever waits for bytes waits no longer."""
    over.set()
    for one in [*line.sockets, *(connection.sock for connection in line.connections)]:
        if isinstance(one, socket.socket):
            with suppress(OSError):  # it is closed already, which is what was wanted
                socket.socket.shutdown(one, socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    """What went wrong, without the address of a Python object."""
    if isinstance(error, NameResolutionError):
        return "unknown host"
    text = " ".join(str(error).split())
    return text.rpartition(">: ")[2] or type(error).__name__
