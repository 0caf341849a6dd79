"""Showing credentials to a server: a token always, a name and password in the way that the server asks for.

Owns headers only. Digest is preferred where a server offers it, as Virtuoso does; what it once asked for is shown with
every later request, so that no batch is sent twice.
"""

from collections.abc import Mapping
from email.message import Message
from http.client import HTTPResponse
from typing import IO
from urllib.request import (
    AbstractDigestAuthHandler,
    BaseHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from relgraph.store.address import Address

_HEADER = "Authorization"
_MOST = 2
"""Challenges answered for one request: the second may say that a number has been used too often."""


class Signing(BaseHandler):
    """Signs requests to one server; nothing is sent of a name or password before the server has asked for it."""

    def __init__(self, address: Address) -> None:
        passwords = HTTPPasswordMgrWithDefaultRealm()
        for uri in {address.questions, address.updates} if address.user is not None else ():
            passwords.add_password(None, uri, address.user or "", address.password or "")
        self._address = address
        self._digest = AbstractDigestAuthHandler(passwords)
        self._basic = False
        self._challenge: Mapping[str, str] | None = None

    def http_request(self, request: Request) -> Request:
        """Sign a request as far as is known how."""
        value = f"Bearer {self._address.token}" if self._address.token is not None else self._value(request)
        if value is not None:
            request.add_unredirected_header(_HEADER, value)
        return request

    https_request = http_request

    def http_error_401(
        self, request: Request, file: IO[bytes], code: int, message: str, headers: Message
    ) -> HTTPResponse | None:
        """Ask again, signed, if it is a kind of challenge that can be met; else it stays refused."""
        met = getattr(request, "challenges_met", 0)
        if self._address.user is None or met >= _MOST or not self._learn(headers.get_all("WWW-Authenticate") or []):
            return None
        if met and self._basic:
            return None  # nothing else can be said than what was refused
        file.close()
        request.challenges_met = met + 1  # type: ignore[attr-defined]
        answer: HTTPResponse = self.parent.open(request, timeout=request.timeout)
        return answer

    def _learn(self, challenges: list[str]) -> bool:
        """Keep how to sign."""
        kinds = {kind.lower(): rest for kind, _, rest in (challenge.partition(" ") for challenge in challenges)}
        digest = parse_keqv_list(parse_http_list(kinds.get("digest", "")))
        if digest.get("algorithm", "MD5") == "MD5" and "nonce" in digest and "realm" in digest:
            self._challenge = digest
            return True
        self._challenge, self._basic = None, "basic" in kinds
        return self._basic

    def _value(self, request: Request) -> str | None:
        if self._challenge is not None:
            signature = self._digest.get_authorization(request, self._challenge)
            return f"Digest {signature}" if signature else None
        return self._address.basic if self._basic else None
