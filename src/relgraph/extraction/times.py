"""Which date belongs to a relation: when it happened, or from when until when it holds.

Owns rule 12 of the annotation scheme: `date` for what happens at a point or on a trip of stated days, `from` and
`until` for what lasts, none where no sentence tells one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.clauses import clause_at
from relgraph.extraction.cues import Cues
from relgraph.extraction.dates import When
from relgraph.extraction.lexicon import parse
from relgraph.extraction.status import leads
from relgraph.extraction.tense import Tense, tense_at
from relgraph.vocabulary import RelationType

_LASTING = frozenset(
    {RelationType.PARTNERSHIP, RelationType.COOPERATION, RelationType.REPRESENTATION, RelationType.MEMBERSHIP}
)
_TIMELESS = frozenset({RelationType.STRENGTH, RelationType.INTEREST, RelationType.FRAMEWORK, RelationType.AFFILIATION})
_ON_TRIPS = frozenset({RelationType.VISIT, RelationType.MEETING, RelationType.PARTICIPATION, RelationType.HOSTING})
_DAY = 10
_MONTH = 7
_FAR = 200
_OTHER_CLAUSE = 60
_IMPRECISE = 25


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    begins: tuple[str, ...]
    ends: tuple[str, ...]
    elsewhen: tuple[str, ...]
    same: tuple[str, ...]
    departs: tuple[str, ...]

    @cached_property
    def cues(self) -> dict[str, Cues]:
        """Each list as cues."""
        return {name: Cues(getattr(self, name)) for name in type(self).model_fields}


@lru_cache
def _words() -> _Words:
    path = resources.folder("data") / "lexicon" / "de" / "times.yml"
    return parse(path, resources.read_yaml(path), _Words)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days that a release tells of at some place of its text: of a trip, a meeting, a conference.

    `later` says that they are told only behind that place, `departs` that a trip begins then whose end is not told.
    """

    first: str
    last: str | None = None
    later: bool = False
    departs: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """When a relation happened or holds.

    `last` is the last day of a trip; `carried` says that another sentence told the time, `departs` that it told the
    beginning of a trip alone.
    """

    date: str | None = None
    from_: str | None = None
    until: str | None = None
    last: str | None = None
    carried: bool = False
    departs: bool = False

    @property
    def happens(self) -> str | None:
        """The day or time it begins."""
        return self.date or self.from_


def departs(text: str) -> bool:
    """Whether a sentence tells of setting out, not of being there."""
    return _words().cues["departs"].stand_in(text)


def times_of(
    kind: RelationType, text: str, cue: tuple[int, int], whens: Sequence[When], around: Occasion | None
) -> Times:
    """Times of a relation whose cue stands at a place of its sentence; `whens` count in the sentence.

    `around` is the occasion that the text tells of so far.
    """
    if kind in _TIMELESS:
        return Times()
    scene = _Scene(text, cue, whens)
    if kind in _LASTING or (kind == RelationType.RESPONSIBILITY and leads(text, cue)):
        return scene.span(whole=kind == RelationType.RESPONSIBILITY)
    if kind in (RelationType.SUPPORT, RelationType.TRADE, RelationType.CONCERN):
        span = scene.span(whole=False, begun=False)
        return span if span.happens or span.until else scene.point(scene.in_clause_then)
    own = scene.point(scene.near)
    if own.date:
        return own
    if kind == RelationType.AGREEMENT and (since := scene.led("since")):
        return Times(date=since.first)
    return carried(kind, text, cue, around) if kind in _ON_TRIPS or kind == RelationType.AGREEMENT else Times()


def carried(kind: RelationType, text: str, cue: tuple[int, int], around: Occasion | None) -> Times:
    """The time of the occasion that a sentence without a date belongs to."""
    told = tense_at(text, *cue)
    if around is None or told == Tense.BEFORE or _words().cues["elsewhen"].stand_in(text):
        return Times()
    if kind == RelationType.AGREEMENT and not _words().cues["same"].stand_in(text):
        return Times()
    if around.later and around.last is None and kind == RelationType.VISIT:
        return Times(date=around.first[:_MONTH], carried=True)  # a day of the trip tells its month, not its first day
    return Times(date=around.first, last=around.last, carried=True, departs=around.departs)


@dataclass(frozen=True)
class _Scene:
    text: str
    cue: tuple[int, int]
    whens: Sequence[When]

    @cached_property
    def near(self) -> list[When]:
        """Dates that may belong to the cue, the nearest first."""
        found = [(self._cost(when), when.start, when) for when in self.whens if self._belongs(when)]
        alone = sum(when.lead is None and when.noun is None for when in self.whens) == 1
        return [when for cost, _, when in sorted(found, key=lambda entry: entry[:2]) if alone or cost <= _FAR]

    @cached_property
    def in_clause(self) -> list[When]:
        """Those in the cue's own clause."""
        clause = clause_at(self.text, self.cue[0])
        return [when for when in self.near if clause.holds(when.start)]

    @property
    def in_clause_then(self) -> list[When]:
        """Those but "heute", which tells of the present age beside what lasts."""
        return [when for when in self.in_clause if self.text[when.start : when.end].casefold() != "heute"]

    def _belongs(self, when: When) -> bool:
        """Whether a date is not that of another noun: "der 1992 gegründeten SADC"."""
        return when.noun is None or (self.cue[0] < when.noun[1] and self.cue[1] > when.start)

    def _cost(self, when: When) -> int:
        gap = max(when.start - self.cue[1], self.cue[0] - when.end, 0)
        apart = 0 if clause_at(self.text, self.cue[0]).holds(when.start) else _OTHER_CLAUSE
        return gap + apart + (0 if len(when.first) == _DAY else _IMPRECISE)

    def led(self, lead: str) -> When | None:
        """The nearest date behind "seit" or "bis"."""
        return next((when for when in self.near if when.lead == lead), None)

    def point(self, whens: Sequence[When]) -> Times:
        """The nearest date that nothing leads."""
        best = next((when for when in whens if when.lead is None), None)
        return Times(date=best.first, last=best.last) if best else Times()

    def span(self, *, whole: bool, begun: bool = True) -> Times:
        """From when until when; a plain date begins or ends it where a verb says so, a plain year may be all of it."""
        since, until = self.led("since"), self.led("until")
        first, last = since.first if since else None, until.first if until else None
        plain = next((when for when in self.near if when.lead is None), None)
        if plain and first is None:
            if plain.last and (whole or len(plain.first) < _DAY):
                first, last = plain.first, last or plain.last
            elif begun and self._says("begins", plain):
                first = plain.first
            elif last is None and self._says("ends", plain):
                last = plain.first
            elif whole and last is None:
                first = last = plain.first
        return Times(from_=first, until=last)

    def _says(self, name: str, when: When) -> bool:
        """Whether the clause of a date, or the noun it is an attribute of, has a word of a list."""
        if when.noun:
            return _words().cues[name].stand_in(self.text[when.start : when.noun[1]])
        return _words().cues[name].stand_in(clause_at(self.text, when.start).text(self.text))
