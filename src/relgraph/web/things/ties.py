"""Ties of a thing: in groups by type, with counts, the strongest first; their sentences stand on the pages of ties."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relgraph.queries.batches import Row, asked, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, RelationType
from relgraph.web.things import selects
from relgraph.web.things.paging import Paged, paged

_TYPES = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_ORDER = {kind: place for place, kind in enumerate(RelationType)}


@dataclass(frozen=True, slots=True)
class Tie:
    """All relations of one type and status between two ends; `object` is none where it runs to a topic."""

    iri: str
    type: RelationType
    subject: str
    object: str | None
    status: str
    sentences: int
    last: str = ""

    def other(self, end: str) -> str | None:
        """The end opposite to one."""
        return self.object if end == self.subject else self.subject


@dataclass(frozen=True, slots=True)
class Entry:
    """A tie as it is listed, with what only those that are shown need."""

    tie: Tie
    topics: tuple[str, ...]
    bases: tuple[str, ...]
    roles: tuple[str, ...]
    releases: int
    first: str

    @property
    def named(self) -> Iterator[str]:
        """IRIs of all that it names."""
        yield from (self.tie.subject, *self.topics)
        yield from filter(None, [self.tie.object])


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of a group: ties of one type that run from the thing (`out`), to it (`in`), or either way (`both`)."""

    key: str
    entries: Paged[Entry]


@dataclass(frozen=True, slots=True)
class Group:
    """All ties of one type, with how many sentences in how many releases state them."""

    type: RelationType
    ties: int
    sentences: int
    releases: int
    lists: tuple[Listed, ...]


def ties_of(store: Store, iri: str) -> list[Tie]:
    """Ties that a thing is an end of, each once."""
    return [_tie(row) for row in batched(store, selects.TIES_OF, [iri])]


def ties_about(store: Store, topic: str) -> list[Tie]:
    """Ties that are about a topic."""
    return [_tie(row) for row in batched(store, selects.TIES_ABOUT, [topic])]


def every_tie(store: Store) -> list[Tie]:
    """All ties that there are."""
    return [_tie(row) for row in asked(store, selects.TIES)]


def tie_of(store: Store, iri: str) -> Tie:
    """One tie."""
    return _tie(next(batched(store, selects.TIES, [iri])))


def grouped(store: Store, iri: str, ties: Iterable[Tie], question: str, size: int) -> tuple[Group, ...]:
    """Groups by type, of each list the first `size`; `question` counts sentences and releases by type."""
    lists = listed(iri, ties)
    cut = {key: paged(held, 1, size) for key, held in lists.items()}
    known = {entry.tie.iri: entry for entry in entries(store, [tie for page in cut.values() for tie in page.shown])}
    counts = _counts(store, iri, lists, known, question)
    made = []
    for kind in sorted(counts, key=_ORDER.__getitem__):
        own = tuple(
            Listed(f"{kind}-{way}", _filled(cut[kind, way], known))
            for way in ("both", "out", "in")
            if (kind, way) in cut
        )
        made.append(Group(kind, sum(held.entries.total for held in own), *counts[kind], own))
    return tuple(made)


def listed(iri: str, ties: Iterable[Tie]) -> dict[tuple[RelationType, str], list[Tie]]:
    """Ties by type and by the way they run as seen from a thing, the strongest first."""
    found: dict[tuple[RelationType, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        way = "both" if tie.type.symmetric else "in" if tie.object == iri else "out"
        found[tie.type, way].append(tie)
    for held in found.values():
        held.sort(key=lambda tie: tie.iri)
        held.sort(key=lambda tie: (tie.sentences, tie.last), reverse=True)
    return found


def page_of(store: Store, ties: Sequence[Tie], page: int, size: int) -> Paged[Entry]:
    """One page of a list of ties.

    Raises:
        QueryError: there is no such page.
    """
    cut = paged(ties, page, size)
    return _filled(cut, {entry.tie.iri: entry for entry in entries(store, cut.shown)})


def entries(store: Store, ties: Collection[Tie]) -> list[Entry]:
    """Ties with all that a list of them shows."""
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in batched(store, selects.DETAILS, [tie.iri for tie in ties]):
        held[value(row, "thing")][value(row, "property").removeprefix(ONTOLOGY)].append(value(row, "value"))
    return [_entry(tie, held[tie.iri]) for tie in ties]


def neighbours(iri: str, ties: Iterable[Tie], most: int) -> list[tuple[str, int]]:
    """Who a thing is tied to most, with how many sentences say so."""
    strength: dict[str, int] = defaultdict(int)
    for tie in ties:
        other = tie.other(iri)
        if other is not None:
            strength[other] += tie.sentences
    return sorted(strength.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _counts(
    store: Store,
    iri: str,
    lists: Mapping[tuple[RelationType, str], Sequence[Tie]],
    known: Mapping[str, Entry],
    question: str,
) -> dict[RelationType, tuple[int, int]]:
    """Sentences and releases by type; where each type has a single tie, its own counts are these."""
    if len({kind for kind, _ in lists}) == sum(map(len, lists.values())):
        return {kind: (ties[0].sentences, known[ties[0].iri].releases) for (kind, _), ties in lists.items()}
    return {
        _TYPES[value(row, "type")]: (int(value(row, "sentences")), int(value(row, "releases")))
        for row in batched(store, question, [iri])
        if row["type"] in _TYPES
    }


def _filled(cut: Paged[Tie], known: Mapping[str, Entry]) -> Paged[Entry]:
    return Paged(tuple(known[tie.iri] for tie in cut.shown), cut.total, cut.page, cut.pages, cut.first)


def _entry(tie: Tie, held: Mapping[str, list[str]]) -> Entry:
    return Entry(
        tie,
        topics=tuple(sorted(held.get("topic", ()))),
        bases=tuple(sorted(basis.removeprefix(ONTOLOGY) for basis in held.get("tieBasis", ()))),
        roles=tuple(sorted(held.get("role", ()))),
        releases=int(held["releaseCount"][0]),
        first=min(held.get("firstDate", [""])),
    )


def _tie(row: Row) -> Tie:
    return Tie(
        value(row, "tie"),
        _TYPES[value(row, "type")],
        value(row, "subject"),
        row["object"],
        value(row, "status").removeprefix(ONTOLOGY),
        int(value(row, "sentences")),
        row["last"] or "",
    )
