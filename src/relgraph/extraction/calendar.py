"""Days, months and years that a text tells from the day of its release: "heute", "am Freitag", "im kommenden Jahr".

Owns the arithmetic; the words stand in `data/lexicon/de/dates.yml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.lexicon import parse


class DateWords(BaseModel):
    """Words that tell time, and what they say of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    shifts: Mapping[str, int]
    years: Mapping[str, int]
    before: tuple[str, ...]
    after: tuple[str, ...]
    this: tuple[str, ...]
    named: tuple[str, ...]
    counted: tuple[str, ...]

    @cached_property
    def sides(self) -> dict[str, int]:
        """Stems of adjectives that say on which side of today: "vergangen" -1, "diese" 0, "kommend" 1."""
        return {word: side for side, words in ((-1, self.before), (0, self.this), (1, self.after)) for word in words}


@lru_cache
def date_words() -> DateWords:
    """The list of such words."""
    path = resources.folder("data") / "lexicon" / "de" / "dates.yml"
    return parse(path, resources.read_yaml(path), DateWords)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar around the day of a release, as far as that is known: a day, a month or a year.

    `ahead` says whether the sentence speaks of what is to come; None where it may be either.
    """

    issued: str | None
    ahead: bool | None = None

    @property
    def _today(self) -> date | None:
        return date.fromisoformat(self.issued) if self.issued and len(self.issued) == 10 else None

    @property
    def _year(self) -> int | None:
        return int(self.issued[:4]) if self.issued else None

    def day(self, year: str | None, month: int, day: int) -> str | None:
        """A day of the calendar; without a year the one nearest to the release; None for the 31st of February."""
        if year is not None:
            return _iso(int(year), month, day)
        if self._year is None:
            return None
        years = (self._year, self._year - 1, self._year + 1) if self._today else (self._year,)
        found = [value for one in years if (value := _iso(one, month, day))]
        today = self._today
        return (
            min(found, key=lambda value: abs(date.fromisoformat(value) - today)) if found and today else _first(found)
        )

    def month(self, year: str | None, month: int, side: int | None) -> str | None:
        """A month; without a year the nearest before, after or around the release."""
        if year is not None:
            return f"{year}-{month:02d}"
        if self._year is None:
            return None
        now = self._now()
        if now is None:
            return f"{self._year + (0 if side is None else side)}-{month:02d}"
        return f"{self._year + _turn(month - now, self._side(side), 6)}-{month:02d}"

    def season(self, first: int, year: str | None, side: int | None) -> str | None:
        """The year of a season or part of a year."""
        if year is not None or self._year is None:
            return year
        now = self._now()
        turn = _turn(first - now, self._side(side), 9) if now else side or 0
        return str(self._year + turn)

    def weekday(self, number: int, side: int | None) -> str | None:
        """The day of the week before, on or after the release's own."""
        today = self._today
        if today is None:
            return None
        step = (number - today.weekday()) % 7
        side = self._side(side)
        back = side is not None and side < 0 and step > 0
        return (today + timedelta(step - 7 if back else step)).isoformat()

    def shifted(self, days: int, told: str | None = None) -> str | None:
        """The day so many days after the one told, or after the release's own."""
        start = date.fromisoformat(told) if told and len(told) == 10 else None if told else self._today
        return (start + timedelta(days)).isoformat() if start else None

    def relative(self, unit: str, side: int) -> str | None:
        """The year, month or week on one side of the release's own; a week counts where one month holds it."""
        today = self._today
        if unit == "Jahr":
            return str(self._year + side) if self._year else None
        if unit == "Monat" and self._now():
            count = (self._year or 0) * 12 + (self._now() or 0) - 1 + side
            return f"{count // 12}-{count % 12 + 1:02d}"
        if unit == "Woche" and today:
            monday = today + timedelta(7 * side - today.weekday())
            return _one_month(monday, monday + timedelta(6))
        if unit == "Tag" and side == 0 and self._now():
            return (self.issued or "")[:7]
        return None

    def _now(self) -> int | None:
        """The month of the release."""
        return int(self.issued[5:7]) if self.issued and len(self.issued) >= 7 else None

    def _side(self, side: int | None) -> int | None:
        return side if side is not None or self.ahead is None else 1 if self.ahead else -1


def side_of(words: str) -> int | None:
    """Which side of today an adjective names.

    >>> side_of("am vergangenen Freitag"), side_of("Freitag"), side_of("diesem Jahr")
    (-1, None, 0)
    """
    found = re.search(rf"\b({'|'.join(date_words().sides)})", words, re.IGNORECASE)
    return date_words().sides[found[1].lower()] if found else None


def _turn(ahead: int, side: int | None, half: int) -> int:
    """By how many years a month lies off that comes `ahead` months later in the year than the release's own."""
    if side is None:
        return 1 if ahead < -half else -1 if ahead > half else 0
    return 1 if side > 0 and ahead < 0 else -1 if side < 0 and ahead > 0 else 0


def _one_month(first: date, last: date) -> str | None:
    return first.isoformat()[:7] if first.month == last.month else None


def _first(found: list[str]) -> str | None:
    return found[0] if found else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
