"""Times that a question names: since when, until when, on which day, for how long.

What is told relative to today ("last year") counts from a day that is given, as there is no clock. Owns the language of
times in German and English; which parameter takes which time is the business of `filling`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from relgraph.understanding.day import after, before, is_date, months_before, parts

_MONTHS = (
    ("januar", "january", "jan", "jänner"), ("februar", "february", "feb"),
    ("märz", "maerz", "march", "mar", "mrz", "marz"),
    ("april", "apr"), ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_NUMBERS = {
    "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "one": 1, "a": 1, "zwei": 2, "two": 2,
    "drei": 3, "three": 3,
    "vier": 4, "four": 4, "fünf": 5, "fuenf": 5, "funf": 5, "five": 5, "sechs": 6, "six": 6, "sieben": 7, "seven": 7,
    "acht": 8, "eight": 8, "neun": 9, "nine": 9, "zehn": 10, "ten": 10, "elf": 11, "eleven": 11, "zwölf": 12,
    "zwolf": 12, "zwoelf": 12, "twelve": 12, "achtzehn": 18, "eighteen": 18, "zwanzig": 20, "twenty": 20,
    "vierundzwanzig": 24, "paar": 3, "few": 3, "couple of": 2, "halben": 0,
}  # fmt: skip
_NUMBER = r"(\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNIT = r"(jahr(?:e|en|es)?|years?|monat(?:e|en|s)?|months?|wochen?|weeks?)"
_DATE = re.compile(
    rf"""\b(?:
      (?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})
    | (?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>\d{{4}})
    | (?P<d3>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<m3>{_MONTH_NAMES})\.?,?\s(?P<y3>\d{{4}})
    | (?P<m4>{_MONTH_NAMES})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}})
    | (?P<m5>{_MONTH_NAMES})\.?\s(?:of\s)?(?P<y5>\d{{4}})
    | (?P<y6>\d{{4}})-(?P<m6>\d{{2}})
    | (?P<m7>\d{{1,2}})[/.](?P<y7>\d{{4}})
    | (?P<y8>(?:1[89]|20|21)\d{{2}})
    )(?![\w-]*[a-z])(?!\d)""",
    re.VERBOSE,
)
_HEAD = (
    r"(?:(?:dem|der|den|das|the|jahr|jahre|jahres|year|monat|month|of|anfang|mitte|ende|beginn|early|late|mid|end|"
    r"beginning|start|einschließlich)\s)*"
)
_RANGE = re.compile(r"(?:zwischen|between|von|from|vom|in den jahren|years?|jahren?)\s" + _HEAD + r"$")
_JOINT = re.compile(rf"^\s?(?:-|–|—|/|bis\szum|bis|und|and|to|until|till|through)\s?{_HEAD}$")
_LEADS = (
    ("since", re.compile(rf"\b(?:seit|ab|since|from|starting|beginning|as from|von)\s(?:in\s|with\s)?{_HEAD}$")),
    ("after", re.compile(rf"\b(?:nach|after|later than)\s{_HEAD}$")),
    ("until", re.compile(rf"\b(?:bis|until|till|up to|through|bis zum|bis zu|no later than|by|spätestens)\s{_HEAD}$")),
    ("before", re.compile(rf"\b(?:vor|before|prior to|earlier than)\s{_HEAD}$")),
    ("on", re.compile(rf"\b(?:stand|am|zum|per|as of|on|as at)\s{_HEAD}$")),
    ("in", re.compile(rf"\b(?:im|in|während|during|für|for|aus|from)\s{_HEAD}$")),
)
_DECADE = re.compile(
    r"\b(?:in\s)?(?:den\s|the\s)?(?:(?P<c>19|20)?(?P<t>\d0)er(?:[ -]?jahren?)?|(?P<e>(?:19|20)\d0)s)\b"
)
_SEASONS = {"frühjahr": (3, 5), "frühling": (3, 5), "spring": (3, 5), "sommer": (6, 8), "summer": (6, 8),
            "herbst": (9, 11), "autumn": (9, 11)}  # fmt: skip
_SEASON = re.compile(rf"\b(?:im\s|in\s|the\s|in the\s)?({'|'.join(_SEASONS)})\s(?:of\s|des jahres\s)?(\d{{4}})\b")
_LAST_SEASON = re.compile(
    rf"\b(seit |since |ab )?(?:im |in )?(?:letzte[nmsr]?|vergangene[nmsr]?|diese[nmsr]?|last|this) "
    rf"({'|'.join(_SEASONS)})\b"
)
_HALF = re.compile(r"\b(?:im |in the |in )?(erste[nsr]?|zweite[nsr]?|first|second) (?:halbjahr|half)(?: of)? (\d{4})\b")
_QUARTER = re.compile(r"\b(?:im |in )?(?:q([1-4])|([1-4])\. quartal)(?: of)?[ /]?(\d{4})\b")
_LAST_SPAN = re.compile(
    rf"\b(?:in |innerhalb |within |over |während |during |for )?(?:den |der |dem |the )?"
    rf"\b(?:letzten|vergangenen|zurückliegenden|last|past|previous) {_NUMBER} {_UNIT}\b"
)
_LAST = re.compile(
    r"\b(seit |since |ab )?(?:im |in |dem |des |in dem |the |in the )?"
    r"(letzte[nmsr]?|vergangene[nmsr]?|vorige[nmsr]?|vorjahr|last|past|previous|diese[nmsr]?|this|laufenden|current|vorletzte[nmsr]?)"
    r"(?: (jahr(?:es|e)?|year))?\b"
)
_DURATION = re.compile(
    rf"\b(?P<lead>seit|for|länger als|mehr als|more than|over|at least|mindestens|since)?\s?"
    rf"\b(?:mehr als |über |gut |mindestens |more than |over |at least |the last |den letzten |about |"
    rf"rund |etwa )?{_NUMBER} {_UNIT}\b(?! ago)"
)
_AGO = re.compile(rf"\bvor {_NUMBER} {_UNIT}\b|\b{_NUMBER} {_UNIT} ago\b")
_BARE_MONTH = re.compile(rf"\b(seit|since|ab|from) (?:dem |letztem |last )?({_MONTH_NAMES})\b(?!\.? \d)")


@dataclass(frozen=True)
class Period:
    """A time: its ends, the day asked for, how many months it lasts, and where the question says so."""

    since: str | None = None
    until: str | None = None
    point: str | None = None
    months: int | None = None
    relative: bool = False
    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans)


def find_period(text: str, today: str) -> Period:
    """The time that a question names; `today` is the day from which "last year" counts.

    >>> find_period("Besuche seit März 2015", "2024-05-01").since
    '2015-03'
    >>> period = find_period("visits in the last two years", "2024-05-01"); period.since, period.months
    ('2022-05-01', 24)
    """
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for reader in (_parts_of_years, _dates, _relative, _durations):
        if period := reader(lower, today):
            return _lasting(lower, period) if reader is _dates and period.point else period
    return Period()


def _lasting(text: str, period: Period) -> Period:
    """A day together with a time that ends on it: "for two years, as of 2020"."""
    for start, end in period.spans:
        text = text[:start] + " " * (end - start) + text[end:]
    lasting = _durations(text, str(period.point))
    if not lasting:
        return period
    return replace(period, since=lasting.since, months=lasting.months, spans=(*period.spans, *lasting.spans))


def _parts_of_years(text: str, today: str) -> Period:
    if match := _DECADE.search(text):
        start = match["e"] or (match["c"] or ("20" if match["t"] < "50" else "19")) + match["t"]
        return Period(start, str(int(start) + 9), spans=(match.span(),))
    if match := _SEASON.search(text):
        first, last = _SEASONS[match[1]]
        return Period(f"{match[2]}-{first:02}", f"{match[2]}-{last:02}", spans=(match.span(),))
    if match := _HALF.search(text):
        first = 1 if match[1].startswith(("erst", "first")) else 7
        return Period(f"{match[2]}-{first:02}", f"{match[2]}-{first + 5:02}", spans=(match.span(),))
    if match := _QUARTER.search(text):
        first = int(match[1] or match[2]) * 3 - 2
        return Period(f"{match[3]}-{first:02}", f"{match[3]}-{first + 2:02}", spans=(match.span(),))
    return Period()


def _dates(text: str, today: str) -> Period:
    found = [(match, value) for match in _DATE.finditer(text) if (value := _value(match))]
    if not found:
        return Period()
    first, value = found[0]
    lead = text[: first.start()]
    if len(found) > 1:
        second, other = found[1]
        joint = text[first.end() : second.start()]
        low, high = sorted((value, other))
        if _JOINT.search(joint) and (_RANGE.search(lead) or not re.search(r"(?:und|and)", joint)):
            begin = _RANGE.search(lead)
            return Period(low, high, spans=((begin.start() if begin else first.start(), second.end()),))
        one, two = _one(first, value, lead), _one(second, other, text[: second.start()])
        return Period(
            one.since or two.since, two.until or one.until, one.point or two.point, spans=(*one.spans, *two.spans)
        )
    return _one(first, value, lead)


def _one(match: re.Match[str], value: str, lead: str) -> Period:
    """A single date, read by the words before it."""
    for kind, pattern in _LEADS:
        if begin := pattern.search(lead):
            span = (begin.start(), match.end())
            match kind:
                case "since":
                    return Period(since=value, spans=(span,))
                case "after":
                    return Period(since=after(value), spans=(span,))
                case "until":
                    return Period(until=value, spans=(span,))
                case "before":
                    return Period(until=before(value), spans=(span,))
                case _:
                    return Period(value, value, value, spans=(span,))
    return Period(value, value, value, spans=(match.span(),))


def _value(match: re.Match[str]) -> str | None:
    """The date as ISO text, or nothing where there is no such day."""
    told = {name[0]: text for name, text in match.groupdict().items() if text}
    values = [_MONTH.get(told[part]) or int(told[part]) for part in "ymd" if part in told]
    if not is_date(*values):
        return None
    return "-".join(f"{value:0{2 if place else 4}}" for place, value in enumerate(values))


def _relative(text: str, today: str) -> Period:
    year, month, _ = parts(today)
    if match := _LAST_SPAN.search(text):
        months = _months(match[1], match[2])
        return Period(months_before(today, months), months=months, relative=True, spans=(match.span(),))
    if (match := _LAST.search(text)) and (match[3] or match[2] == "vorjahr"):
        back = 0 if match[2].startswith(("dies", "this", "lauf", "curr")) else 2 if match[2].startswith("vorl") else 1
        value = f"{year - back:04}"
        if match[1]:
            return Period(value, relative=True, spans=(match.span(),))
        return Period(value, value, value, relative=True, spans=(match.span(),))
    if match := _LAST_SEASON.search(text):
        first, last = _SEASONS[match[2]]
        year -= first > month
        until = None if match[1] else f"{year:04}-{last:02}"
        return Period(f"{year:04}-{first:02}", until, relative=True, spans=(match.span(),))
    if match := _AGO.search(text):
        months = _months(match[1] or match[3], match[2] or match[4])
        value = months_before(today, months)[: 4 if months % 12 == 0 else 7]
        return Period(value, value, value, relative=True, spans=(match.span(),))
    if match := _BARE_MONTH.search(text):
        number = _MONTH[match[2]]
        return Period(f"{year - (number > month):04}-{number:02}", relative=True, spans=(match.span(),))
    return Period()


def _durations(text: str, today: str) -> Period:
    if (match := _DURATION.search(text)) and (months := _months(match[2], match[3])):
        return Period(months_before(today, months), months=months, relative=True, spans=(match.span(),))
    return Period()


def _months(number: str, unit: str) -> int:
    count = int(number) if number.isdecimal() else _NUMBERS[number]
    if unit.startswith(("woche", "week")):
        return -(-count * 7 // 30)
    if number == "halben":
        return 6
    return count * (12 if unit.startswith(("jahr", "year")) else 1)


@lru_cache(maxsize=1)
def time_words() -> frozenset[str]:
    """Words of times, which stand for nothing else."""
    units = (
        "jahre",
        "jahren",
        "monate",
        "monaten",
        "years",
        "months",
        "letzten",
        "vergangenen",
        "zwischen",
        "between",
        "since",
    )
    return frozenset((*_MONTH, *_SEASONS, *units))


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers that a question names, with their places: whole ones, shares such as 0,6 or 60 %, words up to twelve."""
    for match in re.finditer(r"(?<![\w.,-])(\d{1,3}(?:[.,]\d{1,3})?)\s?(%|prozent|percent)?(?![\w-])", text.lower()):
        value = match[1].replace(",", ".")
        yield (*match.span(), f"{float(value) / 100:g}" if match[2] else value)
    for match in re.finditer(r"\b(\w+)\b", text.lower()):
        if match[1] in _NUMBERS and _NUMBERS[match[1]] > 1 and match[1] not in ("paar", "few"):
            yield (*match.span(), str(_NUMBERS[match[1]]))
