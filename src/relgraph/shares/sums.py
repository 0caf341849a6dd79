"""The ties of a generation, summed up over the parts that its shares have in them: bond by bond, or of one bond."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Any

from relgraph.graph.backings import Backing, backings, is_document
from relgraph.graph.bonds import Bond, Key, key_of
from relgraph.graph.institutions import InstitutionField, institution_fields, is_institution
from relgraph.graph.joint import JointField, joint_fields
from relgraph.graph.months import Month, month_of, months
from relgraph.graph.names import Name, is_name
from relgraph.graph.ties import HOLDING, Kind, Part
from relgraph.shares.file import Shares
from relgraph.vocabulary import LASTING, Basis, RelationType, Status

_KIND = "tie.id, tie.type, tie.subject, tie.other, tie.to_topic, tie.status, tie.role"
_OF_KEY = "tie.subject = ? AND tie.type = ? AND tie.other = ? AND tie.to_topic = ?"
_LASTING = f"tie.to_topic = 0 AND tie.type IN ({', '.join('?' * len(LASTING))})"
_AT = "SELECT id FROM tie WHERE subject = ? UNION SELECT id FROM tie WHERE other = ?"
_TOLD = f"""SELECT {_KIND}, relation, sentence, share.release, share.date, share.publisher, share.language, topics,
  basis, stated, text, document, turned, due"""
# CROSS JOIN: in the order given, so that SQLite begins with the ties and sorts nothing
_PARTS = f"""{_TOLD} FROM tie CROSS JOIN part ON part.tie = tie.id
  CROSS JOIN standing ON standing.share = part.share AND standing.generation = ?
  CROSS JOIN share ON share.id = part.share"""
_DATED = f"""{_TOLD} FROM share CROSS JOIN standing ON standing.share = share.id AND standing.generation = ?
  CROSS JOIN part ON part.share = share.id
  CROSS JOIN tie ON tie.id = part.tie
WHERE share.date BETWEEN ? AND ?"""


class Sums:
    """The ties, where a generation stands on these shares."""

    def __init__(self, shares: Shares, generation: str) -> None:
        self._shares, self._generation = shares, generation

    def bonds(self) -> Iterator[Bond]:
        """All ties, bond by bond."""
        rows = self._shares.select(
            f"{_PARTS} ORDER BY tie.subject, tie.type, tie.other, tie.to_topic", self._generation
        )
        for _, members in groupby(rows, key=lambda row: row[1:5]):
            yield _bond(members)

    def bond(self, key: Key) -> Bond:
        """All ties of a key of which a part is left."""
        return _bond(self._shares.select(f"{_PARTS} WHERE {_OF_KEY}", self._generation, *_values(key)))

    def of_key(self, key: Key) -> set[int]:
        """The ties of a key, whether a part of them is left or not."""
        return {tie for (tie,) in self._shares.select(f"SELECT id FROM tie WHERE {_OF_KEY}", *_values(key))}

    def names(self) -> Iterator[Name]:
        """Every name that no list knows and that is an end of a tie."""
        return filter(None, map(self.name, self._ends()))

    def name(self, entity: str) -> Name | None:
        """One name; nothing where a list knows it, or no part of its ties is left."""
        name = Name(entity)
        if is_name(entity):
            for part in self._at(entity):
                name.add(part)
        return name if name.relations else None

    def institutions(self) -> list[str]:
        """Every organisation that is an end of a tie."""
        return [*filter(is_institution, self._ends())]

    def institution_fields(self, institution: str) -> list[InstitutionField]:
        """In which fields an organisation is active."""
        return institution_fields(self._at(institution, "AND topics != ''")).get(institution, [])

    def _ends(self) -> list[str]:
        rows = self._shares.select("SELECT subject FROM tie UNION SELECT other FROM tie WHERE NOT to_topic")
        return [entity for (entity,) in rows]

    def _at(self, entity: str, which: str = "") -> Iterator[Part]:
        rows = self._shares.select(f"{_PARTS} WHERE tie.id IN ({_AT}) {which}", self._generation, entity, entity)
        return (_part(_kind(row), row) for row in rows)

    def documents(self) -> set[str]:
        """Every document that a relation names or has as an end."""
        ends = self._shares.select("SELECT document, document FROM part WHERE document IS NOT NULL UNION "
            "SELECT subject, other FROM tie WHERE NOT to_topic")  # fmt: skip
        return set(filter(is_document, chain.from_iterable(ends)))

    def documents_of(self, share: int) -> set[str]:
        """The documents that relations of a share name."""
        question = "SELECT document FROM part WHERE share = ? AND document IS NOT NULL"
        return {document for (document,) in self._shares.select(question, share)}

    def backings(self, document: str) -> list[Backing]:
        """Who stands behind a document."""
        question = f"{_PARTS} WHERE tie.id IN (SELECT tie FROM part WHERE document = ? UNION {_AT})"
        rows = self._shares.select(question, self._generation, document, document, document)
        return backings(_part(_kind(row), row) for row in rows).get(document, [])

    def joint(self, one: str, two: str) -> list[JointField]:
        """On what two ends work together, in whatever country they lie."""
        question = f"{_PARTS} WHERE tie.subject = ? AND tie.other = ? AND {_LASTING}"
        return joint_fields(
            _part(_kind(row), row) for row in self._shares.select(question, self._generation, one, two, *LASTING)
        )

    def all_joint(self) -> Iterator[JointField]:
        """On what all work together, in whatever country they lie."""
        question = f"{_PARTS} WHERE {_LASTING} ORDER BY tie.subject, tie.other"
        for _, rows in groupby(self._shares.select(question, self._generation, *LASTING), key=lambda row: row[2:4]):
            yield from joint_fields(_part(_kind(row), row) for row in rows)

    def calendar(self) -> set[str]:
        """The months of releases, or their years where no month is known."""
        return self._months_of("SELECT date FROM share WHERE date IS NOT NULL")

    def months_of(self, shares: Iterable[int]) -> set[str]:
        """The months of the releases of some shares."""
        question = "SELECT date FROM share WHERE id = ? AND date IS NOT NULL"
        return {month for share in shares for month in self._months_of(question, share)}

    def _months_of(self, question: str, *values: int) -> set[str]:
        return {month_of(date) for (date,) in self._shares.select(question, *values)}

    def months(self, month: str) -> list[Month]:
        """The sums of a month."""
        last = f"{month}-99" if "-" in month else month  # a year stands for releases of which no month is known
        rows = self._shares.select(_DATED, self._generation, month, last)
        return months(_part(_kind(row), row) for row in rows)

    def kind(self, number: int) -> Kind:
        """What a tie is about, whether there is any part of it or not."""
        (row,) = self._shares.select(f"SELECT {_KIND} FROM tie WHERE id = ?", number)
        return _kind(row)

    def of_share(self, share: int) -> set[int]:
        """The ties that a share has a part in."""
        return {tie for (tie,) in self._shares.select("SELECT DISTINCT tie FROM part WHERE share = ?", share)}

    def at(self, end: str) -> set[int]:
        """The ties that an entity is an end of."""
        return {tie for (tie,) in self._shares.select(_AT, end, end)}

    def officers(self, other: str) -> set[str]:
        """Who has an office at something, or had one."""
        question = "SELECT subject FROM tie WHERE other = ? AND type = ?"
        return {subject for (subject,) in self._shares.select(question, other, RelationType.AFFILIATION.value)}

    def holds(self, kind: Kind) -> bool:
        """Whether a relation of that type between these ends holds, in whatever status and office."""
        question = f"""SELECT 1 FROM tie CROSS JOIN part ON part.tie = tie.id
          CROSS JOIN standing ON standing.share = part.share AND standing.generation = ?
          WHERE {_OF_KEY} AND tie.status IN ({",".join("?" * len(HOLDING))}) LIMIT 1"""
        return any(self._shares.select(question, self._generation, *_values(key_of(kind)), *sorted(HOLDING)))


def _bond(rows: Iterable[tuple[Any, ...]]) -> Bond:
    bond = Bond()
    for row in rows:
        bond.add(_part(_kind(row), row))
    return bond


def _values(key: Key) -> tuple[str, str, str, int]:
    return key.subject, key.type.value, key.other, int(key.to_topic)


def _kind(row: tuple[Any, ...]) -> Kind:
    _, type_, subject, other, to_topic, status, role = row[:7]
    return Kind(RelationType(type_), subject, other, bool(to_topic), Status(status), role)


def _part(kind: Kind, row: tuple[Any, ...]) -> Part:
    relation, sentence, release, date, publisher, language, topics, basis, stated, text, document, turned, due = row[7:]
    return Part(
        kind, relation, sentence, release, date, publisher, language, tuple(topics.split()), Basis(basis), stated, text,
        document, bool(turned), due,
    )  # fmt: skip
