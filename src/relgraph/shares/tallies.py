"""The tallies of a generation: which ties count for which is kept in rows, so that few are counted anew."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice
from typing import Any

from relgraph.graph.borders import Borders
from relgraph.graph.ground import Ground, Tallied, Tallying
from relgraph.graph.tallies import Tally, Told
from relgraph.graph.ties import Kind
from relgraph.shares.file import Shares
from relgraph.shares.places import Surroundings
from relgraph.shares.rows import number_of
from relgraph.vocabulary import RelationType, Status

_ABOUT = "tally.kind, tally.party, tally.counterpart, tally.topic, tally.type"
_KIND = "tie.type, tie.subject, tie.other, tie.to_topic, tie.status, tie.role"
# CROSS JOIN: in the order given, so that SQLite goes from tally to tally and sorts nothing
_TOLD = f"""SELECT tally.id, {_ABOUT}, topics, {_KIND}, tie.id, relation, sentence, share.release, share.date
FROM tally CROSS JOIN member ON member.tally = tally.id
  CROSS JOIN tie ON tie.id = member.tie
  CROSS JOIN part ON part.tie = tie.id
  CROSS JOIN standing ON standing.share = part.share AND standing.generation = ?
  CROSS JOIN share ON share.id = part.share
WHERE EXISTS (SELECT 1 FROM member AS one WHERE one.tally = tally.id AND one.stands)
  AND (tally.topic IS NULL OR INSTR(topics, tally.topic))"""
_TIES = f"""SELECT tie.id, {_KIND}, GROUP_CONCAT(topics, ' ')
FROM tie CROSS JOIN part ON part.tie = tie.id
  CROSS JOIN standing ON standing.share = part.share AND standing.generation = ?"""

_TOGETHER = 1000
"""Ties of which it is put down at once what they count for."""

Members = dict[Tallied, bool]
"""What a tie counts for; see `Ground.tallied`."""


class Tallies:
    """The tables of tallies, where a generation stands on these shares; changed within a change of the file."""

    def __init__(self, shares: Shares, generation: str, around: Surroundings) -> None:
        self._shares, self._generation, self._around = shares, generation, around

    @cached_property
    def _ground(self) -> Ground:
        parties = frozenset(filter(None, self._around.speakers.values()))
        return Ground(parties, Borders(self._around.places, self._around), self._around.offices)

    def fill(self) -> None:
        """Say anew of every tie what it counts for."""
        rows = self._shares.rows
        rows.execute("DELETE FROM member")
        rows.execute("DELETE FROM tally")
        ties = self._shares.select(f"{_TIES} GROUP BY tie.id", self._generation)
        while some := [(row[0], self._counted(row)) for row in islice(ties, _TOGETHER)]:
            self._put(some)

    def all(self) -> Iterator[Tally]:
        """Every tally, in the order of numbers."""
        return self._summed(self._shares.select(f"{_TOLD} ORDER BY tally.id", self._generation))

    def get(self, number: int) -> Tally | None:
        """One tally; nothing where nothing counts for it."""
        return next(self._summed(self._shares.select(f"{_TOLD} AND tally.id = ?", self._generation, number)), None)

    def about(self, number: int) -> Tallied:
        """What a tally is about, whether anything counts for it or not."""
        (row,) = self._shares.select(f"SELECT {_ABOUT} FROM tally WHERE id = ?", number)
        return _tallied(row)

    def renew(self, changed: Collection[int], moved: Iterable[int]) -> set[int]:
        """Say anew what some ties count for; the tallies that differ by it.

        Of ties that have changed that is all of them; of those that have only moved, those that they come to or leave,
        and the totals that count them, for these tell one field from another.
        """
        found: set[int] = set()
        for tie in {*changed, *moved}:
            old = dict(self._shares.select("SELECT tally, stands FROM member WHERE tie = ?", tie))
            row = next(self._shares.select(f"{_TIES} WHERE tie.id = ? GROUP BY tie.id", self._generation, tie), None)
            members = self._counted(row) if row is not None else {}
            self._shares.rows.execute("DELETE FROM member WHERE tie = ?", (tie,))
            self._put([(tie, members)])
            new = {_number(about): int(stands) for about, stands in members.items()}
            found.update(old.keys() | new.keys() if tie in changed else {one for one, _ in old.items() ^ new.items()})
            if old != new:
                found.update(_number(about) for about in members if about.kind is Tallying.TOTAL)
        return found

    def drop(self, numbers: Iterable[int]) -> None:
        """Let go of tallies for which nothing counts any more."""
        self._shares.rows.executemany(
            "DELETE FROM tally WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM member WHERE tally = ?1)",
            [(number,) for number in numbers],
        )

    def _put(self, ties: Iterable[tuple[int, Members]]) -> None:
        abouts: dict[Tallied, int] = {}
        told: list[tuple[int, int, bool]] = []
        for tie, members in ties:
            for about, stands in members.items():
                if about not in abouts:
                    abouts[about] = _number(about)
                told.append((tie, abouts[about], stands))
        many = self._shares.rows.executemany
        many(
            "INSERT OR IGNORE INTO tally VALUES (?, ?, ?, ?, ?, ?)", [(number, *one) for one, number in abouts.items()]
        )
        many("INSERT INTO member VALUES (?, ?, ?)", told)

    def _counted(self, row: tuple[Any, ...]) -> Members:
        _, *kind, topics = row
        return self._ground.tallied(_kind(kind), {*topics.split()})

    def _summed(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Tally]:
        for _, members in groupby(rows, key=lambda row: row[0]):
            tally: Tally | None = None
            for row in members:
                if tally is None:
                    tally = Tally(_tallied(row[1:6]))
                topics = row[6].split()
                if tally.about.counts(topics):
                    tie, relation, sentence, release, date = row[13:]
                    fields = self._fields(tally.about, row[7:13], topics)
                    tally.add(Told(RelationType(row[7]), tie, relation, sentence, release, date, fields))
            if tally is not None:
                yield tally

    def _fields(self, about: Tallied, kind: Sequence[Any], topics: Collection[str]) -> Collection[str]:
        return self._ground.fields(about, _kind(kind), topics) if about.kind is Tallying.TOTAL else ()


def _number(about: Tallied) -> int:
    return number_of("\x1f".join(map(str, about)))


def _kind(values: Sequence[Any]) -> Kind:
    type_, subject, other, to_topic, status, role = values
    return Kind(RelationType(type_), subject, other, bool(to_topic), Status(status), role)


def _tallied(row: tuple[Any, ...]) -> Tallied:
    kind, party, counterpart, topic, type_ = row
    return Tallied(Tallying(kind), party, counterpart, topic, RelationType(type_) if type_ else None)
