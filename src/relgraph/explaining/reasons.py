"""Everything that speaks for one relation, gathered from its release read again."""

from collections.abc import Iterator, Sequence

from relgraph.errors import StoreError
from relgraph.explaining.datings import date_reasons
from relgraph.explaining.explanation import Cause, Explanation, Rival, Source, StatusReason, Support, TopicReason
from relgraph.explaining.fillers import fillers
from relgraph.explaining.finding import find_relation
from relgraph.explaining.reckoning import office_reckoning, reckoning
from relgraph.explaining.rereading import Held, Rereading, Weighed, reread
from relgraph.explaining.sources import Releases
from relgraph.explaining.statuses import StatusTrial, fixed_status, status_reason
from relgraph.explaining.words import number, say, status_label
from relgraph.extraction.relations import claim_times, happening
from relgraph.extraction.rules import office_forms, rules
from relgraph.extraction.topics import implied_topics, topics_of_names
from relgraph.model import Relation, Release, Span
from relgraph.names.topics import topic_index
from relgraph.vocabulary import Basis, Status

_RIVALS = 5
_LEAST_RIVAL = 0.02
_EXAMPLES = 2


def explain(words: Sequence[str], releases: Releases, language: str = "de") -> Explanation:
    """Why a relation is read: by its IRI, its id, or its release, type and ends by their labels.

    Raises:
        UnknownName: the words name no relation.
        StoreError: the store holds a relation that is not read from its release any more.
    """
    extraction, relation = find_relation(words, releases)
    note = _note(relation, releases, language)
    return explain_relation(extraction.release, relation, language, note=note)


def explain_relation(
    release: Release, relation: Relation, language: str = "de", *, note: str | None = None
) -> Explanation:
    """Why a relation is read from a release.

    Raises:
        StoreError: it is not.
    """
    read = reread(release)
    stating = read.stating(relation)
    best = next((one for one in stating if one.relation and _is_evidence(one.relation, relation)), None)
    if best is None:
        raise StoreError(release.id, f"relation {relation.id} is not read from this text; build the store again")
    others = [one for one in stating if one is not best]
    return Explanation(
        relation=relation,
        release=_source(release),
        ends=tuple(fillers(best, relation, read.draft, language)),
        cause=_cause(best),
        status=_status(best, read, language),
        dates=tuple(date_reasons(relation, [best, *others], read, language)),
        topics=tuple(_topics([best, *others], relation, language)),
        confidence=office_reckoning(best, language)
        if isinstance(best, Held)
        else reckoning(best, read.draft, language),
        rivals=tuple(_rivals(best, read)),
        supports=tuple(_supports(others, relation)),
        note=note,
    )


def _note(relation: Relation, releases: Releases, language: str) -> str | None:
    """What the store says otherwise: by a person's word, or having been built by other rules or weights."""
    stored = releases.stored(relation.id)
    now = (relation.status.value, relation.confidence, relation.rule)
    if stored is None or stored[:3] == now:
        return None
    values = {"status": status_label(Status(stored.status), language)}
    if stored.basis is not Basis.MACHINE:
        values |= {"reviewer": stored.reviewer or "", "day": stored.day or ""}
        return say(language, "labels", stored.basis.value, **values)
    values |= {"confidence": number(stored.confidence, language), "rule": stored.rule}
    return say(language, "labels", "stored", **values)


def _is_evidence(one: Relation, merged: Relation) -> bool:
    return one.evidence == merged.evidence and one.confidence == merged.confidence and one.rule == merged.rule


def _source(release: Release) -> Source:
    fields = ("id", "title", "date", "publisher", "region", "url")
    return Source(**{name: getattr(release, name) for name in fields})


def _cause(told: Weighed | Held) -> Cause:
    if isinstance(told, Held):
        form = office_forms()[told.holding.rule]
        examples = tuple(example.text for example in form.examples)[:_EXAMPLES]
        return Cause(kind="office", id=form.id, cue=told.holding.post.role, why=form.form, examples=examples)
    assert told.claim is not None
    claim = told.claim
    cue = claim.sentence.text[slice(*claim.cue)]
    rule = next((rule for rule in rules() if rule.id == claim.rule.id), None)
    if rule is None:
        return Cause(kind="word", id=claim.rule.id, cue=cue, why=None, examples=(), family=told.candidate.cue.family)
    examples = tuple(example.text for example in rule.examples)[:_EXAMPLES]
    return Cause(kind="rule", id=rule.id, cue=cue, why=rule.why, examples=examples)


def _status(told: Weighed | Held, read: Rereading, language: str) -> StatusReason:
    if isinstance(told, Held):
        key = "office_past" if told.relation.status == Status.ENDED else "office"
        return fixed_status(told.relation.status, key, language)
    assert told.claim is not None
    assert told.relation is not None
    if told.claim.rule.status != "tense":
        return fixed_status(told.relation.status, "fixed", language)
    times = claim_times(read.draft, told.claim, read.timeline)
    time = happening(times, read.release.date)
    trial = StatusTrial(told.claim.rule.type, told.claim.sentence.text, told.claim.cue, time)
    return status_reason(trial, told.relation.status, language)


def _topics(stating: Sequence[Weighed | Held], relation: Relation, language: str) -> Iterator[TopicReason]:
    """Topics of the relation, and those that its own sentence and its neighbours name in vain."""
    seen: set[str] = set()
    for place, told in enumerate(stating):
        if isinstance(told, Held):
            continue
        taken = told.relation.topics if told.relation else ()
        for topic in dict.fromkeys((*taken, *(told.topics if place == 0 else ()))):
            if topic in seen or (topic not in taken and topic in relation.topics):
                continue
            seen.add(topic)
            words, where = _named(told, topic)
            yield TopicReason(
                topic=topic,
                label=topic_index().label(topic, language),
                words=words,
                where="other" if place and words else where,
                probability=round(told.topics[topic], 3) if topic in told.topics else None,
                taken=topic in taken,
            )


def _named(told: Weighed, topic: str) -> tuple[tuple[str, ...], str]:
    """Words that name a topic and where they stand; none where the rule assigns it or the ends imply it."""
    frame = told.frame
    text = frame.scene.draft.text
    for where, hits in (("here", frame.scene.topics), ("next", frame.following), ("before", frame.preceding)):
        words = tuple(dict.fromkeys(text[hit.start : hit.end] for hit in hits if hit.topic == topic))
        if words:
            return words, where
    names = topics_of_names(frame, told.candidate)
    if topic in names:
        return (names[topic],), "name"
    return (), "implied" if topic in implied_topics(told.candidate) else "told"


def _rivals(best: Weighed | Held, read: Rereading) -> Iterator[Rival]:
    """Other readings of the same sentence that were near: of the same type with a common end, or of the same pair."""
    if isinstance(best, Held):
        return
    kind, pair = best.candidate.type, set(best.pair)
    likely: dict[tuple[str, frozenset[str | None]], Weighed] = {}
    for one in read.weighed:
        key = (one.candidate.type.value, frozenset(one.pair))
        same = one.frame.scene.sentence == best.frame.scene.sentence and key != (kind.value, frozenset(pair))
        near = set(one.pair) == pair or (one.candidate.type == kind and bool(set(one.pair) & pair - {None}))
        if same and near and not one.denied and one.probability >= _LEAST_RIVAL:
            likely[key] = max(likely.get(key, one), one, key=lambda rival: rival.probability)
    names = {id_: entity.name for id_, entity in read.draft.entities.items()}
    for one in sorted(likely.values(), key=lambda rival: -rival.probability)[:_RIVALS]:
        subject, other = one.pair
        yield Rival(
            type=one.candidate.type,
            subject=names[subject],
            object=names[other] if other else None,
            probability=round(one.probability, 3),
            taken=one.relation is not None,
        )


def _supports(others: Sequence[Weighed | Held], relation: Relation) -> Iterator[Support]:
    seen = {relation.evidence.start}
    for one in others:
        assert one.relation is not None
        evidence = one.relation.evidence
        if evidence.start not in seen:
            seen.add(evidence.start)
            sentence = Span(text=evidence.text, start=evidence.start, end=evidence.end)
            yield Support(sentence=sentence, probability=one.relation.confidence, rule=one.relation.rule)
