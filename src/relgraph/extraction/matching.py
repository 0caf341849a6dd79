"""Rules meet sentences: which phrases fill the ends of a relation that a cue announces.

Owns the choice among phrases (the nearest that fits) and what stands in where a sentence leaves an end open.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from relgraph.extraction.cues import find_cues
from relgraph.extraction.draft import Draft
from relgraph.extraction.home import home, region
from relgraph.extraction.phrases import Phrase
from relgraph.extraction.rules import Role, Rule
from relgraph.extraction.status import negated, words
from relgraph.extraction.tokens import Sentence
from relgraph.names.topics import TopicHit
from relgraph.vocabulary import EntityType

_CLAUSE_COST = 9
_REFERENCE_COST = 4
_STAND_IN_COST = 12.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what was found in it; topics count in the release's text."""

    draft: Draft
    sentence: Sentence
    phrases: Sequence[Phrase]
    topics: Sequence[TopicHit]
    bodies: Mapping[str, str]


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave to later ones: the last document, event, visitor and leader."""

    document: str | None = None
    event: str | None = None
    named: defaultdict[EntityType, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    organisation: str | None = None
    visitor: str | None = None
    leader: str | None = None
    quotes: list[tuple[int, int]] = field(default_factory=list)
    pair: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation that a rule reads in a sentence, before dates and status are set.

    `cue` is the place of the cue in the sentence; `cost` grows with the distance of what fills the ends;
    `confidence` is the scorer's, where it chose the claim.
    """

    rule: Rule
    sentence: Sentence
    cue: tuple[int, int]
    subject: str
    object: str | None
    topics: tuple[str, ...]
    cost: float
    confidence: float | None = None


def match(rule: Rule, places: Sequence[int], scene: Scene, memory: Memory) -> Iterator[Claim]:
    """All claims that a rule makes of a sentence whose cues may begin at these places."""
    text = scene.sentence.text
    for cue in find_cues(rule.pattern, text, places):
        if rule.veto and rule.veto.stand_in(text):
            return
        if not negated(text, *cue):
            claims = list(_between(rule, scene, memory, cue) if rule.between else _directed(rule, scene, memory, cue))
            yield from claims
            if claims:
                return


def _between(rule: Rule, scene: Scene, memory: Memory, cue: tuple[int, int]) -> Iterator[Claim]:
    """Everyone in one enumeration with everyone else: "die Zusammenarbeit zwischen A, B und C"."""
    assert rule.between is not None
    for phrase, cost in _ranked(rule.between, scene, cue):
        ids = _fitting(rule.between, scene, phrase)
        if phrase.governs == "gen" and _with_follows(scene, phrase):
            continue  # "die Partnerschaft der Länder A und B mit C" is theirs with C
        if rule.bodies:
            ids = list(dict.fromkeys(scene.bodies[id_] for id_ in ids if id_ in scene.bodies))
        if len(ids) > 1:
            topics = _topics(rule, scene, cue)
            for one, other in combinations(ids, 2):
                yield Claim(rule, scene.sentence, cue, one, other, topics, cost)
            return


def _with_follows(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase with "mit" comes right behind a genitive."""
    return any(
        other.governs == "mit"
        and 0 <= scene.draft.text[phrase.end : other.start].count(" ") < 6
        and other.start > phrase.end
        for other in scene.phrases
    )


def _directed(rule: Rule, scene: Scene, memory: Memory, cue: tuple[int, int]) -> Iterator[Claim]:
    assert rule.subject is not None
    if rule.each:
        yield from _distributed(rule, scene, cue)
        return
    filled = _fill(rule, scene, memory, cue)
    if filled is None:
        return
    subjects, objects, cost = filled
    topics = _topics(rule, scene, cue)
    if rule.needs_topic and not topics:
        return
    for subject in subjects:
        for other in objects:
            if subject != other:
                yield Claim(rule, scene.sentence, cue, subject, other, topics, cost)


def _distributed(rule: Rule, scene: Scene, cue: tuple[int, int]) -> Iterator[Claim]:
    """A list that says of each its own: "Finnland liegt bei der Photonik vorne, Schweden bei Batterien"."""
    assert rule.subject is not None
    open_ = [
        phrase for phrase in scene.phrases if _fits(rule.subject, phrase) and _fitting(rule.subject, scene, phrase)
    ]
    starts = [phrase for phrase in open_ if phrase.governs in ("nom", "bare")]
    told: set[str] = set()
    for index, phrase in enumerate(starts):
        stop = starts[index + 1].start if index + 1 < len(starts) else scene.sentence.end
        topics = tuple(dict.fromkeys(hit.topic for hit in scene.topics if phrase.end <= hit.start < stop))
        for subject in _fitting(rule.subject, scene, phrase):
            if topics and subject not in told and len(starts) > 1:
                told.add(subject)
                yield Claim(rule, scene.sentence, cue, subject, None, topics, 0.0)
    if not told:
        ranked = _ranked(rule.subject, scene, cue)
        topics = _topics(rule, scene, cue)
        if ranked and topics:
            phrase, cost = ranked[0]
            for subject in _fitting(rule.subject, scene, phrase):
                yield Claim(rule, scene.sentence, cue, subject, None, topics, cost)


_Filled = tuple[list[str], list[str] | list[None], float]


def _fill(rule: Rule, scene: Scene, memory: Memory, cue: tuple[int, int]) -> _Filled | None:
    """Ids that fill subject and object, and what it cost: of all pairs of phrases the nearest two."""
    assert rule.subject is not None
    subjects = _ranked(rule.subject, scene, cue)
    if rule.object is None:
        if subjects:
            return _fitting(rule.subject, scene, subjects[0][0]), [None], subjects[0][1]
        stand_in = _otherwise(rule.subject, scene, memory)
        return ([stand_in], [None], _STAND_IN_COST) if stand_in else None
    objects = _ranked(rule.object, scene, cue)
    pairs = [
        (one + two, subject, other)
        for subject, one in subjects
        for other, two in objects
        if not set(subject.ids) & set(other.ids)
    ]
    if pairs:
        cost, subject, other = min(pairs, key=lambda pair: (pair[0], pair[1].start, pair[2].start))
        return (
            _ids(rule.subject, scene, subjects, subject, other),
            _ids(rule.object, scene, objects, other, subject),
            cost,
        )
    if objects and (stand_in := _otherwise(rule.subject, scene, memory)) and stand_in not in objects[0][0].ids:
        return [stand_in], _ids(rule.object, scene, objects, objects[0][0], None), objects[0][1] + _STAND_IN_COST
    if subjects and (stand_in := _otherwise(rule.object, scene, memory)) and stand_in not in subjects[0][0].ids:
        return _fitting(rule.subject, scene, subjects[0][0]), [stand_in], subjects[0][1] + _STAND_IN_COST
    return None


def _ids(
    role: Role, scene: Scene, ranked: Sequence[tuple[Phrase, float]], nearest: Phrase, rival: Phrase | None
) -> list[str]:
    """Ids of the nearest phrase, or of every phrase that fits where the role takes all."""
    taken = [phrase for phrase, _ in ranked if phrase != rival] if role.all else [nearest]
    return list(
        dict.fromkeys(id_ for phrase in sorted(taken, key=lambda p: p.start) for id_ in _fitting(role, scene, phrase))
    )


def _ranked(role: Role, scene: Scene, cue: tuple[int, int]) -> list[tuple[Phrase, float]]:
    """Phrases that fit a role, the nearest first."""
    found = []
    for phrase in scene.phrases:
        if _fits(role, phrase) and _fitting(role, scene, phrase):
            before = phrase.end - scene.sentence.start <= cue[0]
            after = phrase.start - scene.sentence.start >= cue[1]
            if (role.side == "before" and not before) or (role.side == "after" and not after):
                continue
            cost = _cost(scene, phrase, cue)
            if cost[0] <= role.near:
                found.append((phrase, cost[1]))
    return sorted(found, key=lambda pair: (pair[1], pair[0].start))


def _cost(scene: Scene, phrase: Phrase, cue: tuple[int, int]) -> tuple[int, float]:
    """Words between phrase and cue, and the same with a surcharge for each clause in between."""
    start, end = phrase.start - scene.sentence.start, phrase.end - scene.sentence.start
    gap = (
        scene.sentence.text[end : cue[0]]
        if end <= cue[0]
        else scene.sentence.text[cue[1] : start]
        if start >= cue[1]
        else ""
    )
    distance = gap.count(" ")
    clauses = len(re.findall(r"[,;:–]", re.sub(r"\([^)]*\)", "", gap)))
    return distance, distance + _CLAUSE_COST * clauses + _REFERENCE_COST * phrase.reference


def _fits(role: Role, phrase: Phrase) -> bool:
    return not role.governors or phrase.governs in role.governors


def _fitting(role: Role, scene: Scene, phrase: Phrase) -> list[str]:
    ids = [id_ for id_ in phrase.ids if scene.draft.entities[id_].type in role.kinds]
    return [id_ for id_ in ids if not _is_own(scene, id_)] if role.foreign else ids


def _is_own(scene: Scene, id_: str) -> bool:
    """Whether somebody is of the release's side: its region, or a person who holds an office there or none."""
    own = region(scene.draft)
    if scene.draft.entities[id_].type == EntityType.PERSON:
        body = scene.bodies.get(id_)
        return (
            body is None
            or own is None
            or body == own.id
            or (scene.draft.release.region or "") in scene.draft.entities[body].name
        )
    return own is not None and id_ == own.id


def _otherwise(role: Role, scene: Scene, memory: Memory) -> str | None:
    """What stands in for an end that the sentence leaves open."""
    if role.otherwise == "region":
        own = region(scene.draft)
        return own.id if own else None
    if role.otherwise == "home":
        own = home(scene.draft)
        return own.id if own else None
    if role.otherwise == "speaker":
        return speaker(scene, memory)
    return getattr(memory, role.otherwise) if role.otherwise else None


def speaker(scene: Scene, memory: Memory) -> str | None:
    """The person whom a sentence quotes, in it or behind the quotation it stands in."""
    before = bisect_left(memory.quotes, (scene.sentence.start + 1,))
    last = memory.quotes[before - 1] if before else (0, 0)
    span = last if scene.sentence.start < last[1] else None
    end = max(scene.sentence.end, span[1] + 120) if span else scene.sentence.end
    start = span[1] if span and span[1] > scene.sentence.end else scene.sentence.start
    text = scene.draft.text[start:end].split("\n")[0]
    for _, said in words().cues["saying"].find(text):
        near = [
            person
            for person in scene.draft.within(start, start + len(text))
            if scene.draft.type_of(person) == EntityType.PERSON and abs(person.start - start - said) < 60
        ]
        if near:
            return min(near, key=lambda person: abs(person.start - start - said)).id
    return None


def _topics(rule: Rule, scene: Scene, cue: tuple[int, int]) -> tuple[str, ...]:
    if rule.topics == "none":
        return ()
    start, end = scene.sentence.start + cue[0], scene.sentence.start + cue[1]
    hits = scene.topics
    if rule.topics == "after":
        hits = [hit for hit in hits if hit.start >= start]
    elif rule.topics == "before":
        hits = [hit for hit in hits if hit.end <= end]
    return tuple(dict.fromkeys(hit.topic for hit in hits))
