"""What a program is told when it gets no answer: one line of text, or JSON (RFC 9457) where it takes that."""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request, Response

from relgraph.errors import RelgraphError
from relgraph.web.negotiation import Form, best

_TEXT = Form("txt", "text/plain")
_PROBLEM = Form("json", "application/problem+json", ("application/json", "application/sparql-results+json"))


_PLACE = re.compile(r"^SPARQL: line \d+, column \d+: ")


class Refused(RelgraphError):
    """A request that is not answered: the status that says so, and why in words; `place` is line and column."""

    def __init__(
        self, status: int, why: str, *, place: tuple[int, int] | None = None, headers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(why if place is None else _PLACE.sub("", why))
        self.status = status
        self.place = place
        self.headers = dict(headers or {})


def refusal(request: Request, refused: Refused) -> Response:
    """The answer that says so."""
    told: dict[str, object] = {
        "title": HTTPStatus(refused.status).phrase, "status": refused.status, "detail": str(refused),
    }  # fmt: skip
    if refused.place is not None:
        told["line"], told["column"] = refused.place
    form = best(request.headers.get("accept", ""), (_TEXT, _PROBLEM)) or _TEXT
    place = f"line {refused.place[0]}, column {refused.place[1]}: " if refused.place is not None else ""
    body = f"{place}{refused}\n" if form is _TEXT else f"{json.dumps(told, ensure_ascii=False)}\n"
    kind = "text/plain; charset=utf-8" if form is _TEXT else form.media_type
    return Response(body, refused.status, {"Cache-Control": "no-store", **refused.headers}, media_type=kind)
