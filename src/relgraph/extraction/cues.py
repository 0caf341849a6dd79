"""Cues as written in the data, as patterns, and the places of a sentence where one may begin.

Most sentences hold no cue of most rules, so a rule's pattern is tried at the few words that open one of its cues.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_WORD = re.compile(r"[\w-]+")
_MEMBER = re.compile(r"(?<!\w)[\w-]")


_CLAUSE_END = (
    r"(?=\s*(?:[,.;:!?)“”\"–]|$|(?:und|sowie|oder|bzw|um|als|wie|worden|wird|werden|wurden?|hat|haben|ist|sind)\b))"
)


def compile_cues(cues: Sequence[str]) -> re.Pattern[str]:
    """Cues as a pattern: `*` ends a word openly, ` … ` stands for up to 300 characters of the same sentence.

    A `~` before a word allows a capital at the start of the sentence alone, a `|` behind one wants the end of a clause.

    >>> bool(compile_cues(("lud* … ein",)).search("Er lud den Gouverneur nach Potsdam ein."))
    True
    >>> bool(compile_cues(("~lud … ein|",)).search("Er lud ein Orchester aus."))
    False
    """
    return re.compile("|".join(f"(?:{_cue(cue)})" for cue in cues))


def find_cues(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Cues in a sentence that begin at one of these ascending places, one behind the other.

    >>> list(find_cues(compile_cues(["*abkommen"]), "EU-Abkommen und Staatsabkommen", [0, 3, 16]))
    [(0, 11), (16, 30)]
    """
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)):
            end = found.end()
            yield found.span()


class Cues:
    """One list of cues.

    >>> Cues(["*abkommen"]).stand_in("Staatsabkommen"), list(Cues(["zu Gast"]).find("Sie war zu Gast."))
    (True, [(8, 15)])
    """

    def __init__(self, cues: Sequence[str]) -> None:
        self._pattern = compile_cues(cues)
        self._openings = Openings([cues])
        self._told = lru_cache(maxsize=256)(lambda text: next(self.find(text), None) is not None)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Places of cues in a text, in order."""
        return find_cues(self._pattern, text, self._openings.places(text).get(0, ()))

    def stand_in(self, text: str) -> bool:
        """Whether a text holds any of them."""
        return self._told(text)


class Openings:
    """Which lists of cues a word may begin a cue of; looking a word up takes the same time for any number of cues.

    >>> openings = Openings([["*abkommen", "koordinier*"], ["lud* … ein"]])
    >>> openings.places("Er lud zum EU-Abkommen.")
    {1: [3], 0: [11, 14]}
    """

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        self._whole: dict[str, set[int]] = {}
        self._heads: dict[str, set[int]] = {}
        self._tails: dict[str, set[int]] = {}
        self._inner: dict[str, set[int]] = {}
        for number, cues in enumerate(lists):
            for cue in cues:
                first = cue.split()[0].casefold().strip("~|")
                ahead, behind = first[0] == "*", "*" in first[1:]
                table = (self._inner if behind else self._tails) if ahead else self._heads if behind else self._whole
                table.setdefault(re.findall(r"\w+", first)[0], set()).add(number)
        self._head_lengths = sorted({len(head) for head in self._heads})
        self._tail_lengths = sorted({len(tail) for tail in self._tails})
        self._opened = lru_cache(maxsize=16384)(self._open)

    def places(self, text: str) -> dict[int, list[int]]:
        """By number of the list, the ascending places of a text where one of its cues may begin."""
        found: dict[int, list[int]] = {}
        for word, starts in _words_of(text):
            for number in self._opened(word):
                found.setdefault(number, []).extend(starts)
        return found

    def _open(self, word: str) -> frozenset[int]:
        """Numbers for a word with all its hyphenated members: "EU-Abkommen" opens what "Abkommen" opens."""
        opened: set[int] = set()
        for member in word.split("-"):
            opened |= self._whole.get(member, set())
            opened.update(*(self._heads.get(member[:length], ()) for length in self._head_lengths))
            opened.update(*(self._tails.get(member[-length:], ()) for length in self._tail_lengths))
            opened.update(*(numbers for part, numbers in self._inner.items() if part in member))
        return frozenset(opened)


@lru_cache(maxsize=256)
def _words_of(text: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Case-folded words of a text with the places where their hyphenated members begin."""
    return tuple(
        (word[0].casefold(), tuple(member.start() for member in _MEMBER.finditer(text, *word.span())))
        for word in _WORD.finditer(text)
    )


def _cue(cue: str) -> str:
    gap = r"\b[^;]{1,300}?\b"
    return gap.join(_words(part) for part in cue.split(" … "))


def _words(part: str) -> str:
    words = [_word(word) for word in part.split()]
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"


def _word(word: str) -> str:
    """A word of a cue: a small first letter stands for both, a capital for itself, so that a noun is no verb."""
    if word.startswith("~"):
        lower = re.escape(word[1:].removesuffix("|"))
        return f"(?:{lower}|(?:^|(?<=„)){lower[0].upper()}{lower[1:]})" + (_CLAUSE_END if word.endswith("|") else "")
    if word.endswith("|"):
        return re.escape(word.removesuffix("|")) + _CLAUSE_END
    opened = word.startswith("*")
    word = word.removeprefix("*")
    first = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else re.escape(word[0])
    return (r"[\w-]*" if opened else "") + (first + re.escape(word[1:])).replace(r"\*", r"[\w-]*")
