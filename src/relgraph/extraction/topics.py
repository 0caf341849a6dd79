"""Which topics a relation is about: of those that its sentence and the ones beside it name, the likely ones.

Owns the features of topics; they begin with `topic`.
"""

from collections.abc import Iterator

from relgraph.extraction.candidates import Candidate, Frame
from relgraph.extraction.features import step
from relgraph.extraction.scorer import Scorer
from relgraph.names.topics import TopicHit

_LIKELY = 0.5


def choose_topics(frame: Frame, candidate: Candidate, scorer: Scorer) -> tuple[str, ...]:
    """Topics of a candidate in the order of the text; one that has no object keeps its likeliest at least."""
    likely = {topic: scorer.probability(names) for topic, names in topic_features(frame, candidate)}
    chosen = [topic for topic, probability in likely.items() if probability >= _LIKELY]
    if not chosen and candidate.object is None:
        here = {hit.topic for hit in frame.scene.topics}
        chosen = [max((topic for topic in likely if topic in here), key=lambda topic: likely[topic])]
    return tuple(chosen)


def topic_features(frame: Frame, candidate: Candidate) -> Iterator[tuple[str, list[str]]]:
    """Each topic that stands in or beside the sentence, with what speaks for it."""
    places: dict[str, list[tuple[str, TopicHit]]] = {}
    for where, hits in (("here", frame.scene.topics), ("next", frame.following), ("before", frame.preceding)):
        for hit in hits:
            places.setdefault(hit.topic, []).append((where, hit))
    claimed = {topic for claim in candidate.claims for topic in claim.topics}
    kind = candidate.type.value + ("" if candidate.object else "0")
    for topic, found in places.items():
        where, hit = found[0]
        names = ["topic", f"topic {where}", f"topic {kind} {where}", f"topic {topic}", f"topic {kind} {topic}"]
        names += [f"topic also {other}" for other in dict.fromkeys(place for place, _ in found[1:]) if other != where]
        names += [f"topic {where} {name}" for name in _placed(frame, candidate, where, hit)]
        names.append(f"topic {where} of {min(len(places), 6)}")
        if topic in claimed:
            names.append("topic claimed")
        yield topic, names


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
        sentence_start = next(one.start for one in draft.sentences if one.start <= hit.start < one.end)
        yield f"opens={draft.tokens[draft.token_at(sentence_start)].text.casefold()}"
        return
    index = number - draft.token_at(frame.scene.sentence.start)
    cue = candidate.cue.index
    yield f"{'after' if index > cue else 'before'} {step(abs(index - cue))}"
    yield f"crossed={min(3, abs(frame.clauses[index] - frame.clauses[cue]))}"
