"""Which releases and relations a comparison looks at: of a region, between two dates."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.comparison import selects
from relgraph.queries.batches import asked, batched, value
from relgraph.queries.sides import side
from relgraph.store.protocol import Store


@dataclass(frozen=True)
class Scope:
    """Releases between the dates with their dates, empty where a release has none; with a region, its own and its side.

    A release without date is within only where no date is asked for.
    """

    dated: Mapping[str, str]
    of_region: frozenset[str] | None
    side: frozenset[str]

    @property
    def own(self) -> list[str]:
        """IRIs of the releases that the coverage counts: those of the region, where one is given."""
        return [release for release in self.dated if self.of_region is None or release in self.of_region]

    @property
    def first(self) -> str | None:
        """Date of the first release."""
        return min((date for release in self.own if (date := self.dated[release])), default=None)

    @property
    def last(self) -> str | None:
        """Date of the last release."""
        return max((date for release in self.own if (date := self.dated[release])), default=None)

    def holds(self, release: str, other: str | None) -> bool:
        """Whether a relation counts that a release states between a partner and some other end."""
        if release not in self.dated:
            return False
        return self.of_region is None or release in self.of_region or other in self.side


def scope(store: Store, region: str | None, since: str | None, until: str | None) -> Scope:
    """The scope of a region's IRI and of two dates: days, months or years."""
    # Two plain questions: an OPTIONAL over all graphs takes Oxigraph seconds
    dated = dict.fromkeys((value(row, "release") for row in asked(store, selects.RELEASES)), "")
    dated |= {value(row, "release"): value(row, "date") for row in asked(store, selects.DATES)}
    kept = {release: date for release, date in sorted(dated.items()) if _between(date, since, until)}
    if region is None:
        return Scope(kept, None, frozenset())
    of_region = frozenset(value(row, "found") for row in batched(store, selects.OF_REGION, [region]))
    return Scope(kept, of_region, side(store, region))


def _between(date: str, since: str | None, until: str | None) -> bool:
    """Whether a date lies between two others; what is less exact is compared as far as it goes.

    >>> _between("2015", "2015-06", None), _between("2015-12-31", None, "2015"), _between("", "2015", None)
    (False, True, False)
    """
    if not date:
        return since is None and until is None
    return (since is None or date >= since) and (until is None or date[: len(until)] <= until)
