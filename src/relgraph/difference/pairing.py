"""Two graphs read side by side: the same place of both at a time, so that neither is held as a whole.

Owns order alone: what is given comes in order of its keys, and so does what is taken.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Change(StrEnum):
    """What became of something from the old graph to the new one."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


def side_by_side(
    old: Iterable[tuple[str, T]], new: Iterable[tuple[str, T]]
) -> Iterator[tuple[str, T | None, T | None]]:
    """What both have by key, nothing where one has not; keys come in order and once.

    >>> list(side_by_side([("a", 1), ("b", 2)], [("b", 3), ("c", 4)]))
    [('a', 1, None), ('b', 2, 3), ('c', None, 4)]
    """
    olds, news = iter(old), iter(new)
    before, after = next(olds, None), next(news, None)
    while before is not None or after is not None:
        if after is None or (before is not None and before[0] < after[0]):
            assert before is not None  # the loop's condition, which mypy does not see
            yield before[0], before[1], None
            before = next(olds, None)
        elif before is None or after[0] < before[0]:
            yield after[0], None, after[1]
            after = next(news, None)
        else:
            yield before[0], before[1], after[1]
            before, after = next(olds, None), next(news, None)


def differing(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[Change, str]]:
    """Lines that only one of both has.

    >>> [f"{change}: {line}" for change, line in differing(["a", "b"], ["b", "c"])]
    ['went: a', 'came: c']
    """
    for line, before, after in side_by_side(((line, True) for line in old), ((line, True) for line in new)):
        if after is None:
            yield Change.WENT, line
        elif before is None:
            yield Change.CAME, line
