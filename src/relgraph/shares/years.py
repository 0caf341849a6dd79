"""The year sums of a generation, counted of what its shares hold: all of a year, as its releases come and go."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from relgraph.graph.years import Holding, Year, years
from relgraph.shares.file import Shares

_COUNTED = """SELECT date, publisher, region, counts FROM share
  CROSS JOIN standing ON standing.share = share.id AND standing.generation = ?
WHERE {}"""


class Years:
    """How much releases of each year hold, where a generation stands on these shares.

    `speakers` says which territory each region means that they speak for.
    """

    def __init__(self, shares: Shares, generation: str, speakers: Mapping[str | None, str | None]) -> None:
        self._shares, self._generation, self._speakers = shares, generation, speakers

    def calendar(self) -> set[str]:
        """The years of releases; an empty one where a release has no date."""
        return {year for (year,) in self._shares.select("SELECT DISTINCT SUBSTR(IFNULL(date, ''), 1, 4) FROM share")}

    def calendar_of(self, shares: Iterable[int]) -> set[str]:
        """The years of the releases of some shares."""
        question = "SELECT SUBSTR(IFNULL(date, ''), 1, 4) FROM share WHERE id = ?"
        return {year for share in shares for (year,) in self._shares.select(question, share)}

    def of(self, year: str) -> list[Year]:
        """The sums of a year, or of releases without a date."""
        if year:
            rows = self._shares.select(_COUNTED.format("date BETWEEN ? AND ?"), self._generation, year, f"{year}-99")
        else:
            rows = self._shares.select(_COUNTED.format("date IS NULL"), self._generation)
        return years(map(self._holding, rows))

    def _holding(self, row: tuple[Any, ...]) -> Holding:
        date, publisher, region, told = row
        counts = json.loads(told)
        relations, sentences = sum(counts["types"].values()), counts["sentences"]
        return Holding(date, publisher, self._speakers[region], relations, sentences)
