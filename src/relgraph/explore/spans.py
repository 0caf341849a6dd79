"""Spans over a text turned into pieces that nest, as HTML needs them: stretches of evidence, mentions inside.

Mentions may lie in each other ("Universität" in "Universität Tübingen") and sentences of several relations may overlap;
every character of the text comes out once, in order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Tag = TypeVar("Tag")


@dataclass(frozen=True)
class Marked(Generic[Tag]):
    """A stretch that belongs to something, `tag`; `parts` are text and stretches inside it."""

    tag: Tag
    parts: tuple["str | Marked[Tag]", ...]


@dataclass(frozen=True)
class Stretch(Generic[Tag]):
    """A stretch of text that the same sentences cover; `opens` and `closes` say which begin and end with it."""

    parts: tuple[str | Marked[Tag], ...]
    covered: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]


Span = tuple[int, int]


def stretches(text: str, sentences: Sequence[Span], mentions: Iterable[tuple[int, int, Tag]]) -> list[Stretch[Tag]]:
    """Cut a text where its sentences begin and end, and nest the mentions inside each piece.

    >>> for stretch in stretches("Ja. Japan wächst.", [(4, 17)], [(4, 9, "JP")]):
    ...     print(stretch.covered, stretch.parts)
    () ('Ja. ',)
    (0,) (Marked(tag='JP', parts=('Japan',)), ' wächst.')
    """
    held = sorted(mentions, key=lambda mention: (mention[0], -mention[1]))
    cuts = sorted({0, len(text), *(at for sentence in sentences for at in sentence)})
    made = []
    for start, end in pairwise(cuts):
        inside = [(max(a, start), min(b, end), tag) for a, b, tag in held if a < end and b > start]
        covered = tuple(i for i, (a, b) in enumerate(sentences) if a <= start and b >= end)
        opens = tuple(i for i in covered if sentences[i][0] == start)
        closes = tuple(i for i in covered if sentences[i][1] == end)
        made.append(Stretch(_nested(text, start, end, inside), covered, opens, closes))
    return made


def _nested(text: str, start: int, end: int, spans: list[tuple[int, int, Tag]]) -> tuple[str | Marked[Tag], ...]:
    """Parts of `text[start:end]`; a span that reaches out of the one before it loses the part that lies in it."""
    parts: list[str | Marked[Tag]] = []
    at = start
    while spans:
        first, last, tag = spans[0]
        inner = [(a, min(b, last), t) for a, b, t in spans[1:] if a < last and (a, b) != (first, last)]
        after = [(max(a, last), b, t) for a, b, t in spans[1:] if b > last]
        if first > at:
            parts.append(text[at:first])
        parts.append(Marked(tag, _nested(text, first, last, inner)))
        at, spans = last, after
    if at < end:
        parts.append(text[at:end])
    return tuple(parts)
