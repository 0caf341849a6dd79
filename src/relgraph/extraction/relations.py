"""Claims become relations: date, status, confidence, evidence, and one relation for each pair and type.

Owns rule 1 of the annotation scheme: where several sentences state a relation, the fullest is its evidence and the
topics of all are gathered.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.holding import Holding
from relgraph.extraction.home import around, region
from relgraph.extraction.matching import Claim
from relgraph.extraction.rules import office_forms
from relgraph.extraction.status import Happening, status_of
from relgraph.extraction.timeline import Timeline
from relgraph.extraction.times import Times, long_ago, term, times_of
from relgraph.extraction.tokens import Sentence
from relgraph.model import Evidence, Relation
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType, RelationType, Status


def from_holding(draft: Draft, holding: Holding, timeline: Timeline) -> Relation:
    """The affiliation of a person who holds an office."""
    sentence = draft.sentence_at(holding.place)
    first, last = draft.tokens[holding.post.start].start, draft.tokens[holding.post.end - 1].end
    office = (first - sentence.start, last - sentence.start)
    dates, issued = timeline.dates(sentence), draft.release.date
    times = term(sentence.text, office, dates)
    past = holding.post.past or (times.until is not None and issued is not None and times.until < issued)
    past = past or long_ago(sentence.text, office[0], dates, issued)
    confidence = office_forms()[holding.rule].confidence - (0.0 if holding.sure else 0.12)
    return _relation(
        draft,
        RelationType.AFFILIATION,
        holding.person,
        holding.body,
        sentence,
        role=holding.post.role,
        status=Status.ENDED if past else Status.ACTIVE,
        from_=times.from_,
        until=times.until,
        confidence=round(confidence, 2),
        rule=holding.rule,
    )


def from_claim(draft: Draft, claim: Claim, timeline: Timeline) -> Relation:
    """The relation of a claim that the scorer chose, with time and status read from its sentence."""
    assert claim.confidence is not None
    times = claim_times(draft, claim, timeline)
    state = claim.rule.status
    if state == "tense":
        state = status_of(claim.rule.type, claim.sentence.text, claim.cue, happening(times, draft.release.date))
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
        confidence=claim.confidence,
        rule=claim.rule.id,
        date=times.date,
        from_=times.from_,
        until=times.until,
    )


def claim_times(draft: Draft, claim: Claim, timeline: Timeline) -> Times:
    """When what is claimed happened or holds."""
    dates, around = timeline.dates(claim.sentence), timeline.around(claim.sentence)
    times = times_of(claim.rule.type, claim.sentence.text, claim.cue, dates, around)
    if claim.rule.type == RelationType.PARTNERSHIP and not times.from_:
        return replace(times, from_=_founded(draft, claim, timeline))
    return times


def happening(times: Times, issued: str | None) -> Happening:
    """Times as the status looks at them, beside the day of the release."""
    return Happening(times.happens, times.last or times.until, issued, times.carried, times.departs, times.lasts)


def _founded(draft: Draft, claim: Claim, timeline: Timeline) -> str | None:
    """Since when two are partners, where another sentence tells it and names one of them and nobody else."""
    own = region(draft)
    ends = {claim.subject, claim.object}
    for sentence, time in timeline.foundings:
        named = {
            span.id
            for span in draft.spans.opening(sentence.start, sentence.end)
            if draft.type_of(span) in TERRITORIES | ORGANISATIONS and (own is None or span.id != own.id)
        }
        if named <= ends or (len(named & ends) == len(ends)):
            return time
    return None


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


def leave_cities(relations: Sequence[Relation], draft: Draft) -> list[Relation]:
    """Visits without those to a city of a country or region that the same visitor is said to visit (rule 6)."""
    seen = {(one.subject, one.object) for one in relations if one.type == RelationType.VISIT}

    def told(relation: Relation) -> bool:
        place = draft.entities[relation.object] if relation.object else None
        if relation.type != RelationType.VISIT or place is None or place.type != EntityType.CITY:
            return False
        return any((relation.subject, wider) in seen for wider in around(place))

    return [relation for relation in relations if not told(relation)]


def merge(relations: Iterable[Relation]) -> list[Relation]:
    """One relation for each type and pair: the surest sentence is the evidence, topics and times are gathered."""
    groups: dict[Hashable, list[Relation]] = {}
    for relation in relations:
        groups.setdefault(identity(relation), []).append(relation)
    return [_merged(group) for group in groups.values()]


def identity(relation: Relation) -> Hashable:
    """What two relations of a release share if they are one: type and pair, in any order where that says nothing."""
    pair = (relation.subject, relation.object)
    return relation.type, frozenset(pair) if relation.type.symmetric else pair


def _merged(group: Sequence[Relation]) -> Relation:
    best = max(group, key=lambda relation: (relation.confidence, len(relation.topics), -relation.evidence.start))
    topics = tuple(dict.fromkeys(topic for relation in (best, *group) for topic in relation.topics))
    times = {
        name: next((getattr(relation, name) for relation in (best, *group) if getattr(relation, name)), None)
        for name in ("date", "from_", "until", "document")
    }
    return best.model_copy(update={"topics": topics, **times})
