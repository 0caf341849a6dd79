"""Where a server takes questions and updates, and who asks: addresses, and credentials that never stand in a message.

What belongs to the server and not to the question is told by the environment::

    RELGRAPH_STORE_UPDATE    address for updates, where it cannot be guessed from the one for questions
    RELGRAPH_STORE_USER      name and password, sent as the server asks for them: Digest or Basic
    RELGRAPH_STORE_PASSWORD
    RELGRAPH_STORE_TOKEN     instead of these a token, sent as `Authorization: Bearer`
    RELGRAPH_STORE_TIMEOUT   seconds after which a request is given up

Owns no connection.
"""

import os
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from relgraph.errors import StoreError

_REPOSITORY = re.compile(r"/repositories/[^/]+/?")
QUESTION, UPDATE = 30.0, 300.0
"""Seconds after which a question and an update are given up, if nothing else is said."""


@dataclass(frozen=True)
class Address:
    """Where to ask and as whom; what is secret is in no representation of it."""

    questions: str
    updates: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    timeout: float | None = None

    @property
    def basic(self) -> str:
        """Name and password as a header of the Basic scheme."""
        return "Basic " + b64encode(f"{self.user}:{self.password}".encode()).decode()

    def patience(self, *, updating: bool) -> float:
        """Seconds to wait for an answer."""
        return self.timeout or (UPDATE if updating else QUESTION)


def read_address(location: str, environment: Mapping[str, str] = os.environ) -> Address:
    """Give where a server at an address is asked, credentials in it taken out.

    >>> read_address("http://me:secret@h/query", {})
    Address(questions='http://h/query', updates='http://h/update', user='me', timeout=None)

    Raises:
        StoreError: the address is none, or what the environment says of it is contradictory.
    """
    plain, user, password = _bared(location)
    other, *its_own = _bared(environment["RELGRAPH_STORE_UPDATE"]) if environment.get("RELGRAPH_STORE_UPDATE") else [""]
    if user is None:
        user, password = its_own if any(its_own) else _named(plain, environment)
    token = environment.get("RELGRAPH_STORE_TOKEN") or None
    if token is not None and user is not None:
        raise StoreError(plain, "is given a token and a user, of which only one can be shown")
    return Address(plain, other or _updating(plain), user, password, token, _seconds(plain, environment))


def bare(location: str) -> str:
    """The location without credentials, as it may be told; a folder as it is.

    >>> bare("https://me:secret@example.org/sparql")
    'https://example.org/sparql'
    """
    return re.sub(r"(?i)^(https?://)[^/?#]*@", r"\1", location)


def _bared(location: str) -> tuple[str, str | None, str | None]:
    """Address, user and password out of an address."""
    plain = bare(location)
    try:
        parts = urlsplit(location)
        parts.port  # noqa: B018 - says whether it is a number
    except ValueError as error:
        raise StoreError(plain, f"cannot be asked: {error}") from None
    if not parts.hostname:
        raise StoreError(plain, "cannot be asked: names no host")
    return plain, *_credentials(parts)


def _credentials(parts: SplitResult) -> tuple[str | None, str | None]:
    if parts.username is None:
        return None, None
    return unquote(parts.username), unquote(parts.password or "")


def _named(plain: str, environment: Mapping[str, str]) -> tuple[str | None, str | None]:
    user, password = (environment.get(f"RELGRAPH_STORE_{name}") or None for name in ("USER", "PASSWORD"))
    if (user is None) is not (password is None):
        raise StoreError(plain, "needs both RELGRAPH_STORE_USER and RELGRAPH_STORE_PASSWORD, or none")
    return user, password


def _updating(questions: str) -> str:
    """Where the servers that are known take updates; most take them where they are asked.

    >>> _updating("http://127.0.0.1:7200/repositories/graph")
    'http://127.0.0.1:7200/repositories/graph/statements'
    """
    parts = urlsplit(questions)
    path = parts.path
    if path.endswith("/query"):
        path = path.removesuffix("query") + "update"
    elif _REPOSITORY.search(path) and not path.rstrip("/").endswith("/statements"):
        path = path.rstrip("/") + "/statements"
    return parts._replace(path=path).geturl()


def _seconds(plain: str, environment: Mapping[str, str]) -> float | None:
    told = environment.get("RELGRAPH_STORE_TIMEOUT")
    if not told:
        return None
    try:
        seconds = float(told)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise StoreError(plain, f"RELGRAPH_STORE_TIMEOUT is no number of seconds: {told!r}")
    return seconds
