"""The split of the annotated releases: two thirds are open, one third is closed and shows figures only."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path

from relgraph.errors import DataError
from relgraph.resources import folder, read_yaml


class Part(StrEnum):
    """A part of the annotated releases."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


def read_split(path: Path) -> frozenset[str]:
    """Ids of the closed releases.

    Raises:
        DataError: the file is no list of ids, or an id stands in it twice.
    """
    ids = read_yaml(path)
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise DataError(path, "expected a list of ids of releases")
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise DataError(path, f"{twice} stands twice")
    return frozenset(ids)


@cache
def closed_ids() -> frozenset[str]:
    """Ids of the releases of `data/closed.yml`."""
    return read_split(folder("data") / "closed.yml")


def holds(part: Part, release_id: str) -> bool:
    """Whether a release belongs to a part; what the split does not name is open.

    >>> holds(Part.OPEN, "xx-2024-somewhere"), holds(Part.CLOSED, "xx-2024-somewhere")
    (True, False)
    """
    return part is Part.ALL or (release_id in closed_ids()) == (part is Part.CLOSED)


def parts(release_ids: Iterable[str]) -> tuple[Part, ...]:
    """The parts worth telling apart: both where both have releases, else all as one.

    >>> parts(["xx-2024-somewhere"])
    (<Part.ALL: 'all'>,)
    """
    closed = {holds(Part.CLOSED, one) for one in release_ids}
    return (Part.OPEN, Part.CLOSED) if len(closed) == 2 else (Part.ALL,)
