"""Times that a question names: since when, until when, on which day, for how long.

What is told relative to today ("last year") counts from a day that is given, as there is no clock. Owns the language of
times in German and English; which parameter takes which time is the business of `filling`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from types import SimpleNamespace

from relgraph.understanding.day import after, before, days_before, is_date, months_before, parts
from relgraph.understanding.times import either, months, number_words, seasons, spellings, steps, times, units

_MONTHS, _DAYS_OF_MONTH = 12, 30


@lru_cache(maxsize=1)
def _patterns() -> SimpleNamespace:
    """Patterns of times, made of the words in `data/asking/times.yml`."""
    told = times()
    month, season, fillers = either(months()), either(seasons()), rf"(?:{either(told.fillers)}\s)*"
    number, unit = rf"(\d{{1,3}}|{either(number_words())})", rf"({either(units())})"
    opening, joining, doubtful = (either(told.ranges[name]) for name in ("opening", "joining", "doubtful"))
    article = either(told.articles)
    since, before_, behind = (
        rf"({either(told.leads['since'])}\s)?",
        either(told.ago["before"]),
        either(told.ago["behind"]),
    )
    step, whole = (
        either(word for one in told.steps for word in one.words),
        either(word for one in told.years for word in one.words),
    )
    half = either(word for one in told.halves for word in one.words)
    patterns = {
        "date": rf"""\b(?:
              (?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})
            | (?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>\d{{4}})
            | (?P<d3>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<m3>{month})\.?,?\s(?P<y3>\d{{4}})
            | (?P<m4>{month})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}})
            | (?P<m5>{month})\.?\s(?:of\s)?(?P<y5>\d{{4}})
            | (?P<y6>\d{{4}})-(?P<m6>\d{{2}})
            | (?P<m7>\d{{1,2}})[/.](?P<y7>\d{{4}})
            | (?P<y8>(?:1[89]|20|21)\d{{2}})
            )(?![\w-]*[a-z])(?!\d)""",
        "opening": rf"{opening}\s{fillers}$",
        "joint": rf"^\s?(?:{joining}|{doubtful})\s?{fillers}$",
        "doubtful": doubtful,
        "decade": r"\b(?:in\s)?(?:den\s|the\s)?(?:(?P<c>19|20)?(?P<t>\d0)er(?:[ -]?jahren?)?|(?P<e>(?:19|20)\d0)s)\b",
        "season": rf"\b(?:im\s|in\s|the\s|in the\s)?({season})\s(?:of\s|des jahres\s)?(\d{{4}})\b",
        "last_season": rf"\b{since}(?:im\s|in\s)?({step})\s({season})\b",
        "half": rf"\b(?:im |in the |in )?({half}) {either(told.half)}(?: of)? (\d{{4}})\b",
        "quarter": r"\b(?:im |in )?(?:q([1-4])|([1-4])\. quartal)(?: of)?[ /]?(\d{4})\b",
        "last_span": rf"\b(?:{article}\s)*{either(told.spans)} {number} {unit}\b",
        "last": rf"\b{since}(?:{article}\s)*(?:({step}) {unit}|({whole}))\b",
        "lasting": rf"\b(?:{either(told.lasting)}\s)*\b{number} {unit}\b(?! {behind})",
        "ago": rf"\b{before_} {number} {unit}\b|\b{number} {unit} {behind}\b",
        "bare_month": rf"\b{since.removesuffix('?')}(?:(?:dem|{step})\s)?({month})\b(?!\.? \d)",
    }
    leads = [(kind, re.compile(rf"\b{either(words)}\s{fillers}$")) for kind, words in told.leads.items()]
    return SimpleNamespace(
        leads=leads, **{name: re.compile(text, re.VERBOSE if name == "date" else 0) for name, text in patterns.items()}
    )


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
    if match := _patterns().decade.search(text):
        start = match["e"] or (match["c"] or ("20" if match["t"] < "50" else "19")) + match["t"]
        return Period(start, str(int(start) + 9), spans=(match.span(),))
    if match := _patterns().season.search(text):
        return Period(*_season(match[1], int(match[2])), spans=(match.span(),))
    if match := _patterns().half.search(text):
        first = next(half.first for half in times().halves if match[1] in spellings(half.words))
        return Period(f"{match[2]}-{first:02}", f"{match[2]}-{first + 5:02}", spans=(match.span(),))
    if match := _patterns().quarter.search(text):
        first = int(match[1] or match[2]) * 3 - 2
        return Period(f"{match[3]}-{first:02}", f"{match[3]}-{first + 2:02}", spans=(match.span(),))
    return Period()


def _season(name: str, year: int) -> tuple[str, str]:
    """First and last month of a season that begins in a year."""
    season = seasons()[name]
    return f"{year:04}-{season.first:02}", f"{year + (season.last < season.first):04}-{season.last:02}"


def _dates(text: str, today: str) -> Period:
    found = [(match, value) for match in _patterns().date.finditer(text) if (value := _value(match))]
    if not found:
        return Period()
    first, value = found[0]
    lead = text[: first.start()]
    if len(found) > 1:
        second, other = found[1]
        joint = text[first.end() : second.start()]
        low, high = sorted((value, other))
        begin = _patterns().opening.search(lead)
        if _patterns().joint.search(joint) and (begin or not _patterns().doubtful.search(joint)):
            return Period(low, high, spans=((begin.start() if begin else first.start(), second.end()),))
        one, two = _one(first, value, lead), _one(second, other, text[: second.start()])
        return Period(
            one.since or two.since, two.until or one.until, one.point or two.point, spans=(*one.spans, *two.spans)
        )
    return _one(first, value, lead)


def _one(match: re.Match[str], value: str, lead: str) -> Period:
    """A single date, read by the words before it, of which the most count: "no later than", not "later than"."""
    found = [(begin.start(), kind) for kind, pattern in _patterns().leads if (begin := pattern.search(lead))]
    start, kind = min(found, default=(match.start(), "on"))
    spans = ((start, match.end()),)
    match kind:
        case "since":
            return Period(since=value, spans=spans)
        case "after":
            return Period(since=after(value), spans=spans)
        case "until":
            return Period(until=value, spans=spans)
        case "before":
            return Period(until=before(value), spans=spans)
        case _:
            return Period(value, value, value, spans=spans)


def _value(match: re.Match[str]) -> str | None:
    """The date as ISO text, or nothing where there is no such day."""
    told = {name[0]: text for name, text in match.groupdict().items() if text}
    values = [months().get(told[part]) or int(told[part]) for part in "ymd" if part in told]
    if not is_date(*values):
        return None
    return "-".join(f"{value:0{2 if place else 4}}" for place, value in enumerate(values))


def _relative(text: str, today: str) -> Period:
    year, month, _ = parts(today)
    if match := _patterns().last_span.search(text):
        return _back(match[1], match[2], today, match.span())
    if match := _patterns().last.search(text):
        period = _step(steps()[match[2] or match[4]], match[3], today)
        return (
            replace(period, until=None, point=None, spans=(match.span(),))
            if match[1]
            else replace(period, spans=(match.span(),))
        )
    if match := _patterns().last_season.search(text):
        back = steps()[match[2]]
        begun = year - (seasons()[match[3]].first > month)
        since, until = _season(match[3], begun - max(back - 1, 0) - min(back, 0))
        return Period(since, None if match[1] else until, relative=True, spans=(match.span(),))
    if match := _patterns().ago.search(text):
        ended = _back(match[1] or match[3], match[2] or match[4], today, match.span())
        value = str(ended.since)[: 4 if (ended.months or 1) % 12 == 0 else 7]
        return Period(value, value, value, relative=True, spans=ended.spans)
    if match := _patterns().bare_month.search(text):
        number = months()[match[2]]
        return Period(f"{year - (number > month):04}-{number:02}", relative=True, spans=(match.span(),))
    return Period()


def _durations(text: str, today: str) -> Period:
    match = _patterns().lasting.search(text)
    return _back(match[1], match[2], today, match.span()) if match else Period()


def _back(number: str, unit: str, today: str, span: tuple[int, int]) -> Period:
    """From so many units before today on; none at all is no time."""
    count, length = float(number) if number.isdecimal() else number_words()[number].value, units()[unit]
    if not count:
        return Period()
    if length.days:
        days = ceil(count * length.days)
        return Period(days_before(today, days), months=ceil(days / _DAYS_OF_MONTH), relative=True, spans=(span,))
    back = ceil(count * length.months)
    return Period(months_before(today, back), months=back, relative=True, spans=(span,))


def _step(back: int, unit: str | None, today: str) -> Period:
    """The year, quarter or month so many before that of today; of other units, so many that end or begin today."""
    year, month, _ = parts(today)
    length = units()[unit].months if unit else _MONTHS
    if length == _MONTHS:
        value = f"{year - back:04}"
        return Period(value, value, value, relative=True)
    if length in (1, 3):
        first = months_before(f"{year:04}-{month - (month - 1) % length:02}", back * length)[:7]
        last = months_before(first, 1 - length)[:7]
        return Period(first, last, first if length == 1 else None, relative=True)
    far = months_before(today, back * length) if length else days_before(today, back * units()[str(unit)].days)
    return Period(today, far, relative=True) if back < 0 else Period(far, relative=True)


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers that a question names, with their places: whole ones, shares such as 0,6 or 60 %, exact words."""
    for match in re.finditer(r"(?<![\w.,-])(\d{1,3}(?:[.,]\d{1,3})?)\s?(%|prozent|percent)?(?![\w-])", text.lower()):
        value = match[1].replace(",", ".")
        yield (*match.span(), f"{float(value) / 100:g}" if match[2] else value)
    for match in re.finditer(r"\b(\w+)\b", text.lower()):
        number = number_words().get(match[1])
        if number is not None and number.value > 1 and not number.vague:
            yield (*match.span(), f"{number.value:g}")
