"""Promises: planned ties that fall due, and what real ties of their key tell of them as kept; as numbers at the tie."""

from collections.abc import Collection, Iterator, Mapping

from relgraph.graph.days import due_number, sum_numbers, told_number
from relgraph.graph.namespaces import RG
from relgraph.graph.terms import Quad, decimal, iri
from relgraph.graph.ties import HOLDING, Day, Kind, Part, Sum, Tie
from relgraph.vocabulary import RelationType, Status

PROMISES = frozenset({
    RelationType.PARTNERSHIP, RelationType.COOPERATION, RelationType.AGREEMENT, RelationType.SUPPORT,
    RelationType.TRADE, RelationType.REPRESENTATION, RelationType.MEMBERSHIP, RelationType.RESPONSIBILITY,
    RelationType.INTEREST,
})  # fmt: skip
"""Types that are promised; what is planned of visits and events comes up, and is not kept or broken."""


def is_promise(kind: Kind) -> bool:
    """Whether a tie is a promise."""
    return kind.status is Status.PLANNED and kind.type in PROMISES


def promise_quads(promise: Tie, parts: Mapping[Kind, Collection[Part]]) -> Iterator[Quad]:
    """Rank, days, due days and days of keeping of a promise, of whose key `parts` are all relations by tie."""
    subject = iri(promise.id)
    yield Quad(subject, RG.promiseRank, decimal(promise.rank))
    days: dict[str | None, Sum] = {}
    for part in parts[promise.kind]:
        days.setdefault(part.date, Sum()).add(part)
        if part.due is not None:
            yield Quad(subject, RG.promiseDue, decimal(due_number(part.due, part.date)))
    for date, day in days.items():
        for number in sum_numbers(date, *day.counts, day.newest[-1]):
            yield Quad(subject, RG.promiseDay, decimal(number))
    first = min(date or "" for date in days)
    real = (part for kind, told in parts.items() if kind.status in HOLDING for part in told)
    kept: dict[str, Day] = {}
    for part in real:
        if part.date is not None and part.date > first and _alike(promise.topics, part.topics):
            kept.setdefault(part.date, Day()).add(part)
    for date, told in kept.items():
        yield Quad(subject, RG.promiseKept, decimal(told_number(date, told.newest[-1])))


def _alike(promised: Collection[str], told: Collection[str]) -> bool:
    """Whether two name one of the same topics, or one names none."""
    return not promised or not told or not {*promised}.isdisjoint(told)
