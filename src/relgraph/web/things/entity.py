"""What the page of an entity tells: who it is, where it lies, its ties, what lies in it, who names it when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Origin, Thing, newness
from relgraph.brief.reading import origins
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, EntityType
from relgraph.web.things import selects
from relgraph.web.things.names import things
from relgraph.web.things.paging import Paged, paged
from relgraph.web.things.ties import Entry, Group, grouped, listed, neighbours, ties_of
from relgraph.web.things.ties import page_of as ties_page

SHOWN, PAGE = 8, 50
"""Rows of each list on the page of a thing, and on a page of the list by itself."""

_NEIGHBOURS = 12
_LINKS = {PREFIXES["owl"] + "sameAs", PREFIXES["skos"] + "exactMatch", PREFIXES["skos"] + "closeMatch"}
_KINDS = {ONTOLOGY + kind: kind.value for kind in EntityType}


@dataclass(frozen=True, slots=True)
class Part:
    """What lies in a territory, with how many ties it has."""

    iri: str
    ties: int


@dataclass(frozen=True, slots=True)
class Year:
    """How many releases of a year name a thing."""

    year: int
    releases: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All that the page of an entity tells; `things` has everything that it names."""

    iri: str
    code: str | None
    elsewhere: tuple[str, ...]
    around: tuple[str, ...]
    """Territories around it, the widest first."""
    ties: int
    others: int
    groups: tuple[Group, ...]
    neighbours: tuple[tuple[str, int], ...]
    parts: Mapping[str, Paged[Part]]
    releases: Paged[Origin]
    years: tuple[Year, ...]
    things: Mapping[str, Thing]


def entity_page(store: Store, iri: str) -> EntityPage:
    """The page of an entity."""
    own = own_values(store, iri, selects.OWN)
    territory = ONTOLOGY + "Territory" in own.get(PREFIXES["rdf"] + "type", ())
    around = _around(store, iri)
    ties = ties_of(store, iri)
    groups = grouped(store, iri, ties, selects.COUNTS, SHOWN)
    close = neighbours(iri, ties, _NEIGHBOURS)
    parts = {kind: paged(held, 1, SHOWN) for kind, held in parts_of(store, iri).items()} if territory else {}
    naming = releases_of(store, iri, selects.NAMING)
    named = {
        iri,
        *around,
        *(other for other, _ in close),
        *(part.iri for page in parts.values() for part in page.shown),
    }
    named |= {one for entry in _entries(groups) for one in entry.named}
    return EntityPage(
        iri=iri,
        code=next(iter(own.get(PREFIXES["rg"] + "code", ())), None),
        elsewhere=links(own),
        around=around,
        ties=len(ties),
        others=len({other for tie in ties if (other := tie.other(iri))}),
        groups=groups,
        neighbours=tuple(close),
        parts=parts,
        releases=release_page(store, naming, 1, SHOWN),
        years=years(naming.values()),
        things=things(store, named),
    )


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of a thing by itself, a page at a time: `entries`, `parts` or `releases`, whichever it is."""

    iri: str
    key: str
    things: Mapping[str, Thing]
    entries: Paged[Entry] | None = None
    parts: Paged[Part] | None = None
    releases: Paged[Origin] | None = None

    @property
    def page(self) -> Paged[Entry] | Paged[Part] | Paged[Origin]:
        """What is listed."""
        page = self.entries or self.parts or self.releases
        assert page is not None
        return page


def list_page(store: Store, iri: str, key: str, page: int) -> ListPage | None:
    """A page of a list of an entity; nothing where it has no such list.

    Raises:
        QueryError: the list has no such page.
    """
    if key == "releases":
        releases = release_page(store, releases_of(store, iri, selects.NAMING), page, PAGE)
        return ListPage(iri, key, things(store, {iri}), releases=releases)
    if key in _KINDS.values():
        held = parts_of(store, iri).get(key)
        if held is None:
            return None
        parts = paged(held, page, PAGE)
        return ListPage(iri, key, things(store, {iri, *(part.iri for part in parts.shown)}), parts=parts)
    lists = {f"{kind}-{way}": ties for (kind, way), ties in listed(iri, ties_of(store, iri)).items()}
    if key not in lists:
        return None
    shown = ties_page(store, lists[key], page, PAGE)
    return ListPage(
        iri, key, things(store, {iri, *(one for entry in shown.shown for one in entry.named)}), entries=shown
    )


def own_values(store: Store, iri: str, question: str) -> dict[str, list[str]]:
    """Values of a thing by property, sorted."""
    held: dict[str, list[str]] = defaultdict(list)
    for row in batched(store, question, [iri]):
        held[value(row, "property")].append(value(row, "value"))
    return {name: sorted(values) for name, values in held.items()}


def links(own: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Addresses of the same thing elsewhere, those on the web only."""
    found = {link for name in _LINKS & own.keys() for link in own[name]}
    return tuple(sorted(link for link in found if link.startswith(("https://", "http://"))))


def releases_of(store: Store, iri: str, question: str) -> dict[str, str]:
    """Releases that have to do with a thing, with their dates, the newest first."""
    found = {value(row, "release"): row["date"] or "" for row in batched(store, question, [iri])}
    return dict(sorted(found.items(), key=lambda pair: (-newness(pair[1]), pair[0])))


def release_page(store: Store, found: Mapping[str, str], page: int, size: int) -> Paged[Origin]:
    """One page of a list of releases.

    Raises:
        QueryError: there is no such page.
    """
    cut = paged([*found], page, size)
    read = origins(store, cut.shown)
    return Paged(tuple(read[iri] for iri in cut.shown), cut.total, cut.page, cut.pages, cut.first)


def years(dates: Iterable[str]) -> tuple[Year, ...]:
    """How often each year comes up, from the first to the last.

    >>> years(["2019-05-01", "2021", ""])
    (Year(year=2019, releases=1), Year(year=2020, releases=0), Year(year=2021, releases=1))
    """
    counts = Counter(int(date[:4]) for date in dates if date)
    return tuple(Year(year, counts[year]) for year in range(min(counts), max(counts) + 1)) if counts else ()


def parts_of(store: Store, iri: str) -> dict[str, list[Part]]:
    """What lies directly in a territory, by class, those with most ties first."""
    kinds = {
        value(row, "part"): _KINDS[value(row, "kind")]
        for row in batched(store, selects.PARTS, [iri])
        if row["kind"] in _KINDS
    }
    if not kinds:
        return {}
    weights: Counter[str] = Counter()
    for question in selects.WEIGHTS:
        for row in batched(store, question, [iri]):
            weights[value(row, "part")] += int(value(row, "ties"))
    found: dict[str, list[Part]] = {kind.value: [] for kind in EntityType}
    for part in sorted(kinds, key=lambda part: (-weights[part], part)):
        found[kinds[part]].append(Part(part, weights[part]))
    return {kind: parts for kind, parts in found.items() if parts}


def _around(store: Store, iri: str) -> tuple[str, ...]:
    """Territories around an entity, the widest first, each once, so that a circle ends."""
    wholes: dict[str, str] = {}
    for row in batched(store, selects.WHOLES, [iri]):
        part, whole = value(row, "part"), value(row, "whole")
        wholes[part] = min(whole, wholes.get(part, whole))
    chain = [iri]
    while (whole := wholes.get(chain[-1], iri)) not in chain:
        chain.append(whole)
    return tuple(reversed(chain[1:]))


def _entries(groups: Iterable[Group]) -> Iterator[Entry]:
    for group in groups:
        for held in group.lists:
            yield from held.entries.shown
