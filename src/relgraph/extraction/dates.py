"""Dates in German text as days, months and years.

Owns what dates say together: "vom 19. bis 22. Mai 2019", "seit 1989", "die 1989 geschlossene Partnerschaft". The single
forms stand in `date_forms`; which relation a date belongs to is decided in `times`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from relgraph.extraction.calendar import Calendar
from relgraph.extraction.date_forms import Form, find_forms

_JOIN = re.compile(r"\)?,?\s?(?:bis(?: zum| zur| einschließlich)?|[-–/]|und|sowie)\s?(?:\w+tag,? (?:dem |den )?)?\(?")
_PARTS = (
    r"(?: (?:zum|zur|ins|in|im|dem|der|den|des|das|einschließlich|Jahr|Jahre|Jahren|\w+tag,?|Anfang|Mitte|Ende"
    r"|Beginn))*\s\(?$"
)
_SINCE = re.compile(rf"\b(?:seit|ab){_PARTS}", re.IGNORECASE)
_FROM = re.compile(rf"\bvo[nm]{_PARTS}", re.IGNORECASE)
_UNTIL = re.compile(rf"\bbis{_PARTS}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bzwischen{_PARTS}", re.IGNORECASE)
_NOUN = re.compile(
    r"\)?(?: (?:[a-zäöüß]+ ){0,5}?(?:\w{3,}(?:t|en|nd|an))(?:e|en|er|es|em) (?:[a-zäöüß-]+ )*)([A-ZÄÖÜ][\wäöüß-]*)"
)
_ARTICLE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[rnms]?|[Ii]hre?[rnms]?|[Ss]eine?[rnms]?|[Dd]iese[rnms]?|alle[rnm]?)"
    r"(?:\s(?:im|am|vom|seit|ab|bis|erst|bereits|schon|noch|zuletzt|Anfang|Mitte|Ende|Jahr|Jahre))*\s$"
)
Ahead = Callable[[int], bool | None]
"""Whether a sentence speaks of what is to come at a place; None where it may be either."""
_DAY = 10
_WEEKDAY_AWAY = 40


@dataclass(frozen=True, slots=True)
class When:
    """A date in the text: `first` and `last` as day, month or year; places count in the text.

    `lead` is `since`, `until` or None. `noun` is the place of the noun that a date stands before as its attribute: "die
    1989 geschlossene Partnerschaft".
    """

    start: int
    end: int
    first: str
    last: str | None = None
    lead: str | None = None
    noun: tuple[int, int] | None = None

    def moved(self, offset: int) -> "When":
        """The same date with its places counted from elsewhere."""
        noun = (self.noun[0] + offset, self.noun[1] + offset) if self.noun else None
        return replace(self, start=self.start + offset, end=self.end + offset, noun=noun)


def find_dates(
    text: str, offset: int, issued: str | None, *, told: str | None = None, ahead: Ahead | None = None
) -> list[When]:
    """Dates of a sentence in order; what they leave open is nearest to the release's own date.

    `told` is the day that the release spoke of last: "tags darauf" counts from it. `ahead` says whether the sentence
    speaks of what is to come at a place, so that "am Freitag" is the next one.

    >>> [(w.first, w.last, w.lead) for w in find_dates("Vom 19. bis zum 22. Mai 2019; seit 1989.", 0, None)]
    [('2019-05-19', '2019-05-22', None), ('1989', None, 'since')]
    """
    forms = _named_once(find_forms(text, lambda place: Calendar(issued, ahead(place) if ahead else None), told))
    return [_led(text, when).moved(offset) for when in _joined(text, forms)]


def _named_once(forms: Sequence[Form]) -> list[Form]:
    """Leave out a weekday whose date stands beside it: "am Freitag (27. September)"."""
    days = [form for form in forms if not form.weekday and len(form.value) == _DAY]
    return [
        form for form in forms if not form.weekday or not any(abs(day.start - form.end) < _WEEKDAY_AWAY for day in days)
    ]


def _joined(text: str, forms: Sequence[Form]) -> Iterator[When]:
    """Dates, two with "bis", a dash or "und" between them as one."""
    index = 0
    while index < len(forms):
        last = index
        while last + 1 < len(forms) and _joins(text, forms[last], forms[last + 1]):
            last += 1
        first, until = forms[index].value, forms[last].value
        if len(first) == _DAY and first > until > f"{int(first[:4]) - 1}{first[4:]}":
            first = f"{int(first[:4]) - 1}{first[4:]}"  # "vom 30. Dezember bis 3. Januar 2020"
        yield When(forms[index].start, forms[last].end, first, until if until > first else None)
        index = last + 1


def _joins(text: str, one: Form, other: Form) -> bool:
    between = text[one.end : other.start]
    if between.strip() == "," and one.open:
        return True  # "am 19., 20. und 21. Mai"
    if not _JOIN.fullmatch(between):
        return False
    if "und" in between or "sowie" in between:
        return len(one.value) == len(other.value) == _DAY or bool(_BETWEEN.search(text[: one.start]))
    return True


def _led(text: str, when: When) -> When:
    """A date with what leads it ("seit 1989", "bis 2027", "von 2007 an") or what it is an attribute of."""
    before, after = text[: when.start], text[when.end :]
    lead = None
    if when.last is None:
        if _SINCE.search(before) or (_FROM.search(before) and re.match(r"\)? an\b", after)):
            lead = "since"
        elif _UNTIL.search(before):
            lead = "until"
    noun = _NOUN.match(after) if _ARTICLE.search(before) else None
    place = (when.end + noun.start(1), when.end + noun.end(1)) if noun else None
    return replace(when, lead=lead, noun=place)
