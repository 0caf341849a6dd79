"""Feeds and single addresses become files below one folder, each page with its origin beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from relgraph.errors import FetchError, ReleaseError
from relgraph.files import write_whole
from relgraph.iris import digest, slug
from relgraph.releases.origin import Origin, origin_path, read_origin
from relgraph.releases.sources.client import Client, Page
from relgraph.releases.sources.feeds import Entry, is_feed, read_feed
from relgraph.releases.sources.kinds import LARGEST, charset_of, suffix_of

MOST = 100
"""Releases of one feed; at a request a second that is two minutes."""


@dataclass(frozen=True)
class Fetched:
    """A release that lies in the folder now, and what that did to the file."""

    url: str
    path: Path
    state: Literal["new", "changed", "unchanged"]


@dataclass(frozen=True)
class Refused:
    """An address that gave no release, and why; the message does not repeat the address."""

    url: str
    why: str


def fetch(urls: Sequence[str], folder: Path, client: Client, *, most: int = MOST) -> Iterator[Fetched | Refused]:
    """Fetch single pages and the first `most` releases of feeds, in order; each address is asked for once.

    Raises:
        OSError: the folder cannot be written to.
    """
    seen: set[str] = set()
    for url in urls:
        if url in seen:
            continue
        seen.add(url)
        try:
            page = client.get(url, limit=LARGEST)
            entries = read_feed(page.body, page.url) if is_feed(page.body) else None
            if entries is None:
                yield _store(page, Entry(page.url), None, folder)
                continue
        except FetchError as error:
            yield Refused(error.url, error.why)
            continue
        for entry in entries[:most]:
            if entry.url not in seen:
                seen.add(entry.url)
                yield _fetch_entry(entry, page.url, folder, client)
        if len(entries) > most:
            yield Refused(page.url, f"lists {len(entries)} releases, of which only the first {most} were asked for")


def name_of(url: str) -> str:
    """Name of the file for the page at an address: host and last part of the path to read, a digest to be unique.

    >>> name_of("https://www.hochweiler.de/presse/2022/zehn-jahre-freundschaft.html")
    'hochweiler-de-zehn-jahre-freundschaft-76e07559'
    """
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    readable = re.sub(r"\.\w{1,5}$", "", last)[:80]
    host = re.sub(r"^www\d?\.", "", parts.hostname or "")
    return "-".join([slug(f"{host} {readable}"), digest(url)[:8]])


def _fetch_entry(entry: Entry, feed: str, folder: Path, client: Client) -> Fetched | Refused:
    try:
        return _store(client.get(entry.url, limit=LARGEST), entry, feed, folder)
    except FetchError as error:
        return Refused(error.url, error.why)


def _store(page: Page, entry: Entry, feed: str | None, folder: Path) -> Fetched:
    if is_feed(page.body):
        raise FetchError(page.url, "a feed within a feed")
    path = folder / f"{name_of(page.url)}{suffix_of(page.body, page.headers, page.url)}"
    origin = Origin(
        url=page.url,
        feed=feed,
        title=entry.title,
        date=entry.date,
        publisher=entry.publisher,
        charset=charset_of(page.headers),
    )
    before, known = _before(path)
    if feed is None and known is not None and known.url == page.url:  # what a feed once said of it stays true
        origin = known.model_copy(update={"charset": origin.charset})
    folder.mkdir(parents=True, exist_ok=True)
    if before != page.body:
        write_whole(path, page.body)
    if known != origin:
        write_whole(origin_path(path), origin.model_dump_json(indent=2, exclude_none=True).encode() + b"\n")
    for other in folder.glob(f"{path.stem}.*"):
        if other not in (path, origin_path(path)):
            other.unlink()  # the same address, when it still gave another kind of file
    return Fetched(page.url, path, "new" if before is None else "unchanged" if before == page.body else "changed")


def _before(path: Path) -> tuple[bytes | None, Origin | None]:
    """What stands in the place of a page so far."""
    try:
        return path.read_bytes() if path.is_file() else None, read_origin(path)
    except ReleaseError:
        return None, None  # damaged; it is written anew
