"""In which language a page speaks, and what it says: German first, English where the reader asks for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from relgraph.dates import spelt
from relgraph.explore.words import LANGUAGES, labels
from relgraph.resources import read_words

COOKIE = "lang"
_WORDS = Path(__file__).parent / "words"
_RANGE = re.compile(r"\s*([a-z]{2})(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d+)?))?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of one language.

    >>> Speech("en").say("site", "search"), Speech("de").number(1234)
    ('Search', '1.234')
    """

    language: str

    def say(self, file: str, key: str, **values: object) -> str:
        """What `words/<file>.yaml` has under a key; `{n}` and the like stand for values."""
        return _words(file)[key][self.language].format(**values)

    def count(self, file: str, key: str, n: int) -> str:
        """A number with its noun, from the keys `<key>_one` and `<key>_many`."""
        return self.say(file, f"{key}_one" if n == 1 else f"{key}_many", n=self.number(n))

    def label(self, group: str, key: str) -> str:
        """What a type, status or basis is called (`explore/labels.yaml`); the key itself where it is none."""
        words = labels()[group].get(key)
        return words[self.language] if words else key

    def number(self, n: int) -> str:
        """A whole number as the reader writes it."""
        text = f"{n:,}"
        return text.replace(",", ".") if self.language == "de" else text

    def date(self, date: str | None) -> str:
        """A day, month or year spelt out; empty where there is none."""
        return spelt(date, self.language) if date else ""

    @property
    def other(self) -> str:
        """The other language."""
        return "en" if self.language == "de" else "de"


@lru_cache  # a page says hundreds of things, and to put a path together takes longer than to look a word up
def _words(file: str) -> Mapping[str, Mapping[str, str]]:
    return read_words(_WORDS / f"{file}.yaml")


def speech_of(request: Request) -> Speech:
    """The speech of a request: asked for in its address, else chosen before, else what the browser prefers."""
    asked = (request.query_params.get("lang"), request.cookies.get(COOKIE))
    chosen = next((language for language in asked if language in LANGUAGES), None)
    return Speech(chosen or preferred(request.headers.get("accept-language", "")))


@lru_cache(maxsize=256)
def preferred(header: str) -> str:
    """Language that an Accept-Language header (RFC 9110, 12.5.4) puts first; German where it names neither.

    >>> preferred("en-GB,en;q=0.9,de;q=0.8"), preferred("fr"), preferred("en;q=0.1, de;q=0")
    ('en', 'de', 'en')
    """
    weights: Mapping[str, float] = {
        found[1].lower(): float(found[2] or 1) for part in header.split(",") if (found := _RANGE.fullmatch(part))
    }
    best = max(LANGUAGES, key=lambda language: weights.get(language, 0.0))  # the first, where equal
    return best if weights.get(best) else "de"


Spoken = Annotated[Speech, Depends(speech_of)]
"""The speech of a request, as a parameter of a page."""
