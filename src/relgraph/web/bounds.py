"""How much a request may send: an address, and a body where no page of its own says otherwise."""

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 16_000
"""Bytes of an address; those of questions in SPARQL are bounded by the endpoint."""
LARGEST_BODY = 1 << 20
"""Bytes of a body; the endpoint and the graph store bound what they take themselves, by who sends it."""
_OWN = ("/sparql", "/graph")


class Bounds:
    """ASGI middleware that refuses what is longer (414, 413), and addresses that are none (400)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        if not scope["query_string"].isascii():  # which the framework would stumble over
            told = "The address has signs that are not percent-encoded.\n"
            return await PlainTextResponse(told, 400)(scope, receive, send)
        if scope["path"].startswith(_OWN):
            return await self._app(scope, receive, send)
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST_BODY:
                raise HTTPException(413)
            return message

        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return await PlainTextResponse("The address is too long.\n", 414)(scope, receive, send)
        await self._app(scope, bounded, send)
