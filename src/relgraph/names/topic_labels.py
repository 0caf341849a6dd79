"""Which words a label of a topic finds: inflected, as a member of a compound, in a truncated compound.

Works on letters only: German endings and linking letters, no dictionary.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from relgraph.names.authorities import read_words
from relgraph.names.words import LONGEST_WORD

_ENDINGS = ("", "e", "en", "er", "ern", "es", "em", "n", "nen", "s", "se")
_LINKS = ("", "s", "es", "n", "en", "e", "er")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_SHORTEST_MEMBER, _SHORTEST_REST = 5, 3


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a topic; `kind` is preferred, alternative or hidden."""

    topic: str
    text: str
    language: str | None
    kind: str

    @property
    def preferred(self) -> bool:
        """Whether it is the label shown to readers."""
        return self.kind == "preferred"

    @property
    def hidden(self) -> bool:
        """Whether it is matched letter by letter only."""
        return self.kind == "hidden"

    @property
    def noun(self) -> bool:
        """Whether it is a single word with a capital, found only with one."""
        return " " not in self.text and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sense:
    """A stretch of text read as a label."""

    start: int
    end: int
    label: Label


def cores(label: Label) -> tuple[str, ...]:
    """Lower-case strings to search for; what stands around each is read by `read_core`.

    >>> cores(Label("higher-education", "Hochschule", "de", "alternative"))
    ('hochschule', 'hochschul')
    """
    word = label.text.lower()
    if label.hidden or " " not in word:
        return (
            (word, word[:-1]) if word.endswith("e") and len(word) > _SHORTEST_MEMBER and not label.hidden else (word,)
        )
    *leading, last = word.split(" ")
    stems = [_declinable(part) for part in leading]
    return tuple(" ".join([*parts, last]) for parts in product(*stems))


def whole_forms(label: Label) -> tuple[str, ...]:
    """Every inflected form of a label as whole words, lower case."""
    return tuple(
        dict.fromkeys(
            core + ending
            for core in cores(label)
            for ending in _ENDINGS
            if core == label.text.lower() or " " in core or ending
        )
    )


def _declinable(word: str) -> tuple[str, ...]:
    for ending in ("er", "es", "en", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            return tuple(dict.fromkeys((word, *(stem + other for other in _ADJECTIVE_ENDINGS))))
    return (word,)


def read_core(text: str, lower: str, start: int, stop: int, label: Label) -> Sense | None:
    """The label at `start` to `stop`, if what stands around makes it a word, an inflected one, or a member of one."""
    first, last = _word_bounds(text, start, stop)
    if label.hidden:
        return Sense(start, stop, label) if (first, last) == (start, stop) and text[start:stop] == label.text else None
    if label.noun and not text[first].isupper():
        return None
    clipped = lower[start:stop] != label.text.lower() and " " not in label.text
    tail = lower[stop:last]
    ends = tail in _ENDINGS and (bool(tail) or not clipped)
    if start == first and ends:
        return Sense(start, last, label)
    if " " in label.text or len(label.text) < _SHORTEST_MEMBER or _names_body(lower, last):
        return None
    if start == first and _has_rest(tail):
        return Sense(start, stop, label)
    if ends and start - first >= _SHORTEST_REST:
        return Sense(start, last, label)
    return None


def _has_rest(tail: str) -> bool:
    return any(tail.startswith(link) and len(tail) - len(link) >= _SHORTEST_REST for link in _LINKS)


def _word_bounds(text: str, start: int, stop: int) -> tuple[int, int]:
    first, last = max(0, start - LONGEST_WORD), min(len(text), stop + LONGEST_WORD)
    while start > first and text[start - 1].isalnum():
        start -= 1
    while stop < last and text[stop].isalnum():
        stop += 1
    return start, stop


def _names_body(lower: str, last: int) -> bool:
    limit = min(len(lower), last + LONGEST_WORD)
    while last < limit and (lower[last].isalnum() or (lower[last] == "-" and lower[last + 1 : last + 2].isalnum())):
        last += 1
    return lower[max(0, last - LONGEST_WORD) : last].endswith(_body_ends())


@lru_cache(maxsize=1)
def _body_ends() -> tuple[str, ...]:
    members = read_words("topic-bodies.yml")["last_members"]
    return tuple(member + ending for member in members for ending in ("", "s", "es", "n", "en", "er", "nen"))


_TRUNCATED = re.compile(r"(?<!\w)(\w{3,40})-(?=[ ,])")
_FULL = re.compile(
    r"(?:, \w{3,40}-){0,4},? (?:und|oder|sowie|bzw\.|beziehungsweise) (?:\w{3,40}- (?:und|oder) )?(\w{5,60})"
)


def ellipses(text: str, lower: str, whole: Mapping[str, Label]) -> Iterator[Sense]:
    """Labels whose last member is said once for several: "Umwelt- und Energietechnologie".

    >>> label = Label("environmental-technology", "Umwelttechnologie", "de", "preferred")
    >>> text = "Umwelt- und Energietechnologien"
    >>> [text[s.start : s.end] for s in ellipses(text, text.lower(), {"umwelttechnologien": label})]
    ['Umwelt']
    """
    for match in _TRUNCATED.finditer(text):
        if full := _FULL.match(lower, match.end()):
            start, end = match.span(1)
            cuts = (full[1][cut:] for cut in range(3, len(full[1]) - 3))
            found = next((label for rest in cuts if (label := whole.get(lower[start:end] + rest))), None)
            if found:
                yield Sense(start, end, found)
