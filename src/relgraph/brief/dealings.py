"""Partnerships and agreements, one line each."""

from relgraph.brief.document import Block, Heading, Items, Paragraph, Run, Runs
from relgraph.brief.fact import Fact
from relgraph.brief.material import Tie
from relgraph.brief.standing import date_stands, name_stands
from relgraph.brief.telling import ELSEWHERE, Teller
from relgraph.vocabulary import RelationType, Status

_DATES = 3  # how many of those told


def dealings(teller: Teller) -> tuple[Block, ...]:
    """Partnerships, best evidenced first, then agreements; those that are only planned stand among commitments."""
    material, speech, most = teller.material, teller.speech, teller.limits.dealings
    partnerships = material.ties(RelationType.PARTNERSHIP)
    facts = [fact for fact in material.dealings if fact.type is RelationType.AGREEMENT]
    agreements = material.tied([fact for fact in facts if fact.status is not Status.PLANNED], _paper)
    heading = Heading(speech.say("dealings"))
    if not partnerships and not agreements:
        return heading, Paragraph((Run(speech.say("dealings_none")),))
    first = partnerships[: max(most - len(agreements), (most + 1) // 2)]
    then = agreements[: most - len(first)]
    items = [_partnership(teller, tie) for tie in first] + [_agreement(teller, tie) for tie in then]
    return (
        heading,
        Items(tuple(items)),
        *teller.hidden(len(partnerships) - len(first), ["partnerships"]),
        *teller.hidden(len(agreements) - len(then), ["agreements"]),
    )


def _paper(fact: Fact) -> str:
    """What tells two agreements of the same parties apart: the paper, else the day."""
    return fact.document or fact.when or fact.told


def _partnership(teller: Teller, tie: Tie) -> Runs:
    speech = teller.speech
    begun = [fact for fact in tie.facts if fact.when]
    ended = [fact for fact in tie.facts if fact.until]
    words, bearing = [speech.type(tie.type)], []
    if begun:
        words[0] += f" {_since(teller, begun)}"
        bearing += _one_of_each(teller, begun)[:_DATES]
    if ended:
        words[0] += f" {speech.say('until_when', date=teller.date(ended[0], ended[0].until or ''))}"
        bearing.append(ended[0])
    words += [speech.status(tie.facts[0].status), _evidence(teller, tie)]
    return *teller.pair(tie), Run(f": {', '.join(words)}{teller.unsure(tie)}", notes=teller.cite(tie.facts, bearing))


def _since(teller: Teller, begun: list[Fact]) -> str:
    """Since when, as most facts say; other dates beside it, as releases do differ."""
    held = _one_of_each(teller, begun)
    first, *others = [teller.date(fact, fact.when or "") for fact in held[:_DATES]]
    said = teller.speech.say("since_when", date=first)
    if others:
        rest = f" {teller.speech.count('others', len(held) - _DATES)}" if len(held) > _DATES else ""
        said += f" ({teller.speech.say('also', dates=', '.join(others) + rest)})"
    return said


def _dates(begun: list[Fact]) -> list[str]:
    """Distinct dates, that of most facts first; one that another begins with adds nothing."""
    said = [fact.when or "" for fact in begun]
    full = {date for date in said if not any(other != date and other.startswith(date) for other in said)}
    weight = {date: sum(date.startswith(other) for other in said) for date in full}
    return sorted(full, key=lambda date: (-weight[date], date))


def _one_of_each(teller: Teller, begun: list[Fact]) -> list[Fact]:
    """For each date told, a fact that bears it, one whose sentence names it where there is one."""
    held = [[fact for fact in begun if fact.when == date] for date in _dates(begun)]
    named = (next((one for one in facts if date_stands(one.when or "", teller.sentence(one))), None) for facts in held)
    return [one or facts[0] for one, facts in zip(named, held, strict=True)]


def _agreement(teller: Teller, tie: Tie) -> Runs:
    speech = teller.speech
    dated = next((fact for fact in tie.facts if fact.when), None)
    named = next((fact for fact in tie.facts if fact.document), None)
    told = teller.date(dated, dated.when or "") if dated else _told(teller, tie)
    runs: list[Run] = [*teller.pair(tie), Run(f": {speech.type(tie.type)}, ")]
    if named:
        paper = speech.name(named.document or "")
        runs += [paper, Run(", " if name_stands(paper.text, teller.sentence(named)) else f"{ELSEWHERE}, ")]
    runs.append(Run(told))
    topics = teller.topics(tie.facts)
    if topics:
        runs += [Run(" ("), *topics, Run(")")]
    counted = f"; {teller.counted(tie)}" if tie.releases > 1 else ""
    end = f"{counted}{teller.unsure(tie)}"
    return *runs, Run(end, notes=teller.cite(tie.facts, [fact for fact in (dated, named) if fact]))


def _told(teller: Teller, tie: Tie) -> str:
    return teller.speech.say("told_on", date=teller.speech.date(tie.last)) if tie.last else teller.speech.say("undated")


def _evidence(teller: Teller, tie: Tie) -> str:
    """How well it is evidenced and when last; of one release alone, when."""
    if tie.releases == 1:
        return _told(teller, tie)
    last = f", {teller.speech.say('last', date=teller.speech.date(tie.last))}" if tie.last else ""
    return f"{teller.counted(tie)}{last}"
