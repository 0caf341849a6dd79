"""Claims become relations: date, status, confidence, evidence, and one relation for each pair and type.

Owns rule 1 of the annotation scheme: where several sentences state a relation, the fullest is its evidence and the
topics of all are gathered.
"""

from collections.abc import Iterable, Sequence

from relgraph import iris
from relgraph.extraction.bodies import Holding
from relgraph.extraction.dates import When, find_dates
from relgraph.extraction.draft import Draft
from relgraph.extraction.matching import Claim
from relgraph.extraction.rules import office_forms
from relgraph.extraction.status import status
from relgraph.extraction.tokens import Sentence
from relgraph.model import Evidence, Relation
from relgraph.vocabulary import EntityType, RelationType, Status

_LASTING = frozenset(
    {
        RelationType.PARTNERSHIP,
        RelationType.COOPERATION,
        RelationType.REPRESENTATION,
        RelationType.MEMBERSHIP,
        RelationType.TRADE,
        RelationType.SUPPORT,
    }
)
_ON_TRIPS = frozenset({RelationType.VISIT, RelationType.MEETING, RelationType.PARTICIPATION})
_UNDATED = frozenset({RelationType.STRENGTH, RelationType.INTEREST, RelationType.CONCERN, RelationType.FRAMEWORK})
_NEAR_DATE = 150
_COST_STEP = 0.006
_LEAST = 0.3


def from_holding(draft: Draft, holding: Holding) -> Relation:
    """The affiliation of a person who holds an office."""
    sentence = draft.sentence_at(holding.place)
    confidence = office_forms()[holding.rule].confidence - (0.0 if holding.sure else 0.12)
    return _relation(
        draft,
        RelationType.AFFILIATION,
        holding.person,
        holding.body,
        sentence,
        role=holding.post.role,
        status=Status.ENDED if holding.post.past else Status.ACTIVE,
        confidence=round(confidence, 2),
        rule=holding.rule,
    )


def from_claim(draft: Draft, claim: Claim, day: str | None = None) -> Relation:
    """The relation that a rule claims, with date and status read from its sentence.

    `day` is the day the release speaks of so far: what happens on a trip happens then, if its sentence names no other.
    """
    issued = draft.release.date
    whens = find_dates(claim.sentence.text, claim.sentence.start, issued)
    times = _times(claim, whens)
    if day and not times and claim.rule.type in _ON_TRIPS:
        times = {"date": day}
    state = claim.rule.status
    if state == "tense":
        happens = times.get("date") or times.get("from_")
        state = status(claim.rule.type, claim.sentence.text, *claim.cue, happens=happens, issued=issued)
    confidence = max(_LEAST, claim.rule.confidence - _COST_STEP * claim.cost)
    return _relation(
        draft,
        claim.rule.type,
        claim.subject,
        claim.object,
        claim.sentence,
        topics=claim.topics,
        role=claim.rule.role,
        document=_document(draft, claim),
        status=state,
        confidence=round(confidence, 2),
        rule=claim.rule.id,
        **times,
    )


def _relation(
    draft: Draft, kind: RelationType, subject: str, obj: str | None, sentence: Sentence, **fields: object
) -> Relation:
    return Relation(
        id=iris.relation(draft.release.id, kind, subject, obj),
        type=kind,
        subject=subject,
        object=obj,
        evidence=Evidence(text=sentence.text, start=sentence.start, end=sentence.end),
        **fields,
    )


def _times(claim: Claim, whens: Sequence[When]) -> dict[str, str]:
    """`date`, `from_` and `until` that the sentence gives the relation."""
    kind = claim.rule.type
    if kind in _UNDATED:
        return {}
    cue = claim.sentence.start + claim.cue[0]
    near = [when for when in whens if min(abs(when.start - cue), abs(when.end - cue)) <= _NEAR_DATE]
    since = next((when.first for when in near if when.lead == "since"), None)
    until = next((when.first for when in near if when.lead == "until"), None)
    if kind in _LASTING:
        return {key: value for key, value in (("from_", since), ("until", until)) if value}
    plain = [when for when in near if when.lead is None]
    if not plain:
        return {}
    best = min(plain, key=lambda when: (-len(when.first), abs(when.start - cue)))
    return {"date": best.first}


def _document(draft: Draft, claim: Claim) -> str | None:
    """The document nearest to the cue of an agreement."""
    if claim.rule.type != RelationType.AGREEMENT:
        return None
    cue = claim.sentence.start + claim.cue[0]
    named = [
        span
        for span in draft.within(claim.sentence.start, claim.sentence.end)
        if draft.type_of(span) == EntityType.DOCUMENT
    ]
    nearest = min(named, key=lambda span: abs(span.start - cue), default=None)
    return nearest.id if nearest else None


def merge(relations: Iterable[Relation]) -> list[Relation]:
    """One relation for each type and pair: the surest sentence is the evidence, topics and times are gathered."""
    groups: dict[tuple[str, frozenset[str | None] | tuple[str, str | None]], list[Relation]] = {}
    for relation in relations:
        pair = (relation.subject, relation.object)
        groups.setdefault((relation.type, frozenset(pair) if relation.type.symmetric else pair), []).append(relation)
    return [_merged(group) for group in groups.values()]


def _merged(group: Sequence[Relation]) -> Relation:
    best = max(group, key=lambda relation: (relation.confidence, len(relation.topics), -relation.evidence.start))
    topics = tuple(dict.fromkeys(topic for relation in (best, *group) for topic in relation.topics))
    times = {
        name: next((getattr(relation, name) for relation in (best, *group) if getattr(relation, name)), None)
        for name in ("date", "from_", "until", "document")
    }
    return best.model_copy(update={"topics": topics, **times})
