"""Many readers at once, in one cheap process: each asks over its own connection, as soon as it has its answer.

Bare sockets: a client for everybody would take more of the cores than the server that is measured.
"""

import asyncio
import re
from dataclasses import dataclass, field
from time import perf_counter

_LAST = b"\r\n0\r\n\r\n"  # of an answer in pieces: whoever asks one thing at a time sees nothing after it
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class Load:
    """What came back: seconds of each answer, by status, and how long all took."""

    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    bytes: int = 0
    seconds: float = 0.0

    def quantile(self, share):
        """Milliseconds within which so many of the answers came.

        >>> Load([0.1, 0.2, 0.3, 0.4]).quantile(0.5)
        200.0
        """
        ordered = sorted(self.times)
        return 1000 * ordered[max(0, min(len(ordered) - 1, round(share * len(ordered)) - 1))]


class Reader(asyncio.Protocol):
    """A connection that asks what comes next out of `requests`, and ends with it."""

    def __init__(self, requests, load):
        self._requests, self._load = requests, load
        self._held, self._wanted, self._status = bytearray(), None, 0
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self._transport = transport
        self._ask()

    def data_received(self, data):
        self._held += data
        if self._wanted is None:
            head = self._held.find(b"\r\n\r\n")
            if head < 0:
                return
            length = _LENGTH.search(self._held, 0, head)
            self._status = int(self._held[9:12])
            self._wanted = head + 4 + int(length[1]) if length else 0
        if self._held.endswith(_LAST) if self._wanted == 0 else len(self._held) >= self._wanted:
            load = self._load
            load.times.append(perf_counter() - self._since)
            load.statuses[self._status] = load.statuses.get(self._status, 0) + 1
            load.bytes += len(self._held)
            self._held.clear()
            self._wanted = None
            self._ask()

    def connection_lost(self, error):
        if not self.ended.done():
            self._fail(error or ConnectionError("the server hung up"))

    def _ask(self):
        request = next(self._requests, None)
        if request is None:
            if not self.ended.done():
                self.ended.set_result(None)
            self._transport.close()
            return
        self._since = perf_counter()
        self._transport.write(request)

    def _fail(self, error):
        if not self.ended.done():
            self.ended.set_exception(error)
        self._transport.close()


def get(path, port, accept="text/html"):
    """A request as it goes over the wire."""
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: {accept}\r\nAccept-Encoding: gzip\r\n\r\n"
    return head.encode("ascii")


async def loaded(port, requests, connections):
    """Ask everything over so many connections that stay open."""
    load, loop = Load(), asyncio.get_running_loop()
    shared = iter(requests)
    start = perf_counter()
    readers = [
        (await loop.create_connection(lambda: Reader(shared, load), "127.0.0.1", port))[1] for _ in range(connections)
    ]
    await asyncio.gather(*(reader.ended for reader in readers))
    load.seconds = perf_counter() - start
    return load
