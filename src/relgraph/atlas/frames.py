"""Which part of the world the map shows, and how large: places on the map → units of the picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from relgraph.atlas.projection import Point, project
from relgraph.errors import DataError, UnknownName
from relgraph.resources import folder, read_yaml

WIDTH = 1000
"""Units of the picture from west to east."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world: its edges on the map, and its names."""

    id: str
    left: float
    top: float
    right: float
    bottom: float
    name: Mapping[str, str] = field(hash=False)

    @property
    def scale(self) -> float:
        """Units of the picture for one of the map."""
        return WIDTH / (self.right - self.left)

    @property
    def height(self) -> int:
        """Units of the picture from north to south."""
        return round((self.bottom - self.top) * self.scale)

    def placed(self, point: Point) -> Point:
        """A place on the map in units of the picture."""
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def holds(self, x: float, y: float) -> bool:
        """Whether a place in the picture is within it."""
        return 0 <= x <= WIDTH and 0 <= y <= self.height


@lru_cache(maxsize=1)
def frames() -> Mapping[str, Frame]:
    """All frames by id, in the order of the file.

    Raises:
        DataError: an entry lacks a key, or its box is none; the message names it.
    """
    path = folder("data") / "atlas" / "frames.yml"
    items = read_yaml(path)
    if not isinstance(items, list):
        raise DataError(path, "not a list of frames")
    found = {}
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict) or set(item) != {"id", "box", "name"} or set(item["name"]) != {"de", "en"}:
            raise DataError(path, f"entry {number}: id, box and name in de and en are needed")
        west, south, east, north = item["box"]
        if not (west < east and south < north):
            raise DataError(path, f"{item['id']}: a box is west, south, east, north")
        edges = [project(longitude, latitude) for longitude in (west, east) for latitude in (south, 0, north)
                 if south <= latitude <= north]  # fmt: skip
        across, down = [x for x, _ in edges], [y for _, y in edges]
        found[item["id"]] = Frame(item["id"], min(across), min(down), max(across), max(down), item["name"])
    return found


def frame(id_: str) -> Frame:
    """A frame by its id; the first where it is empty.

    Raises:
        UnknownName: there is none of that id.
    """
    held = frames()
    if id_ and id_ not in held:
        raise UnknownName(id_, "part of the world", list(held))
    return held[id_] if id_ else next(iter(held.values()))
