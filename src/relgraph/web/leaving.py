"""What nobody waits for any more is not worked on: a request whose client has gone is ended, wherever it stands."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Leaving:
    """ASGI middleware that ends the work on a request when its client hangs up before it has the answer.

    A question at the desk is ended with it, and its core is free. What a thread has begun goes on to its end.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        messages: asyncio.Queue[Message] = asyncio.Queue(maxsize=1)
        answered = False

        async def said(message: Message) -> None:
            nonlocal answered
            answered = message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        async def watched() -> None:
            while (message := await receive())["type"] != "http.disconnect":
                await messages.put(message)
            if not answered:
                work.cancel()

        work = asyncio.ensure_future(self._app(scope, messages.get, said))
        watch = asyncio.create_task(watched())
        try:
            await work
        except asyncio.CancelledError:
            if not watch.done():  # it is the server that ends, not the client that has gone
                raise
        finally:
            watch.cancel()
            work.cancel()
