"""Pages made before anybody asks: those that take long, and entities, those with most evidence first."""

import asyncio
import os
from contextlib import suppress
from itertools import islice
from time import perf_counter

from starlette.types import ASGIApp, Message, Scope

from relgraph.errors import RelgraphError
from relgraph.queries.listing import RELEASE_KIND
from relgraph.web.rendering import address
from relgraph.web.site import Site

_FOR_ALL = ("/", "/explore", "/map")
"""Addresses that everybody comes by."""
_EVERY, _PAUSE = 5.0, 0.2
"""Seconds between two looks at whether a build has replaced the store, and at whether readers still wait."""
_STILL = 60.0
"""Seconds without a change until pages are made again: a graph that is changed all the time is not worth it."""


class Due:
    """When pages are made: as a process starts, and once a graph that has changed has been still for so long.

    >>> due = Due(60)
    >>> due.of("a", 0), due.of("a", 5), due.of("b", 10), due.of("c", 50), due.of("c", 100), due.of("c", 110)
    (True, False, False, False, False, True)
    """

    def __init__(self, still: float) -> None:
        self._still = still
        self._made = self._seen = ""
        self._since = 0.0

    def of(self, generation: str, now: float) -> bool:
        """Whether those of a generation are to be made now; a store behind an address has none."""
        if generation != self._seen:
            self._since = now if self._seen else now - self._still
            self._seen = generation
        if not generation or generation == self._made or now - self._since < self._still:
            return False
        self._made = generation
        return True


async def keep_ahead(app: ASGIApp, site: Site) -> None:
    """Make them as long as the process serves."""
    due = Due(_STILL)
    while True:
        if due.of(site.holding.generation, perf_counter()):
            with suppress(RelgraphError):  # whoever asks for the page is told
                await make_ahead(app, site, site.settings.ahead)
        await asyncio.sleep(_EVERY)


async def make_ahead(app: ASGIApp, site: Site, most: int) -> None:
    """Make pages that all ask for and those of so many entities, in German; readers come first, some time is left."""
    index, generation = await site.index.soon(), site.holding.generation
    things = [*islice((thing for thing in index.things if thing.kind != RELEASE_KIND), most)]
    if os.getpid() % 2:  # two processes that leave each other what they make do not make the same
        things.reverse()
    for path in [*(_FOR_ALL if most else ()), *(address(thing.iri) for thing in things)]:
        while site.shelf.busy:
            await asyncio.sleep(_PAUSE)
        if site.holding.generation != generation:
            return  # what is made now would be gone with the next change
        begun = perf_counter()
        await asyncio.gather(_ask(app, path), return_exceptions=True)  # one that breaks down is in the log already
        await asyncio.sleep((perf_counter() - begun) / 4)


async def _ask(app: ASGIApp, path: str) -> None:
    """Ask for a page as a browser would; what is answered is kept by whoever made it."""
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "root_path": "", "query_string": b"",
        "headers": [(b"accept", b"text/html")], "server": None, "client": None, "state": {},
    }  # fmt: skip

    async def receive() -> Message:
        await asyncio.Event().wait()  # nobody goes away
        raise AssertionError

    async def send(message: Message) -> None:
        """Nobody reads it."""

    await app(scope, receive, send)
