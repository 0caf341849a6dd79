"""The steps of reading one release, in their order.

>>> from relgraph.model import Release
>>> release = Release(id="x", title="x", region="Bayern", text="Bayern unterhält ein Büro in Shenzhen.")
>>> [relation.type.value for relation in extract(release).relations]
['representation']
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from relgraph.extraction.abbreviations import find_abbreviations
from relgraph.extraction.candidates import Frame
from relgraph.extraction.choosing import choose
from relgraph.extraction.coreference import find_references, find_region
from relgraph.extraction.delegations import delegations
from relgraph.extraction.draft import Draft
from relgraph.extraction.fairs import find_fairs
from relgraph.extraction.firms import find_firms
from relgraph.extraction.groups import Groups
from relgraph.extraction.heads import find_heads
from relgraph.extraction.holding import Holding
from relgraph.extraction.home import is_abroad
from relgraph.extraction.leaders import leaders
from relgraph.extraction.localities import find_localities
from relgraph.extraction.matching import match
from relgraph.extraction.mottos import find_mottos
from relgraph.extraction.offices import find_offices
from relgraph.extraction.people import find_named, find_surnames
from relgraph.extraction.phrases import phrases
from relgraph.extraction.relations import from_claim, from_holding, leave_cities, merge
from relgraph.extraction.rules import announced
from relgraph.extraction.scene import Memory, Scene
from relgraph.extraction.spans import Span, Spans
from relgraph.extraction.timeline import Timeline
from relgraph.extraction.tokens import Sentence
from relgraph.model import Entity, Extraction, Mention, Relation, Release
from relgraph.names.gazetteer import gazetteer
from relgraph.names.topics import TopicHit, topic_index
from relgraph.vocabulary import ORGANISATIONS, TERRITORIES, EntityType, RelationType

_OFFICES = frozenset({RelationType.AFFILIATION})
_CLOSING = re.compile(r"[“”\"]")


def extract(release: Release) -> Extraction:
    """Read one release: its entities with their mentions, and its relations with their sentences."""
    draft, told = read(release)
    relations = leave_cities(merge(told), draft)
    return Extraction(release=release, entities=_entities(draft, relations), relations=tuple(relations))


def read(release: Release) -> tuple[Draft, list[Relation]]:
    """Who is named where, and every relation of every sentence, before those of one pair are merged.

    A release that leads nowhere abroad tells offices alone.
    """
    draft, holdings = recognise(release)
    timeline = Timeline(draft.text, draft.sentences, release.date)
    told = [from_holding(draft, holding, timeline) for holding in specific(holdings)]
    told += _read(draft, holdings, timeline, _OFFICES if is_domestic(draft) else frozenset(RelationType))
    return draft, told


def recognise(release: Release) -> tuple[Draft, list[Holding]]:
    """Who is named where, and who holds which office."""
    draft = Draft(release)
    for hit in gazetteer().find(release.text, home=release.region):
        draft.add(hit.entity, hit.start, hit.end, hit.form)
    find_region(draft)
    find_heads(draft)
    find_firms(draft)
    find_fairs(draft)
    find_abbreviations(draft)
    find_named(draft)
    holdings = find_offices(draft)
    find_surnames(draft)
    find_localities(draft)
    find_mottos(draft)
    find_references(draft, holdings)
    return draft, holdings


def is_domestic(draft: Draft) -> bool:
    """Whether nothing that was recognised leads abroad; such a release tells offices alone."""
    return not any(is_abroad(draft, entity) for entity in tuple(draft.entities.values()))


def specific(holdings: Sequence[Holding]) -> list[Holding]:
    """Leave out an office without a body where the same person's office is told with one."""
    sure = [holding for holding in holdings if holding.sure]
    roles: dict[str, list[str]] = {}
    for holding in sure:
        roles.setdefault(holding.person, []).append(holding.post.role)
    bare = (holding for holding in holdings if not holding.sure)
    return [*sure, *(one for one in bare if not any(one.post.role in role for role in roles.get(one.person, ())))]


def _read(
    draft: Draft, holdings: Sequence[Holding], timeline: Timeline, kinds: Collection[RelationType]
) -> Iterator[Relation]:
    """Relations of these types that the scorer chooses, sentence by sentence."""
    for frame in frames(draft, holdings):
        for claim in choose(frame, kinds):
            yield from_claim(draft, claim, timeline)


def frames(draft: Draft, holdings: Sequence[Holding]) -> Iterator[Frame]:
    """Each sentence with what was found in it and what the rules claim of it."""
    told = _told(draft, holdings)
    topics = _topics(draft, told)
    memory = Memory(quotes=list(quotes(draft.text)))
    memory.topics.update(topic for hits in topics for topic in {hit.topic for hit in hits})
    bodies = {holding.person: holding.body for holding in reversed(holdings)}
    sure = frozenset(holding.person for holding in holdings if holding.sure)
    led = leaders(draft)
    memory.leader = led[0].person if led else holdings[0].person if holdings else None
    groups = Groups(draft)
    for place, sentence in enumerate(draft.sentences):
        skip = {(span.start, span.end) for span in told.overlapping(sentence.start, sentence.end)}
        named = phrases(draft, sentence, skip)
        groups.note(named)
        several = groups.phrases(sentence, memory.pair)
        around = [*named, *delegations(draft, sentence, memory.visitor or memory.leader, led), *several]
        scene = Scene(draft, sentence, around, topics[place], bodies, sure)
        _remember(draft, scene, memory)
        claims = [claim for rule, cues in announced(sentence.text) for claim in match(rule, cues, scene, memory)]
        beside = (topics[place - 1] if place else [], topics[place + 1] if place + 1 < len(topics) else [])
        yield Frame.of(scene, memory, claims, beside)
        for claim in claims:
            if claim.rule.type == RelationType.VISIT:
                memory.visits.add(claim.subject)
            if claim.rule.type.symmetric and claim.object:
                memory.pair = (claim.subject, claim.object)
        memory.organisation = _last_organisation(draft, sentence) or memory.organisation


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Quotations, each up to the first sign that closes it; none where no sign does."""
    start = text.find("„")
    while start >= 0 and (closing := _CLOSING.search(text, start)):
        yield start, closing.end()
        start = text.find("„", closing.end())


def _topics(draft: Draft, told: Spans) -> list[list[TopicHit]]:
    """Topics that each sentence names outside of names and offices."""
    found: list[list[TopicHit]] = [[] for _ in draft.sentences]
    ends = [sentence.end for sentence in draft.sentences]
    for hit in topic_index().find(draft.text):
        number = bisect_left(ends, hit.end)
        inside = number < len(found) and draft.sentences[number].start <= hit.start
        if inside and not _names(draft, hit.start, hit.end, told):
            found[number].append(hit)
    return found


def _told(draft: Draft, holdings: Sequence[Holding]) -> Spans:
    """Stretches that belong to an office: its body names no party of another relation."""
    told = set(draft.offices)
    for start, end in draft.offices:
        told |= {
            (span.start, span.end) for span in draft.within(start, end) if draft.type_of(span) != EntityType.PERSON
        }
    for holding in holdings:
        start = draft.tokens[holding.post.start].start
        near = draft.spans.overlapping(start - 2, start)
        before = next((span for span in near if span.id == holding.body and span.end <= start), None)
        if before:
            told.add((before.start, before.end))
    stretches = Spans()
    for start, end in sorted(told):
        stretches.add(Span(start, end, ""))
    return stretches


def _names(draft: Draft, start: int, end: int, told: Spans) -> bool:
    """Whether a topic's word is part of a name or an office: "Wirtschaftsminister" speaks of no economy."""
    if any(one.start <= start and end <= one.end for one in told.overlapping(start, end)):
        return True
    cover = draft.covered(start, end)
    return cover is not None and draft.type_of(cover) in ORGANISATIONS | {EntityType.PERSON}


def _remember(draft: Draft, scene: Scene, memory: Memory) -> None:
    """Note what this sentence and later ones may leave open: the document and the event named most."""
    spans = draft.spans.opening(scene.sentence.start, scene.sentence.end)
    for kind, name in ((EntityType.DOCUMENT, "document"), (EntityType.EVENT, "event")):
        memory.named[kind].add(*(span.id for span in spans if draft.type_of(span) == kind))
        setattr(memory, name, memory.named[kind].first)
    memory.partners.add(*(span.id for span in spans if _is_partner(draft, span)))
    memory.partner = memory.partners.first


def _is_partner(draft: Draft, span: Span) -> bool:
    entity = draft.entities[span.id]
    return entity.type in TERRITORIES and is_abroad(draft, entity)


def _last_organisation(draft: Draft, sentence: Sentence) -> str | None:
    spans = reversed(draft.spans.opening(sentence.start, sentence.end))
    return next((span.id for span in spans if draft.type_of(span) in ORGANISATIONS), None)


def named(draft: Draft) -> list[Entity]:
    """Entities that the text names, with their mentions, in the order they appear."""
    mentions: dict[str, list[Mention]] = {}
    for span in draft.spans:
        if span.form != "reference":
            text = draft.text[span.start : span.end]
            mentions.setdefault(span.id, []).append(Mention(text=text, start=span.start, end=span.end))
    return [draft.entities[id_].model_copy(update={"mentions": tuple(found)}) for id_, found in mentions.items()]


def _entities(draft: Draft, relations: Sequence[Relation]) -> tuple[Entity, ...]:
    """Entities that the text names or a relation needs."""
    found = named(draft)
    known = {entity.id for entity in found}
    for relation in relations:
        for end in (relation.subject, relation.object, relation.document, relation.event):
            if end is not None and end not in known:
                known.add(end)
                found.append(draft.entities[end])
    return tuple(found)
