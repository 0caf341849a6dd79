"""RSS and Atom feeds: which releases they list, and what they say of each."""

import html
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag
from zoneinfo import ZoneInfo

from relgraph.errors import FetchError
from relgraph.releases.dates import is_calendar_date
from relgraph.releases.publishers import publisher_of
from relgraph.releases.text import normalise

# Atomic, so that a row of declarations is read once: to try each end of each would take exponential time
_ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*+"
                   rb"(?>(?><\?.{0,500}?\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}+>)\s*+)*+"
                   rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.DOTALL)  # fmt: skip
_HERE = ZoneInfo("Europe/Berlin")
"""Germany, Austria and Switzerland keep one time: a release dated 23:30 UTC came out the day after."""


@dataclass(frozen=True)
class Entry:
    """A release as a feed lists it."""

    url: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None


def is_feed(body: bytes) -> bool:
    """Whether a body is a feed, whatever the server calls it.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<!DOCTYPE html><html>")
    (True, False)
    """
    return _ROOT.match(body[:10_000]) is not None


def read_feed(body: bytes, url: str) -> tuple[Entry, ...]:
    """Entries of the feed that stands at `url`, in its order, each address once.

    Raises:
        FetchError: it declares entities, is damaged before its first entry, or lists nothing.
    """
    import feedparser

    logging.getLogger("feedparser").addHandler(logging.NullHandler())
    if re.search(rb"<!ENTITY", body, re.IGNORECASE):
        raise FetchError(url, "a feed that declares entities, which no feed needs")
    # A stream and never a string: the parser would open a string that looks like an address or a file
    try:
        found = feedparser.parse(BytesIO(body), response_headers={"content-location": url}, sanitize_html=False)
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError) as error:
        # It goes on with whatever a damaged feed says, and stumbles at times
        raise FetchError(url, f"a damaged feed: {' '.join(str(error).split())[:200]}") from error
    entries: dict[str, Entry] = {}
    for item in found.entries:
        if (address := _address(item)) and address not in entries:
            entries[address] = _entry(item, address, found.feed)
    if not entries:
        broken = f": {' '.join(str(found.get('bozo_exception')).split())}" if found.bozo else ""
        raise FetchError(url, f"a feed without releases{broken}")
    return tuple(entries.values())


def _address(item: Any) -> str:
    return urldefrag(str(item.get("link") or "").strip()).url


def _entry(item: Any, address: str, feed: Any) -> Entry:
    return Entry(
        url=address,
        title=_text(item.get("title")),
        date=_day(item.get("published")) or _day(item.get("updated")),
        publisher=_text(item.get("publisher"))
        or _publisher([item.get("author"), feed.get("publisher"), feed.get("author"), feed.get("title")]),
    )


def _publisher(said: Sequence[object]) -> str | None:
    """First of the names that is a publisher's: authors are often persons, and titles of feeds their topics."""
    names = [part for value in said for part in re.split(r" ?[|:–—] ?| - ", _text(value) or "")]
    return next(filter(None, map(publisher_of, names)), None)


def _text(value: object) -> str | None:
    """Plain text of a value that may be HTML."""
    bare = html.unescape(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", " ", str(value or "")[:1000]))
    return " ".join(normalise(bare).split()) or None


def _day(value: object) -> str | None:
    r"""Day of a date as feeds write it, where the publisher lives.

    >>> _day("Thu, 14 Mar 2024 00:30:00 +0100"), _day("2024-03-13T23:30:00Z"), _day("2024-03-14"), _day("gestern")
    ('2024-03-14', '2024-03-14', '2024-03-14', None)
    """
    text = str(value or "").strip()
    if is_calendar_date(text):
        return text
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(text)
            return (moment.astimezone(_HERE) if moment.tzinfo else moment).date().isoformat()
        except (ValueError, OverflowError):
            continue
    return None
