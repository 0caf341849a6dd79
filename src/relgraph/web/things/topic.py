"""What the page of a topic tells: what is above and below it, who has to do with it, and which releases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Origin, Thing
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import PREFIXES
from relgraph.web.things import selects
from relgraph.web.things.entity import PAGE, SHOWN, ListPage, Year, links, release_page, releases_of, years
from relgraph.web.things.names import things
from relgraph.web.things.paging import Paged
from relgraph.web.things.ties import Group, grouped, listed, page_of, ties_about

_SKOS = PREFIXES["skos"]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """All that the page of a topic tells; `things` has everything that it names."""

    iri: str
    definitions: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    above: tuple[str, ...]
    """What it lies below, the widest first."""
    below: tuple[str, ...]
    ties: int
    groups: tuple[Group, ...]
    releases: Paged[Origin]
    years: tuple[Year, ...]
    things: Mapping[str, Thing]


def topic_page(store: Store, iri: str) -> TopicPage:
    """The page of a topic."""
    own = _spoken(store, iri)
    above, below = _above(store, iri), tuple(sorted(_values(store, selects.NARROWER, iri)))
    ties = ties_about(store, iri)
    groups = grouped(store, iri, ties, selects.COUNTS_ABOUT, SHOWN)
    stating = releases_of(store, iri, selects.STATING)
    named = {iri, *above, *below}
    named |= {one for group in groups for held in group.lists for entry in held.entries.shown for one in entry.named}
    plain = {name: [held for values in spoken.values() for held in values] for name, spoken in own.items()}
    return TopicPage(
        iri=iri,
        definitions={language: min(held) for language, held in own.get(_SKOS + "definition", {}).items()},
        synonyms={language: tuple(sorted(held)) for language, held in own.get(_SKOS + "altLabel", {}).items()},
        elsewhere=links(plain),
        above=above,
        below=below,
        ties=len(ties),
        groups=groups,
        releases=release_page(store, stating, 1, SHOWN),
        years=years(stating.values()),
        things=things(store, named),
    )


def topic_list_page(store: Store, iri: str, key: str, page: int) -> ListPage | None:
    """A page of a list of a topic; nothing where it has no such list.

    Raises:
        QueryError: the list has no such page.
    """
    if key == "releases":
        releases = release_page(store, releases_of(store, iri, selects.STATING), page, PAGE)
        return ListPage(iri, key, things(store, {iri}), releases=releases)
    lists = {f"{kind}-{way}": ties for (kind, way), ties in listed(iri, ties_about(store, iri)).items()}
    if key not in lists:
        return None
    shown = page_of(store, lists[key], page, PAGE)
    return ListPage(
        iri, key, things(store, {iri, *(one for entry in shown.shown for one in entry.named)}), entries=shown
    )


def _spoken(store: Store, iri: str) -> dict[str, dict[str, list[str]]]:
    """Values of a concept by property and language."""
    held: dict[str, dict[str, list[str]]] = {}
    for row in batched(store, selects.CONCEPT, [iri]):
        held.setdefault(value(row, "property"), {}).setdefault(row["language"] or "", []).append(value(row, "value"))
    return held


def _above(store: Store, iri: str) -> tuple[str, ...]:
    """The way up, by the first of several broader topics, so that a circle ends."""
    chain = [iri]
    while (broader := min(_values(store, selects.BROADER, chain[-1]), default=None)) and broader not in chain:
        chain.append(broader)
    return tuple(reversed(chain[1:]))


def _values(store: Store, question: str, iri: str) -> Iterable[str]:
    return [value(row, "value") for row in batched(store, question, [iri])]
