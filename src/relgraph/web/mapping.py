"""The map of partners for a page, and its numbers as a file; made at the desk."""

import csv
import io
from dataclasses import dataclass

from relgraph.atlas.drawing import Drawing, draw
from relgraph.atlas.frames import frame
from relgraph.atlas.reach import Reach, reach
from relgraph.explore.theme import grade
from relgraph.store.protocol import Store

COLUMNS = ("iri", "name", "kind", "country", "partnerships", "relations", "sentences", "releases")
"""Columns of the file, a row for each place."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is mapped: whose partners, on what, between which dates."""

    actor: str | None = None
    topic: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """The numbers and the picture of them."""

    reach: Reach
    drawing: Drawing

    def heat(self, releases: int) -> str:
        """Class of a country by its count of releases."""
        place = grade(releases, self.drawing.most)
        return "" if place is None else f"heat-{place}"

    def legend(self) -> list[tuple[int, int, str]]:
        """From how many to how many releases each step of the ramp stands for, with its class."""
        steps: dict[int, list[int]] = {}
        for count in range(1, self.drawing.most + 1):
            steps.setdefault(grade(count, self.drawing.most) or 0, []).append(count)
        return [(counts[0], counts[-1], f"heat-{place}") for place, counts in steps.items()]


def mapped(store: Store, scope: Scope, view: str, language: str) -> Mapped:
    """The map of a scope.

    Raises:
        UnknownName: a label names nothing, or there is no such part of the world; the message suggests.
        QueryError: a label names several things.
    """
    shown = frame(view)
    found = _reach(store, scope, language)
    return Mapped(found, draw(found, shown, circles=bool(view)))


def file(store: Store, scope: Scope, language: str) -> str:
    """The numbers of the map as CSV; it raises what `mapped` raises."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    writer.writerows([getattr(place, name) for name in COLUMNS] for place in _reach(store, scope, language).places)
    return stream.getvalue()


def _reach(store: Store, scope: Scope, language: str) -> Reach:
    return reach(
        store, actor=scope.actor, topic=scope.topic, type_=scope.type, since=scope.since, until=scope.until,
        language=language,
    )  # fmt: skip
