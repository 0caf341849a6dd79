"""Which topics a relation is about: of those that words around it name or its ends imply, the likely ones.

Owns the features of topics; they begin with `topic`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from relgraph.extraction.candidates import Candidate, Frame
from relgraph.extraction.features import step
from relgraph.extraction.scorer import Scorer
from relgraph.extraction.tokens import Sentence
from relgraph.names.topics import TopicHit, topic_index
from relgraph.vocabulary import ORGANISATIONS, EntityType, RelationType

_LIKELY = 0.5
_TELLING = ORGANISATIONS | {EntityType.DOCUMENT, EntityType.EVENT}
_IMPLIED: Mapping[EntityType, tuple[str, ...]] = {
    EntityType.RESEARCH_INSTITUTION: ("higher-education", "research"),
    EntityType.BUSINESS_ORGANISATION: ("economy",),
    EntityType.COMPANY: ("economy", "investment"),
}
"""What relations of an organisation are about where no word says it: universities work together in higher education."""
_TWIN_TOWNS = "municipal-cooperation"
_TRADE = ("investment", "trade")


def choose_topics(frame: Frame, candidate: Candidate, scorer: Scorer) -> tuple[str, ...]:
    """Topics of a candidate in the order of the text; one that has no object keeps its likeliest at least."""
    likely = {topic: scorer.probability(names) for topic, names in topic_features(frame, candidate)}
    chosen = [topic for topic, probability in likely.items() if probability >= _LIKELY]
    if not chosen and candidate.object is None:
        here = {hit.topic for hit in frame.scene.topics}
        chosen = [max((topic for topic in likely if topic in here), key=lambda topic: likely[topic])]
    return tuple(chosen)


def topic_features(frame: Frame, candidate: Candidate) -> Iterator[tuple[str, list[str]]]:
    """Each topic that stands in or beside the sentence or in the name of an end, or that the ends imply."""
    places: dict[str, list[tuple[str, TopicHit | None]]] = {}
    for where, hits in (("here", frame.scene.topics), ("next", frame.following), ("before", frame.preceding)):
        for hit in hits:
            places.setdefault(hit.topic, []).append((where, hit))
    written, implied = len(places), implied_topics(candidate)
    for where, topics in (("name", topics_of_names(frame, candidate)), ("implied", implied)):
        for topic in topics:
            places.setdefault(topic, []).append((where, None))
    claimed = {topic for claim in candidate.claims for topic in claim.topics}
    kind = candidate.type.value + ("" if candidate.object else "0")
    for topic, found in places.items():
        where, place = found[0]
        names = ["topic", f"topic {where}", f"topic {kind} {where}", f"topic {topic}", f"topic {kind} {topic}"]
        names += [f"topic also {other}" for other in dict.fromkeys(one for one, _ in found[1:]) if other != where]
        if place is not None:
            names += [f"topic {where} {name}" for name in _placed(frame, candidate, where, place)]
        names.append(f"topic {where} of {min(written, 6)}")
        names.append(f"topic {where} in {min(frame.memory.topics[topic], 4)}")
        if topic in implied:
            names += [f"topic implied={topic}", f"topic {kind} implied={topic}"]
            names.append(f"topic {kind} {candidate.cue.family} implied={topic}")
        if topic in claimed:
            names.append("topic claimed")
        yield topic, names


def topics_of_names(frame: Frame, candidate: Candidate) -> dict[str, str]:
    """Topics in the names of organisations, documents and events that are ends, each with the name."""
    ends = [end for end in (candidate.subject, candidate.object) if end and end.type in _TELLING]
    names = [frame.scene.draft.entities[end.id].name for end in ends]
    return {topic: name for name in reversed(names) for topic in _in_name(name)}


@lru_cache(maxsize=4096)
def _in_name(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.topic for hit in topic_index().find(name)))


def implied_topics(candidate: Candidate) -> tuple[str, ...]:
    """Topics that no word need name, for the kind of relation and of its ends."""
    types = sorted({end.type for end in (candidate.subject, candidate.object) if end})
    found = [topic for type_ in types for topic in _IMPLIED.get(type_, ())]
    if types == [EntityType.CITY]:
        found.append(_TWIN_TOWNS)
    if candidate.type == RelationType.TRADE:
        found += _TRADE
    return tuple(dict.fromkeys(found))


def _placed(frame: Frame, candidate: Candidate, where: str, hit: TopicHit) -> Iterator[str]:
    draft = frame.scene.draft
    number = draft.token_at(hit.start + 1) - 1
    token = draft.tokens[number]
    yield f"form={token.text.casefold()}"
    if number:
        yield f"behind={draft.tokens[number - 1].text.casefold()}"
    if hit.end - hit.start < token.end - token.start - 2:
        yield "part of a word"
    if where != "here":
        sentence = next(one for one in draft.sentences if one.start <= hit.start < one.end)
        yield f"opens={draft.tokens[draft.token_at(sentence.start)].text.casefold()}"
        yield from _company(frame, candidate, sentence)
        return
    index = number - draft.token_at(frame.scene.sentence.start)
    cue = candidate.cue.index
    yield f"{'after' if index > cue else 'before'} {step(abs(index - cue))}"
    yield f"crossed={min(3, abs(frame.clauses[index] - frame.clauses[cue]))}"
    yield f"rivals={_rivals(frame, candidate, index)}"


def _company(frame: Frame, candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    """How many of the ends a sentence beside names, and how many others."""
    ids = {span.id for span in frame.scene.draft.spans.opening(sentence.start, sentence.end)}
    own = {end.id for end in (candidate.subject, candidate.object) if end}
    yield f"own={len(ids & own)}"
    yield f"others={min(3, len(ids - own))}"


def _rivals(frame: Frame, candidate: Candidate, index: int) -> int:
    """How many other ends of the sentence stand nearer to a topic than those of the candidate."""
    ends = {end for end in (candidate.subject, candidate.object) if end and end.named}
    if not ends:
        return 0
    nearest = min(abs(end.start - index) for end in ends)
    return min(3, sum(abs(end.start - index) < nearest for end in frame.ends if end not in ends))
