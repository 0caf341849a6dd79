"""How a cue is written, and where one ends that begins at a place of a text.

Owns the signs of cues. Most are found by comparing letters; a pattern is made only of those that this cannot tell.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

EndAt = Callable[[str, int], int]
"""Where a cue ends that begins at the start of a word, or 0."""
_REST = re.compile(r"[\w-]*")
_BLANK = re.compile(r"\s+")
_LETTERS = re.compile(r"~?\w[\w-]*[*|]?")
_GAP = 300
_CLAUSE_END = (
    r"(?=\s*(?:[,.;:!?)“”\"–]|$|(?:und|sowie|oder|bzw|um|als|wie|worden|wird|werden|wurden?|hat|haben|ist|sind)\b))"
)
_CLOSES = re.compile(_CLAUSE_END)


def compile_cues(cues: Sequence[str]) -> re.Pattern[str]:
    """Cues as a pattern: `*` ends a word openly, ` … ` stands for up to 300 characters of the same sentence.

    A `~` before a word allows a capital at the start of the sentence alone, a `|` behind one wants the end of a clause.

    >>> bool(compile_cues(("lud* … ein",)).search("Er lud den Gouverneur nach Potsdam ein."))
    True
    >>> bool(compile_cues(("~lud … ein|",)).search("Er lud ein Orchester aus."))
    False
    """
    return re.compile("|".join(f"(?:{_pattern(cue)})" for cue in cues))


class _Word(NamedTuple):
    """A word of a cue: how it may begin, and where it ends."""

    starts: tuple[str, ...]
    end_at: EndAt


def wording(cue: str) -> EndAt:
    """How to find the end of a cue.

    >>> wording("lud* … ein")("Er lud den Gouverneur ein.", 3), wording("~lud … ein|")("Er lud ein Orchester ein", 3)
    (25, 24)
    """
    parts = [[_by_letters(word) for word in part.split()] for part in cue.split(" … ")]
    told = [[word for word in part if word] for part in parts]
    if len(parts) > 2 or told != parts:
        return _by_pattern(cue)
    return _with_gap(told[0], told[1], _by_pattern(cue)) if len(told) == 2 else _in_a_row(told[0])


def _in_a_row(words: Sequence[_Word]) -> EndAt:
    """Words with nothing but blanks between."""
    first, *others = (word.end_at for word in words)

    def end_at(text: str, start: int) -> int:
        end = first(text, start)
        for other in others:
            blank = _BLANK.match(text, end) if end else None
            end = other(text, blank.end()) if blank else 0
        return end

    return end_at if others else first


def _with_gap(before: Sequence[_Word], behind: Sequence[_Word], doubtful: EndAt) -> EndAt:
    """Words with others of the sentence between; where hyphens leave more than one end, the pattern decides."""
    first, last, starts = _in_a_row(before), _in_a_row(behind), behind[0].starts

    def end_at(text: str, start: int) -> int:
        begin = first(text, start)
        if not begin:
            return 0
        if "-" in text[start:begin]:
            return doubtful(text, start)
        stop = text.find(";", begin, begin + _GAP)
        limit = begin + _GAP if stop < 0 else stop
        for place in _places(starts, text, begin + 1, limit):
            if not _is_letter(text[place - 1]) and (end := last(text, place)):
                return end
        return 0

    return end_at


def _places(starts: Sequence[str], text: str, begin: int, limit: int) -> list[int]:
    """Places up to a limit where a text goes on in one of these ways, in order."""
    found = []
    for start in starts:
        place = text.find(start, begin, limit + len(start))
        while place >= 0:
            found.append(place)
            place = text.find(start, place + 1, limit + len(start))
    return sorted(found)


def _by_pattern(cue: str) -> EndAt:
    """A cue that only its pattern can find; that is made when it is first needed."""
    made: list[re.Pattern[str]] = []

    def end_at(text: str, start: int) -> int:
        if not made:
            made.append(compile_cues([cue]))
        found = made[0].match(text, start)
        return found.end() if found else 0

    return end_at


def _by_letters(word: str) -> _Word | None:
    """A word of a cue, None where letters do not tell where it ends: "*abkommen"."""
    if not _LETTERS.fullmatch(word):
        return None
    if word.startswith("~"):
        return None if word.endswith("*") else _verb(word[1:])
    return _opened(word.removesuffix("*")) if word.endswith("*") else _plain(word)


def _plain(word: str) -> _Word:
    """A word as it stands: "Abkommen", "trifft"."""
    letters, closes = word.removesuffix("|"), word.endswith("|")
    starts, length = (letters,) if closes else _with_capital(letters), len(letters)

    def end_at(text: str, start: int) -> int:
        return start + length if text.startswith(starts, start) and _ends(text, start + length, closes) else 0

    return _Word(starts, end_at)


def _opened(letters: str) -> _Word:
    """A word with an open end: "koordiniert*"."""
    starts, length = _with_capital(letters), len(letters)

    def end_at(text: str, start: int) -> int:
        rest = _REST.match(text, start + length) if text.startswith(starts, start) else None
        return rest.end() if rest else 0

    return _Word(starts, end_at)


def _verb(word: str) -> _Word:
    """A verb form, with a capital where a sentence or a quotation begins: "~reist"."""
    letters, closes = word.removesuffix("|"), word.endswith("|")
    capital, length = letters[0].upper() + letters[1:], len(letters)

    def end_at(text: str, start: int) -> int:
        here = text.startswith(letters, start)
        if not here and text.startswith(capital, start):
            here = start == 0 or text[start - 1] == "„"
        return start + length if here and _ends(text, start + length, closes) else 0

    return _Word((letters, capital) if capital != letters else (letters,), end_at)


def _with_capital(word: str) -> tuple[str, ...]:
    return (word, word[0].upper() + word[1:]) if word[0].islower() else (word,)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _ends(text: str, place: int, closes: bool) -> bool:
    """Whether a word ends there, and with it a clause where the cue says so."""
    return not _is_letter(text[place : place + 1]) and (not closes or _CLOSES.match(text, place) is not None)


def _pattern(cue: str) -> str:
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
