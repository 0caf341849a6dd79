"""Numbers that tell day by day what is counted, so that a question about a span of time adds up the days within it.

Releases and sentences of several days add up, as a release has one date and a sentence one release. Each number begins
with the day; what follows is read by arithmetic, for an engine reads and compares numbers where they stand.
"""

from collections.abc import Collection
from decimal import Decimal
from hashlib import sha256

_MOST = 99_999
"""So many releases, sentences or relations of one day are told at most."""


def day_digits(day: str | None) -> str:
    """Eight digits of a day, month or year, in whose order dates stand as text.

    >>> day_digits("2019-05-31"), day_digits("2019-05"), day_digits(None)
    ('20190531', '20190500', '00000000')
    """
    return f"{(day or '').replace('-', ''):0<8}"


def relation_number(relation: str) -> Decimal:
    """What stands for a relation in numbers: eighteen digits behind the point, the most that engines keep exactly.

    >>> relation_number("https://w3id.org/relgraph/id/relation/bw-1/0123456789ab")
    Decimal('0.552925711099009908')
    """
    return Decimal(f"0.{_digits(relation)}")


def day_number(day: str | None, releases: int, sentences: int, relation: str) -> Decimal:
    """A day, releases and sentences in five digits each, and behind the point the number of a relation."""
    return Decimal(f"{day_digits(day)}{_five(releases)}{_five(sentences)}.{_digits(relation)}")


def group_number(day: str | None, group: int, relations: int) -> Decimal:
    """A day, one digit for a group, and relations in five digits.

    >>> group_number("2019-05", 3, 12)
    Decimal('20190500300012')
    """
    return Decimal(f"{day_digits(day)}{group}{_five(relations)}")


def meeting_number(day: str | None, release: int, relation: int, sentence: int, number: str) -> Decimal:
    """A day, places of a release and a relation in five digits, of a sentence in two, and the relation's number."""
    told = f"{day_digits(day)}{_five(release)}{_five(relation)}{min(sentence, 99):02}"
    return Decimal(f"{told}.{_digits(number)}")


def places(values: Collection[str]) -> dict[str, int]:
    """The place of each value among the others in their order, from 1 on."""
    return {value: place for place, value in enumerate(sorted(set(values)), 1)}


def _five(number: int) -> str:
    return f"{min(number, _MOST):05}"


def _digits(relation: str) -> str:
    return f"{int(sha256(relation.encode()).hexdigest(), 16) % 10**18:018}"
