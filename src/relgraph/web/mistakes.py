"""What a reader sees when something is wrong: a page that says what, and what to do; nothing of our insides."""

import logging

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from relgraph.errors import QueryError, StoreError, UnknownName
from relgraph.web.api.problems import Problem, is_for_programs
from relgraph.web.desk import Stopped
from relgraph.web.rendering import render
from relgraph.web.speech import speech_of

_LOG = logging.getLogger("relgraph.web")


def add_mistakes(app: FastAPI) -> None:
    """Answer errors with pages."""
    app.add_exception_handler(HTTPException, _missing)
    app.add_exception_handler(UnknownName, _unknown)
    app.add_exception_handler(Stopped, _stopped)
    app.add_exception_handler(QueryError, _malformed)
    app.add_exception_handler(StoreError, _silent)
    app.add_exception_handler(Exception, _broken)


def mistake(request: Request, status: int, key: str, said: str = "", suggestions: tuple[str, ...] = ()) -> Response:
    """The page of a mistake; `key` names its words in `words/mistakes.yaml`, `said` is what the program says."""
    return render(
        request, speech_of(request), "mistake.html", status=status, key=key, said=said, suggestions=suggestions
    )


def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if is_for_programs(request):
        return Problem(error.status_code, str(error.detail), headers=error.headers).response(request)
    keys = {404: "missing", 405: "method", 406: "form"}
    answer = mistake(request, error.status_code, keys.get(error.status_code, "bad"))
    answer.headers.update(error.headers or {})  # such as which methods there are
    return answer


def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, UnknownName)
    return mistake(request, 404, "unknown", error.label, error.suggestions)


def _malformed(request: Request, error: Exception) -> Response:
    return mistake(request, 400, "malformed", str(error))


def _stopped(request: Request, error: Exception) -> Response:
    return mistake(request, 503, "stopped", str(error))


def _silent(request: Request, error: Exception) -> Response:
    _LOG.error("store: %s", error)
    return mistake(request, 503, "silent")


def _broken(request: Request, error: Exception) -> Response:
    if is_for_programs(request):
        return Problem(500, "something is broken here").response(request)
    return mistake(request, 500, "broken")  # the server logs the trace
