"""What is promised or comes up, when, and whether a later release reports it done."""

from dataclasses import dataclass

from relgraph.brief.document import Block, Heading, Items, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, newness
from relgraph.brief.material import Tie
from relgraph.brief.promises import Promise, promises, upcoming
from relgraph.brief.telling import Teller


@dataclass(frozen=True)
class _Open:
    """A planned tie that is not done; `overdue` where its day has passed."""

    tie: Tie
    due: str
    overdue: bool
    question: str

    @property
    def rank(self) -> tuple[object, ...]:
        """Not yet due by date, then undated and passed ones, the newest first."""
        ahead = bool(self.due) and not self.overdue
        return not ahead, self.due if ahead else "", -newness(self.tie.last), self.tie.facts[0].relation


def commitments(teller: Teller) -> tuple[Block, ...]:
    """Open ones first, those with the nearest date at the top; one line tells what was reported done since."""
    material, speech, most = teller.material, teller.speech, teller.limits.commitments
    known = promises(material)
    still = [_Open(one.tie, one.due, one.overdue, "commitments") for one in known if one.done is None]
    still += [_Open(tie, _day(tie), False, "upcoming") for tie in upcoming(material)]
    still.sort(key=lambda one: one.rank)
    done = [one for one in known if one.done is not None]
    told = speech.say("commitments_as_of", date=speech.date(material.as_of)) if material.as_of else ""
    blocks: list[Block] = [Heading(told or speech.say("commitments"))]
    if still:
        blocks.append(Items(tuple(_line(teller, one) for one in still[:most])))
        blocks += teller.hidden(len(still) - most, [one.question for one in still[most:]])
    else:
        blocks.append(Paragraph((Run(speech.say("commitments_none")),)))
    if done:
        blocks.append(_done(teller, done[: teller.limits.named]))
    return tuple(blocks)


def _day(tie: Tie) -> str:
    return min((fact.when for fact in tie.facts if fact.when), default="")


def _line(teller: Teller, one: _Open) -> Runs:
    speech, tie = teller.speech, one.tie
    runs: list[Run] = [Run(f"{speech.type(tie.type)} "), *teller.pair(tie)]
    topics = teller.topics(tie.facts, 3)
    if topics:
        runs += [Run(" ("), *topics, Run(")")]
    dated = next((fact for fact in tie.facts if one.due in (fact.until, fact.when)), None) if one.due else None
    said = [speech.say("due", date=teller.date(dated, one.due)) if dated else speech.say("no_due")]
    if tie.last:
        said.append(speech.say("announced", date=speech.date(tie.last)))
    end = f": {', '.join(said)}; {_state(teller, one)}{teller.unsure(tie)}"
    return *runs, Run(end, notes=teller.cite(tie.facts, [dated] if dated else []))


def _state(teller: Teller, one: _Open) -> str:
    if not one.due:
        return teller.speech.say("open_undated")
    return teller.speech.say("overdue" if one.overdue else "open")


def _done(teller: Teller, done: list[Promise]) -> Paragraph:
    speech = teller.speech
    runs: list[Run] = [Run(speech.say("done_heading"))]
    for place, one in enumerate(done):
        before: Fact = min(one.tie.facts, key=lambda fact: (fact.told, fact.relation))
        after = one.done or before
        announced = speech.date(before.told, short=True) if before.told else speech.say("undated")
        said = speech.say("done", before=announced, after=speech.date(after.told, short=True))
        kind = f"{'; ' if place else ''}{speech.type(one.tie.type)} "
        notes = teller.cite([], [before, after])
        runs += [Run(kind), *teller.pair(one.tie, strong=False), Run(f" ({said})", notes=notes)]
    return Paragraph((*runs, Run(".")))
