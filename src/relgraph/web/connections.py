"""A connection within bounds: how long a request's head may be and take, how slow a body and a reader may be, how many.

uvicorn reads and answers; what it leaves open is bounded here, so that clients who send a byte a second, or never read
what they asked for, hold no place that others need. What is refused before there is a request has the headers that
every answer has.
"""

from asyncio import TimerHandle, Transport
from collections.abc import Callable
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from relgraph.web.headers import HEADERS

LONGEST_HEAD = 400_000 + 64 * 1024
"""Bytes of a request before its body: an address may hold a question of 100,000 characters, escaped, as a body may."""
MOST = 500
"""Connections that a serving process holds open; who comes then is told to come again."""


class Connection(HttpToolsProtocol):
    """uvicorn's connection, with an eye on the clock and on what comes in."""

    head_time = 15.0
    """Seconds until the head of a request has to be there."""
    body_time, body_rate = 20.0, 10_000
    """Seconds that a body may take, and bytes for each of which a second more is granted."""
    reading_time = 60.0
    """Seconds in which a client has to take something of an answer that waits for it."""
    longest_head, most = LONGEST_HEAD, MOST

    _timer: TimerHandle | None = None
    _held: TimerHandle | None = None
    _in_head, _size, _since = True, 0, 0.0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Take a client on, or tell it that there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            self._refuse(503, "There are too many connections; come again in a moment.", "Retry-After: 10\r\n")
        else:
            self._wait(self.head_time, self._late)

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of it."""
        for timer in (self._timer, self._held):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, as long as what comes is within bounds."""
        if self.transport.is_closing():
            return
        if self._in_head and self._timer is None:  # the next request over a connection that was idle
            self._wait(self.head_time, self._late)
        self._size += len(data)
        super().data_received(data)
        if self._in_head and self._size > self.longest_head and not self.transport.is_closing():
            self._refuse(431, "The head of the request is too long.")

    def on_headers_complete(self) -> None:
        """Answer a request whose head is there."""
        if sum(len(name) + len(value) for name, value in self.headers) + len(self.url) > self.longest_head:
            return self._refuse(431, "The head of the request is too long.")
        self._in_head, self._size, self._since = False, 0, self.loop.time()
        self._wait(self.body_time, self._slow)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Know that a request is whole."""
        self._in_head, self._size = True, 0
        self._stop()
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Wait for a client that reads more slowly than it is answered, for a while."""
        super().pause_writing()
        if self._held is None:
            self._held = self.loop.call_later(self.reading_time, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: it reads."""
        super().resume_writing()
        if self._held is not None:
            self._held.cancel()
            self._held = None

    def timeout_keep_alive_handler(self) -> None:
        """End a connection that is idle, and one that leaves its last answer lying."""
        super().timeout_keep_alive_handler()
        self._let_go()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP."""
        self._refuse(400, msg)

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        self._stop()
        self._timer = self.loop.call_later(seconds, then)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _late(self) -> None:
        self._timer = None
        if self._size == 0:  # nobody has said anything
            self.transport.close()
        else:
            self._refuse(408, "The request took too long to come.")

    def _slow(self) -> None:
        """A body that takes longer than its length allows is waited for no longer."""
        self._timer = None
        more = self.body_time + self._size / self.body_rate - (self.loop.time() - self._since)
        if more > 0 or self.flow.read_paused:  # what is not read is no fault of the client's
            self._wait(max(more, 1.0), self._slow)
        elif self.cycle.response_started:
            self.transport.abort()
        else:
            self._refuse(408, "The body of the request took too long to come.")

    def _refuse(self, status: int, why: str, more: str = "") -> None:
        """Answer without a request, and hang up."""
        self._stop()
        told = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(why) + 1)}
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{lines}{more}Connection: close\r\n\r\n"
        self.transport.write(f"{head}{why}\n".encode("ascii"))
        self.transport.close()
        self._let_go()

    def _let_go(self) -> None:
        """End for good what is being closed, where its client does not take what is left."""
        if self._held is not None:
            self._held.cancel()
        self._held = self.loop.call_later(self.reading_time, self.transport.abort)
