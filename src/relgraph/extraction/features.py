"""What speaks for or against a candidate, as short readable texts; `scorer` holds what each of them weighs.

Most features begin with the type of relation; those that do not are shared by all types, so that few annotated releases
teach much. `s` and `o` stand for subject and object.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from relgraph.extraction.candidates import Candidate, End, Frame
from relgraph.extraction.home import home, is_abroad
from relgraph.extraction.scorer import Group, Scorer
from relgraph.vocabulary import TERRITORIES, EntityType, RelationType

_NEGATIONS = frozenset(("nicht", "kein", "keine", "keinen", "keiner", "keinem", "ohne", "weder", "statt", "nie"))
_NEAR, _MID = 5, 11
_STEPS = ((3, None), (5, "3-4"), (8, "5-7"), (13, "8-12"), (21, "13-20"))


def step(number: int) -> str:
    """A count, roughly.

    >>> step(2), step(6), step(40)
    ('2', '5-7', '21+')
    """
    return next((name or str(number) for limit, name in _STEPS if number < limit), "21+")


_Two = tuple[str, str]


class _Place(NamedTuple):
    """How an end stands to a cue: side and distance, signs between that part clauses, rivals that stand nearer."""

    side: str
    near: str
    step: str
    crossed: int
    rivals: int


class _Gap(NamedTuple):
    """How two named ends stand to each other."""

    first: bool
    between: str
    crossed: int
    inside: int


@dataclass
class Features:
    """The features of the candidates of one sentence, in groups that many candidates share.

    A group is a function with its arguments, so that what it weighs is added up once.
    """

    frame: Frame
    _sides: dict[str, str] = field(default_factory=dict)
    _weights: dict[tuple[str, int, str], dict[tuple[str, str, int, int, str], float]] = field(default_factory=dict)
    _places: dict[tuple[str, int, int], _Place] = field(default_factory=dict)
    _gaps: dict[tuple[int, int, int, int], _Gap] = field(default_factory=dict)

    @cached_property
    def _words(self) -> list[str]:
        return [token.text.casefold() for token in self.frame.tokens]

    @cached_property
    def _negated(self) -> frozenset[int]:
        """Clauses that deny something."""
        return frozenset(
            clause for word, clause in zip(self._words, self.frame.clauses, strict=True) if word in _NEGATIONS
        )

    @cached_property
    def _home(self) -> str | None:
        own = home(self.frame.scene.draft)
        return own.id if own else None

    def score(self, candidate: Candidate, scorer: Scorer) -> float:
        """Probability of a candidate; what its cue and its ends weigh is added up once for all that share them."""
        kind, cue, subject, other = _kind(candidate), candidate.cue, candidate.subject, candidate.object
        known = self._weights.setdefault((kind, cue.index, cue.family), {})
        key = "s", subject.id, subject.phrase, subject.start, subject.kind
        if (total := known.get(key)) is None:
            total = scorer.weight_of(self._of_cue(kind, candidate))
            total = known[key] = total + scorer.weight_of(self._of_end("s", kind, candidate, subject))
        if other is not None:
            key = "o", other.id, other.phrase, other.start, other.kind
            if (ended := known.get(key)) is None:
                ended = known[key] = scorer.weight_of(self._of_end("o", kind, candidate, other))
            total += ended
        for group in self._of_both(kind, candidate):
            total += scorer.weight_of(group)
        if self.frame.claims:
            total += scorer.weight(dict.fromkeys(self._claims(candidate, kind)))
        return scorer.likelihood(total)

    def of(self, candidate: Candidate) -> list[str]:
        """All features of a candidate: of its cue, its ends, both together, and of the rules' claims."""
        groups = [names(*told) for names, *told in self._groups(candidate)]
        return list(dict.fromkeys(chain(*groups, self._claims(candidate, _kind(candidate)))))

    def _groups(self, candidate: Candidate) -> Iterator[Group]:
        kind = _kind(candidate)
        yield self._of_cue(kind, candidate)
        yield self._of_end("s", kind, candidate, candidate.subject)
        if candidate.object:
            yield self._of_end("o", kind, candidate, candidate.object)
        yield from self._of_both(kind, candidate)

    def _of_both(self, kind: str, candidate: Candidate) -> list[Group]:
        """What hangs on both ends, or on the subject where there is no object."""
        cue, subject, other = candidate.cue, candidate.subject, candidate.object
        if other is None:
            return [(_alone, kind, subject.type, self.side(subject), min(len(self.frame.scene.topics), 4))]
        sides = self.side(subject), self.side(other)
        if candidate.type.symmetric and sides[0] > sides[1]:
            sides = sides[1], sides[0]
        types, kinds = (subject.type, other.type), (subject.kind, other.kind)
        pair = _pair, kind, cue.family, sides, types, kinds, (subject.governs, other.governs)
        if subject.start < 0 or other.start < 0:
            return [pair]
        if subject.phrase == other.phrase:
            return [pair, (_together, kind)]
        gap = self._gap(subject, other)
        return [pair, (_apart, kind, subject.start <= cue.index, other.start <= cue.index, gap)]

    def _of_cue(self, kind: str, candidate: Candidate) -> Group:
        place, words = candidate.cue.index, self._words
        around = tuple(words[index] if 0 <= index < len(words) else None for index in range(place - 1, place + 2))
        denied = self.frame.clauses[place] in self._negated
        long, ends = len(words) // 12, min(len(self.frame.ends), 8) // 2
        sentence = (self.frame.scene.sentence.start == 0, long, ends) if candidate.object else None
        return _announced, kind, candidate.cue.family, candidate.families, around, denied, sentence

    def _of_end(self, name: str, kind: str, candidate: Candidate, end: End) -> Group:
        if not end.named:
            return _absent, kind, name, end.kind
        cue = candidate.cue
        key = end.id, end.start, cue.index
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = self._place(end, cue.index)
        return _named, kind, name, cue.family, end.governs, place

    def _place(self, end: End, index: int) -> _Place:
        """How an end stands to the cue: on which side, how far, across how many clauses."""
        gap, crossed = end.gap(index), min(3, abs(self.frame.clauses[index] - self.frame.clauses[end.start]))
        near = "near" if gap < _NEAR else "mid" if gap < _MID else "far"
        return _Place("after" if end.start > index else "before", near, step(gap), crossed, self._rivals(end, index))

    def _gap(self, subject: End, other: End) -> _Gap:
        key = subject.start, subject.stop, other.start, other.stop
        gap = self._gaps.get(key)
        if gap is None:
            first, last = min(subject.stop, other.stop), max(subject.start, other.start)
            crossed = min(3, abs(self.frame.clauses[subject.start] - self.frame.clauses[other.start]))
            inside = min(3, sum(first <= end.start < last for end in self.frame.ends))
            gap = self._gaps[key] = _Gap(subject.start < other.start, step(last - first), crossed, inside)
        return gap

    @cached_property
    def _touched(self) -> frozenset[tuple[RelationType, str]]:
        """Types of relations that the rules claim, with each end."""
        return frozenset(
            (claim.rule.type, id_) for claim in self.frame.claims for id_ in (claim.subject, claim.object) if id_
        )

    def _claims(self, candidate: Candidate, kind: str) -> Iterator[str]:
        """What the rules say of the candidate and of its rivals."""
        ends = {candidate.subject.id, candidate.object.id if candidate.object else None}
        for claim in candidate.claims:
            yield f"rule={claim.rule.id}"
            yield f"cost={step(int(claim.cost))}"
            yield f"{kind} cost={step(int(claim.cost))}"
        if candidate.claims:
            yield "claimed"
            yield f"{kind} claimed"
        elif any((candidate.type, id_) in self._touched for id_ in ends if id_):
            yield f"{kind} rival"
            if not (candidate.subject.named and (candidate.object is None or candidate.object.named)):
                yield from ("rival unnamed", f"{kind} rival unnamed")
        for claim in self.frame.claims:
            if claim.subject in ends and claim.rule.type != candidate.type and {claim.subject, claim.object} == ends:
                yield f"{kind} other={claim.rule.type.value}"

    def _rivals(self, end: End, index: int) -> int:
        """How many other ends of the same type stand nearer to the cue."""
        distance = abs(end.start - index)
        nearer = (
            rival
            for rival in self.frame.ends
            if rival.type == end.type and rival.phrase != end.phrase and abs(rival.start - index) < distance
        )
        return min(3, sum(1 for _ in nearer))

    def side(self, end: End) -> str:
        """Whose side somebody is on, seen from the release: its own, inland, abroad, …; of persons, their body's."""
        if end.id not in self._sides:
            self._sides[end.id] = self._side(end.id, end.type)
        return self._sides[end.id]

    def _side(self, id_: str, kind: EntityType) -> str:
        draft = self.frame.scene.draft
        if id_ == self._home:
            return "own"
        if kind == EntityType.PERSON:
            body = self.frame.scene.bodies.get(id_)
            return "person-" + (self._side(body, draft.entities[body].type) if body else "any")
        if kind in (EntityType.DOCUMENT, EntityType.EVENT):
            return "thing"
        if kind in TERRITORIES:
            return "world" if kind == EntityType.WORLD_REGION else self._territory(id_)
        if kind == EntityType.INTERNATIONAL_ORGANISATION:
            return "international"
        region = draft.release.region
        return "own-body" if region and region in draft.entities[id_].name else "body"

    def _territory(self, id_: str) -> str:
        draft = self.frame.scene.draft
        return "abroad" if is_abroad(draft, draft.entities[id_]) else "inland"


def _kind(candidate: Candidate) -> str:
    return candidate.type.value + ("" if candidate.object else "0")


def _announced(
    kind: str,
    family: str,
    families: Sequence[str],
    around: Sequence[str | None],
    denied: bool,
    sentence: tuple[bool, int, int] | None,
) -> Iterator[str]:
    """The cue with the words around it; of pairs, also how long the sentence is and how much it names."""
    yield kind
    yield f"{kind} cue={family}"
    yield from (f"{kind} has={other}" for other in families if other != family)
    for name, word in zip(("w-1", "w", "w+1"), around, strict=True):
        if word is not None:
            yield f"{kind} {name}={word}"
    if denied:
        yield "negated"
        yield f"{kind} negated"
    if sentence:
        yield from (f"{kind} {name}={seen}" for name, seen in zip(("first", "long", "ends"), sentence, strict=True))


def _alone(kind: str, type_: str, side: str, topics: int) -> Iterator[str]:
    """A subject without an object."""
    yield f"{kind} stype={type_}"
    yield f"{kind} side={side}"
    yield f"{kind} topics={topics}"


def _absent(kind: str, name: str, part: str) -> Iterator[str]:
    """An end that the sentence does not name."""
    yield f"{kind} {name}={part}"


def _named(kind: str, name: str, family: str, governs: str, place: _Place) -> Iterator[str]:
    """An end that the sentence names: governed by what, and where."""
    where = f"{place.side} {place.near}"
    yield f"{name}={governs} {where}"
    yield f"{name}cross={place.crossed}"
    yield f"{kind} {name}={governs}"
    yield f"{kind} {name}={governs} {where} {min(place.crossed, 1)}"
    yield f"{kind} {name}d={place.side} {place.step}"
    yield f"{kind} {name}cross={place.crossed}"
    yield f"{kind} {family} {name}={governs} {place.side}"
    yield f"{kind} {name}rivals={place.rivals}"


def _pair(kind: str, family: str, sides: _Two, types: _Two, kinds: _Two, governs: _Two) -> Iterator[str]:
    """Who both ends are and what governs them."""
    for name, (subject, other) in (("sides", sides), ("types", types), ("kinds", kinds), ("governs", governs)):
        yield f"{kind} {name}={subject}>{other}"
    yield f"sides={sides[0]}>{sides[1]}"
    yield f"{family} {governs[0]}>{governs[1]}"


def _together(kind: str) -> Iterator[str]:
    """Two ends in one enumeration."""
    yield f"{kind} order=same"


def _apart(kind: str, subject_before: bool, other_before: bool, gap: _Gap) -> Iterator[str]:
    """The order of two ends and the cue, and what stands between the ends."""
    order = "SO" if gap.first else "OS"
    before = subject_before + other_before
    yield f"{kind} order={order[:before]}c{order[before:]}"
    yield f"between={gap.between}"
    yield f"{kind} between={gap.between}"
    yield f"{kind} cross={gap.crossed}"
    yield f"{kind} inside={gap.inside}"
