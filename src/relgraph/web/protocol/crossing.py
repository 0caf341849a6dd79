"""Which answers pages of other hosts may read: those to programs, and never with the credentials of a reader."""

from fastapi import Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN = ("/sparql", "/graph", "/api", "/id", "/topic", "/ontology", "/changes", "/.well-known")
"""Addresses, with all below them and beside them by suffix, that are open to pages of other hosts."""
_ALLOWED = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type, If-None-Match, Slug",
    "Access-Control-Max-Age": "86400",
}
_TOLD = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location, Retry-After, WWW-Authenticate, X-SPARQL-MaxRows",
}


class Crossing:
    """ASGI middleware that says so, and answers what browsers ask beforehand."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http" or not _open(scope["path"]):
            return await self._app(scope, receive, send)
        asked = Headers(scope=scope)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in asked and "origin" in asked:
            return await Response(status_code=204, headers=_TOLD | _ALLOWED)(scope, receive, send)

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_TOLD)
            await send(message)

        await self._app(scope, receive, said)


def _open(path: str) -> bool:
    return any(path == one or path.startswith((f"{one}/", f"{one}.")) for one in OPEN)
