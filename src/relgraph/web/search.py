"""What a search finds, by kind, and page by page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relgraph.queries.index import CLASSES, Index
from relgraph.queries.listing import RELEASE_KIND, TOPIC_KIND, Listed
from relgraph.vocabulary import EntityType
from relgraph.web.speech import Speech

KINDS: Mapping[str, frozenset[str]] = {
    "places": CLASSES["Territory"],
    "institutions": CLASSES["Organisation"],
    "people": frozenset({EntityType.PERSON.value}),
    "topics": frozenset({TOPIC_KIND}),
    "documents": frozenset({EntityType.DOCUMENT.value, EntityType.EVENT.value}),
    "documents_titled": frozenset({RELEASE_KIND}),
}
"""What results are grouped by, in the order of the page."""
FIRST, PAGE = 6, 30
"""How many of a group stand on the page of all groups; how many on a page of one."""


@dataclass(frozen=True)
class Group:
    """Results of one kind: how many, how many of each type, and those that are shown."""

    key: str
    total: int
    types: Mapping[str, int]
    shown: Sequence[Listed]


@dataclass(frozen=True)
class Result:
    """What a search has found."""

    exact: Sequence[Listed]
    groups: Sequence[Group]
    near: Sequence[Listed]
    page: int
    pages: int

    @property
    def total(self) -> int:
        """How many results there are of all kinds."""
        return sum(group.total for group in self.groups)


def search(index: Index, text: str, group: str = "", type_: str = "", page: int = 1) -> Result:
    """Results for some words, of one group and type where they are given."""
    found = [*index.find(text), *index.find(text, RELEASE_KIND)] if text.strip() else []
    groups = [_group(key, found, group, type_, page) for key in KINDS]
    chosen = next((one for one in groups if one.key == group), None)
    of = chosen.types.get(type_, chosen.total) if chosen else 0
    near = index.near(text) if text.strip() and not found else []
    held = [one for one in groups if one.total]
    return Result(index.exact(text)[:3], held, near, page, max(1, -(-of // PAGE)))


def _group(key: str, found: Sequence[Listed], chosen: str, type_: str, page: int) -> Group:
    own = [one for one in found if one.kind in KINDS[key]]
    types = Counter(one.kind for one in own)
    if key != chosen:
        return Group(key, len(own), types, own[:FIRST])
    typed = [one for one in own if type_ in ("", one.kind)]
    return Group(key, len(own), types, typed[(page - 1) * PAGE : page * PAGE])


def kind_label(thing: Listed, speech: Speech) -> str:
    """What the type of a thing is called."""
    return speech.say("search", "release") if thing.kind == "Release" else speech.label("entity_types", thing.kind)


def evidence(thing: Listed, speech: Speech) -> str:
    """How much there is on a thing, in words; of a release its date."""
    if thing.kind == "Release":
        return speech.date(thing.date)
    releases = speech.count("search", "releases", thing.releases) if thing.releases else ""
    if not thing.relations:  # it may still hold what has some, so a nought would say too much
        return speech.say("search", "named", releases=releases) if releases else speech.say("search", "unnamed")
    return ", ".join(filter(None, [speech.count("search", "relations", thing.relations), releases]))
