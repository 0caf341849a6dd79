"""Whether a text may call another server: where a keyword stands before what can be an address.

Said of the raw text, comments and strings included: a lexer that disagreed with the engine's on what is a string could
be led past a real SERVICE. A name such as `?service` or `ex:service` is known by what stands before it. Every sign is
looked at a few times at most, whatever the text repeats; a pattern with a look-ahead would begin anew at each keyword.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

_BLANKS = re.compile(r"\s*")
_NAME = re.compile(r"[\w.\u0080-\U0010ffff-]*")  # of letters in names the engine knows more than Python
_SIGN = re.compile(r"\w")
_BREAK = re.compile(r"[\n\r]")
_SILENT = "SILENT"
_KEYWORDS = {
    "SERVICE": (re.compile("SERVICE", re.IGNORECASE), "<?$"),
    # An operation, so that nothing of a word stands before it: "download:" is none
    "LOAD": (re.compile(r"(?<!\w)LOAD", re.IGNORECASE), "<"),
}
"""Each keyword, and what can begin an address behind it, beside a prefixed name."""


def calls(text: str, keyword: str) -> bool:
    """Whether SERVICE or LOAD stands before what can be an address.

    >>> calls("SELECT * { SERVICE # far away\\n silent <http://a/> {} }", "SERVICE")
    True
    >>> calls("SELECT ?service { ?service a ex:service }", "SERVICE")
    False
    """
    pattern, begins = _KEYWORDS[keyword]
    reading = _Reading(text, begins)
    return any(reading.leads_away(place) for place in reversed([*_outside_names(text, pattern)]))


def _outside_names(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Where the keyword ends, but for names of variables and local parts of prefixed names that hold it."""
    start = behind = 0
    for match in pattern.finditer(text):
        place = match.start()
        while place > behind and _SIGN.match(text, place - 1):
            place -= 1
        if place > behind or not behind:
            start = place  # else the word goes on that held the keyword before
        behind = match.end()
        if not (start and text[start - 1] in "?$:"):
            yield behind


class _Reading:
    """What follows on a place of a text; places are asked for from the last to the first."""

    def __init__(self, text: str, begins: str) -> None:
        self._text, self._begins = text, begins
        self._gaps: dict[int, int] = {}
        self._names: dict[int, int] = {}
        self._leftmost = len(text)

    def leads_away(self, place: int) -> bool:
        """Whether an address stands behind a keyword that ends here."""
        place = self._behind_gap(place)
        behind = place + len(_SILENT)
        silent = self._text[place:behind].upper() == _SILENT
        return (silent and self._is_address(self._behind_gap(behind))) or self._is_address(place)

    def _is_address(self, place: int) -> bool:
        sign = self._text[place : place + 1]
        return sign != "" and (sign in self._begins or self._text.startswith(":", self._behind_name(place)))

    def _behind_name(self, place: int) -> int:
        """Where a name ends; one that goes on to a place that is known already is read no further."""
        if place not in self._names:
            known = self._leftmost if place < self._leftmost else len(self._text)
            end = _end(_NAME, self._text, place, known)
            self._names[place] = self._names.get(end, end)
            self._leftmost = min(place, self._leftmost)
        return self._names[place]

    def _behind_gap(self, place: int) -> int:
        """Where blanks and comments end."""
        passed = []
        while place not in self._gaps:
            passed.append(place)
            place = _end(_BLANKS, self._text, place, len(self._text))
            if not self._text.startswith("#", place):
                break
            number = bisect_left(self._breaks, place)
            place = self._breaks[number] if number < len(self._breaks) else len(self._text)
        reached = self._gaps.get(place, place)
        self._gaps.update(dict.fromkeys(passed, reached))
        return reached

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in _BREAK.finditer(self._text)]


def _end(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    match = pattern.match(text, start, stop)
    assert match is not None  # it may be empty
    return match.end()
