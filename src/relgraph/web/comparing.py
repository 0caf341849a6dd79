"""Partners side by side for a page, as files, and the sentences behind one number; made at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from relgraph.brief.reading import facts
from relgraph.comparison.comparison import By, Comparison, Row, Side
from relgraph.comparison.gathering import behind
from relgraph.comparison.gathering import compare as compared
from relgraph.comparison.speech import Speech
from relgraph.comparison.writing import write
from relgraph.explore.theme import grade
from relgraph.store.protocol import Store
from relgraph.web.statements import Statement, statements

FORMATS = ("png", "svg", "csv", "json", "md")
MOST = 100
"""Statements on a page."""
NO_KEY = "none"
"""What stands in an address for the row of what has no topic or date."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared: whom, by what, from whose releases, between which dates."""

    partners: tuple[str, ...]
    by: By = By.TOPIC
    actor: str | None = None
    since: str | None = None
    until: str | None = None


def compare(store: Store, scope: Scope, language: str) -> Comparison:
    """The comparison of a scope.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things, or two labels name the same.
    """
    return compared(
        store, scope.partners, region=scope.actor, since=scope.since, until=scope.until, by=scope.by, language=language
    )


def file(store: Store, scope: Scope, language: str, format_: str) -> str | bytes:
    """The comparison as a file in one of `FORMATS`; it raises what `compare` raises."""
    held = compare(store, scope, language)
    if format_ in ("png", "svg"):
        from relgraph.explore.heatmap import DRAWN

        return DRAWN[format_](held, language)
    return write(held, format_, language)


def sentences(store: Store, scope: Scope, key: str, start: int, language: str) -> tuple[list[Statement], int]:
    """What is behind the number of one partner in the row of a key, and how much it is in all.

    Given are `MOST` statements from the one of the number `start` on, newest first; it raises what `compare` raises.
    """
    relations = behind(
        store, scope.partners[0], "" if key == NO_KEY else key, region=scope.actor, since=scope.since,
        until=scope.until, by=scope.by,
    )  # fmt: skip
    shown = relations[start : start + MOST]
    found = facts(store, shown)
    return statements(store, (found[iri] for iri in shown), language), len(relations)


class Grid:
    """A comparison as the table of a page asks for it."""

    def __init__(self, comparison: Comparison, language: str) -> None:
        self.comparison = comparison
        self.speech = Speech(comparison, language)

    def heat(self, row: Row, partner: Side) -> str:
        """Class of a cell by its count of releases."""
        place = grade(row.of(partner).releases, self.comparison.most)
        return "none" if place is None else f"heat-{place}"

    def key(self, row: Row) -> str:
        """What stands in an address for a row."""
        return row.key or NO_KEY

    def legend(self) -> list[tuple[int, str]]:
        """A count for each step of the ramp that a cell may have, the smallest that has it, with its class."""
        smallest: dict[int, int] = {}
        for count in range(1, self.comparison.most + 1):
            smallest.setdefault(grade(count, self.comparison.most) or 0, count)
        return [(count, f"heat-{place}") for place, count in smallest.items()]

    def query(
        self, row: Row, partner: Side, typed: Mapping[str, str], partners: tuple[str, ...]
    ) -> list[tuple[str, str]]:
        """Fields of the address of the sentences behind a cell, with the way back."""
        given = [(name, str(value)) for name, value in typed.items() if value]
        back = urlencode([*(("partner", name) for name in partners), *given])
        return [("partner", partner.iri), ("row", self.key(row)), *given, ("back", back)]
