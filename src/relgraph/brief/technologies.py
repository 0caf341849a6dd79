"""Technologies on both sides: where the partner leads, what the others call a priority, where both work together."""

from collections.abc import Iterable

from relgraph.brief.document import Block, Grid, Heading, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, newness
from relgraph.brief.standing import topics_standing
from relgraph.brief.telling import ELSEWHERE, Teller
from relgraph.vocabulary import RelationType

_TOGETHER = (RelationType.COOPERATION, RelationType.AGREEMENT, RelationType.PARTNERSHIP)


def technologies(teller: Teller) -> tuple[Block, ...]:
    """A table of technical fields, those that concern both sides first; other fields of cooperation in one sentence."""
    speech, most = teller.speech, teller.limits.fields
    columns = tuple(_by_topic(facts) for facts in _sides(teller))
    fields = {topic for column in columns for topic in column}
    ranked = sorted(fields & teller.material.technologies, key=lambda topic: _rank(topic, columns))
    blocks: list[Block] = [Heading(speech.say("technologies"))]
    if ranked:
        rows = tuple(_row(teller, topic, columns) for topic in ranked[:most])
        head = tuple(speech.say(key) for key in ("field", "partner_leads", "own_priority", "cooperation"))
        blocks.append(Grid(speech.say("technologies_table"), head, rows, (22, 24, 24, 30)))
        blocks += teller.hidden(len(ranked) - most, "country-topics")
    others = {topic: facts for topic, facts in columns[2].items() if topic not in teller.material.technologies}
    if others:
        blocks.append(_others(teller, others))
    if len(blocks) == 1:
        blocks.append(Paragraph((Run(speech.say("technologies_none")),)))
    return tuple(blocks)


def _sides(teller: Teller) -> tuple[list[Fact], list[Fact], list[Fact]]:
    material = teller.material
    strengths = [fact for fact in material.facts if fact.type is RelationType.STRENGTH]
    interests = [fact for fact in material.facts if fact.type is RelationType.INTEREST]
    return (
        [fact for fact in strengths if fact.subject in material.partners],
        [fact for fact in interests if fact.subject not in material.partners],
        [fact for fact in material.dealings if fact.type in _TOGETHER],
    )


def _by_topic(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        for topic in fact.topics:
            held.setdefault(topic, []).append(fact)
    return held


def _bearing(teller: Teller, topic: str, facts: list[Fact]) -> list[Fact]:
    """Facts in the order in which they are cited for a topic: those whose sentence names it first."""
    teller.material.sentences.read(fact.evidence for fact in facts)
    return sorted(facts, key=lambda fact: (topic not in topics_standing(teller.sentence(fact)), fact.newest_first))


def _rank(topic: str, columns: tuple[dict[str, list[Fact]], ...]) -> tuple[object, ...]:
    """Fields of which more columns tell first, then those in which the partner leads, of more releases, and newest."""
    facts = [fact for column in columns for fact in column.get(topic, [])]
    newest = max(fact.told for fact in facts)
    releases = len({fact.origin.iri for fact in facts})
    filled = sum(topic in column for column in columns)
    return -filled, topic not in columns[0], -releases, -newness(newest), topic


def _row(teller: Teller, topic: str, columns: tuple[dict[str, list[Fact]], ...]) -> tuple[Runs, ...]:
    leads, priority, together = (_bearing(teller, topic, column.get(topic, [])) for column in columns)
    name = teller.speech.name(topic)
    return (
        (name,),
        _cell(teller, topic, leads, {fact.subject: (fact.subject,) for fact in leads}),
        _cell(teller, topic, priority, {fact.subject: (fact.subject,) for fact in priority}),
        _cell(teller, topic, together, {"".join(fact.ends): _ordered(teller, fact) for fact in together}),
    )


def _ordered(teller: Teller, fact: Fact) -> tuple[str, ...]:
    """Both ends of a dealing, the partner's last."""
    first, second = fact.subject, fact.object or ""
    return (second, first) if first in teller.material.partners else (first, second)


def _cell(teller: Teller, topic: str, facts: list[Fact], who: dict[str, tuple[str, ...]]) -> Runs:
    """Those whom facts name, one or two, each with its source."""
    if not facts:
        return (Run(teller.speech.say("blank")),)
    runs: list[Run] = []
    shown = list(who.values())[: teller.limits.notes]
    for ends in shown:
        own = [fact for fact in facts if set(ends) <= {fact.subject, fact.object}]
        runs += [Run("; ")] if runs else []
        runs += teller.joined((teller.speech.name(end) for end in ends), " – ")
        mark = "" if topic in topics_standing(teller.sentence(own[0])) else ELSEWHERE
        mark += f" ({teller.speech.say('unsure')})" if all(fact.unsure for fact in own) else ""
        runs.append(Run(_planned(teller, own) + mark, notes=teller.notes.cite(own, 1)))
    return (
        (*runs, Run(f" {teller.speech.count('others', len(who) - len(shown))}"))
        if len(who) > len(shown)
        else tuple(runs)
    )


def _planned(teller: Teller, facts: list[Fact]) -> str:
    """The status of what is cited, where it is not simply so."""
    status = facts[0].status
    return f" ({teller.speech.status(status)})" if status.value in ("planned", "ended") else ""


def _others(teller: Teller, others: dict[str, list[Fact]]) -> Paragraph:
    """Fields beyond technology, with the number of releases."""
    ranked = sorted(others, key=lambda topic: (-len({fact.origin.iri for fact in others[topic]}), topic))
    runs: list[Run] = [Run(teller.speech.say("other_fields"))]
    for place, topic in enumerate(ranked[: max(2, teller.limits.fields - 2)]):
        facts = _bearing(teller, topic, others[topic])
        releases = len({fact.origin.iri for fact in facts})
        runs += [Run(", ")] if place else []
        runs.append(teller.topic(topic, facts))
        runs.append(Run(f" ({teller.speech.number(releases)})", notes=teller.notes.cite(facts, 1)))
    return Paragraph((*runs, Run(".")))
