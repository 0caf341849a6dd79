"""What a body is, by what the server calls it and by how it begins."""

import re

from relgraph.errors import FetchError
from relgraph.releases.files import LIMITS

_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".txt",
}
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
LARGEST = max(LIMITS.values())


def suffix_of(body: bytes, headers: dict[str, str], url: str) -> str:
    """Suffix of the file that a body becomes.

    Raises:
        FetchError: it is none that reading takes, or is larger than reading takes.
    """
    said = headers.get("content-type", "").partition(";")[0].strip().lower()
    suffix = _by_beginning(body) or _TYPES.get(said)
    if suffix is None or said not in {*_TYPES, *_FEEDS, *_UNSAID}:
        raise FetchError(url, f"{said[:60] or 'a file of unknown kind'}, no release that can be read")
    if len(body) > LIMITS[suffix]:
        raise FetchError(url, f"{len(body) / 1e6:.1f} MB, more than the {LIMITS[suffix] / 1e6:g} MB of a {suffix}")
    return suffix


def charset_of(headers: dict[str, str]) -> str | None:
    """Encoding that the server declares, if any.

    >>> charset_of({"content-type": 'text/html; charset="ISO-8859-1"'})
    'iso-8859-1'
    """
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", headers.get("content-type", ""), re.IGNORECASE)
    return found[1].lower() if found else None


def _by_beginning(body: bytes) -> str | None:
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        return ".pdf"
    if start.startswith((b"<!doctype html", b"<html")) or re.match(
        rb"(<\?xml[^>]*>|<!--.{0,800}?-->|\s)+<(!doctype )?html", start, re.DOTALL
    ):
        return ".html"
    return None
