"""What speaks for or against a candidate, as short readable texts; `scorer` holds what each of them weighs.

Most features begin with the type of relation; those that do not are shared by all types, so that few annotated releases
teach much. `s` and `o` stand for subject and object.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from relgraph.extraction.candidates import Candidate, End, Frame
from relgraph.extraction.home import home, is_abroad
from relgraph.vocabulary import TERRITORIES, EntityType

_NEGATIONS = frozenset(("nicht", "kein", "keine", "keinen", "keiner", "keinem", "ohne", "weder", "statt", "nie"))
_STEPS = ((3, None), (5, "3-4"), (8, "5-7"), (13, "8-12"), (21, "13-20"))


def step(number: int) -> str:
    """A count, roughly.

    >>> step(2), step(6), step(40)
    ('2', '5-7', '21+')
    """
    return next((name or str(number) for limit, name in _STEPS if number < limit), "21+")


@dataclass
class Features:
    """The features of the candidates of one sentence."""

    frame: Frame
    _sides: dict[str, str] = field(default_factory=dict)

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
        """All features of a candidate."""
        kind = candidate.type.value + ("" if candidate.object else "0")
        typed = (f"{kind} {name}" for name in self._typed(candidate))
        return list(dict.fromkeys((kind, *typed, *self._shared(candidate), *self._claims(candidate, kind))))

    def _typed(self, candidate: Candidate) -> Iterator[str]:
        """Features that are tied to the type of relation."""
        subject, other, cue = candidate.subject, candidate.object, candidate.cue
        yield f"cue={cue.family}"
        yield from (f"has={family}" for family in candidate.families if family != cue.family)
        yield from self._around(cue.index)
        yield from self._slot("s", subject, candidate)
        if self.frame.clauses[cue.index] in self._negated:
            yield "negated"
        if other is None:
            yield f"stype={subject.type}"
            yield f"side={self.side(subject)}"
            yield f"topics={min(len(self.frame.scene.topics), 4)}"
            return
        yield from self._slot("o", other, candidate)
        yield f"types={subject.type}>{other.type}"
        yield f"kinds={subject.kind}>{other.kind}"
        yield f"governs={subject.governs}>{other.governs}"
        yield self._both_sides(candidate)
        if subject.named and other.named:
            yield from self._pair(candidate, subject, other)

    def _shared(self, candidate: Candidate) -> Iterator[str]:
        """Features of all types together."""
        subject, other, cue = candidate.subject, candidate.object, candidate.cue
        for name, end in (("s", subject), ("o", other)):
            if end and end.named:
                yield f"{name}={end.governs} {self._place(end, cue.index)}"
                yield f"{name}cross={self._crossed(end, cue.index)}"
        if self.frame.clauses[cue.index] in self._negated:
            yield "negated"
        if other:
            yield self._both_sides(candidate)
            yield f"{cue.family} {subject.governs}>{other.governs}"
            if subject.named and other.named and subject.phrase != other.phrase:
                yield f"between={step(max(other.start - subject.stop, subject.start - other.stop))}"

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
        rivals = [claim for claim in self.frame.claims if claim.rule.type == candidate.type]
        if not candidate.claims and any(ends & {claim.subject, claim.object} - {None} for claim in rivals):
            yield f"{kind} rival"
        for claim in self.frame.claims:
            if claim.rule.type != candidate.type and {claim.subject, claim.object} == ends:
                yield f"{kind} other={claim.rule.type.value}"

    def _around(self, index: int) -> Iterator[str]:
        for name, place in (("w-1", index - 1), ("w", index), ("w+1", index + 1)):
            if 0 <= place < len(self._words):
                yield f"{name}={self._words[place]}"

    def _slot(self, name: str, end: End, candidate: Candidate) -> Iterator[str]:
        """How an end stands to the cue: governed by what, on which side, how far, across how many clauses."""
        if not end.named:
            yield f"{name}={end.kind}"
            return
        cue = candidate.cue
        place = self._place(end, cue.index)
        side = place.split()[0]
        crossed = self._crossed(end, cue.index)
        yield f"{name}={end.governs}"
        yield f"{name}={end.governs} {place} {min(crossed, 1)}"
        yield f"{name}d={side} {step(end.gap(cue.index))}"
        yield f"{name}cross={crossed}"
        yield f"{cue.family} {name}={end.governs} {side}"
        yield f"{name}rivals={self._rivals(end, cue.index)}"

    def _pair(self, candidate: Candidate, subject: End, other: End) -> Iterator[str]:
        """How two ends that the sentence names stand to each other."""
        if subject.phrase == other.phrase:
            yield "order=same"
            return
        order = sorted([(subject.start, "S"), (other.start, "O"), (candidate.cue.index + 0.5, "c")])
        yield "order=" + "".join(sign for _, sign in order)
        first, last = min(subject.stop, other.stop), max(subject.start, other.start)
        yield f"between={step(last - first)}"
        yield f"cross={min(3, abs(self.frame.clauses[subject.start] - self.frame.clauses[other.start]))}"
        yield f"inside={min(3, sum(first <= end.start < last for end in self.frame.ends))}"

    def _place(self, end: End, index: int) -> str:
        gap = end.gap(index)
        return f"{'after' if end.start > index else 'before'} {'near' if gap < 5 else 'mid' if gap < 11 else 'far'}"

    def _crossed(self, end: End, index: int) -> int:
        return min(3, abs(self.frame.clauses[index] - self.frame.clauses[end.start]))

    def _rivals(self, end: End, index: int) -> int:
        """How many other ends of the same type stand nearer to the cue."""
        distance = abs(end.start - index)
        nearer = (
            rival
            for rival in self.frame.ends
            if rival.type == end.type and rival.phrase != end.phrase and abs(rival.start - index) < distance
        )
        return min(3, sum(1 for _ in nearer))

    def _both_sides(self, candidate: Candidate) -> str:
        assert candidate.object is not None
        sides = [self.side(candidate.subject), self.side(candidate.object)]
        return "sides=" + ">".join(sorted(sides) if candidate.type.symmetric else sides)

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
