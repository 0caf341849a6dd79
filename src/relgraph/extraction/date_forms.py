"""Single dates as German text forms them: "1. Dezember 2023", "(6. Februar)", "2014/15", "im Herbst", "am Freitag"."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from relgraph.extraction.calendar import Calendar, date_words, side_of

_YEAR = r"(?:1[6-9]|20)\d\d"
_UNITS = {"Jahr": "Jahr", "Mona": "Monat", "Woch": "Woche", "Tage": "Tag"}
_BEFORE_DAY = re.compile(
    r"(?:^|\b(?:am|vom|zum|bis|ab|seit|dem|den|der|und|mit|per|zwischen|\w+tag),?|[-–/(])\s?$", re.IGNORECASE
)
_BEFORE_MONTH = re.compile(
    r"\b(?:(?i:im|ab|bis|seit|vom|von|zum|Anfang|Mitte|Ende|Monat|Monats|und|oder|bereits|schon|erst|zwischen)"
    r"|[a-zäöü]+e[mnrs])\s$"
)
_LEAD = re.compile(r"\b(seit|ab|bis)\s(?:zum\s|dem\s|der\s|Anfang\s|Mitte\s|Ende\s)?$", re.IGNORECASE)
_LED = re.compile(r"\b(?:seit|bis|ab)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_BEFORE_WEEKDAY = re.compile(
    r"^$|\b(?:am|vom|bis|zum|ab|seit|für|noch|und|ist|(?:ver|kom|nä|heu)\w+)\s$", re.IGNORECASE
)
_BEFORE_NUMBER = re.compile(r"[\d.,/§€$]\s?$|\b(?:Nr|Nummer|rund|etwa|über|knapp|fast|gut|Artikel)\.?\s$")
_BEHIND_NUMBER = re.compile(r"[\d/]|[.,:]\d|:|[“”\"]|\s?(?:%|Prozent)")
_NEAR_YEAR = 40


class Form(NamedTuple):
    """A single date: its place in the sentence and its value; `open` where month and year follow with the next one."""

    start: int
    end: int
    value: str
    weekday: bool = False
    open: bool = False


def find_forms(text: str, calendar: Callable[[int], Calendar], told: str | None) -> list[Form]:
    """Single dates of a sentence in order, read with the calendar at their place; `told` is the day told before.

    >>> [form.value for form in find_forms("am 30. April, im Herbst", lambda _: Calendar("2020-03-05"), None)]
    ['2020-04-30', '2020']
    """
    found: list[Form] = []
    month, year = 0, None
    matches = [match for match in _pattern().finditer(text) if _stands(text, match)]
    years = [match for match in matches if match.lastgroup == "year" and not _led(text, match)]
    for match in reversed(matches):  # "19. bis 22. Mai 2019" tells month and year at its end
        part, kind = match.groupdict(), match.lastgroup or ""
        if kind in ("day", "num"):
            month, year = (
                _month(part, kind),
                part[f"{kind}_year"] or (_beside(match, years) or (year if _before(match, found) else None)),
            )
        value = _value(match, calendar(match.start()), month, year, told)
        if kind not in ("day", "num", "part"):
            month, year = 0, None
        if value is not None:
            found.append(Form(match.start(), match.end(), value, kind == "weekday", kind == "part"))
    return found[::-1]


def _before(match: re.Match[str], found: Sequence[Form]) -> bool:
    """Whether a day stands right before the one read last: "30. November bis 3. Dezember 2013"."""
    return bool(found) and found[-1].start - match.end() < 12


def _month(part: dict[str, str | None], kind: str) -> int:
    name = part[f"{kind}_month"] or ""
    return int(name) if name.isdigit() else date_words().months[name.rstrip(".")]


def _beside(match: re.Match[str], years: Iterable[re.Match[str]]) -> str | None:
    """The one year named beside a day without one: "1968, zunächst am 7. Juni"."""
    near = {
        one["year"] for one in years if min(abs(one.end() - match.start()), abs(match.end() - one.start())) < _NEAR_YEAR
    }
    return near.pop() if len(near) == 1 else None


def _side(match: re.Match[str]) -> int | None:
    """On which side of the release a form lies, by its adjective or what leads it: "seit" looks back, "ab" ahead."""
    side = side_of(match[0])
    lead = _LEAD.search(match.string[: match.start()])
    return side if side is not None or lead is None else -1 if lead[1].casefold() == "seit" else 1


def _led(text: str, match: re.Match[str]) -> bool:
    return bool(_LED.search(text[: match.start()]))


def _value(match: re.Match[str], calendar: Calendar, month: int, year: str | None, told: str | None) -> str | None:
    """What one form tells, or None where nothing is certain."""
    part, kind, words = match.groupdict(), match.lastgroup or "", match[0]
    if kind in ("day", "num", "part"):
        return calendar.day(year, month, int(part[f"{kind}_day"])) if month else None
    if kind == "iso":
        return calendar.day(words[:4], int(words[5:7]), int(words[8:]))
    if kind == "month":
        return calendar.month(part["month_year"], date_words().months[part["month_name"].rstrip(".")], _side(match))
    if kind == "season":
        return calendar.season(date_words().seasons[part["season_name"]], part["season_year"], _side(match))
    if kind == "weekday":
        return calendar.weekday(date_words().weekdays[part["weekday_name"]], _side(match))
    if kind == "shift":
        return calendar.shifted(_entry(date_words().shifts, words), told) if told else None
    if kind == "today":
        return calendar.shifted(_entry(date_words().days, words))
    if kind == "of_year":
        return calendar.relative("Jahr", _entry(date_words().years, words))
    if kind == "unit":
        return calendar.relative(_UNITS[part["unit_name"][:4]], side_of(words) or 0)
    if kind == "eve":
        return calendar.relative("Jahr", -1)
    return words[:4]


def _entry(table: Mapping[str, int], words: str) -> int:
    """The number of a listed word, whose end may be open."""
    folded = words.casefold()
    return next(number for word, number in table.items() if folded.startswith(word.casefold().rstrip("*")))


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether a form tells a time here, and not a name, a number or the present day and age."""
    before, after, kind = text[: match.start()], text[match.end() :], match.lastgroup
    if kind == "num" and not match["num_year"]:
        return bool(_BEFORE_DAY.search(before))
    if kind == "month" and not match["month_year"]:
        return bool(_BEFORE_MONTH.search(before)) and not after.startswith("-")
    if kind == "season" and not match["season_year"]:
        return side_of(match[0]) is not None or bool(_BEFORE_MONTH.search(before))
    if kind == "weekday":
        return bool(_BEFORE_WEEKDAY.search(before))
    if kind == "today":
        if match[0] == "Morgen" and (before or not re.match(r"\s[a-zäöü]", after)):
            return False  # the time of day
        since = re.search(r"\bvon\s$", before, re.IGNORECASE) and re.match(r"\san\b", after)
        return bool(since) or not (
            re.search(r"\b(?:bis|noch|von|schon|auch)\s$", before, re.IGNORECASE)
            or re.match(r"\s(?:noch|als)\b|-", after)
        )
    return kind != "year" or _is_year(before, after)


def _is_year(before: str, after: str) -> bool:
    if _BEFORE_NUMBER.search(before) or _BEHIND_NUMBER.match(after):
        return False
    named, counted = _no_years()
    return not named.search(before) and not counted.match(after)


@lru_cache
def _no_years() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a number that names something, and behind one that counts."""
    named, counted = "|".join(date_words().named), "|".join(date_words().counted)
    behind = re.compile(rf"\s(?:[a-zäöüß]+\s)?(?:{counted})\b|er\b|-|\w")
    return re.compile(rf"(?:{named})\s$", re.IGNORECASE), behind


@lru_cache
def _pattern() -> re.Pattern[str]:
    words = date_words()
    month = "|".join(sorted(words.months, key=len, reverse=True))
    side = rf"(?:(?:{'|'.join(words.sides)})(?:e[mnrs]?|[mnrs])? )?"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    join = rf"\s?(?:bis(?: zum| einschließlich)?|und|sowie|[-–/,])\s?(?:\w+tag,? (?:dem |den )?)?{day}\."
    return re.compile(
        rf"(?<![\w.,])(?:(?P<iso>{_YEAR}-\d\d-\d\d)"
        rf"|(?P<num>(?P<num_day>{day})\.\s?(?P<num_month>0?[1-9]|1[0-2])\.(?:\s?(?P<num_year>{_YEAR}))?)(?!\d)"
        rf"|(?P<day>(?P<day_day>{day})\.\s(?P<day_month>{month})\b\.?(?:,?\s(?P<day_year>{_YEAR}))?)"
        rf"|(?P<part>(?P<part_day>{day})\.(?={join}))"
        rf"|(?P<month>{side}\b(?P<month_name>{month})\b\.?(?:/\w+)?(?:(?: des Jahres)? (?P<month_year>{_YEAR})\b)?)"
        rf"|(?P<season>{side}\b(?P<season_name>{'|'.join(words.seasons)})s?"
        rf"(?:(?: des Jahres)? (?P<season_year>{_YEAR})\b)?)"
        rf"|(?P<weekday>{side}\b(?P<weekday_name>{'|'.join(words.weekdays)})(?:vormittag|mittag|nachmittag|abend|morgen)?\b)"
        rf"|(?P<shift>\b(?i:{'|'.join(words.shifts)})\b)"
        rf"|(?P<today>\b(?:[Hh]eute|[Gg]estern|[Vv]orgestern|[Mm]orgen|[Üü]bermorgen|heutigen|gestrigen|morgigen)\b)"
        rf"|(?P<of_year>\b(?i:{'|'.join(word.rstrip('*') for word in words.years)})\w*)"
        rf"|(?P<unit>\b(?i:{'|'.join(words.sides)})(?:e[mnrs]?|[mnrs])? (?P<unit_name>Tagen|Woche|Monats?|Jahre?s?)\b)"
        rf"|(?P<eve>\bVorjahr(?:es)?\b)"
        rf"|(?P<pair>{_YEAR}\s?/\s?(?:{_YEAR}|\d\d))(?!\d)"
        rf"|(?P<year>{_YEAR})(?!\d))"
    )
