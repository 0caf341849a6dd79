"""Who may change the graph: whoever has the token; without one, nobody but programs on the same machine."""

import hmac
import re
from base64 import b64decode
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Request

from relgraph.web.protocol.refusing import Refused
from relgraph.web.settings import Settings

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="relgraph", Basic realm="relgraph", charset="UTF-8"'}
_SOUND = re.compile(r"[\x21-\x7e]+")


def digest(token: str) -> str:
    """What is kept of a token.

    Raises:
        ValueError: it could not be sent in a header.
    """
    if not _SOUND.fullmatch(token):
        raise ValueError("a token is a word of ASCII letters, digits and signs")
    return sha256(token.encode()).hexdigest()


def is_loopback(host: str) -> bool:
    """Whether a host is this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def check_writer(request: Request, settings: Settings) -> None:
    """Let whoever may change the graph pass.

    Raises:
        Refused: the graph is read-only, or the request has no token or another, or comes from a page of another host.
    """
    if not settings.updates:
        raise Refused(403, "read-only: the server was started without a token")
    if settings.token is None:
        return _check_neighbour(request)
    given = _given(request.headers.get("authorization", ""))
    if given is None:
        raise Refused(401, "changes need a token: Authorization: Bearer …", headers=_CHALLENGE)
    if not hmac.compare_digest(sha256(given).hexdigest(), settings.token):
        raise Refused(403, "this token does not fit")


def may_write(request: Request, settings: Settings) -> bool:
    """Whether a request may change the graph."""
    try:
        check_writer(request, settings)
    except Refused:
        return False
    return True


def _given(header: str) -> bytes | None:
    """The token of a header, as Bearer or as the password of Basic; nothing where there is none."""
    scheme, _, told = header.strip().partition(" ")
    if scheme.lower() == "bearer":
        return told.strip().encode("latin-1", "replace") or None
    if scheme.lower() != "basic":
        return None
    try:
        return b64decode(told.strip(), validate=True).partition(b":")[2]
    except ValueError:
        return None


def _check_neighbour(request: Request) -> None:
    """Refuse what a page of another host makes a browser on this machine send."""
    origin = request.headers.get("origin")
    try:
        host = urlsplit(f"//{request.headers.get('host', '')}")
        own = origin is None or urlsplit(origin).netloc == host.netloc
    except ValueError:
        raise Refused(400, "Host or Origin names no host") from None
    if not own or not is_loopback(host.hostname or "") or request.headers.get("sec-fetch-site") == "cross-site":
        raise Refused(403, "without a token only programs on this machine change the graph")
