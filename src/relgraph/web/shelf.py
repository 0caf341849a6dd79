"""Answers that a process keeps, compressed, until the graph changes or others need the room.

An answer is made once however many ask for it at the same time, and one after the other: two threads of a process that
make one each work a third longer for both. Owns no address and no template; whoever asks says what an answer is known
by.
"""

import asyncio
import gzip
import json
import os
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Lock, get_ident

from cachetools import LRUCache

MOST, SHARED = 96 * 1024 * 1024, 512 * 1024 * 1024
"""Bytes of answers that a process keeps, and that it leaves to others on the disk."""

_AROUND = 1_000  # bytes that an answer takes beside its body


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its body compressed; `links` is the Link header."""

    media_type: str
    compressed: bytes
    links: str = ""
    status: int = 200
    location: str | None = None

    @classmethod
    def of(
        cls, media_type: str, body: bytes, *, links: str = "", status: int = 200, location: str | None = None
    ) -> "Answer":
        """Compress a body; the same body gives the same bytes."""
        return cls(media_type, gzip.compress(body, compresslevel=4, mtime=0), links, status, location)

    @property
    def body(self) -> bytes:
        """The body for whoever cannot unpack."""
        return gzip.decompress(self.compressed)


class Shelf:
    """Answers by what they are known by; for one event loop, and with `shared` for all processes that have the folder.

    What another process has made is read from there: what one core has done, the other need not do again.
    """

    def __init__(self, most: int = MOST, shared: Path | None = None) -> None:
        self._held: LRUCache[Hashable, Answer] = LRUCache(most, getsizeof=lambda held: len(held.compressed) + _AROUND)
        self._coming: dict[Hashable, asyncio.Future[Answer]] = {}
        self._makers = ThreadPoolExecutor(1, thread_name_prefix="pages")
        self._shared = Shared(shared, SHARED) if shared is not None else None

    async def get(self, key: Hashable | None, make: Callable[[], Answer]) -> Answer:
        """What is kept under a key, or what `make` makes of it now; without a key it is made anew and not kept.

        What `make` raises reaches all who wait for it, and is not kept.
        """
        held = self._held.get(key)
        if held is not None:
            return held
        coming = self._coming.get(key)
        if coming is None:
            shared = self._shared
            makes = make if key is None or shared is None else partial(shared.get, key, make)
            coming = asyncio.get_running_loop().run_in_executor(self._makers, makes)
            if key is not None:
                self._coming[key] = coming
                coming.add_done_callback(lambda done: self._keep(key, done))
        # Whoever goes away leaves the others their answer
        return await asyncio.shield(coming)

    @property
    def busy(self) -> bool:
        """Whether anybody waits for an answer."""
        return bool(self._coming)

    def close(self) -> None:
        """Let go of the threads."""
        self._makers.shutdown(wait=False, cancel_futures=True)

    def _keep(self, key: Hashable, done: "asyncio.Future[Answer]") -> None:
        del self._coming[key]
        if not done.cancelled() and done.exception() is None:
            answer = done.result()
            if len(answer.compressed) + _AROUND <= self._held.maxsize:
                self._held[key] = answer


class Shared:
    """Answers in a folder, one file each, for all processes that have it; safe for threads.

    It is a help only: where it cannot be written, answers are made anew.
    """

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder
        self._most = most
        self._lock = Lock()
        self._written = 0

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer that the folder has under a key, else what `make` makes, which it has from now on."""
        place = self._folder / sha256(repr(key).encode()).hexdigest()
        with suppress(OSError):
            head, _, body = place.read_bytes().partition(b"\n")
            return Answer(compressed=body, **json.loads(head))
        answer = make()
        with suppress(OSError):
            self._put(place, answer)
        return answer

    def _put(self, place: Path, answer: Answer) -> None:
        with self._lock:
            self._written += len(answer.compressed) + _AROUND
            if self._written > self._most:
                for path in self._folder.iterdir():
                    path.unlink(missing_ok=True)
                self._written = len(answer.compressed) + _AROUND
        told = asdict(answer)
        del told["compressed"]
        part = place.with_name(f"{place.name}.{get_ident()}.{os.getpid()}")
        part.write_bytes(json.dumps(told).encode() + b"\n" + answer.compressed)
        part.replace(place)  # in one step: nobody reads half of it
