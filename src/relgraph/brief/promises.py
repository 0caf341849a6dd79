"""What is promised, and what has come of it: the rule of the question `commitments`, on the facts of a brief.

A test holds both to the same answers. What happens once, a visit or an event, is no promise but comes up (`upcoming`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from relgraph.brief.fact import Fact
from relgraph.brief.material import Material, Tie
from relgraph.queries.catalogue import find_question
from relgraph.vocabulary import RelationType, Status


@dataclass(frozen=True)
class Promise:
    """A planned tie; `due` is empty where no sentence gives a day, `done` the newest fact that reports it done."""

    tie: Tie
    due: str
    overdue: bool
    done: Fact | None


def promises(material: Material) -> list[Promise]:
    """Plans of what lasts, each with what a later release says of it, in the order of `Material.planned`."""
    real = _real(material.dealings)
    return [_promise(tie, real, material.as_of or "") for tie in material.planned if tie.type in asked("commitments")]


def upcoming(material: Material) -> list[Tie]:
    """Visits, meetings and events that are announced for the day of the brief or later; without a day, since a year."""
    on, real = material.as_of or "", _real(material.dealings)
    once = [tie for tie in material.planned if tie.type in asked("upcoming")]
    return [tie for tie in once if not _reported(tie, real) and any(_ahead(fact, on) for fact in tie.facts)]


def unreported(material: Material) -> list[Tie]:
    """Visits and meetings whose day has passed, or which were announced long ago, and of which nothing more is told."""
    ahead, real = upcoming(material), _real(material.dealings)
    once = [tie for tie in material.planned if tie.type in asked("visits-and-meetings")]
    return [tie for tie in once if tie not in ahead and not _reported(tie, real)]


@lru_cache(maxsize=8)
def asked(question: str) -> frozenset[RelationType]:
    """The types of relations that a question of the catalogue reads."""
    return frozenset(find_question(question).relations)


_Ends = tuple[RelationType, tuple[str, str]]


def _real(facts: Iterable[Fact]) -> dict[_Ends, list[Fact]]:
    """Facts that are real, by type and ends."""
    held: dict[_Ends, list[Fact]] = {}
    for fact in facts:
        if fact.status in (Status.ACTIVE, Status.CONCLUDED):
            held.setdefault((fact.type, fact.ends), []).append(fact)
    return held


def _promise(tie: Tie, real: dict[_Ends, list[Fact]], on: str) -> Promise:
    dues = [fact.until or fact.date or "" for fact in tie.facts]
    topics = {topic for fact in tie.facts for topic in fact.topics}
    first = min(fact.told for fact in tie.facts)
    later = [
        fact
        for fact in real.get((tie.type, tie.facts[0].ends), [])
        if fact.told > first and (not topics or not fact.topics or topics.intersection(fact.topics))
    ]
    return Promise(
        tie=tie,
        due=max(dues),
        overdue=any(due and on[: len(due)] > due for due in dues),
        done=max(later, key=lambda fact: (fact.told, fact.origin.iri, fact.relation), default=None),
    )


def _reported(tie: Tie, real: dict[_Ends, list[Fact]]) -> bool:
    """Whether a release after the first announcement tells it as real."""
    first = min(fact.told for fact in tie.facts)
    return any(fact.told > first for fact in real.get((tie.type, tie.facts[0].ends), []))


def _ahead(fact: Fact, on: str) -> bool:
    if fact.when:
        return fact.when >= on[: len(fact.when)]
    return bool(fact.told) and fact.told >= year_before(on)[: len(fact.told)]


def year_before(date: str) -> str:
    """The same day or month a year before.

    >>> year_before("2024-11-05"), year_before("2024")
    ('2023-11-05', '2023')
    """
    return f"{int(date[:4]) - 1}{date[4:]}" if date else ""
