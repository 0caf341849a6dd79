"""Cues as written in the data, and where they stand in a text.

A sentence holds no cue of most lists, so its words are looked up once for all lists together: a cue is tried only where
its first word stands, and only in a text that holds its other words too.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from relgraph.extraction.wordings import EndAt, wording

_WORD = re.compile(r"[\w-]+")
_MEMBER = re.compile(r"(?<!\w)[\w-]")

_FEW = 3
_TEXTS_KEPT = 256
_WORDS_KEPT = 50_000

Name = TypeVar("Name")
Place = tuple[int, int]


class CueTable(Generic[Name]):
    """Named lists of cues; a text is searched for all of them at once.

    Of one list, the cue that stands first in it is taken where several begin at one place, and none inside another.

    >>> table = CueTable({"papers": ["*abkommen", "Know-how"], "invites": ["lud* … ein"]})
    >>> table.find("Er lud zum EU-Abkommen ein."), table["papers"].stand_in("Er lud ein.")
    ({'invites': [(3, 26)], 'papers': [(11, 22)]}, False)
    """

    def __init__(self, lists: Mapping[Name, Sequence[str]]) -> None:
        self._names = list(lists)
        self._whole: dict[str, list[_Listed]] = {}
        self._heads: dict[str, list[_Listed]] = {}
        self._tails: dict[str, list[_Listed]] = {}
        self._inner: dict[str, list[_Listed]] = {}
        for number, cues in enumerate(lists.values()):
            for order, cue in enumerate(cues):
                first = cue.split()[0].casefold().strip("~|")
                ahead, behind = first[0] == "*", "*" in first[1:]
                table = (self._inner if behind else self._tails) if ahead else self._heads if behind else self._whole
                table.setdefault(re.findall(r"\w+", first)[0], []).append(_Listed(number, order, cue))
        self._by_start = _by_letters(self._heads, slice(None, _FEW))
        self._by_end = _by_letters(self._tails, slice(-_FEW, None))
        self._opened = lru_cache(_WORDS_KEPT)(self._open)
        self._found = lru_cache(_TEXTS_KEPT)(self._find)

    def __getitem__(self, name: Name) -> "Cues":
        return Cues(lambda text: self._found(text).get(name, ()))

    def lists(self) -> dict[Name, "Cues"]:
        """Each list by itself."""
        return {name: self[name] for name in self._names}

    def find(self, text: str) -> Mapping[Name, Sequence[Place]]:
        """Places of cues in a text, in order, by the names of the lists that have any there."""
        return self._found(text)

    def _find(self, text: str) -> dict[Name, list[Place]]:
        found: dict[Name, list[Place]] = {}
        words, present = _words_of(text)
        for word, starts in words:
            if not (opened := self._opened(word)):
                continue
            able = opened.able(present)
            for start in starts if able else ():
                for name, ends in able:
                    known = found.get(name)
                    if known and start < known[-1][1]:
                        continue
                    for end_at in ends:
                        if end := end_at(text, start):
                            found.setdefault(name, []).append((start, end))
                            break
        return found

    def _open(self, word: str) -> "_Opened[Name] | None":
        """Cues that may begin with a word, by list; with all its hyphenated members: "EU-Abkommen" as "Abkommen"."""
        opened: set[_Listed] = set()
        for member in word.split("-"):
            opened.update(self._whole.get(member, ()))
            for few in range(1, _FEW + 1):
                for head in self._by_start.get(member[:few], ()) if few <= len(member) else ():
                    opened.update(self._heads[head] if member.startswith(head) else ())
                for tail in self._by_end.get(member[-few:], ()) if few <= len(member) else ():
                    opened.update(self._tails[tail] if member.endswith(tail) else ())
            opened.update(*(listed for part, listed in self._inner.items() if part in member))
        return _Opened([(self._names[number], _cue(cue)) for number, _, cue in sorted(opened)]) if opened else None


def _by_letters(words: Iterable[str], few: slice) -> dict[str, list[str]]:
    """Beginnings or ends of words by their outermost letters."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[few], []).append(word)
    return found


class Cues:
    """One list of cues of a table.

    >>> cues = CueTable({"guest": ["zu Gast"]})["guest"]
    >>> cues.stand_in("Sie war zu Gast."), list(cues.find("Sie war zu Gast."))
    (True, [(8, 15)])
    """

    def __init__(self, find: Callable[[str], Sequence[Place]]) -> None:
        self.find = find
        """Places of cues in a text, in order."""

    def stand_in(self, text: str) -> bool:
        """Whether a text holds any of them."""
        return bool(self.find(text))


class _Listed(NamedTuple):
    """A cue in its list: the numbers of both, and the cue as written."""

    table: int
    order: int
    cue: str


class _Cue(NamedTuple):
    """A cue to look for: the words behind its first, case-folded, and where it ends that begins at a place, or 0."""

    needs: frozenset[str]
    end_at: EndAt


class _Opened(Generic[Name]):
    """Cues that a word may begin, in order; those that need other words lie under one of these."""

    def __init__(self, cues: Sequence[tuple[Name, _Cue]]) -> None:
        self._cues = cues
        self._free = [number for number, (_, cue) in enumerate(cues) if not cue.needs]
        self._by_need: dict[str, list[int]] = {}
        for number, (_, cue) in enumerate(cues):
            if cue.needs:
                self._by_need.setdefault(max(cue.needs, key=lambda word: (len(word), word)), []).append(number)
        self._needs = frozenset(self._by_need)
        self._always = self._by_list(self._free)

    def able(self, present: frozenset[str]) -> Sequence[tuple[Name, Sequence[EndAt]]]:
        """What to look for in a text that holds these words, by list."""
        met = self._needs & present
        if not met:
            return self._always
        held = [n for word in met for n in self._by_need[word] if self._cues[n][1].needs <= present]
        return self._by_list(sorted([*self._free, *held])) if held else self._always

    def _by_list(self, numbers: Iterable[int]) -> Sequence[tuple[Name, Sequence[EndAt]]]:
        found: dict[Name, list[EndAt]] = {}
        for number in numbers:
            name, cue = self._cues[number]
            found.setdefault(name, []).append(cue.end_at)
        return list(found.items())


@cache
def _cue(text: str) -> _Cue:
    _, *others = text.replace(" … ", " ").split()
    needs = (member for word in others if "*" not in word for member in _members(word))
    return _Cue(frozenset(needs), wording(text))


def _members(words: str) -> Iterator[str]:
    return (member for word in _WORD.findall(words) for member in word.casefold().split("-") if member)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words_of(text: str) -> tuple[list[tuple[str, list[int]]], frozenset[str]]:
    """Case-folded words of a text with the places where their hyphenated members begin, and all members."""
    words = [
        (word[0].casefold(), [member.start() for member in _MEMBER.finditer(text, *word.span())])
        if "-" in word[0]
        else (word[0].casefold(), [word.start()])
        for word in _WORD.finditer(text)
    ]
    return words, frozenset(member for word, _ in words for member in word.split("-"))
