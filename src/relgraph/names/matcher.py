"""Finding all known forms in a text in one pass: an Aho-Corasick automaton, whole words, overlaps kept.

Owns no choice between overlapping or ambiguous forms. A search for leftmost-longest forms followed by a test for word
boundaries would lose a form whenever a longer one starts earlier and is cut off by that test, so the search overlaps,
the boundaries filter, and the caller takes the longest of what is left.
"""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from relgraph.names.words import starts_word

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """A form found at `start`, whose own letters stop at `stop`; endings may follow."""

    start: int
    stop: int
    value: T


class Matcher(Generic[T]):
    """All forms of a table at once; time grows with the text and the matches, not with the table.

    >>> matcher = Matcher([("Korea", 1), ("Südkorea", 2)])
    >>> [match.value for match in matcher.find("Südkorea, Koreas Koreaner")]
    [2, 1, 1]
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form, value in forms:
            self._automaton.add_word(form, (len(form), value))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Match[T]]:
        """Every form that starts at the start of a word, in the order of their ends."""
        if not len(self._automaton):  # a search in an empty automaton raises
            return
        for last, (length, value) in self._automaton.iter(text):
            if starts_word(text, start := last + 1 - length):
                yield Match(start, last + 1, value)

    def find_inside(self, text: str) -> Iterator[Match[T]]:
        """Every form, within words too, in the order of their ends."""
        if not len(self._automaton):  # a search in an empty automaton raises
            return
        for last, (length, value) in self._automaton.iter(text):
            yield Match(last + 1 - length, last + 1, value)
