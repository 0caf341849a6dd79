"""What is planned, when it is due, and whether a later release reports it done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta

from relgraph.brief.document import Block, Heading, Items, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, newness
from relgraph.brief.material import Tie
from relgraph.brief.telling import Teller
from relgraph.vocabulary import RelationType, Status

_ONCE = (RelationType.VISIT, RelationType.MEETING, RelationType.PARTICIPATION, RelationType.HOSTING)
_WITHIN = timedelta(days=366)
"""A visit announced is another than one of years later."""


_Real = dict[tuple[RelationType, str, str], list[Fact]]


@dataclass(frozen=True)
class Commitment:
    """A planned tie; `done` is the first fact of a later release that reports it."""

    tie: Tie
    due: str | None
    done: Fact | None

    @property
    def announced(self) -> str:
        """Date of the newest release that plans it."""
        return self.tie.last


def commitments(teller: Teller) -> tuple[Block, ...]:
    """Open ones first, those with the nearest date at the top; one line tells what was reported done since."""
    material, speech, most = teller.material, teller.speech, teller.limits.commitments
    later = _real(material.dealings)
    known = [_commitment(teller, tie, later) for tie in material.planned]
    still = sorted((one for one in known if one.done is None), key=lambda one: _rank(one, material.as_of or ""))
    done = [one for one in known if one.done is not None]
    told = speech.say("commitments_as_of", date=speech.date(material.as_of)) if material.as_of else ""
    blocks: list[Block] = [Heading(told or speech.say("commitments"))]
    if still:
        blocks.append(Items(tuple(_line(teller, one) for one in still[:most])))
        blocks += teller.hidden(len(still) - most, "planned-commitments")
    else:
        blocks.append(Paragraph((Run(speech.say("commitments_none")),)))
    if done:
        blocks.append(_done(teller, done[: teller.limits.named]))
    return tuple(blocks)


def _real(facts: Iterable[Fact]) -> _Real:
    """Facts that are real, by type and ends; visits by their visitor too."""
    held: _Real = {}
    for fact in facts:
        if fact.status in (Status.ACTIVE, Status.CONCLUDED):
            held.setdefault((fact.type, *fact.ends), []).append(fact)
            if fact.type is RelationType.VISIT:
                held.setdefault((fact.type, fact.subject, ""), []).append(fact)
    return held


def _commitment(teller: Teller, tie: Tie, later: _Real) -> Commitment:
    """A planned tie with its date and what a later release reports."""
    due = min((fact.when or fact.until or "" for fact in tie.facts if fact.when or fact.until), default=None)
    planned = tie.facts[0]
    near = later.get((tie.type, *planned.ends), [])
    if tie.type is RelationType.VISIT:  # a place within the one planned will do
        elsewhere = later.get((tie.type, planned.subject, ""), [])
        near = [fact for fact in elsewhere if _within(teller, fact.object or "", planned.object or "")]
    done = [fact for fact in near if _follows(fact, tie, due)]
    return Commitment(tie, due, min(done, key=lambda fact: (fact.told, fact.relation), default=None))


def _follows(fact: Fact, tie: Tie, due: str | None) -> bool:
    """Whether a fact was told after a plan, and soon enough to be what was planned."""
    return fact.told > tie.last and (tie.type not in _ONCE or _soon(due or tie.last, fact.when or fact.told))


def _within(teller: Teller, place: str, wider: str) -> bool:
    """Whether a place is part of another, at whatever remove."""
    seen: set[str] = set()
    while place and place not in seen:
        if place == wider:
            return True
        seen.add(place)
        thing = teller.material.things.get(place)
        place = (thing.part_of or "") if thing else ""
    return False


def _soon(planned: str, told: str) -> bool:
    """Whether two dates lie at most a year apart, the second not before the first as far as both are told."""
    if not planned or not told:
        return False
    shared = min(len(planned), len(told))
    return told[:shared] >= planned[:shared] and _day(told) - _day(planned) <= _WITHIN


def _day(value: str) -> day:
    parts = [int(part) for part in value.split("-")]
    return day(*parts, *([1] * (3 - len(parts))))


def _passed(due: str, as_of: str) -> bool:
    """Whether a date has passed: a month has when the next one has begun."""
    return due < as_of[: len(due)]


def _rank(one: Commitment, as_of: str) -> tuple[object, ...]:
    """Not yet due by date, then undated and passed ones, the newest first."""
    newest = -newness(one.announced)
    if one.due and not _passed(one.due, as_of):
        return 0, one.due, newest, one.tie.facts[0].relation
    return 1, "", newest, one.tie.facts[0].relation


def _line(teller: Teller, one: Commitment) -> Runs:
    speech, tie = teller.speech, one.tie
    runs: list[Run] = [Run(f"{speech.type(tie.type)} "), *teller.pair(tie)]
    topics = teller.topics(tie.facts, 3)
    if topics:
        runs += [Run(" ("), *topics, Run(")")]
    dated = next((fact for fact in tie.facts if one.due in (fact.when, fact.until)), None) if one.due else None
    said = [speech.say("due", date=teller.date(dated, one.due or "")) if dated else speech.say("no_due")]
    if one.announced:
        said.append(speech.say("announced", date=speech.date(one.announced)))
    end = f": {', '.join(said)}; {_state(teller, one)}{teller.unsure(tie)}"
    return *runs, Run(end, notes=teller.cite(tie.facts, [dated] if dated else []))


def _state(teller: Teller, one: Commitment) -> str:
    if one.due is None:
        return teller.speech.say("open_undated")
    return teller.speech.say("overdue" if _passed(one.due, teller.material.as_of or "") else "open")


def _done(teller: Teller, done: list[Commitment]) -> Paragraph:
    speech = teller.speech
    runs: list[Run] = [Run(speech.say("done_heading"))]
    for place, one in enumerate(done):
        if one.done is None:
            continue
        before = speech.date(one.announced, short=True) if one.announced else speech.say("undated")
        said = speech.say("done", before=before, after=speech.date(one.done.told, short=True))
        kind = f"{'; ' if place else ''}{speech.type(one.tie.type)} "
        notes = teller.cite([], [one.tie.facts[0], one.done])
        runs += [Run(kind), *teller.pair(one.tie, strong=False), Run(f" ({said})", notes=notes)]
    return Paragraph((*runs, Run(".")))
