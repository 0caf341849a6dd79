"""Numbers that tell day by day what is counted, so that a question about a span of time adds up the days within it.

Releases and sentences of several days add up, as a release has one date and a sentence one release. Where they are
added up at build, the largest number up to a day tells all of them, and of a span the difference of two. Each number
begins with the day; what follows is read by arithmetic, for an engine reads and compares numbers where they stand.
"""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from hashlib import sha256

_MOST = 99_999
"""So many releases or relations of one day are told at most."""
_SO_MANY = 999_999
"""So many releases or sentences up to a day are told at most."""
_FOUR = 9_999
"""So many of each are told by one of several numbers that add up."""


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


def doubt_number(confidence: float, relation: str) -> Decimal:
    """A confidence in nine digits, and behind the point the number of a relation.

    >>> doubt_number(0.45, "https://w3id.org/relgraph/id/relation/bw-1/0123456789ab")
    Decimal('450000000.552925711099009908')
    """
    return Decimal(f"{int(Decimal(str(confidence)) * 10**9)}.{_digits(relation)}")


def so_far_number(day: str | None, releases: int, sentences: int, relation: str) -> Decimal:
    """A day, releases and sentences up to it in six digits each, and behind the point the number of a relation.

    >>> so_far_number("2019-05", 12, 300, "https://w3id.org/relgraph/id/relation/bw-1/0123456789ab")
    Decimal('20190500000012000300.552925711099009908')
    """
    told = "".join(f"{min(number, _SO_MANY):06}" for number in (releases, sentences))
    return Decimal(f"{day_digits(day)}{told}.{_digits(relation)}")


def sum_numbers(day: str | None, relations: int, sentences: int, releases: int, relation: str) -> Iterator[Decimal]:
    """A day, relations, sentences and releases in four digits each, and behind the point the number of a relation.

    What four digits do not hold is told by further numbers of that day, all of them smaller and of no relation.

    >>> relation = "https://w3id.org/relgraph/id/relation/bw-1/0123456789ab"
    >>> [str(number) for number in sum_numbers("2019-05", 10_001, 9_999, 7, relation)]
    ['20190500999999990007.552925711099009908', '20190500000200000000.000000000000000001']
    """
    digits, place = _digits(relation), 0
    while relations > 0:
        told = [min(number, _FOUR) for number in (relations, sentences, releases)]
        yield Decimal(f"{day_digits(day)}{''.join(f'{number:04}' for number in told)}.{digits}")
        relations, sentences, releases = relations - told[0], sentences - told[1], releases - told[2]
        place += 1
        digits = f"{place:018}"


def told_number(day: str | None, relation: str) -> Decimal:
    """A day, 0 where none is known, and behind the point the number of a relation.

    >>> told_number("2019-05", "https://w3id.org/relgraph/id/relation/bw-1/0123456789ab")
    Decimal('20190500.552925711099009908')
    """
    return Decimal(f"{day_digits(day)}.{_digits(relation)}")


def due_number(due: str, day: str | None) -> Decimal:
    """The day that something is due, and behind the point the day on which that was told.

    >>> due_number("2020", "2019-05-31")
    Decimal('20200000.20190531')
    """
    return Decimal(f"{day_digits(due)}.{day_digits(day)}")


def summed(numbers: Iterable[Decimal]) -> tuple[int, int, int]:
    """How many relations, sentences and releases such numbers tell together.

    >>> summed([Decimal("20190500999999990007.5529"), Decimal("20190500000200000000.000000000000000001")])
    (10001, 9999, 7)
    """
    told = [f"{int(number):020}" for number in numbers]
    relations, sentences, releases = (sum(int(one[at : at + 4]) for one in told) for at in (8, 12, 16))
    return relations, sentences, releases


def plan_number(day: str, releases: int, own: str) -> Decimal:
    """A day, releases in five digits, and behind the point ten digits of a tie.

    >>> plan_number("2019-05", 12, "0123456789")
    Decimal('2019050000012.0123456789')
    """
    return Decimal(f"{day_digits(day)}{_five(releases)}.{own}")


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
