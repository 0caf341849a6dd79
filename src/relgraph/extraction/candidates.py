"""Every relation that a sentence might state: two ends that fit a type of relation that some word announces.

Owns which pairs are looked at; what speaks for each of them is told by `features`, how much by `scorer`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from relgraph.extraction.distances import BY_RULE, Cue, Distances, End
from relgraph.extraction.home import home
from relgraph.extraction.matching import Claim
from relgraph.extraction.scene import Memory, Scene, speaker
from relgraph.extraction.signals import signals
from relgraph.extraction.tokens import Token
from relgraph.names.topics import TopicHit
from relgraph.vocabulary import ACTORS, ORGANISATIONS, EntityType, RelationType

_R = RelationType
_PARTIES = ACTORS - {EntityType.PERSON}
_DOCUMENTS = frozenset({EntityType.DOCUMENT})
_EVENTS = frozenset({EntityType.EVENT})
ENDS: Mapping[RelationType, tuple[frozenset[EntityType], frozenset[EntityType]]] = {
    _R.PARTNERSHIP: (_PARTIES, _PARTIES),
    _R.COOPERATION: (_PARTIES, _PARTIES),
    _R.AGREEMENT: (_PARTIES, _PARTIES),
    _R.VISIT: (ACTORS, _PARTIES),
    _R.MEETING: (ACTORS, ACTORS),
    _R.PARTICIPATION: (ACTORS, _EVENTS),
    _R.HOSTING: (ACTORS, _EVENTS),
    _R.RESPONSIBILITY: (ACTORS, _DOCUMENTS | _EVENTS | ORGANISATIONS),
    _R.SUPPORT: (ACTORS, ACTORS | _DOCUMENTS | _EVENTS),
    _R.TRADE: (_PARTIES, _PARTIES),
    _R.STRENGTH: (ACTORS, frozenset()),
    _R.INTEREST: (ACTORS, frozenset()),
    _R.REPRESENTATION: (_PARTIES, _PARTIES),
    _R.MEMBERSHIP: (ACTORS, ORGANISATIONS),
    _R.FRAMEWORK: (_DOCUMENTS, _DOCUMENTS),
    _R.CONCERN: (ACTORS, ACTORS),
    _R.AFFILIATION: (frozenset({EntityType.PERSON}), _PARTIES),
}
"""Types of entities that may be subject and object of each type of relation (scheme of annotation)."""
ALONE = frozenset({_R.STRENGTH, _R.INTEREST, _R.CONCERN, _R.RESPONSIBILITY})
"""Types of relations that may run to topics alone."""
_AT_HOME = frozenset(ENDS) - {_R.MEETING, _R.FRAMEWORK, _R.MEMBERSHIP, _R.AFFILIATION}
_LED = frozenset({_R.VISIT, _R.MEETING, _R.PARTICIPATION, _R.HOSTING})
_OF_DOCUMENTS = frozenset({_R.RESPONSIBILITY, _R.SUPPORT, _R.FRAMEWORK})
_OF_EVENTS = frozenset({_R.PARTICIPATION, _R.HOSTING})
_OF_ORGANISATIONS = frozenset({_R.COOPERATION, _R.MEMBERSHIP, _R.REPRESENTATION, _R.SUPPORT, _R.RESPONSIBILITY})
_WITH_PARTNERS = frozenset(
    {_R.VISIT, _R.SUPPORT, _R.COOPERATION, _R.PARTNERSHIP, _R.AGREEMENT, _R.TRADE, _R.REPRESENTATION, _R.CONCERN}
)


class Candidate(NamedTuple):
    """A relation that may be stated; `claims` are those of the rules for the same ends."""

    type: RelationType
    subject: End
    object: End | None
    cue: Cue
    families: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence as candidates and features look at it: tokens, how many clauses begin before each, and its ends.

    `preceding` and `following` are the topics of the sentences beside it.
    """

    scene: Scene
    memory: Memory
    tokens: Sequence[Token]
    clauses: Sequence[int]
    ends: Sequence[End]
    claims: Sequence[Claim]
    preceding: Sequence[TopicHit] = ()
    following: Sequence[TopicHit] = ()

    @classmethod
    def of(cls, scene: Scene, memory: Memory, claims: Sequence[Claim], beside: Sequence[Sequence[TopicHit]]) -> "Frame":
        """The frame of a sentence; `beside` are the topics of the sentence before and of the one behind."""
        tokens = scene.draft.tokens_in(scene.sentence.start, scene.sentence.end)
        return cls(scene, memory, tokens, _clauses(scene, tokens), _ends(scene), claims, *beside)

    def token_of(self, claim: Claim) -> int:
        """The token that a claim's cue begins with."""
        place = self.scene.sentence.start + claim.cue[0]
        return next((index for index, token in enumerate(self.tokens) if token.end > place), 0)


class Announced(NamedTuple):
    """A type of relation that words or rules announce in a sentence, and the pairs of ends that it may run between."""

    type: RelationType
    families: tuple[str, ...]
    pairs: Sequence[tuple[End, End | None]]
    nearest: Callable[[End, End | None], Cue]
    claimed: Mapping[tuple[RelationType, str, str | None], list[Claim]]

    def claims(self, subject: End, other: End | None) -> tuple[Claim, ...]:
        """What the rules claim of a pair."""
        return tuple(self.claimed.get((self.type, subject.id, other.id if other else None), ()))


def candidates(frame: Frame, kinds: Collection[RelationType] = frozenset(ENDS)) -> Iterator[Candidate]:
    """All candidates of these types in a sentence, in the order of its words."""
    for told in announcements(frame, kinds):
        for subject, other in told.pairs:
            cue = told.nearest(subject, other)
            yield Candidate(told.type, subject, other, cue, told.families, told.claims(subject, other))


def announcements(frame: Frame, kinds: Collection[RelationType]) -> Iterator[Announced]:
    """What is announced of these types, in the order of the sentence's words."""
    cues: dict[RelationType, list[Cue]] = {}
    for index, token in enumerate(frame.tokens):
        announced = signals().of(token.text)
        for kind, family in announced if announced and not _names(frame, token) else ():
            cues.setdefault(kind, []).append(Cue(index, family))
    claimed: dict[tuple[RelationType, str, str | None], list[Claim]] = {}
    for claim in frame.claims:
        kind = claim.rule.type
        cues.setdefault(kind, []).append(Cue(frame.token_of(claim), BY_RULE))
        claimed.setdefault((kind, claim.subject, claim.object), []).append(claim)
        if kind.symmetric and claim.object:
            claimed.setdefault((kind, claim.object, claim.subject), []).append(claim)
    for kind, found in cues.items():
        if kind in kinds:
            families = tuple(dict.fromkeys(cue.family for cue in found if cue.family != BY_RULE))
            pairs = list(_pairs(kind, frame))
            pairs += _represented(kind, frame, pairs)
            yield Announced(kind, families, pairs, Distances(found, frame.clauses).nearest, claimed)


def _represented(
    kind: RelationType, frame: Frame, met: Sequence[tuple[End, End | None]]
) -> Iterator[tuple[End, End | None]]:
    """Pairs of bodies for which persons act, as a rule claims, beyond those that the sentence names."""
    claims = [claim for claim in frame.claims if claim.rule.type == kind and claim.rule.bodies]
    told = {frozenset((subject.id, other.id)) for subject, other in met if other} if claims else set()
    for claim in claims:
        pair = (claim.subject, claim.object) if claim.object else ()
        if pair and frozenset(pair) not in told:
            told.add(frozenset(pair))
            subject, other = (End(id_, frame.scene.draft.entities[id_].type, "body", "body") for id_ in pair)
            yield subject, other


def _names(frame: Frame, token: Token) -> bool:
    """Whether a word is part of somebody's name: "China Netzwerk" announces nothing, "Abkommen" does."""
    span = frame.scene.draft.covered(token.start, token.end)
    return span is not None and frame.scene.draft.type_of(span) in ACTORS


def _pairs(kind: RelationType, frame: Frame) -> Iterator[tuple[End, End | None]]:
    left, right = ENDS[kind]
    subjects = [end for end in (*frame.ends, *_absent_subjects(kind, frame)) if end.type in left]
    if kind == RelationType.VISIT:
        subjects = list(_leading(subjects))
    objects = [end for end in (*frame.ends, *_absent_objects(kind, frame)) if end.type in right]
    for subject in subjects:
        if kind in ALONE and frame.scene.topics:
            yield subject, None
        for other in objects:
            if subject.id == other.id or not (subject.named or other.named):
                continue
            if kind.symmetric and (
                (not other.named and other.kind != "partner") or (subject.named and subject.start > other.start)
            ):
                continue  # each pair once
            yield subject, other


def _leading(ends: Iterable[End]) -> Iterator[End]:
    """Ends without the persons that an enumeration names behind the first: who travels along has no visit."""
    led: set[int] = set()
    for end in ends:
        person = end.named and end.type == EntityType.PERSON
        if not (person and end.phrase in led):
            yield end
        if person:
            led.add(end.phrase)


def _absent_subjects(kind: RelationType, frame: Frame) -> Iterator[End]:
    """Who may be the subject of a sentence that names none."""
    if kind in _AT_HOME:
        own = home(frame.scene.draft)
        yield from _absent(frame, own.id if own else None, "home")
    if kind in _LED:
        yield from _absent(frame, frame.memory.leader, "leader")
    if kind == RelationType.VISIT and frame.memory.visitor != frame.memory.leader:
        yield from _absent(frame, frame.memory.visitor, "visitor")
    if kind == RelationType.CONCERN:
        yield from _absent(frame, speaker(frame.scene, frame.memory), "speaker")
    if kind in _OF_ORGANISATIONS:
        yield from _absent(frame, frame.memory.organisation, "organisation")


def _absent_objects(kind: RelationType, frame: Frame) -> Iterator[End]:
    """What may be the object of a sentence that names none."""
    if kind in _WITH_PARTNERS:
        yield from _absent(frame, frame.memory.partner, "partner")
    if kind == RelationType.VISIT:
        own = home(frame.scene.draft)
        yield from _absent(frame, own.id if own else None, "home")
    if kind in _OF_DOCUMENTS:
        yield from _absent(frame, frame.memory.document, "document")
    if kind in _OF_EVENTS:
        yield from _absent(frame, frame.memory.event, "event")
    if kind in _OF_ORGANISATIONS and not kind.symmetric:
        yield from _absent(frame, frame.memory.organisation, "organisation")


def _absent(frame: Frame, id_: str | None, part: str) -> Iterator[End]:
    """Somebody who plays a part in the release; the last organisation only where the sentence does not name it."""
    if id_ and (part not in ("organisation", "partner") or all(end.id != id_ for end in frame.ends)):
        yield End(id_, frame.scene.draft.entities[id_].type, part, part)


def _ends(scene: Scene) -> list[End]:
    draft = scene.draft
    first = draft.token_at(scene.sentence.start)
    return [
        End(
            id_,
            draft.entities[id_].type,
            "reference" if phrase.reference else "name",
            phrase.governs,
            draft.token_at(phrase.start) - first,
            draft.token_at(phrase.end) - first,
            number,
        )
        for number, phrase in enumerate(scene.phrases)
        for id_ in phrase.ids
    ]


def _clauses(scene: Scene, tokens: Sequence[Token]) -> list[int]:
    """Signs that part clauses up to each token; those inside an enumeration of names or in brackets do not count."""
    inside = [(phrase.start, phrase.end) for phrase in scene.phrases]
    counts, count, depth = [], 0, 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        parts = token.text in ",;:–„" and depth <= 0
        count += parts and not any(start <= token.start < end for start, end in inside)
        counts.append(count)
    return counts
