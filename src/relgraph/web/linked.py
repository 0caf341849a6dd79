"""How an answer about a thing goes over the wire: what it varies with, what names it, and when it is still good."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from fastapi import Request, Response

from relgraph import __version__
from relgraph.web.negotiation import FORMS, Form
from relgraph.web.shelf import Answer

_PARTS = ("templates", "words", "static")
VARY = "Accept, Accept-Language, Cookie"


def tag(*known_by: object) -> str:
    """Entity tag of an answer by all that makes it what it is; weak, for it is sent compressed or not."""
    return f'W/"{sha256(repr((program(), known_by)).encode()).hexdigest()[:24]}"'


@lru_cache
def program() -> str:
    """Digest of what pages are made with, so that a page made by another version is not taken for this one's."""
    here = Path(__file__).parent
    digest = sha256(__version__.encode())
    for part in _PARTS:
        for path in sorted((here / part).iterdir()):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def fresh(request: Request, etag: str) -> bool:
    """Whether the client already has what the tag stands for."""
    asked = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    return etag in asked or asked == ["*"]


def alternates(path: str, forms: Iterable[Form] = FORMS, more: str = "") -> str:
    """Link header that leads to the other forms of what stands at a path without suffix."""
    return ", ".join(f'<{path}.{form.suffix}{more}>; rel="alternate"; type="{form.media_type}"' for form in forms)


def respond(request: Request, answer: Answer, etag: str | None) -> Response:
    """An answer as the client takes it: compressed or not, or only the news that it is still good."""
    headers = {"Vary": VARY, "Cache-Control": "no-cache"}
    if etag is not None:
        headers["ETag"] = etag
    if answer.links:
        headers["Link"] = answer.links
    if answer.location is not None:
        headers["Location"] = answer.location
    body = answer.compressed
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        headers["Vary"] += ", Accept-Encoding"  # what compresses other answers adds it there
    else:
        body = answer.body
    return Response(body, answer.status, headers, media_type=answer.media_type)


def unchanged(etag: str) -> Response:
    """Say that what the client has is still good."""
    return Response(status_code=304, headers={"ETag": etag, "Vary": VARY, "Cache-Control": "no-cache"})
