"""People of the partner's side who were met, and what other visits and meetings there were."""

from relgraph.brief.document import Block, Grid, Heading, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, newness
from relgraph.brief.material import Tie
from relgraph.brief.promises import unreported
from relgraph.brief.telling import Teller
from relgraph.vocabulary import EntityType, RelationType


def people(teller: Teller) -> tuple[Block, ...]:
    """A table of persons with office, whom they met and when; below it visits and meetings without such a person."""
    material, speech, limits = teller.material, teller.speech, teller.limits
    ties = material.ties(RelationType.MEETING, RelationType.VISIT)
    met: dict[str, list[Tie]] = {}
    for tie in ties:
        if material.things[tie.partner].kind == EntityType.PERSON:
            met.setdefault(tie.partner, []).append(tie)
    real = [tie for tie in ties if tie.partner not in met]
    announced = unreported(material)
    others = real + announced
    ranked = sorted(met, key=lambda person: _rank(met[person], person))
    blocks: list[Block] = [Heading(speech.say("people"))]
    if ranked:
        rows = tuple(_row(teller, person, met[person]) for person in ranked[: limits.people])
        head = tuple(speech.say(key) for key in ("person", "office", "met_by", "when"))
        blocks.append(Grid(speech.say("people_table"), head, rows, (22, 30, 30, 18)))
    else:
        blocks.append(Paragraph((Run(speech.say("people_none")),)))
    if others:
        blocks.append(_others(teller, others[: limits.visits], announced))
    left = max(0, len(ranked) - limits.people) + max(0, len(others) - limits.visits)
    return *blocks, *teller.hidden(left, ["visits-and-meetings"])


def _rank(ties: list[Tie], person: str) -> tuple[object, ...]:
    releases = {fact.origin.iri for tie in ties for fact in tie.facts}
    newest = max(tie.last for tie in ties)
    return -len(releases), -newness(newest), person


def _row(teller: Teller, person: str, ties: list[Tie]) -> tuple[Runs, ...]:
    speech = teller.speech
    own = list(dict.fromkeys(tie.own for tie in ties))
    facts = sorted((fact for tie in ties for fact in tie.facts), key=lambda fact: fact.newest_first)
    date, newest = teller.when(facts)
    mark = f" ({speech.say('unsure')})" if all(tie.unsure for tie in ties) else ""
    shown = own[: teller.limits.notes + 1]
    bearing = [next(fact for fact in facts if who in (fact.subject, fact.object)) for who in shown]
    notes = teller.cite(facts, [*newest, *bearing])
    names = teller.joined((speech.name(who) for who in shown), "; ")  # names hold commas themselves
    more = f" {speech.count('others', len(own) - len(shown))}" if len(own) > len(shown) else ""
    return (
        (speech.name(person),),
        _office(teller, person),
        (*names, Run(f"{more}{mark}", notes=notes)),
        (Run(date),),
    )


def _office(teller: Teller, person: str) -> Runs:
    """The office as the newest release states it, and of whom."""
    held = [fact for fact in teller.material.offices.get(person, []) if not fact.unsure] or teller.material.offices.get(
        person, []
    )
    if not held:
        return (Run(teller.speech.say("office_none")),)
    fact: Fact = max(held, key=lambda fact: (fact.told, fact.role is not None, fact.relation))
    of = teller.speech.name(fact.object or "")
    notes = teller.notes.cite([fact])
    if fact.role is None:
        return (Run(of.text, lang=of.lang, notes=notes),)
    return Run(fact.role, lang=_german(teller, fact)), Run(", "), Run(of.text, lang=of.lang, notes=notes)


def _german(teller: Teller, fact: Fact) -> str | None:
    return None if fact.origin.language == teller.speech.language else fact.origin.language


def _others(teller: Teller, ties: list[Tie], announced: list[Tie]) -> Paragraph:
    """Visits and meetings in a sentence, at the end those that were announced and of which nothing more is told."""
    speech = teller.speech
    runs: list[Run] = [Run(speech.say("visits"))]
    for place, tie in enumerate(ties):
        date, newest = teller.when(tie.facts)
        if tie in announced:
            date = speech.say("announced_for", date=date) if newest else speech.say("announced", date=_day(teller, tie))
        said = f" ({date}){teller.unsure(tie)}"
        joint = "; " if place else ""
        notes = teller.cite(tie.facts, newest)
        runs += [Run(f"{joint}{speech.type(tie.type)} "), *teller.pair(tie, strong=False), Run(said, notes=notes)]
    return Paragraph((*runs, Run(".")))


def _day(teller: Teller, tie: Tie) -> str:
    return teller.speech.date(tie.last, short=True) if tie.last else teller.speech.say("undated")
