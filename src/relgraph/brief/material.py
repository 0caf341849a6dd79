"""All that a brief may tell: the facts around a focus, and who stands on which side.

Owns the division into sides and ties; what is told of them, and in which words, is for the sections.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from relgraph.brief.fact import Fact, Origin, Thing, newness
from relgraph.brief.sentences import Sentences
from relgraph.vocabulary import RelationType, Status


@dataclass(frozen=True)
class Tie:
    """All facts of one type between two ends, of which `partner` is the one on the side of the focus."""

    type: RelationType
    own: str
    partner: str
    facts: tuple[Fact, ...]

    @property
    def releases(self) -> int:
        """In how many releases it is told."""
        return len({fact.origin.iri for fact in self.facts})

    @property
    def sentences(self) -> int:
        """By how many sentences it is told."""
        return len({fact.evidence for fact in self.facts})

    @property
    def last(self) -> str:
        """Date of the newest release that tells it, empty where none has a date."""
        return max(fact.told for fact in self.facts)

    @property
    def unsure(self) -> bool:
        """Whether no fact behind it is sure."""
        return all(fact.unsure for fact in self.facts)

    @property
    def outgoing(self) -> bool:
        """Whether it runs from the own side to the partner's; a symmetric one does."""
        return self.type.symmetric or self.facts[0].subject == self.own


@dataclass(frozen=True)
class Material:
    """What the releases say of the focus, as `asked` for; `partners` are the focus, what belongs to it, and its people.

    `mentioning` are all releases of the scope that name one of them; `as_of` is the day that the graph is read as of.
    """

    asked: str
    focus: Thing
    region: Thing | None
    since: str | None
    until: str | None
    as_of: str | None
    partners: frozenset[str]
    facts: tuple[Fact, ...]
    things: Mapping[str, Thing]
    sentences: Sentences
    technologies: frozenset[str]
    mentioning: tuple[Origin, ...]

    @cached_property
    def dealings(self) -> tuple[Fact, ...]:
        """Facts between somebody on the side of the focus and somebody else."""
        return tuple(
            fact
            for fact in self.facts
            if fact.type is not RelationType.AFFILIATION
            and fact.object is not None
            and (fact.subject in self.partners) != (fact.object in self.partners)
        )

    @cached_property
    def telling(self) -> tuple[Fact, ...]:
        """Facts that the brief may tell: dealings, what the partner leads in, what others call a priority."""
        alone = (RelationType.STRENGTH, RelationType.INTEREST)
        dealt = {fact.relation for fact in self.dealings}
        return tuple(fact for fact in self.facts if fact.relation in dealt or fact.type in alone)

    @cached_property
    def offices(self) -> dict[str, list[Fact]]:
        """Facts that give a person of the partner's side an office, newest first."""
        held: dict[str, list[Fact]] = {}
        for fact in self.facts:
            if fact.type is RelationType.AFFILIATION and fact.object in self.partners:
                held.setdefault(fact.subject, []).append(fact)
        return {person: sorted(facts, key=lambda fact: fact.newest_first) for person, facts in held.items()}

    def ties(self, *types: RelationType) -> list[Tie]:
        """Ties of these types, or of all, best evidenced first; what is planned stands apart."""
        return [tie for tie in self._real if not types or tie.type in types]

    @cached_property
    def _real(self) -> list[Tie]:
        return self.tied(fact for fact in self.dealings if fact.status is not Status.PLANNED)

    @cached_property
    def dealt(self) -> list[Tie]:
        """Ties of all dealings, planned ones with what came of them."""
        return self.tied(self.dealings)

    @cached_property
    def planned(self) -> list[Tie]:
        """Ties that are planned and not real already when the plan is told: the facts that plan them."""
        return self.tied(fact for fact in self.dealings if fact.status is Status.PLANNED)

    def tied(self, facts: Iterable[Fact], key: Callable[[Fact], object] = lambda fact: "") -> list[Tie]:
        """Ties of facts with the same type, ends and key: in most releases first, then the newest, then by name."""
        groups: dict[object, list[Fact]] = {}
        for fact in facts:
            groups.setdefault((fact.type, fact.ends, key(fact)), []).append(fact)
        return sorted((self._tie(group) for group in groups.values()), key=self._rank)

    def _tie(self, facts: list[Fact]) -> Tie:
        first = facts[0]
        own, partner = first.subject, first.object or ""
        if own in self.partners:
            own, partner = partner, own
        return Tie(first.type, own, partner, tuple(sorted(facts, key=lambda fact: fact.newest_first)))

    def _rank(self, tie: Tie) -> tuple[object, ...]:
        return (
            tie.unsure,
            -tie.releases,
            -newness(tie.last),
            -tie.sentences,
            tie.type,
            tie.own,
            tie.partner,
            tie.facts[0].relation,
        )
