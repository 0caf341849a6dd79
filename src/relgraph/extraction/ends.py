"""Which phrases of a sentence fill the two ends of a relation that a cue announces.

Owns the choice: of all pairs that fit the nearest, and a stand-in where the sentence leaves an end open.
"""

import re
from collections.abc import Sequence

from relgraph.extraction.clauses import clause_at
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.rules import Role, Rule
from relgraph.extraction.scene import Memory, Scene, is_own, stand_in
from relgraph.vocabulary import EntityType

_CLAUSE_COST = 14
_REFERENCE_COST = 4
_STAND_IN_COST = 12.0
_ORDER_COST = 6.0
_UNLIKE_SUBJECTS = frozenset(("acc", "dat", "gen", "aus", "von"))
_BRACKET = re.compile(r"\([^)]*\)")
_HARD = re.compile(r"[;:–]")

Filled = tuple[list[str], list[str] | list[None], float]


def fill(rule: Rule, scene: Scene, memory: Memory, cue: tuple[int, int]) -> Filled | None:
    """Ids that fill subject and object, and what it cost: of all pairs of phrases the nearest two."""
    assert rule.subject is not None
    subject_role, subjects = _ranked_or_second(rule.subject, scene, cue)
    if rule.object is None:
        return _alone(rule.subject, scene, memory, subjects)
    host = _host(rule, scene, cue, subjects)
    if rule.beside and host is None:
        return None
    if host:
        subjects = [(phrase, cost) for phrase, cost in subjects if phrase != host]
    object_role, objects = _ranked_or_second(rule.object, scene, cue)
    nearest = _nearest(rule, subjects, objects)
    if nearest and not (rule.subject.otherwise and objects and nearest[0] > objects[0][1] + 2 * _STAND_IN_COST):
        cost, subject, other = nearest
        found = _ids(subject_role, scene, subjects, subject, other), _ids(object_role, scene, objects, other, subject)
        return *found, cost
    if objects and (absent := stand_in(rule.subject, scene, memory, host)) and absent not in objects[0][0].ids:
        return [absent], _ids(object_role, scene, objects, objects[0][0], None), objects[0][1] + _STAND_IN_COST
    if subjects and (absent := stand_in(rule.object, scene, memory, host)) and absent not in subjects[0][0].ids:
        return _ids(subject_role, scene, subjects, subjects[0][0], None), [absent], subjects[0][1] + _STAND_IN_COST
    return _alone(rule.subject, scene, memory, subjects) if rule.object.otherwise == "none" and scene.topics else None


def _alone(role: Role, scene: Scene, memory: Memory, subjects: Sequence[tuple[Phrase, float]]) -> Filled | None:
    """The subject of a relation without an object."""
    if subjects:
        return fitting(role, scene, subjects[0][0]), [None], subjects[0][1]
    absent = stand_in(role, scene, memory)
    return ([absent], [None], _STAND_IN_COST) if absent else None


def _nearest(
    rule: Rule, subjects: Sequence[tuple[Phrase, float]], objects: Sequence[tuple[Phrase, float]]
) -> tuple[float, Phrase, Phrase] | None:
    pairs = [
        (one + two + _ORDER_COST * _inverted(rule, subject, other), subject, other)
        for subject, one in subjects
        for other, two in objects
        if not set(subject.ids) & set(other.ids)
    ]
    return min(pairs, key=lambda pair: (pair[0], pair[1].start, pair[2].start), default=None)


def _host(rule: Rule, scene: Scene, cue: tuple[int, int], subjects: Sequence[tuple[Phrase, float]]) -> Phrase | None:
    """The phrase that stands beside the two ends and fills neither: who receives the guest."""
    if rule.beside is None:
        return None
    sure = {phrase for phrase, _ in subjects if phrase.governs in _UNLIKE_SUBJECTS}
    hosts = [(phrase, cost) for phrase, cost in ranked(rule.beside, scene, cue) if phrase not in sure]
    return min(hosts, key=lambda pair: (pair[1] >= _CLAUSE_COST, pair[0].start), default=(None, 0.0))[0]


def _inverted(rule: Rule, subject: Phrase, other: Phrase) -> bool:
    """Whether two phrases whose forms do not tell nominative from accusative stand with the object first."""
    assert rule.object is not None
    either = {"nom", "bare"}
    return "wen" in rule.object.governed and {subject.governs, other.governs} <= either and other.start < subject.start


def _ranked_or_second(role: Role, scene: Scene, cue: tuple[int, int]) -> tuple[Role, list[tuple[Phrase, float]]]:
    """Phrases that fit a role, or those of its second choice of types, with the role that they fit."""
    found = ranked(role, scene, cue)
    return (role, found) if found or role.second is None else (role.second, ranked(role.second, scene, cue))


def _ids(
    role: Role, scene: Scene, found: Sequence[tuple[Phrase, float]], nearest: Phrase, rival: Phrase | None
) -> list[str]:
    """Ids of the nearest phrase, or of all that fit and are not far behind it where the role takes all."""
    limit = next(cost for phrase, cost in found if phrase == nearest) + _CLAUSE_COST
    taken = [phrase for phrase, cost in found if phrase != rival and cost <= limit] if role.all else [nearest]
    if role.first:
        ids = fitting(role, scene, nearest)
        return ids[:1] if all(scene.draft.entities[id_].type == EntityType.PERSON for id_ in ids) else ids
    return list(
        dict.fromkeys(id_ for phrase in sorted(taken, key=lambda p: p.start) for id_ in fitting(role, scene, phrase))
    )


def ranked(role: Role, scene: Scene, cue: tuple[int, int]) -> list[tuple[Phrase, float]]:
    """Phrases that fit a role, the nearest first."""
    found = []
    for phrase in scene.phrases:
        if fits(role, phrase) and fitting(role, scene, phrase):
            before = phrase.end - scene.sentence.start <= cue[0]
            after = phrase.start - scene.sentence.start >= cue[1]
            if (role.side == "before" and not before) or (role.side == "after" and not after):
                continue
            cost = _cost(scene, phrase, cue)
            if cost[0] <= role.near:
                found.append((phrase, cost[1]))
    return sorted(found, key=lambda pair: (pair[1], pair[0].start))


def _cost(scene: Scene, phrase: Phrase, cue: tuple[int, int]) -> tuple[int, float]:
    """Words between phrase and cue, those of other clauses left out, and the same with a surcharge across clauses."""
    text = scene.sentence.text
    start, end = phrase.start - scene.sentence.start, phrase.end - scene.sentence.start
    left, right = (end, cue[0]) if end <= cue[0] else (cue[1], start) if start >= cue[1] else (0, 0)
    clause = clause_at(text, cue[0] if end <= cue[0] else cue[1] - 1)
    if clause.holds(start):
        inside = (
            text[max(left, one) : min(right, other)] for one, other in clause.parts if one < right and other > left
        )
        distance, crossed = sum(part.count(" ") for part in inside), 0
    else:
        gap = _BRACKET.sub("", text[left:right])
        distance, crossed = gap.count(" "), max(1, len(_HARD.findall(gap)))
    return distance, distance + _CLAUSE_COST * crossed + _REFERENCE_COST * phrase.reference


def fits(role: Role, phrase: Phrase) -> bool:
    """Whether a phrase is governed as the role wants it."""
    return not role.governors or phrase.governs in role.governors


def fitting(role: Role, scene: Scene, phrase: Phrase) -> list[str]:
    """Ids of a phrase that are of the role's types and side."""
    ids = [id_ for id_ in phrase.ids if scene.draft.entities[id_].type in role.kinds]
    if role.group and not phrase.reference and phrase.governs not in ("aus", "gen", "von"):
        ids = [id_ for id_ in ids if scene.draft.entities[id_].type == EntityType.PERSON]
    return [id_ for id_ in ids if not is_own(scene, id_)] if role.foreign else ids
