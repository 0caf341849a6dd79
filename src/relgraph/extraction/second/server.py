"""A server with the chat completions interface of OpenAI, asked within bounds.

Owns how often and how long one is asked; the connection itself is that of `releases/sources`.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from relgraph.errors import FetchError
from relgraph.extraction.second.answers import content_of
from relgraph.releases.sources.addresses import Target, resolve, target_of
from relgraph.releases.sources.transport import Answer, Patience, Unreachable, ask

ATTEMPTS = 3
LIMIT = 1_000_000
"""Bytes of an answer at most, unpacked."""
SECONDS = 120.0
"""How long an answer may take, unless told otherwise."""
_SLACK = 2.0
"""Seconds by which silence may outlast the whole answer, so that it is always the whole that runs out."""
_FAILURES = 3
_LONGEST_WAIT = 30.0
_PATH = "/chat/completions"
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_WRONG = frozenset({401, 403, 404, 405})


class Unanswered(FetchError):
    """A model gave no answer that could be read; the next release may fare better."""


class Server:
    """Answers of one model at one address, which is asked as it was given, wherever it lies; no redirect is followed.

    One that never answers is an error. One that has answered before may miss: after three requests in a row that failed
    it is left alone.
    """

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        seconds: float = SECONDS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take an address such as `http://localhost:11434/v1`; nothing is asked yet.

        Raises:
            FetchError: it is no address of http or https.
        """
        self._target = _endpoint(url)
        self._headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key is not None:
            self._headers["Authorization"] = f"Bearer {key}"
        self._patience = Patience(silence=seconds + _SLACK, whole=seconds)
        self._sleep = sleep
        self._answered = False
        self._failed = 0

    def answer(self, request: bytes) -> str:
        """What the model says to a request.

        Raises:
            Unanswered: it says nothing that can be read, or this time nothing at all.
            FetchError: it never answered, or refuses address, key or model, so that asking again is of no use.
        """
        if self._failed >= _FAILURES:
            raise Unanswered(self._target.url, f"not asked: {_FAILURES} requests in a row had failed")
        answer = self._patiently(request)
        if answer.status in _WRONG:
            raise FetchError(self._target.url, f"{_said(answer)}; is the address, the model's name or the key wrong?")
        if answer.status != HTTPStatus.OK:
            raise self._failure(_said(answer))
        self._answered, self._failed = True, 0
        try:
            return content_of(answer.body)
        except ValueError as error:
            raise Unanswered(self._target.url, str(error)) from error

    def _failure(self, why: str) -> FetchError:
        self._failed += 1
        return (Unanswered if self._answered else FetchError)(self._target.url, why)

    def _patiently(self, request: bytes) -> Answer:
        """The answer of the first attempt that brings one which will not pass, or of the last."""
        for attempt in range(1, ATTEMPTS + 1):
            wait = float(2 ** (attempt - 1))
            try:
                answer = self._ask(request)
            except Unreachable as error:
                if attempt == ATTEMPTS:
                    raise self._failure(error.why) from error
            except FetchError as error:
                raise Unanswered(error.url, error.why) from error  # an answer, but one out of bounds
            else:
                if attempt == ATTEMPTS or answer.status not in _PASSING:
                    return answer
                wait = max(wait, _asked_for(answer))
            self._sleep(min(wait, _LONGEST_WAIT))
        raise AssertionError("the last attempt returns or raises")

    def _ask(self, request: bytes) -> Answer:
        try:
            addresses = resolve(self._target, private={self._target.host})
        except FetchError as error:
            raise Unreachable(error.url, error.why) from error
        return ask(self._target, addresses, self._headers, limit=LIMIT, patience=self._patience, body=request)


def _endpoint(url: str) -> Target:
    target = target_of(url)
    path, sign, query = target.path.partition("?")
    path = path.rstrip("/")
    path = (path if path.endswith(_PATH) else path + _PATH) + sign + query
    return replace(target, path=path, url=f"{target.origin}{path}")


def _said(answer: Answer) -> str:
    try:
        phrase = f" ({HTTPStatus(answer.status).phrase})"
    except ValueError:
        phrase = ""
    return f"answers with HTTP status {answer.status}{phrase}"


def _asked_for(answer: Answer) -> float:
    """Seconds after which the server wants to be asked again."""
    later = answer.headers.get("retry-after", "").strip()
    return float(later) if later.isdecimal() and len(later) < 8 else 0.0
