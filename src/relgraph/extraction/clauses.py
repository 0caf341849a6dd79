"""Clauses of a German sentence: the main clause around its appositions, and the subordinate ones that end in a verb.

Owns where a clause begins and ends; commas, subordinating words and verbs at the end tell.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from relgraph.extraction.verbs import Form, auxiliary, forms, is_finite

_HARD = re.compile(r"[;:]\s|\s[–—]\s|[“”\"]\s?,")
_APART = re.compile(r"\([^)]*\)|„[^“”\"]*[“”\"]")
_COMMA = re.compile(r",(?=\s)(?!\s(?:den |dem |der )?\d{1,2}\.\s)")
_SUBORDINATE = re.compile(
    r"\s*(?:und |aber |sondern |denn |auch |vor allem |besonders )?"
    r"(?:dass|weil|wenn|ob|während|nachdem|bevor|ehe|damit|obwohl|obgleich|indem|sodass|so dass|sobald|solange|falls"
    r"|wie|wobei|womit|wodurch|wofür|wovon|worüber|worin|woran|wonach|wozu|weshalb|weswegen"
    r"|wo|um|ohne|anstatt|statt|seitdem|sofern|soweit|zumal)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\s*(?:und |aber |sondern )?(?:(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|über|um|unter|von|vor|zu"
    r"|zwischen|anhand|dank|trotz|wegen|während|seit|ohne) )?"
    r"(?:der|die|das|dem|den|deren|dessen|denen|welche[rmns]?|was|wer)\b"
)
_TO = re.compile(r"\b(?:zu [a-zäöüß]+(?:en|ern|eln)|[a-zäöüß]{2,}zu[a-zäöüß]{2,}(?:en|ern|eln))\W*$")
_VERBAL = re.compile(r"[a-zäöüß]{2,}(?:t|te|ten|en|eln|ern)")
_CLOSING = frozenset((Form.PARTICIPLE, Form.INFINITIVE, Form.TO_INFINITIVE))
_WORD = re.compile(r"\w+")


class Clause(NamedTuple):
    """Stretches of a sentence that make one clause; `main` unless a subordinating word and the verb's place tell."""

    parts: tuple[tuple[int, int], ...]
    main: bool

    def holds(self, place: int) -> bool:
        """Whether a place of the sentence lies in the clause."""
        return any(start <= place < end for start, end in self.parts)

    def text(self, sentence: str) -> str:
        """The words of the clause."""
        return " , ".join(sentence[start:end].strip() for start, end in self.parts)

    def meant(self, sentence: str) -> bool:
        """Whether it ends in "zu" with an infinitive: what is meant, not told to happen."""
        return bool(_TO.search(sentence[slice(*self.parts[-1])]))


@lru_cache(maxsize=4096)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """Clauses of a sentence in order of their beginnings.

    >>> [c.text("Kurz, der Rom besucht hat, dankte Ito.") for c in clauses("Kurz, der Rom besucht hat, dankte Ito.")]
    ['Kurz , dankte Ito.', 'der Rom besucht hat']
    """
    found: list[Clause] = []
    for start, end in _split(sentence, _HARD, 0, len(sentence)):
        found += _parted(sentence, list(_split(sentence, _COMMA, start, end)))
    return tuple(sorted(found, key=lambda clause: clause.parts[0]))


@lru_cache(maxsize=1024)
def clause_at(sentence: str, place: int) -> Clause:
    """The clause that holds a place of a sentence."""
    return next((clause for clause in clauses(sentence) if clause.holds(place)), Clause(((0, len(sentence)),), True))


def _split(sentence: str, sign: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between signs that stand in no bracket and no title."""
    apart = [match.span() for match in _APART.finditer(sentence, start, end)]
    places = [
        match.span()
        for match in sign.finditer(sentence, start, end)
        if not any(left < match.start() < right for left, right in apart)
    ]
    edges = [start, *(place for span in places for place in span), end]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if edges[i] < edges[i + 1]]


def _parted(sentence: str, segments: Sequence[tuple[int, int]]) -> list[Clause]:
    """Main clause and subordinate clauses of what stands between two hard signs."""
    main: list[tuple[int, int]] = []
    subordinate: list[Clause] = []
    index = 0
    while index < len(segments):
        end = _subordinate_end(sentence, segments, index, _awaits(sentence, main))
        if end > index:
            subordinate.append(Clause(tuple(segments[index:end]), main=False))
        else:
            main.append(segments[index])
        index = max(end, index + 1)
    return [*([Clause(tuple(main), main=True)] if main else []), *subordinate]


def _awaits(sentence: str, main: Sequence[tuple[int, int]]) -> bool:
    """Whether a main clause has its auxiliary and still waits for participle or infinitive: "haben Kurz, …"."""
    parts = [_WORD.findall(sentence[slice(*part)]) for part in main]
    helped = [
        index for index, words in enumerate(parts) if any(map(auxiliary, [*map(str.lower, words[:1]), *words[1:]]))
    ]
    if not helped:
        return False
    rest = [word.lower() if index == 0 else word for words in parts[helped[-1] :] for index, word in enumerate(words)]
    return not any(forms(word) & _CLOSING for word in rest if not auxiliary(word))


def _subordinate_end(sentence: str, segments: Sequence[tuple[int, int]], index: int, awaited: bool) -> int:
    """Index behind the subordinate clause that starts with a segment; the same index where none does.

    Where the main clause still awaits its verb, one at the end of a later segment is taken for that.
    """
    text = sentence[slice(*segments[index])]
    if _TO.search(text) and index > 0:
        return index + 1
    if not (_SUBORDINATE.match(text) or (index > 0 and _RELATIVE.match(text))):
        return index
    last = index + 1 if awaited and not _SUBORDINATE.match(text) else min(index + 5, len(segments))
    for end in range(index, last):
        if end > index and (
            _SUBORDINATE.match(sentence, segments[end][0]) or _RELATIVE.match(sentence, segments[end][0])
        ):
            break
        piece = sentence[slice(*segments[end])]
        if _ends_in_verb(piece) and not (awaited and not _SUBORDINATE.match(text) and _closes(piece)):
            return end + 1
    return index + 1 if _SUBORDINATE.match(text) else index


def _closes(segment: str) -> bool:
    """Whether a stretch ends as a main clause with an auxiliary does: "…, den Landtag besucht"."""
    words = _WORD.findall(segment)
    return bool(words) and bool(forms(words[-1]) & _CLOSING) and not any(auxiliary(word) for word in words)


def _ends_in_verb(segment: str) -> bool:
    """Whether a stretch that a subordinating word begins ends as such clauses do; names and nouns have capitals."""
    words = _WORD.findall(segment)
    return bool(words) and (is_finite(words[-1]) or bool(_VERBAL.fullmatch(words[-1])))
