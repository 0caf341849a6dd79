"""Target of fuzzing: requests of any kind to the application, in this process."""

import asyncio
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from relgraph.web.app import create_app
from relgraph.web.headers import SecurityHeaders
from relgraph.web.settings import Settings

METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "QUERY", "get", "TRACE")
PATHS = (
    b"/sparql", b"/graph", b"/", b"/search", b"/ask", b"/questions/partnerships", b"/api/v1/questions", b"/suggest",
    b"/id/country/JP", b"/id/release/a", b"/topic/robotics", b"/brief", b"/compare", b"/timeline", b"/map", b"/explore",
    b"/changes", b"/entities", b"/sparql/words.json", b"/ontology", b"/api/v1/ask", b"/openapi.json",
    b"/rdf-graph-store",
)  # fmt: skip
_INSIDES = re.compile(rb"Traceback \(most recent|site-packages|/src/relgraph/|File \"/|0x[0-9a-f]{8,}")
_DOCUMENTED = (501, 503)


class Application:
    """The application on a store that may be changed; each request takes the way that a server's would take."""

    def __init__(self, store: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._app = SecurityHeaders(create_app(Settings(str(store), limit=5, askers=1, ahead=0, updates=True)))
        self._life: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._begun = asyncio.Event()
        self._ended = self._loop.create_task(self._live())
        self._loop.run_until_complete(self._begun.wait())
        self._place = str(store).encode()

    async def _live(self) -> None:
        async def send(message: dict[str, Any]) -> None:
            self._begun.set()

        await self._life.put({"type": "lifespan.startup"})
        await self._app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, self._life.get, send)

    def close(self) -> None:
        """End the processes that answer."""
        self._life.put_nowait({"type": "lifespan.shutdown"})
        self._loop.run_until_complete(self._ended)
        self._loop.close()

    def request(self, data: bytes) -> None:
        """No request makes the server break, and no answer tells of its insides."""
        method, path, query, headers, body = _parts(data)
        status, told, answer = self._loop.run_until_complete(self._answer(method, path, query, headers, body))
        assert status < 500 or status in _DOCUMENTED, f"{method} {path!r}?{query!r} is answered by {status}"
        assert not _INSIDES.search(answer), "an answer tells of the insides"
        assert self._place not in answer, "an answer tells where the store lies"
        assert b"content-security-policy" in told, "an answer has no policy"
        for name, value in told.items():
            assert b"\n" not in name + value, "a header has several lines"
            assert b"\r" not in name + value, "a header has several lines"

    async def _answer(
        self, method: str, path: bytes, query: bytes, headers: list[tuple[bytes, bytes]], body: bytes
    ) -> tuple[int, dict[bytes, bytes], bytes]:
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": unquote_to_bytes(path).decode("utf-8", "replace"), "raw_path": path, "query_string": query,
            "root_path": "", "headers": headers, "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "state": {},
        }  # fmt: skip
        messages = [{"type": "http.request", "body": body, "more_body": False}]
        started: dict[str, Any] = {}
        parts: list[bytes] = []
        done = asyncio.Event()

        async def receive() -> dict[str, Any]:
            if messages:
                return messages.pop()
            await done.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
            else:
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    done.set()

        await self._app(scope, receive, send)
        return started["status"], {name.lower(): value for name, value in started["headers"]}, b"".join(parts)


def _parts(data: bytes) -> tuple[str, bytes, bytes, list[tuple[bytes, bytes]], bytes]:
    """A request out of an input: a sign each for method and path, then path, query, headers, body, parted by NUL."""
    first, second = (data + b"\0\0")[:2]
    path, query, told, body, *_ = [*data[2:].split(b"\0", 3), b"", b"", b"", b""]
    headers = [(b"host", b"127.0.0.1")]
    for line in told.split(b"\n"):
        name, _, value = line.partition(b":")
        name = name.strip().lower()
        if re.fullmatch(rb"[!#$%&'*+.^_`|~0-9a-z-]+", name):  # what no server lets through reaches no application
            headers.append((name, re.sub(rb"[\r\n]", b"", value.strip())))
    path = PATHS[second % len(PATHS)] + re.sub(rb"[\s?#]", b"", path)
    return METHODS[first % len(METHODS)], path, re.sub(rb"[\s#]", b"+", query), headers, body
