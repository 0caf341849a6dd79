"""Ties of a thing: in groups by type, with counts, the strongest first, and the newest sentences of those shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relgraph.brief.fact import Fact, Origin
from relgraph.queries.batches import Row, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, Basis, RelationType, Status
from relgraph.web.things import selects
from relgraph.web.things.paging import Paged, paged
from relgraph.web.things.statements import Statement, newest_first

WHOLE = 3
"""A tie of so many relations is shown with all its sentences, of others the newest."""

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
    relations: int
    releases: int
    first: str
    statements: tuple[Statement, ...]

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


def tie_of(store: Store, iri: str) -> Tie:
    """One tie."""
    return _tie(next(batched(store, selects.TIES, [iri])))


def grouped(store: Store, iri: str, ties: Iterable[Tie], question: str, size: int) -> tuple[Group, ...]:
    """Groups by type, of each list the first `size`; `question` counts sentences and releases by type."""
    counts = {
        _TYPES[value(row, "type")]: (int(value(row, "sentences")), int(value(row, "releases")))
        for row in batched(store, question, [iri])
        if row["type"] in _TYPES
    }
    lists = listed(iri, ties)
    cut = {key: paged(held, 1, size) for key, held in lists.items()}
    known = {entry.tie.iri: entry for entry in entries(store, [tie for page in cut.values() for tie in page.shown])}
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
    few = [tie.iri for tie in ties if int(held[tie.iri]["relationCount"][0]) <= WHOLE]
    stated = {tie.iri: held[tie.iri]["newestRelation"] for tie in ties}
    stated |= _summed(store, few)
    by_relation = {relation: tie for tie in ties for relation in stated[tie.iri]}
    quoted: dict[str, list[Statement]] = defaultdict(list)
    for one in quotes(store, by_relation):
        quoted[by_relation[one.fact.relation].iri].append(one)
    return [_entry(tie, held[tie.iri], quoted[tie.iri]) for tie in ties]


def quotes(store: Store, ties: Mapping[str, Tie]) -> list[Statement]:
    """Statements by their relations, the newest first, as far as their ties do not tell them: a fifth of the work."""
    read = [_quote(row, ties[value(row, "thing")]) for row in batched(store, selects.QUOTES, ties)]
    return newest_first({one.fact.relation: one for one in read}.values())


def neighbours(iri: str, ties: Iterable[Tie], most: int) -> list[tuple[str, int]]:
    """Who a thing is tied to most, with how many sentences say so."""
    strength: dict[str, int] = defaultdict(int)
    for tie in ties:
        other = tie.other(iri)
        if other is not None:
            strength[other] += tie.sentences
    return sorted(strength.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _summed(store: Store, ties: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in batched(store, selects.SUMMED, ties):
        found[value(row, "thing")].append(value(row, "relation"))
    return found


def _quote(row: Row, tie: Tie) -> Statement:
    origin = Origin(
        iri=value(row, "release"),
        title=value(row, "title"),
        date=row["date"],
        publisher=row["publisher"],
        url=row["url"],
        language=row["language"] or "de",
    )
    fact = Fact(
        relation=value(row, "thing"),
        type=tie.type,
        subject=tie.subject,
        object=tie.object,
        origin=origin,
        evidence=value(row, "evidence"),
        status=Status(tie.status),
        confidence=float(value(row, "confidence")),
        basis=Basis(value(row, "basis").removeprefix(ONTOLOGY)),
        reviewer=row["reviewer"],
        reviewed_on=row["reviewed"],
    )
    return Statement(fact, value(row, "sentence"))


def _filled(cut: Paged[Tie], known: Mapping[str, Entry]) -> Paged[Entry]:
    return Paged(tuple(known[tie.iri] for tie in cut.shown), cut.total, cut.page, cut.pages, cut.first)


def _entry(tie: Tie, held: Mapping[str, list[str]], found: list[Statement]) -> Entry:
    return Entry(
        tie,
        topics=tuple(sorted(held.get("topic", ()))),
        bases=tuple(sorted(basis.removeprefix(ONTOLOGY) for basis in held.get("tieBasis", ()))),
        roles=tuple(sorted(held.get("role", ()))),
        relations=int(held["relationCount"][0]),
        releases=int(held["releaseCount"][0]),
        first=min(held.get("firstDate", [""])),
        statements=tuple(found),
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
