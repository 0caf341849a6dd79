"""What speaks for or against a candidate, as short readable texts; `scorer` holds what each of them weighs.

Most features begin with the type of relation; those that do not are shared by all types, so that few annotated releases
teach much. `s` and `o` stand for subject and object.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from relgraph.extraction.candidates import Candidate, End, Frame
from relgraph.extraction.home import home, is_abroad
from relgraph.extraction.scorer import Scorer
from relgraph.vocabulary import TERRITORIES, EntityType

_NEGATIONS = frozenset(("nicht", "kein", "keine", "keinen", "keiner", "keinem", "ohne", "weder", "statt", "nie"))
_NEAR, _MID = 5, 11
_STEPS = ((3, None), (5, "3-4"), (8, "5-7"), (13, "8-12"), (21, "13-20"))


def step(number: int) -> str:
    """A count, roughly.

    >>> step(2), step(6), step(40)
    ('2', '5-7', '21+')
    """
    return next((name or str(number) for limit, name in _STEPS if number < limit), "21+")


_Key = tuple[str, str, int, str, str, int, str]
"""What a group of features hangs on: part, type, cue, and end, so that candidates share it."""


def _keys(kind: str, candidate: Candidate) -> Iterator[_Key]:
    cue = candidate.cue
    yield "cue", kind, cue.index, cue.family, "", -1, ""
    for name, end in (("s", candidate.subject), ("o", candidate.object)):
        if end:
            yield name, kind, cue.index, cue.family, end.id, end.start, end.kind


@dataclass
class Features:
    """The features of the candidates of one sentence."""

    frame: Frame
    _sides: dict[str, str] = field(default_factory=dict)
    _weights: dict[_Key, float] = field(default_factory=dict)

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
        """Probability of a candidate; what its cue and its ends bring is added up once for all that share it."""
        kind = candidate.type.value + ("" if candidate.object else "0")
        total = 0.0
        for key in _keys(kind, candidate):
            known = self._weights.get(key)
            if known is None:
                known = self._weights[key] = scorer.weight(self._group(key, candidate))
            total += known
        if candidate.object:
            total += scorer.weight(self._both(candidate, kind))
        if self.frame.claims:
            total += scorer.weight(dict.fromkeys(self._claims(candidate, kind)))
        return scorer.likelihood(total)

    def of(self, candidate: Candidate) -> list[str]:
        """All features of a candidate: of its cue, its ends, both together, and of the rules' claims."""
        kind = candidate.type.value + ("" if candidate.object else "0")
        groups = [self._group(key, candidate) for key in _keys(kind, candidate)]
        if candidate.object:
            groups.append(self._both(candidate, kind))
        return list(dict.fromkeys(chain(*groups, self._claims(candidate, kind))))

    def _group(self, key: _Key, candidate: Candidate) -> Iterator[str]:
        name, kind = key[:2]
        if name == "cue":
            return self._of_cue(kind, candidate)
        end = candidate.subject if name == "s" else candidate.object
        assert end is not None
        return self._of_end(name, kind, candidate, end)

    def _of_cue(self, kind: str, candidate: Candidate) -> Iterator[str]:
        cue = candidate.cue
        yield kind
        yield f"{kind} cue={cue.family}"
        yield from (f"{kind} has={family}" for family in candidate.families if family != cue.family)
        for name, place in (("w-1", cue.index - 1), ("w", cue.index), ("w+1", cue.index + 1)):
            if 0 <= place < len(self._words):
                yield f"{kind} {name}={self._words[place]}"
        if self.frame.clauses[cue.index] in self._negated:
            yield "negated"
            yield f"{kind} negated"

    def _of_end(self, name: str, kind: str, candidate: Candidate, end: End) -> Iterator[str]:
        """How an end stands to the cue: governed by what, on which side, how far, across how many clauses."""
        cue = candidate.cue
        if candidate.object is None:
            yield f"{kind} stype={end.type}"
            yield f"{kind} side={self.side(end)}"
            yield f"{kind} topics={min(len(self.frame.scene.topics), 4)}"
        if not end.named:
            yield f"{kind} {name}={end.kind}"
            return
        gap, crossed = end.gap(cue.index), min(3, abs(self.frame.clauses[cue.index] - self.frame.clauses[end.start]))
        side = "after" if end.start > cue.index else "before"
        place = f"{side} {'near' if gap < _NEAR else 'mid' if gap < _MID else 'far'}"
        yield f"{name}={end.governs} {place}"
        yield f"{name}cross={crossed}"
        yield f"{kind} {name}={end.governs}"
        yield f"{kind} {name}={end.governs} {place} {min(crossed, 1)}"
        yield f"{kind} {name}d={side} {step(gap)}"
        yield f"{kind} {name}cross={crossed}"
        yield f"{kind} {cue.family} {name}={end.governs} {side}"
        yield f"{kind} {name}rivals={self._rivals(end, cue.index)}"

    def _both(self, candidate: Candidate, kind: str) -> Iterator[str]:
        """How both ends stand to each other."""
        subject, other, cue = candidate.subject, candidate.object, candidate.cue
        assert other is not None
        sides = [self.side(subject), self.side(other)]
        both = ">".join(sorted(sides) if candidate.type.symmetric else sides)
        yield f"{kind} first={self.frame.scene.sentence.start == 0}"
        yield f"{kind} long={len(self.frame.tokens) // 12}"
        yield f"{kind} ends={min(len(self.frame.ends), 8) // 2}"
        yield f"sides={both}"
        yield f"{kind} sides={both}"
        yield f"{kind} types={subject.type}>{other.type}"
        yield f"{kind} kinds={subject.kind}>{other.kind}"
        yield f"{kind} governs={subject.governs}>{other.governs}"
        yield f"{cue.family} {subject.governs}>{other.governs}"
        if not (subject.named and other.named):
            return
        if subject.phrase == other.phrase:
            yield f"{kind} order=same"
            return
        order = sorted([(subject.start, "S"), (other.start, "O"), (cue.index + 0.5, "c")])
        yield f"{kind} order={''.join(sign for _, sign in order)}"
        first, last = min(subject.stop, other.stop), max(subject.start, other.start)
        yield f"between={step(last - first)}"
        yield f"{kind} between={step(last - first)}"
        yield f"{kind} cross={min(3, abs(self.frame.clauses[subject.start] - self.frame.clauses[other.start]))}"
        yield f"{kind} inside={min(3, sum(first <= end.start < last for end in self.frame.ends))}"

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
