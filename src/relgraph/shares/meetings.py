"""The meetings of persons in a generation: all in turn, or those of single ones."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from relgraph.graph.borders import Borders
from relgraph.graph.meetings import Company, Meeting
from relgraph.graph.ties import Kind
from relgraph.shares.file import Shares
from relgraph.shares.places import Surroundings
from relgraph.vocabulary import RelationType, Status

_ENDS = "SELECT id, {end} AS person FROM tie WHERE type = 'meeting' AND to_topic = 0"
_TOLD = """SELECT person, tie.subject, tie.other, tie.status, relation, sentence, share.release, share.date,
  stated, region
FROM ({ends}) AS met CROSS JOIN tie ON tie.id = met.id
  CROSS JOIN part ON part.tie = tie.id
  CROSS JOIN standing ON standing.share = part.share AND standing.generation = ?
  CROSS JOIN share ON share.id = part.share
ORDER BY person"""

Met = tuple[str, list[Meeting]]
"""A person with all meetings."""


class Meetings:
    """Who was met, where a generation stands on these shares."""

    def __init__(self, shares: Shares, generation: str, around: Surroundings) -> None:
        self._shares, self._generation, self._around = shares, generation, around
        self._company = Company(Borders(around.places, around), around.speakers)

    def all(self) -> Iterator[Met]:
        """Every person who was met, in order."""
        return self._met("")

    def get(self, person: str) -> list[Meeting]:
        """The meetings of one person."""
        return next((told for _, told in self._met("AND {end} = ?", person, person)), [])

    def _met(self, which: str, *values: str) -> Iterator[Met]:
        ends = " UNION ALL ".join(f"{_ENDS} {which}".format(end=end) for end in ("subject", "other"))
        rows = self._shares.select(_TOLD.format(ends=ends), *values, self._generation)
        for person, told in groupby(rows, key=lambda row: str(row[0])):
            found = [*self._counted(person, told)]
            if found:
                yield person, found

    def _counted(self, person: str, rows: Iterable[tuple[Any, ...]]) -> Iterator[Meeting]:
        for _, subject, other, status, *told, date, stated, region in rows:
            kind = Kind(RelationType.MEETING, subject, other, False, Status(status), None)
            if person in self._company.met(kind):
                relation, sentence, release = told
                abroad = self._company.abroad(person, region)
                yield Meeting(relation, sentence, release, date, stated or date, abroad)
