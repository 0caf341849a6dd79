"""What a program is told when something is wrong: problem details in JSON (RFC 9457), with what was meant."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import Request, Response

from relgraph.errors import RelgraphError, StoreError, UnknownName
from relgraph.web.asking.answers import Fault, Refused
from relgraph.web.desk import Stopped

MEDIA_TYPE = "application/problem+json"
PATH = "/api/"
_WORDS = {
    "parameter": "the question has no such parameter",
    "missing": "the question needs this parameter",
    "unknown": "nothing has this name",
    "several": "several things have this name; give one of the suggestions",
    "choice": "this is none of the choices",
    "date": "this is no date such as 1989, 1989-11 or 1989-11-24",
    "number": "this is no whole number that the parameter takes",
    "decimal": "this is no number such as 0.6",
    "twice": "the parameter is given twice",
    "empty": "the value is empty; leave the parameter out instead",
}


class Problem(RelgraphError):
    """A request that is not answered: the status that says so, why in words, and what is wrong with single values."""

    def __init__(
        self, status: int, why: str, *, errors: Sequence[Fault] = (), suggestions: Sequence[str] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(why)
        self.status = status
        self.errors = tuple(errors)
        self.suggestions = tuple(suggestions)
        self.headers = dict(headers or {})

    def response(self, request: Request) -> Response:
        """The answer that says so."""
        told: dict[str, object] = {
            "type": "about:blank", "title": HTTPStatus(self.status).phrase, "status": self.status, "detail": str(self),
            "instance": request.url.path,
        }  # fmt: skip
        if self.suggestions:
            told["suggestions"] = list(self.suggestions)
        if self.errors:
            told["errors"] = [
                {
                    "parameter": one.parameter, "value": one.value, "code": one.why, "detail": _WORDS[one.why],
                    "suggestions": list(one.suggestions),
                }
                for one in self.errors
            ]  # fmt: skip
        body = json.dumps(told, ensure_ascii=False)
        return Response(body, self.status, {"Cache-Control": "no-store", **self.headers}, media_type=MEDIA_TYPE)


def wrong_values(refused: Refused) -> Problem:
    """The problem with values that a question cannot be asked with.

    It is 404 where all that is wrong is that nothing has such a name, else 422.
    """
    status = 404 if all(one.why == "unknown" for one in refused.faults) else 422
    told = "; ".join(f"{one.parameter}: {_WORDS[one.why]}" for one in refused.faults)
    return Problem(status, told, errors=refused.faults)


def problem_of(error: RelgraphError) -> Problem:
    """The problem that an error of ours is."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, UnknownName):
        return Problem(404, str(error), suggestions=error.suggestions)
    if isinstance(error, Stopped):
        return Problem(503, f"{error}; more values make the question narrower", headers={"Retry-After": "10"})
    if isinstance(error, StoreError):
        return Problem(503, "the store does not answer", headers={"Retry-After": "10"})
    return Problem(422, str(error))


def is_for_programs(request: Request) -> bool:
    """Whether a request is one to the API, whose mistakes are problems and no pages."""
    return request.url.path.startswith(PATH)
