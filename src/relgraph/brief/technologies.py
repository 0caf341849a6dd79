"""Technologies on both sides: where the partner leads, what the others call a priority, where both work together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relgraph.brief.document import Block, Grid, Heading, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, newness
from relgraph.brief.standing import topics_standing
from relgraph.brief.telling import ELSEWHERE, Teller
from relgraph.vocabulary import RelationType

_Columns = tuple[dict[str, list[Fact]], ...]
_TOGETHER = (RelationType.COOPERATION, RelationType.AGREEMENT, RelationType.PARTNERSHIP)


def technologies(teller: Teller) -> tuple[Block, ...]:
    """A table of technical fields, those that concern both sides first; other fields of cooperation in one sentence."""
    speech, most = teller.speech, teller.limits.fields
    columns = tuple(_by_topic(facts) for facts in _sides(teller))
    fields = {topic for column in columns for topic in column}
    ranked = sorted(fields & teller.material.technologies, key=lambda topic: _rank(topic, columns))
    blocks: list[Block] = [Heading(speech.say("technologies"))]
    if ranked:
        rows = _rows(teller, ranked, columns)
        left = [question for row in rows[most:] for question in _questions(row)]
        head = tuple(speech.say(key) for key in ("field", "partner_leads", "own_priority", "cooperation"))
        told = tuple(_told(teller, row) for row in rows[:most])
        blocks.append(Grid(speech.say("technologies_table"), head, told, (22, 24, 24, 30)))
        blocks += teller.hidden(len(rows) - most, left)
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
    """Facts, newest first, in the order in which a topic cites them: those whose sentence names it come first."""
    teller.material.sentences.read(fact.evidence for fact in facts)
    return sorted(facts, key=lambda fact: topic not in topics_standing(teller.sentence(fact)))


def _rank(topic: str, columns: _Columns) -> tuple[object, ...]:
    """Fields of which more columns tell first, then those in which the partner leads, of more releases, and newest."""
    facts = [fact for column in columns for fact in column.get(topic, [])]
    newest = max(fact.told for fact in facts)
    releases = len({fact.origin.iri for fact in facts})
    filled = sum(topic in column for column in columns)
    return -filled, topic not in columns[0], -releases, -newness(newest), topic


@dataclass(frozen=True)
class _Named:
    """Whom facts name for a field: an actor, or both ends of a dealing; `elsewhere`: no sentence names the field."""

    ends: tuple[str, ...]
    facts: tuple[Fact, ...]
    elsewhere: bool


@dataclass(frozen=True)
class _Row:
    """Fields of which the same is told, by the same sentences."""

    topics: list[str]
    cells: tuple[tuple[_Named, ...], ...]


def _rows(teller: Teller, ranked: list[str], columns: _Columns) -> list[_Row]:
    """Rows in the order of their first field."""
    rows: dict[object, _Row] = {}
    for topic in ranked:
        cells = tuple(tuple(_named(teller, topic, column.get(topic, []))) for column in columns)
        same = tuple(tuple((one.ends, one.facts[0].evidence, one.elsewhere) for one in cell) for cell in cells)
        rows.setdefault(same, _Row([], cells)).topics.append(topic)
    return list(rows.values())


def _named(teller: Teller, topic: str, facts: list[Fact]) -> Iterator[_Named]:
    held: dict[tuple[str, ...], list[Fact]] = {}
    for fact in _bearing(teller, topic, facts):
        held.setdefault(_ends(teller, fact), []).append(fact)
    for ends, own in held.items():
        yield _Named(ends, tuple(own), topic not in topics_standing(teller.sentence(own[0])))


def _ends(teller: Teller, fact: Fact) -> tuple[str, ...]:
    """Who is named: the subject alone, or both ends of a dealing, the partner's last."""
    if fact.object is None or fact.type not in _TOGETHER:
        return (fact.subject,)
    own, partner = fact.subject, fact.object
    return (partner, own) if own in teller.material.partners else (own, partner)


def _told(teller: Teller, row: _Row) -> tuple[Runs, ...]:
    fields = teller.joined(teller.speech.name(topic) for topic in row.topics)
    return (fields, *(_cell(teller, cell) for cell in row.cells))


def _cell(teller: Teller, cell: tuple[_Named, ...]) -> Runs:
    """Those whom facts name, one or two, each with its source."""
    if not cell:
        return (Run(teller.speech.say("blank")),)
    runs: list[Run] = []
    shown = cell[: teller.limits.notes]
    for one in shown:
        runs += [Run("; ")] if runs else []
        runs += teller.joined((teller.speech.name(end) for end in one.ends), " – ")
        mark = ELSEWHERE if one.elsewhere else ""
        mark += f" ({teller.speech.say('unsure')})" if all(fact.unsure for fact in one.facts) else ""
        runs.append(Run(_status(teller, one.facts[0]) + mark, notes=teller.notes.cite(one.facts, 1)))
    more = len(cell) - len(shown)
    return (*runs, Run(f" {teller.speech.count('others', more)}")) if more else tuple(runs)


def _status(teller: Teller, fact: Fact) -> str:
    """The status of what is cited, where it is not simply so."""
    return f" ({teller.speech.status(fact.status)})" if fact.status.value in ("planned", "ended") else ""


def _questions(row: _Row) -> Iterator[str]:
    """The questions of the catalogue that tell what a row does."""
    for cell, question in zip(row.cells, ("technology-leaders", "priorities", "cooperation-fields"), strict=True):
        if cell:
            yield question


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
