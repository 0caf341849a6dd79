"""Dates in German text as EDTF days, months and years.

Owns the forms "1. Dezember 2023", "vom 19. bis 22. Mai 2019", "im Juli 2015", "seit 1989", "(24. August)", "heute".
"""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "Januar Jänner",
            "Februar Feber",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(_MONTHS)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[89]|20)\d\d"
_FORMS = re.compile(
    rf"(?P<lead>\b[Ss]eit(?: dem| Anfang| Mitte| Ende)?|\b[Bb]is(?: zum| Ende| Anfang| Mitte)?|\b[Vv]om)?\s*"
    rf"(?:\w+tag,? (?:dem |den )?)?\(?"
    rf"(?:(?P<d1>{_DAY})\.(?: (?P<m1>{_MONTH})(?: (?P<y1>{_YEAR}))?)?\s?"
    rf"(?:bis(?: zum)?|und|[-–/])\s?(?:\w+tag,? )?(?P<d2>{_DAY})\. (?P<m2>{_MONTH})(?: (?P<y2>{_YEAR}))?"
    rf"|(?P<d>{_DAY})\. (?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?"
    rf"|(?P<dn>{_DAY})\.\s?(?P<mn>0?[1-9]|1[0-2])\.(?P<yn>{_YEAR})?"
    rf"|(?P<mo>{_MONTH}) (?P<my>{_YEAR})"
    rf"|(?P<year>(?<![\d.,/])\b{_YEAR}\b(?![\d.,/]*\d| Euro| Projekte| Menschen| Kilometer| Unternehmen| Studierende)))"
)
_DIGIT = re.compile(r"\d")  # every form has one
_TODAY = re.compile(r"\b[Hh]eute\b|\bheutigen\b")


@dataclass(frozen=True, slots=True)
class When:
    """A date in the text: `first` and `last` in EDTF; `lead` is `since`, `until` or None; places count in the text."""

    start: int
    end: int
    first: str
    last: str | None = None
    lead: str | None = None


def find_dates(text: str, offset: int, issued: str | None) -> list[When]:
    """Dates of a sentence in order; a day without a year takes the release's.

    >>> [(w.first, w.last, w.lead) for w in find_dates("Vom 19. bis zum 22. Mai 2019; seit 1989.", 0, None)]
    [('2019-05-19', '2019-05-22', None), ('1989', None, 'since')]
    """
    years = re.findall(_YEAR, text)
    year = years[0] if len(set(years)) == 1 else (issued or "")[:4] or None
    forms = _FORMS.finditer(text) if _DIGIT.search(text) else ()
    found = [when for match in forms if (when := _when(match, offset, year))]
    if issued and len(issued) == 10:
        found += [When(match.start() + offset, match.end() + offset, issued) for match in _TODAY.finditer(text)]
    return sorted(found, key=lambda when: when.start)


def _when(match: re.Match[str], offset: int, year: str | None) -> When | None:
    part = match.groupdict()
    lead = {"s": "since", "b": "until"}.get((part["lead"] or " ")[0].casefold())
    first: str | None
    last = None
    if part["d1"]:
        y2 = part["y2"] or year
        first = _day(part["y1"] or y2, part["m1"] or part["m2"], part["d1"])
        last = _day(y2, part["m2"], part["d2"])
        lead = None
    elif part["d"]:
        first = _day(part["y"] or year, part["m"], part["d"])
    elif part["dn"]:
        first = _iso(part["yn"] or year, int(part["mn"]), int(part["dn"]))
    elif part["mo"]:
        first = f"{part['my']}-{_MONTHS[part['mo']]:02d}"
    else:
        first = part["year"]
    if first is None or (part["dn"] and not part["yn"] and match[0].strip()[:1] != "("):
        return None
    return When(match.start() + offset, match.end() + offset, first, last, lead)


def _day(year: str | None, month: str, day: str) -> str | None:
    return _iso(year, _MONTHS[month], int(day))


def _iso(year: str | None, month: int, day: int) -> str | None:
    """A day that exists, as text; None for the 31st of February."""
    if year is None:
        return None
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None
