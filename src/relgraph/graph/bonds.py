"""Bonds: all that is told of one type between two ends, in whatever status and office, which ties tell apart.

The ties of a bond share their key. What numbers at a tie tell of its siblings is made of the bond.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from relgraph.graph.days import sum_numbers
from relgraph.graph.namespaces import RG
from relgraph.graph.promises import is_promise, promise_quads
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import Day, Kind, Part, Tie, tie_iri
from relgraph.vocabulary import RelationType, Status


class Key(NamedTuple):
    """What all ties of a bond have in common; see `Kind`."""

    type: RelationType
    subject: str
    other: str
    to_topic: bool


@dataclass
class Bond:
    """The ties of one key, and what each is made of."""

    ties: dict[Kind, Tie] = field(default_factory=dict)
    parts: dict[Kind, list[Part]] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """Count a relation in."""
        self.ties.setdefault(part.kind, Tie(part.kind)).add(part)
        self.parts.setdefault(part.kind, []).append(part)


def key_of(kind: Kind) -> Key:
    """The key of a tie."""
    return Key(*kind[:4])


def bonds(parts: Iterable[Part]) -> Iterable[Bond]:
    """All bonds."""
    found: dict[Key, Bond] = {}
    for part in parts:
        found.setdefault(key_of(part.kind), Bond()).add(part)
    return found.values()


def bond_quads(bond: Bond) -> Iterator[Quad]:
    """What its ties tell together, as quads of the default graph."""
    for status in {kind.status for kind in bond.parts}:
        yield from _known_quads(bond, status)
    for kind, tie in bond.ties.items():
        if is_promise(kind):
            yield from promise_quads(tie, bond.parts)


def _known_quads(bond: Bond, status: Status) -> Iterator[Quad]:
    """What was known on which day in one status: of all offices together, told by the tie of the first of them."""
    # Who asks what was known asks for no office: so one tie is one row.
    kinds = sorted((kind for kind in bond.parts if kind.status is status), key=lambda kind: kind.role or "")
    days: dict[tuple[bool, str], Day] = {}
    for part in (part for kind in kinds for part in bond.parts[kind]):
        if part.date is not None:
            days.setdefault((part.turned, part.date), Day()).add(part)
    subject = iri(tie_iri(kinds[0]))
    for (turned, date), day in days.items():
        for number in sum_numbers(date, *day.counts, day.newest[-1]):
            yield Quad(subject, RG.knownDay, decimal(number.copy_negate() if turned else number))
