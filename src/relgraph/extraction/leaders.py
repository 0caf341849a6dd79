"""Who leads the delegations that a release tells of: "unter Leitung von", "an ihrer Spitze steht", "die X anführt".

Owns the forms in which it is told, in the delegation's own sentence or in the next.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from relgraph.extraction.draft import Draft
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Sentence
from relgraph.vocabulary import EntityType

_GROUP = re.compile(
    r"[Dd]elegation|Abordnung|\b(?:Reise|Besucher|Gäste|Parlamentarier)?[Gg]ruppe\b|[Rr]eise\b|Besuch\b"
)
_BEFORE_NAME = re.compile(
    r"\b[Uu]nter\s+(?:der\s+)?(?:\w+\s+)?(?:Leitung|Führung|Ägide)\b"
    r"|\b(?:[Aa]nge|[Gg]e)(?:führt|leitet)\b(?:\s+(?:wird|wurde|war|ist)\b)?[^.;:,]{0,40}?\b(?:von|vom|durch)\b"
    r"|\b[Aa]n (?:der|deren|dessen|ihrer) Spitze\b(?! einer)"
    r"|\b(?:Delegation|Gruppe|Abordnung) um\b"
    r"|\bDelegations(?:leiter|leiterin|chef|chefin)\b|\bLeit(?:er|erin|ung) der Delegation\b"
)
_BEHIND_NAME = re.compile(
    r"\s+(?:(?:an)?geführte[nrs]?|geleitete[nrs]?|an der Spitze\b|(?:an)?führte?\b(?=\s*[,.;]|\s+und\b)"
    r"|leitete?\b(?=\s*[,.;]|\s+und\b)|vorsteht\b|vorstand\b(?=\s*[,.;])|(?:führt|leitet)e? die (?:\w+ )?Delegation\b"
    r"|an der Spitze einer\b)"
)
_ACCOMPANIED = re.compile(
    r"\b(?:mit|[Bb]egleitet von|an der Spitze) (?:ein|sein|ihr)er (?:[\w-]+ )*[\w-]*[Dd]elegation\b"
)
_TRAVEL = re.compile(
    r"\b(?:\w*reis(?:t|te|en|ten)|\w*gereist|k[ao]mm?(?:t|en)?|gekommen|gewesen|eingetroffen|angekommen|gelandet|aufgebrochen"
    r"|besuch(?:t|te|en|ten)|zu (?:Gast|Besuch)|auf(?:hält|hielt|gehalten)|hält sich|hielt sich|\w*reise|Besuch)\b"
)
_REACH = 70
_PARTED = re.compile(r"[.;:](?!\s*[a-zäöü])(?<!Dr\.)(?<!Prof\.)")


@dataclass(frozen=True, slots=True)
class Led:
    """A delegation's leader, and the stretch of the sentence in which that is told."""

    start: int
    end: int
    person: str


def leaders(draft: Draft) -> list[Led]:
    """Leaders of delegations in the order in which they are told."""
    found, before = [], ""
    for sentence in draft.sentences:
        if _GROUP.search(sentence.text) or _GROUP.search(before):
            persons = [
                span
                for span in draft.within(sentence.start, sentence.end)
                if draft.type_of(span) == EntityType.PERSON and span.form != "reference"
            ]
            person = next(_told(draft, sentence, persons), None) if persons else None
            if person:
                found.append(Led(sentence.start, sentence.end, person))
        before = sentence.text
    return found


def leader_near(told: Sequence[Led], place: int, *, definite: bool) -> str | None:
    """Who leads the group named at a place: told in its sentence or the next, or before it where it is a known one."""
    behind = bisect_right(told, place, key=attrgetter("start"))  # sentences follow one another
    if behind and (definite or place < told[behind - 1].end):
        return told[behind - 1].person
    near = behind < len(told) and told[behind].start < place + 5 * _REACH
    return told[behind].person if near else None


def _told(draft: Draft, sentence: Sentence, persons: Sequence[Span]) -> Iterator[str]:
    """Persons whom a sentence calls leaders, the surest first."""
    text, start = draft.text, sentence.start
    for match in _BEFORE_NAME.finditer(sentence.text):
        after = next((span for span in persons if span.start >= start + match.end()), None)
        if after and not _far(text[start + match.end() : after.start]):
            yield after.id
    yield from (span.id for span in persons if _BEHIND_NAME.match(text, span.end, sentence.end))
    accompanied = _ACCOMPANIED.search(sentence.text)
    if accompanied and _TRAVEL.search(sentence.text):
        before = [span for span in persons if span.end <= start + accompanied.start()]
        yield from (first.id for first in before[:1])


def _far(gap: str) -> bool:
    return len(gap) > _REACH or _PARTED.search(gap) is not None
