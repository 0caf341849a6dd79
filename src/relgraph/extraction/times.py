"""Which date belongs to a relation: when it happened, or from when until when it holds.

Owns rule 12 of the annotation scheme: `date` for what happens at a point or on a trip of stated days, `from` and
`until` for what lasts, none where no sentence tells one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.clauses import Clause, clause_at
from relgraph.extraction.cues import Cues, CueTable
from relgraph.extraction.dates import When
from relgraph.extraction.lexicon import parse
from relgraph.extraction.status import leads, signs
from relgraph.extraction.tense import Tense, tense_at
from relgraph.vocabulary import RelationType

_LASTING = frozenset(
    {RelationType.PARTNERSHIP, RelationType.COOPERATION, RelationType.REPRESENTATION, RelationType.MEMBERSHIP}
)
_TIMELESS = frozenset({RelationType.STRENGTH, RelationType.INTEREST, RelationType.FRAMEWORK})
_ON_TRIPS = frozenset({RelationType.VISIT, RelationType.MEETING, RelationType.PARTICIPATION, RelationType.HOSTING})
_BEGINS = {RelationType.COOPERATION: "starts"}
_DAY = 10
_MONTH = 7
_FOLLOWS = 60
_BESIDE = 45
_TERM = 15
_BEFORE_OFFICE = re.compile(r"\)?\s(?:(?:der|die|als|auch|ist|war|amtierende[rn]?|gewählte[rn]?|tätige[rn]?)\s)*")
_IN_OFFICE = re.compile(r"\)?,? (?:im Amt|amtier|in diesem Amt|das Amt|an der Spitze)")
_FAR = 200
_OTHER_CLAUSE = 60
_IMPRECISE = 25


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    begins: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    elsewhen: tuple[str, ...]
    same: tuple[str, ...]
    departs: tuple[str, ...]
    lasts: tuple[str, ...]
    founded: tuple[str, ...]

    @cached_property
    def cues(self) -> dict[str, Cues]:
        """Each list as cues."""
        return CueTable({name: getattr(self, name) for name in type(self).model_fields}).lists()


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
    def lasts(self) -> bool:
        """Whether it holds since a time and to no end."""
        return self.from_ is not None and self.until is None

    @property
    def happens(self) -> str | None:
        """The day or time it begins."""
        return self.date or self.from_


def departs(text: str) -> bool:
    """Whether a sentence tells of setting out, not of being there."""
    return _words().cues["departs"].stand_in(text)


def lasts(text: str) -> bool:
    """Whether a text says of a tie how long it lasts."""
    return _words().cues["lasts"].stand_in(text)


def founding(text: str, whens: Sequence[When]) -> str | None:
    """Since when partners are partners, where a sentence tells that: "1968 unterzeichneten sie die Urkunde"."""
    for cue in _words().cues["founded"].find(text):
        span = _Scene(text, cue, whens).span("begins")
        if span.from_:
            return span.from_
    return None


def term(text: str, office: tuple[int, int], whens: Sequence[When]) -> Times:
    """The term of an office that stands at a place of its sentence: "seit 2022 Landesrat", "von 2011 bis 2016"."""
    near = [when for when in whens if _BEFORE_OFFICE.fullmatch(text, when.end, max(office[0], when.end))]
    near += [when for when in whens if 0 <= when.start - office[1] <= _BESIDE and _IN_OFFICE.match(text, when.end)]
    first = next((when.first for when in near if when.lead == "since"), None)
    last = next((when.first for when in near if when.lead == "until"), None)
    whole = next((when for when in near if when.lead is None and when.last and len(when.first) < _DAY), None)
    return Times(from_=whole.first, until=whole.last) if whole else Times(from_=first, until=last)


def long_ago(text: str, place: int, whens: Sequence[When], issued: str | None) -> bool:
    """Whether the clause at a place tells of a time so long past that who held an office then holds it no more."""
    clause = clause_at(text, place)
    years = [int(when.first[:4]) for when in whens if when.lead is None and clause.holds(when.start)]
    return bool(years) and issued is not None and int(issued[:4]) - max(years) > _TERM


def times_of(
    kind: RelationType, text: str, cue: tuple[int, int], whens: Sequence[When], around: Occasion | None
) -> Times:
    """Times of a relation whose cue stands at a place of its sentence; `whens` count in the sentence.

    `around` is the occasion that the text tells of so far.
    """
    if kind in _TIMELESS:
        return Times()
    if kind == RelationType.AFFILIATION:
        return _held(clause_at(text, cue[0]), whens)
    scene = _Scene(text, cue, whens, relative=kind != RelationType.MEMBERSHIP)
    if kind in _LASTING or (kind == RelationType.RESPONSIBILITY and leads(text, cue)):
        return scene.span(_BEGINS.get(kind, "begins"), whole=kind == RelationType.RESPONSIBILITY)
    if kind in (RelationType.SUPPORT, RelationType.TRADE, RelationType.CONCERN):
        span = scene.span(None)
        return span if span.happens or span.until else scene.point(scene.but_now(scene.in_clause))
    since = scene.led("since") if kind != RelationType.HOSTING else None
    if since and (kind == RelationType.AGREEMENT or len(since.first) == _DAY):
        return Times(date=since.first)  # "Seit Montag ist die Ministerin in Japan"
    own = scene.point(scene.near)
    if own.date:
        return own
    return carried(kind, text, cue, around) if kind in _ON_TRIPS or kind == RelationType.AGREEMENT else Times()


def _held(clause: Clause, whens: Sequence[When]) -> Times:
    """From when until when an office told by a verb is held: "vertritt seit 2021", "leitete bis 2018"."""
    inside = [when for when in whens if clause.holds(when.start) and when.noun is None]
    leads = {when.lead: when.first for when in inside if when.lead}
    return Times(from_=leads.get("since"), until=leads.get("until"))


def carried(kind: RelationType, text: str, cue: tuple[int, int], around: Occasion | None) -> Times:
    """The time of the occasion that a sentence without a date belongs to."""
    told = tense_at(text, *cue)
    near = clause_at(text, cue[0]).text(text)
    if around is None or told == Tense.BEFORE or _words().cues["elsewhen"].stand_in(near):
        return Times()
    if kind == RelationType.AGREEMENT and not _is_signed(told, text, near):
        return Times()
    if around.later and around.last is None and kind == RelationType.VISIT:
        return Times(date=around.first[:_MONTH], carried=True)  # a day of the trip tells its month, not its first day
    return Times(date=around.first, last=around.last, carried=True, departs=around.departs)


def _is_signed(told: Tense, text: str, near: str) -> bool:
    """Whether an agreement is concluded on the occasion that a text tells of, rather than mentioned."""
    if re.search(r"\b(?:bereits|schon)\b", near):
        return False
    return told != Tense.AHEAD and (_words().cues["same"].stand_in(text) or (told == Tense.PAST and signs(near)))


@dataclass(frozen=True)
class _Scene:
    """A cue among the dates of its sentence; `relative` clauses behind it may tell how long it lasts."""

    text: str
    cue: tuple[int, int]
    whens: Sequence[When]
    relative: bool = True

    @cached_property
    def near(self) -> list[When]:
        """Dates that may belong to the cue, the nearest first."""
        found = [(self._cost(when), when.start, when) for when in self.whens if self._belongs(when)]
        alone = sum(when.noun is None for when in self.whens) == 1
        return [when for cost, _, when in sorted(found, key=lambda entry: entry[:2]) if alone or cost <= _FAR]

    @cached_property
    def in_clause(self) -> list[When]:
        """Those in the cue's own clause."""
        clause = clause_at(self.text, self.cue[0])
        return [when for when in self.near if clause.holds(when.start)]

    def but_now(self, whens: Sequence[When]) -> list[When]:
        """Dates but "heute", which tells of the present age beside what lasts."""
        return [when for when in whens if self.text[when.start : when.end].casefold() != "heute"]

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

    def _holding(self, lead: str) -> When | None:
        """The date behind "seit" or "bis" in the cue's clause, or in one that says how long that lasts."""
        clause = clause_at(self.text, self.cue[0])
        for when in self.near:
            other = clause_at(self.text, when.start)
            follows = 0 <= other.parts[0][0] - self.cue[1] < _FOLLOWS
            if when.lead == lead and (clause.holds(when.start) or (self.relative and follows and self._lasts(other))):
                return when
        return None

    def _lasts(self, clause: Clause) -> bool:
        return lasts(clause.text(self.text))

    def point(self, whens: Sequence[When]) -> Times:
        """The nearest date that nothing leads."""
        best = next((when for when in whens if when.lead is None), None)
        return Times(date=best.first, last=best.last) if best else Times()

    def span(self, begins: str | None, *, whole: bool = False) -> Times:
        """From when until when; a plain date begins or ends it where a verb says so, a plain year may be all of it.

        `begins` names the list of verbs of beginning, if there is any.
        """
        since, until = self._holding("since"), self._holding("until")
        first, last = since.first if since else None, until.first if until else None
        plain = next((when for when in self.near if when.lead is None), None)
        if plain and first is None:
            if plain.last and (whole or len(plain.first) < _DAY):
                first, last = plain.first, last or plain.last
            elif begins and self._says(begins, plain):
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
