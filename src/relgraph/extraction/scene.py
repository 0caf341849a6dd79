"""A sentence as the rules look at it, what earlier sentences leave to it, and who stands in where it names nobody.

Owns the stand-ins: region, publishing city, leader, visitor, speaker, and what was named before.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from relgraph.extraction.draft import Draft
from relgraph.extraction.home import home, region
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.rules import Role
from relgraph.extraction.status import words
from relgraph.extraction.tokens import Sentence
from relgraph.names.topics import TopicHit
from relgraph.vocabulary import ORGANISATIONS, EntityType


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what was found in it; topics count in the release's text.

    `bodies` tells who holds office where, `sure` of whom a body is named beside the office.
    """

    draft: Draft
    sentence: Sentence
    phrases: Sequence[Phrase]
    topics: Sequence[TopicHit]
    bodies: Mapping[str, str]
    sure: Collection[str] = ()


class Tally:
    """How often each id came up, and which is first: the most frequent, of several the one that came up first.

    >>> tally = Tally()
    >>> tally.add("a", "b", "b", "a", "c")
    >>> tally.first
    'a'
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self.first: str | None = None

    def add(self, *ids: str) -> None:
        """Count these."""
        for id_ in ids:
            count = self._counts[id_] = self._counts.get(id_, 0) + 1
            place = self._places.setdefault(id_, len(self._places))
            if self.first is None or (count, -place) > (self._counts[self.first], -self._places[self.first]):
                self.first = id_


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave to later ones: the last document, event, visitor and leader.

    `topics` counts the sentences of the whole release that name each topic.
    """

    document: str | None = None
    event: str | None = None
    named: defaultdict[EntityType, Tally] = field(default_factory=lambda: defaultdict(Tally))
    organisation: str | None = None
    visits: Tally = field(default_factory=Tally)
    leader: str | None = None
    partner: str | None = None
    partners: Tally = field(default_factory=Tally)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    topics: Counter[str] = field(default_factory=Counter)

    @property
    def visitor(self) -> str | None:
        """Who visits most often so far."""
        return self.visits.first


def is_own(scene: Scene, id_: str) -> bool:
    """Whether somebody is of the release's side: its region, or a person who holds an office there or none."""
    own = region(scene.draft)
    if scene.draft.entities[id_].type == EntityType.PERSON:
        body = scene.bodies.get(id_)
        return (
            body is None
            or own is None
            or body == own.id
            or (scene.draft.release.region or "") in scene.draft.entities[body].name
        )
    return own is not None and id_ == own.id


def stand_in(role: Role, scene: Scene, memory: Memory, host: Phrase | None = None) -> str | None:
    """What stands in for an end that the sentence leaves open; `host` is who receives somebody in it."""
    found = _absent(role, scene, memory, host)
    return found if found and scene.draft.entities[found].type in role.kinds else None


def _absent(role: Role, scene: Scene, memory: Memory, host: Phrase | None) -> str | None:
    if role.otherwise == "host":
        body = scene.bodies.get(host.ids[0]) if host else None
        return body if body and scene.draft.entities[body].type in ORGANISATIONS | {EntityType.CITY} else None
    if role.otherwise == "region":
        own = region(scene.draft)
        return own.id if own else None
    if role.otherwise == "home":
        own = home(scene.draft)
        return own.id if own else None
    if role.otherwise == "speaker":
        return speaker(scene, memory)
    return getattr(memory, role.otherwise) if role.otherwise not in (None, "none") else None


def speaker(scene: Scene, memory: Memory) -> str | None:
    """The person whom a sentence quotes, in it or behind the quotation it stands in."""
    before = bisect_left(memory.quotes, (scene.sentence.start + 1,))
    last = memory.quotes[before - 1] if before else (0, 0)
    span = last if scene.sentence.start < last[1] else None
    end = max(scene.sentence.end, span[1] + 120) if span else scene.sentence.end
    start = span[1] if span and span[1] > scene.sentence.end else scene.sentence.start
    text = scene.draft.text[start:end].split("\n")[0]
    for _, said in words().cues["saying"].find(text):
        near = [
            person
            for person in scene.draft.within(start, start + len(text))
            if scene.draft.type_of(person) == EntityType.PERSON and abs(person.start - start - said) < 60
        ]
        if near:
            return min(near, key=lambda person: abs(person.start - start - said)).id
    return None
