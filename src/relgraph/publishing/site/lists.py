"""What the page of a thing lists, cut to a length that a page takes, and the further pages that hold the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from relgraph.publishing.site.paths import MARK
from relgraph.vocabulary import RelationType
from relgraph.web.things.ties import Entry

T = TypeVar("T")
ON_PAGE, ON_LIST = 30, 200
"""Entries of a list on the page of its thing, and on a page of the list by itself."""

QUOTED = 3
"""Sentences of a tie that a list quotes; the page of the tie has all."""

_ORDER = {kind: place for place, kind in enumerate(RelationType)}


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """Some of a list: `shown` of `total`; `page` counts from 1 and is 0 on the page of the thing itself."""

    key: str
    shown: tuple[T, ...]
    total: int
    page: int = 0

    @property
    def more(self) -> bool:
        """Whether there are pages of the list by itself."""
        return self.total > ON_PAGE

    @property
    def pages(self) -> int:
        """How many."""
        return -(-self.total // ON_LIST) if self.more else 0

    @property
    def first(self) -> int:
        """Number of the first that is shown, counted from 1."""
        return (self.page - 1) * ON_LIST + 1

    def at(self, path: str, page: int = 1) -> str:
        """Path of a page of the list, of the thing at a path."""
        return f"{path}{MARK}{self.key}" + (f"{MARK}{page}" if page > 1 else "")


def cut(key: str, items: Sequence[T]) -> Cut[T]:
    """A list as it stands on the page of its thing.

    >>> cut("visit-out", range(100)).shown[-1], cut("visit-out", range(100)).pages
    (29, 1)
    """
    return Cut(key, tuple(items[:ON_PAGE]), len(items))


def pages(key: str, items: Sequence[T]) -> Iterator[Cut[T]]:
    """Pages of a list by itself, none where the page of its thing shows all.

    >>> [one.total for one in pages("visit-out", range(500))]
    [500, 500, 500]
    """
    for page in range(1, cut(key, items).pages + 1):
        yield Cut(key, tuple(items[(page - 1) * ON_LIST : page * ON_LIST]), len(items), page)


@dataclass(frozen=True, slots=True)
class Group:
    """Ties of one type, in lists by the way they run as seen from the thing."""

    type: RelationType
    sentences: int
    lists: tuple[Cut[Entry], ...]

    @property
    def ties(self) -> int:
        """How many ties there are."""
        return sum(one.total for one in self.lists)


def ways(iri: str, entries: Iterable[Entry]) -> dict[tuple[RelationType, str], list[Entry]]:
    """Ties by type and way: from the thing (`out`), to it (`in`), either way (`both`), or about it (`about`)."""
    found: dict[tuple[RelationType, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        tie = entry.tie
        if iri not in (tie.subject, tie.object):
            way = "about"
        else:
            way = "both" if tie.type.symmetric else "in" if tie.object == iri else "out"
        found[tie.type, way].append(entry)
    return {key: found[key] for key in sorted(found, key=lambda key: (_ORDER[key[0]], _WAYS.index(key[1])))}


_WAYS = ("both", "out", "in", "about")


def groups(found: dict[tuple[RelationType, str], list[Entry]]) -> list[Group]:
    """Groups by type, each list cut."""
    made = []
    for kind in dict.fromkeys(kind for kind, _ in found):
        own = {way: held for (other, way), held in found.items() if other is kind}
        sentences = sum(entry.tie.sentences for held in own.values() for entry in held)
        made.append(Group(kind, sentences, tuple(cut(f"{kind}-{way}", held) for way, held in own.items())))
    return made
