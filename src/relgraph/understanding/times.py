"""The words of times in `data/asking/times.yml`; which times they tell is the business of `periods`."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from relgraph.understanding.lexicon import read_asking

Forms = tuple[str, ...]
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}), str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Season(_Data):
    """A season: its first and last month, and its names."""

    first: int = Field(ge=1, le=12)
    last: int = Field(ge=1, le=12)
    words: Forms


class Number(_Data):
    """A number in words; a vague one stands for no exact number elsewhere."""

    value: float = Field(gt=0)
    words: Forms
    vague: bool = False


class Unit(_Data):
    """A unit of time: how many months or days it lasts."""

    months: int = 0
    days: int = 0
    words: Forms


class Step(_Data):
    """Words that lead so many years or months back from today."""

    back: int
    words: Forms


class Half(_Data):
    """A half of a year by its first month."""

    first: int
    words: Forms


class TimeExample(_Data):
    """Words with the time that they tell, counted from the day `today` where they tell one relative to today."""

    text: str
    today: str = "2000-01-01"
    since: str | None = None
    until: str | None = None


class Times(_Data):
    """All words of times; the file says what each key means."""

    months: tuple[Forms, ...] = Field(min_length=12, max_length=12)
    seasons: tuple[Season, ...]
    numbers: tuple[Number, ...]
    units: tuple[Unit, ...]
    steps: tuple[Step, ...]
    years: tuple[Step, ...]
    spans: Forms
    articles: Forms
    lasting: Forms
    ago: Mapping[str, Forms]
    halves: tuple[Half, ...]
    half: Forms
    leads: Mapping[str, Forms]
    fillers: Forms
    ranges: Mapping[str, Forms]
    words: Forms
    examples: tuple[TimeExample, ...]


@lru_cache(maxsize=1)
def times() -> Times:
    """The words of times."""
    return read_asking("times.yml", TypeAdapter(Times))


def spellings(words: Iterable[str]) -> list[str]:
    """Words with their umlauts as they are, written out, and left away; the longest first.

    >>> spellings(["märz", "mai"])
    ['maerz', 'marz', 'märz', 'mai']
    """
    written = {word.translate(table) for word in words for table in ({}, *_UMLAUTS)}
    return sorted(written, key=lambda word: (-len(word), word))


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, however they are spelt."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in spellings(words)) + ")"


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Months by their names."""
    return {name: number for number, names in enumerate(times().months, 1) for name in spellings(names)}


@lru_cache(maxsize=1)
def seasons() -> dict[str, Season]:
    """Seasons by their names."""
    return {name: season for season in times().seasons for name in spellings(season.words)}


@lru_cache(maxsize=1)
def number_words() -> dict[str, Number]:
    """Numbers by their words."""
    return {word: number for number in times().numbers for word in spellings(number.words)}


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Units of time by their names."""
    return {word: unit for unit in times().units for word in spellings(unit.words)}


@lru_cache(maxsize=1)
def steps() -> dict[str, int]:
    """How far back words such as "letztes" or "vorjahr" lead."""
    listed = (*times().steps, *times().years)
    return {word: step.back for step in listed for word in spellings(step.words)}


@lru_cache(maxsize=1)
def time_words() -> frozenset[str]:
    """Words of times, which stand for nothing else."""
    many = [word for unit in times().units for word in unit.words if len(word) > 5]
    return frozenset((*months(), *seasons(), *spellings(many), *times().words))
