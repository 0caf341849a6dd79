"""Where a stored page came from, in a file beside it: `a.html` has `a.origin.json`.

The page itself stays as it was served, byte by byte.
"""

import re
from pathlib import Path

from relgraph.errors import ReleaseError
from relgraph.iris import server_of
from relgraph.model import Date, Value
from relgraph.releases.text import normalise

SUFFIX = ".origin.json"
_LARGEST = 20_000


class Origin(Value):
    """Address of a page, and what a feed that lists it and the server say of it."""

    url: str
    feed: str | None = None
    title: str | None = None
    date: Date | None = None
    publisher: str | None = None
    charset: str | None = None


def origin_path(path: Path) -> Path:
    """Place of the origin of a page.

    >>> origin_path(Path("pages/neuer-rahmen.html")).name
    'neuer-rahmen.origin.json'
    """
    return path.with_name(path.stem + SUFFIX)


def read_origin(path: Path) -> Origin | None:
    """Origin of the page at `path`, or none where nothing is written beside it.

    Raises:
        ReleaseError: it cannot be read.
    """
    place = origin_path(path)
    if not place.is_file():
        return None
    try:
        with place.open("rb") as file:
            origin = Origin.model_validate_json(file.read(_LARGEST))
    except OSError as error:
        raise ReleaseError(place, f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ReleaseError(place, f"not an origin: {' '.join(str(error).split())[:300]}") from error
    sound = re.fullmatch(r"(?i)https?://\S+", origin.url) and origin.url.isprintable()
    if not sound or not server_of(origin.url):
        raise ReleaseError(place, f"not an origin: url {origin.url[:60]!r} is no http address")
    return origin.model_copy(update={"title": _visible(origin.title), "publisher": _visible(origin.publisher)})


def _visible(said: str | None) -> str | None:
    return " ".join(normalise(said or "").split()) or None
