"""Full dates as German releases and file names write them."""

import re
from datetime import date

MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
          "Dezember")  # fmt: skip
_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)} | {"jän": 1, "feb": 2}
_DATE = re.compile(
    r"(?<![\d.])(?:"
    r"(?P<iso>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})"
    r"|(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.\s?|(?P<name>J[aä]n(?:uar|ner|\.)|Feb(?:ruar|er|\.)|März|Apr(?:il|\.)|Mai"
    r"|Juni?\.?|Juli?\.?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.))\s)(?P<year>\d{4})"
    r")(?!\d)",
    re.IGNORECASE,
)


def first_date(text: str) -> str | None:
    """First day that the text names in full, as `1989-11-24`; days that no calendar has do not count.

    >>> first_date("Stuttgart, 1. Dezember 2023"), first_date("Stand: 01.12.2023"), first_date("31.02.2023")
    ('2023-12-01', '2023-12-01', None)
    >>> first_date("neue-leitlinien-2023-12-01")
    '2023-12-01'
    """
    return next((day for day in map(_day, _DATE.finditer(text)) if day is not None), None)


def without_dates(text: str) -> str:
    """Text with its full dates left out.

    >>> without_dates("Stuttgart, 1. Dezember 2023")
    'Stuttgart, '
    """
    return _DATE.sub("", text)


def is_calendar_date(value: str) -> bool:
    """Whether a day, month or year such as `1989-11-24`, `1989-11`, `1989` is one that the calendar has.

    >>> is_calendar_date("2023-02"), is_calendar_date("2023-02-30"), is_calendar_date("Mai 2023")
    (True, False, False)
    """
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        return False
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return _iso(year, month, day) is not None


def _day(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return _iso(int(found["iso"]), int(found["iso_month"]), int(found["iso_day"]))
    month = int(found["month"]) if found["month"] else _NUMBER[found["name"][:3].casefold()]
    return _iso(int(found["year"]), month, int(found["day"]))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
