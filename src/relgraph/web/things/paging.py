"""A long list, a page of it at a time; nothing is left out in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from relgraph.errors import QueryError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """Some of a list: which ones, of how many, on which of how many pages, counted from 1."""

    shown: tuple[T, ...]
    total: int
    page: int
    pages: int
    first: int
    """Number of the first that is shown, counted from 1."""

    @property
    def cut(self) -> bool:
        """Whether there are more than are shown."""
        return len(self.shown) < self.total


def paged(items: Sequence[T], page: int, size: int) -> Paged[T]:
    """A page of so many.

    >>> paged("abcde", 2, 2).shown, paged("abcde", 2, 2).pages
    (('c', 'd'), 3)

    Raises:
        QueryError: there is no such page.
    """
    pages = max(1, -(-len(items) // size))
    if not 1 <= page <= pages:
        raise QueryError("page", f"there are pages 1 to {pages}")
    start = (page - 1) * size
    return Paged(tuple(items[start : start + size]), len(items), page, pages, start + 1)


def page_number(text: str | None) -> int:
    """Number of the page that an address asks for; the first where it asks for none.

    Raises:
        QueryError: it is no number.
    """
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise QueryError("page", "is no number")
    return int(text)
