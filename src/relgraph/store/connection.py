"""Requests of the SPARQL 1.1 protocol to one server: sent by SPARQLWrapper, tried again where that can help.

Owns waiting, giving up, and what is said of a refusal. A server that is busy (429, 503) or not there (connection
refused or reset) is asked again after a pause that doubles, or as long as it asks for; a redirection is not followed,
for it would carry questions and credentials elsewhere.
"""

import time
from collections.abc import Mapping, Sequence
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    UnknownHandler,
)

from SPARQLWrapper import INSERT, JSON, POST, SPARQLWrapper

from relgraph.errors import StoreError
from relgraph.store.address import Address
from relgraph.store.refusal import Refusal
from relgraph.store.signing import Signing

PAUSE = 0.5
"""Seconds before the second try; doubled before each further one."""
TRIES = 4
_PIECE = 1 << 16
_CUT = {"X-SPARQL-MaxRows": "cuts its answer at a number of rows", "X-SQL-State": "cuts its answer at a time limit"}


class _Request(SPARQLWrapper):
    """A request that is sent over our own opener: SPARQLWrapper's is shared by the whole process."""

    def send(self, opener: OpenerDirector, seconds: float) -> HTTPResponse:
        """Send it."""
        return cast(HTTPResponse, opener.open(self._createRequest(), timeout=seconds))


class Connection:
    """A server that is asked over HTTP; each request is a connection of its own."""

    def __init__(self, address: Address, *, pause: float | None = None) -> None:
        self.address = address
        self._pause = PAUSE if pause is None else pause
        self._opener = OpenerDirector()
        for handler in (
            ProxyHandler, UnknownHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor,
        ):  # fmt: skip
            self._opener.add_handler(handler())
        self._opener.add_handler(Signing(address))

    def ask(self, sparql: str, form: str, accept: str, parameters: Mapping[str, Sequence[str]]) -> bytes:
        """Ask, and give the answer's bytes.

        Raises:
            QueryError: the server takes the question for malformed.
            StoreError: the server does not answer, or refuses to.
        """
        return self._post(self._request(sparql, form, accept, parameters), again=True)

    def update(self, sparql: str, *, again: bool) -> None:
        """Change what the server holds; `again` says that doing it twice does no harm.

        Raises:
            QueryError: the server takes the update for malformed.
            StoreError: the server does not answer, or refuses to.
        """
        self._post(self._request(sparql, INSERT, JSON, {}), again=again)

    def _request(self, sparql: str, form: str, accept: str, parameters: Mapping[str, Sequence[str]]) -> _Request:
        request = _Request(self.address.questions, self.address.updates, agent="relgraph")
        request.setMethod(POST)
        request.setReturnFormat(accept)
        request.setOnlyConneg(True)  # no format= parameters that servers may not know
        request.queryString = sparql
        request.queryType = form  # its own guess takes a word of a comment for an update, and sends it as one
        for name, values in parameters.items():
            for value in values:
                request.addParameter(name, value)
        return request

    def _post(self, request: _Request, *, again: bool) -> bytes:
        updating = request.isSparqlUpdateRequest()
        seconds = self.address.patience(updating=updating)
        for turn in range(1, TRIES + 1):
            try:
                with request.send(self._opener, seconds) as response:
                    self._check(response)
                    return _read(response, seconds)
            except HTTPError as error:
                with error:
                    refused = Refusal(error)
                wait = refused.wait(self._pause * 2 ** (turn - 1), again=again)
                if turn == TRIES or wait is None:
                    raise refused.error(self.address, updating=updating) from None
            except StoreError:
                raise  # which is an OSError too
            except (OSError, HTTPException, ValueError) as error:
                why = error.reason if isinstance(error, URLError) else error
                if turn == TRIES or not _gone(why, again=again):
                    raise self._silence(why, seconds, updating=updating) from None
                wait = self._pause * 2 ** (turn - 1)
            time.sleep(wait)
        raise AssertionError("the last turn gives an answer or raises")

    def _check(self, response: HTTPResponse) -> None:
        """Refuse what Virtuoso has cut: it says so in headers alone, with status 200."""
        for header, why in _CUT.items():
            if value := response.headers.get(header):
                raise StoreError(self.address.questions, f"{why} ({header}: {value}); its settings say where it cuts")

    def _silence(self, why: object, seconds: float, *, updating: bool) -> StoreError:
        """What is said of a server that gives no answer at all."""
        where = self.address.updates if updating else self.address.questions
        if isinstance(why, TimeoutError):
            return StoreError(where, f"did not answer within {seconds:g} seconds")
        return StoreError(where, f"cannot be asked: {' '.join(str(why).split()) or type(why).__name__}")


def _gone(why: object, *, again: bool) -> bool:
    """Whether nobody was there, or went away in the middle of what does no harm twice."""
    if isinstance(why, ConnectionRefusedError):
        return True
    return again and isinstance(why, (ConnectionResetError, ConnectionAbortedError, BrokenPipeError, IncompleteRead))


def _read(response: HTTPResponse, seconds: float) -> bytes:
    """The whole answer; a server that lets it trickle is given up like one that is silent.

    Raises:
        TimeoutError: it takes too long.
        IncompleteRead: it ends before it is whole.
    """
    end = time.monotonic() + seconds
    pieces = []
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        if time.monotonic() > end:
            raise TimeoutError
    if response.length:
        raise IncompleteRead(b"".join(pieces), response.length)
    return b"".join(pieces)
