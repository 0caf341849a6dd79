"""What is wrong with a file of questions: line and words, all of it and not only the first.

Owns where in a header something stands; what is wrong is found by those who read it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong, and the line of the file where."""

    line: int
    why: str


@dataclass
class Faults:
    """Faults of one header, each put to the line that names what is wrong."""

    lines: Sequence[str]
    found: list[Fault] = field(default_factory=list)

    def note(self, near: str, why: str, *, section: str = "") -> None:
        """Add a fault at the line that names something, as an entry, a key or any word, below the key of a section."""
        word = re.escape(near)
        start = self._line(rf"^#\+ *{section}:", 0) or 1 if section else 1
        patterns = (rf"name: *['\"]?{word}(?![\w-])", rf"^#\+ *{word}:", rf"(?<![\w-]){word}(?![\w-])")
        places = (self._line(pattern, start - 1) for pattern in patterns) if near else iter([None])
        self.found.append(Fault(next((place for place in places if place), start), why))

    def unknown(self, key: str, known: Iterable[str], of: str = "", *, section: str = "") -> None:
        """Add that a key is unknown, with the key that may have been meant."""
        names = list(known)
        meant = get_close_matches(key, names, 1, 0.7)
        hint = f"did you mean {meant[0]!r}?" if meant else f"there are {', '.join(names)}"
        self.note(key, f"unknown key {key!r}{of}; {hint}", section=section)

    def _line(self, pattern: str, start: int) -> int | None:
        numbers = (number for number, line in enumerate(self.lines[start:], start + 1) if re.search(pattern, line))
        return next(numbers, None)
