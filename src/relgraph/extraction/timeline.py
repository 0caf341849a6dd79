"""The dates of a release in the order it tells them, and the occasion that each of its sentences belongs to.

>>> from relgraph.extraction.tokens import sentences
>>> text = "Am 3. Mai 2019 traf Kurz Ito. Dabei ging es um Handel."
>>> lines = list(sentences(text))
>>> timeline = Timeline(text, lines, "2019-05-03")
>>> timeline.around(lines[1]).first
'2019-05-03'
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial

from relgraph.extraction.clauses import clause_at
from relgraph.extraction.dates import When, find_dates
from relgraph.extraction.tense import Tense, tense, tense_at
from relgraph.extraction.times import Occasion, departs, founding, lasts
from relgraph.extraction.tokens import Sentence

_DAY = 10
_RECENT = 60
_SOON = 3


class Timeline:
    """Dates of all sentences of one release; places count in the sentences."""

    def __init__(self, text: str, sentences: Sequence[Sentence], issued: str | None) -> None:
        self._sentences = sentences
        self._dates: dict[int, list[When]] = {}
        self._around: dict[int, Occasion | None] = {}
        told: Occasion | None = None
        before: Occasion | None = None
        aside: Sentence | None = None
        own: list[Occasion | None] = []
        for sentence in sentences:
            found = find_dates(
                sentence.text, 0, issued, told=told.first if told else None, ahead=partial(_ahead, sentence.text)
            )
            self._dates[sentence.start] = found
            now = _occasion(sentence.text, found, issued)
            if aside and "\n" in text[aside.end : sentence.start]:
                told, aside = before, None  # what was told in the pluperfect holds for its paragraph
            if now and told and aside is None and tense(sentence.text) == Tense.BEFORE:
                before, aside = told, sentence
            told = now or told
            own.append(now)
            self._around[sentence.start] = told
        for index, sentence in enumerate(sentences):
            if self._around[sentence.start] is None:
                later = next((now for now in own[index + 1 : index + 1 + _SOON] if now), None)
                self._around[sentence.start] = replace(later, later=True) if later else None

    @cached_property
    def foundings(self) -> list[tuple[Sentence, str]]:
        """Sentences that tell since when partners are partners, with the time."""
        found = ((sentence, founding(sentence.text, self.dates(sentence))) for sentence in self._sentences)
        return [(sentence, time) for sentence, time in found if time]

    def dates(self, sentence: Sentence) -> list[When]:
        """Dates that a sentence tells."""
        return self._dates[sentence.start]

    def around(self, sentence: Sentence) -> Occasion | None:
        """The occasion told up to a sentence, or soon after where none is told before."""
        return self._around[sentence.start]


def _ahead(text: str, place: int) -> bool | None:
    """Whether a sentence speaks of what is to come at a place."""
    told = tense_at(text, place, place)
    if told == Tense.AHEAD or (told == Tense.NONE and clause_at(text, place).meant(text)):
        return True
    return False if told.over else None


def _occasion(text: str, whens: Sequence[When], issued: str | None) -> Occasion | None:
    """The days around the release's own that a sentence tells of last."""
    days = [
        when
        for when in whens
        if (when.lead is None or (when.lead == "since" and not lasts(text)))
        and when.noun is None
        and len(when.first) == _DAY
        and _recent(when.first, issued)
    ]
    if not days:
        return None
    return Occasion(days[-1].first, days[-1].last, departs=days[-1].last is None and departs(text))


def _recent(day: str, issued: str | None) -> bool:
    if issued is None or len(issued) < _DAY:
        return issued is None or day.startswith(issued)
    return abs((date.fromisoformat(day) - date.fromisoformat(issued)).days) <= _RECENT
