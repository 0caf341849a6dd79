"""Rules meet sentences: what each rule claims of a sentence that holds one of its cues."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from relgraph.extraction.clauses import clause_at
from relgraph.extraction.cues import Place
from relgraph.extraction.ends import fill, fits, fitting, ranked
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.rules import Rule
from relgraph.extraction.scene import Memory, Scene, is_own
from relgraph.extraction.status import negated
from relgraph.extraction.tokens import Sentence
from relgraph.vocabulary import EntityType, RelationType


class Claim(NamedTuple):
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


def match(rule: Rule, cues: Sequence[Place], scene: Scene, memory: Memory) -> Iterator[Claim]:
    """All claims that a rule makes of a sentence that holds these cues of it and does not forbid it."""
    text = scene.sentence.text
    told: set[tuple[str, str | None]] = set()
    for cue in cues:
        if rule.admits(text, cue) and not negated(text, *cue):
            for claim in _between(rule, scene, memory, cue) if rule.between else _directed(rule, scene, memory, cue):
                if (claim.subject, claim.object) not in told and not _among_themselves(claim, scene):
                    told.add((claim.subject, claim.object))
                    yield claim


def _among_themselves(claim: Claim, scene: Scene) -> bool:
    """Whether two persons of one side are said to meet, which is no meeting of theirs with the other side."""
    if claim.rule.type != RelationType.MEETING or not {claim.subject, claim.object} <= set(scene.sure):
        return False
    assert claim.object is not None
    one, other = scene.bodies[claim.subject], scene.bodies[claim.object]
    return one == other or (is_own(scene, claim.subject) and is_own(scene, claim.object))


_OUTWARD = frozenset(("gen", "nom", "bare", "der"))


def _between(rule: Rule, scene: Scene, memory: Memory, cue: tuple[int, int]) -> Iterator[Claim]:
    """Everyone in one enumeration with everyone else: "die Zusammenarbeit zwischen A, B und C"."""
    assert rule.between is not None
    for phrase, cost in ranked(rule.between, scene, cue):
        ids = fitting(rule.between, scene, phrase)
        if phrase.governs in _OUTWARD and _with_follows(scene, phrase):
            continue  # "die Partnerschaft der Länder A und B mit C", "A und B schlossen mit C …": it is theirs with C
        if rule.bodies:
            ids = _represented(scene, ids)
        if len(ids) > 1:
            topics = _topics(rule, scene, cue)
            for one, other in combinations(ids, 2):
                yield Claim(rule, scene.sentence, cue, one, other, topics, cost)
            return


def _represented(scene: Scene, ids: Sequence[str]) -> list[str]:
    """Whom these act for: a person for the body of the office, anybody else for themselves."""
    acting = (scene.bodies.get(id_) if scene.draft.entities[id_].type == EntityType.PERSON else id_ for id_ in ids)
    return list(dict.fromkeys(id_ for id_ in acting if id_))


def _with_follows(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase with "mit" comes close behind."""
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
    filled = fill(rule, scene, memory, cue)
    if filled is None:
        return
    subjects, objects, cost = filled
    topics = _topics(rule, scene, cue)
    if rule.needs_topic and not topics:
        return
    if rule.bodies:
        subjects = _represented(scene, subjects)
        objects = _represented(scene, [other for other in objects if other])
    for subject in subjects:
        for other in objects:
            if subject != other:
                yield Claim(rule, scene.sentence, cue, subject, other, topics, cost)


def _distributed(rule: Rule, scene: Scene, cue: tuple[int, int]) -> Iterator[Claim]:
    """A list that says of each its own: "Finnland liegt bei der Photonik vorne, Schweden bei Batterien"."""
    assert rule.subject is not None
    open_ = [phrase for phrase in scene.phrases if fits(rule.subject, phrase) and fitting(rule.subject, scene, phrase)]
    clause = clause_at(scene.sentence.text, cue[0])
    starts = [
        phrase
        for phrase in open_
        if phrase.governs in ("nom", "bare") and clause.holds(phrase.start - scene.sentence.start)
    ]
    told: set[str] = set()
    for index, phrase in enumerate(starts):
        stop = starts[index + 1].start if index + 1 < len(starts) else scene.sentence.end
        topics = tuple(dict.fromkeys(hit.topic for hit in scene.topics if phrase.end <= hit.start < stop))
        for subject in fitting(rule.subject, scene, phrase):
            if topics and subject not in told and len(starts) > 1:
                told.add(subject)
                yield Claim(rule, scene.sentence, cue, subject, None, topics, 0.0)
    if not told:
        found = ranked(rule.subject, scene, cue)
        topics = _topics(rule, scene, cue)
        if found and topics:
            phrase, cost = found[0]
            for subject in fitting(rule.subject, scene, phrase):
                yield Claim(rule, scene.sentence, cue, subject, None, topics, cost)


def _topics(rule: Rule, scene: Scene, cue: tuple[int, int]) -> tuple[str, ...]:
    if rule.topics == "none":
        return ()
    start, end = scene.sentence.start + cue[0], scene.sentence.start + cue[1]
    hits = scene.topics
    if rule.topics == "clause":
        clause = clause_at(scene.sentence.text, cue[0])
        hits = [hit for hit in hits if clause.holds(hit.start - scene.sentence.start)] or hits
    elif rule.topics == "after":
        hits = [hit for hit in hits if hit.start >= start]
    elif rule.topics == "before":
        hits = [hit for hit in hits if hit.end <= end]
    return tuple(dict.fromkeys(hit.topic for hit in hits))
