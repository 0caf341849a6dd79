"""Which candidates of a sentence are relations: those that the scorer finds likely enough.

Owns the rule that a relation bears: the surest of those that claim it, else the family of words that announced it.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal

from relgraph import iris
from relgraph.extraction.candidates import Candidate, Frame
from relgraph.extraction.matching import Claim
from relgraph.extraction.rules import Rule
from relgraph.extraction.scorer import scorer
from relgraph.extraction.status import negated
from relgraph.extraction.topics import choose_topics
from relgraph.extraction.weighing import Likely
from relgraph.vocabulary import RelationType, Status

_STATED = frozenset({RelationType.STRENGTH, RelationType.INTEREST, RelationType.CONCERN, RelationType.FRAMEWORK})


def choose(frame: Frame, kinds: Collection[RelationType] = frozenset(RelationType)) -> Iterator[Claim]:
    """The claims of these types in a sentence that are likely enough, with their confidence."""
    denied: dict[int, bool] = {}
    for candidate, confidence in Likely(frame, scorer()).of(kinds):
        place = candidate.cue.index
        if not candidate.claims and place not in denied:
            denied[place] = is_denied(frame, place)
        if candidate.claims or not denied[place]:
            yield claim_of(frame, candidate, round(confidence, 2))


def is_denied(frame: Frame, place: int) -> bool:
    """Whether the clause of a cue denies it; what a rule claims was held against that already."""
    token, start = frame.tokens[place], frame.scene.sentence.start
    return negated(frame.scene.sentence.text, token.start - start, token.end - start)


def claim_of(frame: Frame, candidate: Candidate, confidence: float) -> Claim:
    """A candidate as the claim that it becomes once it is chosen."""
    token = frame.tokens[candidate.cue.index]
    start = frame.scene.sentence.start
    rule, cue, cost = _word_rule(candidate.type, candidate.cue.family), (token.start - start, token.end - start), 0.0
    if candidate.claims:
        surest = min(candidate.claims, key=lambda claim: (-claim.rule.confidence, claim.cost))
        rule, cue, cost = surest.rule, surest.cue, surest.cost
    told = next((claim.topics for claim in candidate.claims if claim.rule.each), ())
    topics = told or choose_topics(frame, candidate, scorer())
    other = candidate.object.id if candidate.object else None
    return Claim(rule, frame.scene.sentence, cue, candidate.subject.id, other, topics, cost, confidence)


@lru_cache
def _word_rule(kind: RelationType, family: str) -> Rule:
    """The rule of a relation that only a word announces."""
    status: Status | Literal["tense"] = Status.ACTIVE if kind in _STATED else "tense"
    name = f"{kind.value}/wort-{iris.slug(family)}"
    return Rule.model_construct(id=name, type=kind, status=status, role=None, cues=(), examples=())
