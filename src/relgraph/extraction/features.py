"""What speaks for or against a candidate, as short readable texts; `scorer` holds what each of them weighs.

Most features begin with the type of relation; those that do not are shared by all types, so that few annotated releases
teach much. `s` and `o` stand for subject and object.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from relgraph.extraction.candidates import Candidate, Frame
from relgraph.extraction.distances import Cue, End
from relgraph.extraction.home import home, is_abroad
from relgraph.extraction.scorer import Group
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

    def of(self, candidate: Candidate) -> list[str]:
        """All features of a candidate: of its cue, its ends, both together, and of the rules' claims."""
        groups = [names(*told) for names, *told in self._groups(candidate)]
        return list(dict.fromkeys(chain(*groups, self.claims(candidate, kind_name(candidate)))))

    def _groups(self, candidate: Candidate) -> Iterator[Group]:
        kind, cue, subject, other = kind_name(candidate), candidate.cue, candidate.subject, candidate.object
        yield announced, kind, cue.family, candidate.families, *self.around(cue, paired=other is not None)
        yield self.of_end("s", kind, cue, subject)
        if other is None:
            yield self.alone(kind, subject)
            return
        yield self.of_end("o", kind, cue, other)
        yield pair, kind, cue.family, *self.both(candidate.type, subject, other)
        if order := self.order(kind, cue, subject, other):
            yield order

    def around(self, cue: Cue, *, paired: bool) -> tuple[tuple[str | None, ...], bool, tuple[bool, int, int] | None]:
        """The words around a cue, whether its clause denies it, and what a pair hears of the sentence."""
        place, words = cue.index, self._words
        around = tuple(words[index] if 0 <= index < len(words) else None for index in range(place - 1, place + 2))
        long, ends = len(words) // 12, min(len(self.frame.ends), 8) // 2
        sentence = (self.frame.scene.sentence.start == 0, long, ends) if paired else None
        return around, self.frame.clauses[place] in self._negated, sentence

    def of_end(self, name: str, kind: str, cue: Cue, end: End) -> Group:
        """What an end is to a cue."""
        if end.start < 0:
            return _absent, kind, name, end.kind
        key = end.id, end.start, cue.index
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = self._place(end, cue.index)
        return _named, kind, name, cue.family, end.governs, place

    def alone(self, kind: str, subject: End) -> Group:
        """What hangs on a subject without an object."""
        return _alone, kind, subject.type, self.side(subject), min(len(self.frame.scene.topics), 4)

    def both(self, kind: RelationType, subject: End, other: End) -> tuple[_Two, _Two, _Two, _Two]:
        """Sides, types, kinds of two ends, and what governs them."""
        one, two = self.side(subject), self.side(other)
        sides = (two, one) if kind.symmetric and one > two else (one, two)
        return sides, (subject.type, other.type), (subject.kind, other.kind), (subject.governs, other.governs)

    def order(self, kind: str, cue: Cue, subject: End, other: End) -> Group | None:
        """How two ends that the sentence names stand to each other and to the cue."""
        if subject.start < 0 or other.start < 0:
            return None
        if subject.phrase == other.phrase:
            return _together, kind
        gap = self._gap(subject, other)
        return _apart, kind, subject.start <= cue.index, other.start <= cue.index, gap

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

    def claims(self, candidate: Candidate, kind: str) -> Iterator[str]:
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


def kind_name(candidate: Candidate) -> str:
    """The type of a candidate as its features name it: those without an object have a kind of their own."""
    return candidate.type.value + ("" if candidate.object else "0")


def announced(
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


def pair(kind: str, family: str, sides: _Two, types: _Two, kinds: _Two, governs: _Two) -> Iterator[str]:
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
