"""Reads a comparison from a store: which relations count for whom, in which row."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from relgraph.comparison import selects
from relgraph.comparison.comparison import By, Citation, Comparison, Count, Coverage, Row, Side
from relgraph.comparison.naming import names
from relgraph.comparison.scope import Scope, scope
from relgraph.errors import QueryError
from relgraph.queries.batches import batched, value
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.queries.sides import side
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY


@dataclass(frozen=True, slots=True)
class _Held:
    """A relation that counts for a partner."""

    iri: str
    type: str
    basis: str
    evidence: str
    release: str
    date: str
    topics: tuple[str, ...]

    def keys(self, by: By) -> tuple[str, ...]:
        """Rows that it counts in: each of its topics, its type, or its year; one row for what has none."""
        if by is By.TOPIC:
            return self.topics or ("",)
        return (self.type,) if by is By.TYPE else (self.date[:4],)


def compare(
    store: Store,
    partners: Sequence[str],
    *,
    region: str | None = None,
    since: str | None = None,
    until: str | None = None,
    by: By = By.TOPIC,
    language: str = "de",
) -> Comparison:
    """Compare actors, each with all that is part of it and the people in office there.

    A relation counts for a partner where one end is on its side and the other is not, or where it has no other end, as
    a strength; offices do not count. With a `region`, what its releases say and what ties itself. `since` and `until`
    bound the dates of releases.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things, or two labels name the same.
    """
    iris = _resolved(store, partners)
    home = None if region is None else str(resolve(region, ParameterType.ENTITY, store))
    within = scope(store, home, since, until)
    held = {iri: list(_relations(store, iri, within, by)) for iri in iris}
    cells = {iri: _cells(relations, by) for iri, relations in held.items()}
    keys = {key for own in cells.values() for key in own}
    cited = _citations(store, [_newest(group) for own in cells.values() for group in own.values()])
    named = names(store, {*iris, *filter(None, [home]), *(key for key in keys if ":" in key)}, language)
    rows = [
        Row(key, named.get(key, key), {iri: _count(own[key], cited) for iri, own in cells.items() if key in own})
        for key in keys
    ]
    return Comparison(
        by=by,
        partners=tuple(Side(iri, named[iri]) for iri in iris),
        region=Side(home, named[home]) if home else None,
        since=since,
        until=until,
        rows=tuple(sorted(rows, key=lambda row: _rank(row, by))),
        totals={iri: replace(_count(relations, {}), newest=None) for iri, relations in held.items()},
        coverage={iri: _coverage(relations) for iri, relations in held.items()},
        all_releases=len(within.own),
        first=within.first,
        last=within.last,
    )


def behind(
    store: Store, partner: str, key: str, *, region: str | None = None, since: str | None = None,
    until: str | None = None, by: By = By.TOPIC,
) -> list[str]:  # fmt: skip
    """IRIs of the relations that count in one cell of a comparison, the newest first; `key` is that of its row.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things.
    """
    iri = str(resolve(partner, ParameterType.ENTITY, store))
    home = None if region is None else str(resolve(region, ParameterType.ENTITY, store))
    held = [one for one in _relations(store, iri, scope(store, home, since, until), by) if key in one.keys(by)]
    return [one.iri for one in sorted(held, key=lambda one: (one.date, one.evidence, one.iri), reverse=True)]


def _resolved(store: Store, partners: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for label in partners:
        iri = str(resolve(label, ParameterType.ENTITY, store))
        if iri in found:
            raise QueryError(label, f"is the same as {found[iri]!r}; a comparison needs different partners")
        found[iri] = label
    return list(found)


def _relations(store: Store, partner: str, within: Scope, by: By) -> Iterator[_Held]:
    own = side(store, partner)
    topics: dict[str, set[str]] = defaultdict(set)
    for row in batched(store, selects.TOPICS, own if by is By.TOPIC else ()):
        topics[value(row, "relation")].add(value(row, "topic"))
    for row in batched(store, selects.RELATIONS, own):
        iri, release, other = value(row, "relation"), value(row, "release"), row["other"]
        if other in own or not within.holds(release, other):
            continue
        basis = value(row, "basis").removeprefix(ONTOLOGY)
        date, matter = within.dated[release], tuple(sorted(topics[iri]))
        yield _Held(iri, value(row, "type"), basis, value(row, "evidence"), release, date, matter)


def _cells(relations: Iterable[_Held], by: By) -> dict[str, list[_Held]]:
    found: dict[str, list[_Held]] = defaultdict(list)
    for held in relations:
        for key in held.keys(by):
            found[key].append(held)
    return found


def _newest(relations: Iterable[_Held]) -> _Held:
    return max(relations, key=lambda held: (held.date, held.evidence, held.iri))


def _count(relations: Collection[_Held], cited: Mapping[str, Citation]) -> Count:
    return Count(
        relations=len({held.iri for held in relations}),
        sentences=len({held.evidence for held in relations}),
        releases=len({held.release for held in relations}),
        newest=cited[_newest(relations).iri] if cited and relations else None,
    )


def _coverage(relations: Collection[_Held]) -> Coverage:
    dates = sorted(held.date for held in relations if held.date)
    bases = Counter(held.basis for held in relations)
    return Coverage(dict(sorted(bases.items())), dates[0] if dates else None, dates[-1] if dates else None)


def _citations(store: Store, relations: Collection[_Held]) -> dict[str, Citation]:
    """Citation of each relation's sentence, by the relation's IRI."""
    evidence = {held.evidence for held in relations}
    sentences = {value(row, "thing"): value(row, "sentence") for row in batched(store, selects.SENTENCES, evidence)}
    releases = {held.release for held in relations}
    sources: dict[str, dict[str, str]] = defaultdict(dict)
    for name, question in selects.SOURCES.items():
        for row in batched(store, question, releases):
            own = sources[value(row, "thing")]
            own[name] = min(value(row, "value"), own.get(name, value(row, "value")))
    return {
        held.iri: Citation(
            sentence=sentences[held.evidence],
            basis=held.basis,
            release=held.release,
            title=sources[held.release].get("title", held.release),
            date=held.date or None,
            publisher=sources[held.release].get("publisher"),
            url=sources[held.release].get("url"),
        )
        for held in relations
    }


def _rank(row: Row, by: By) -> tuple[object, ...]:
    """Years in their order, else what most is said of first; what has no topic or date comes last."""
    if by is By.YEAR:
        return (not row.key, row.key)
    releases, sentences = (
        sum(getattr(count, name) for count in row.counts.values()) for name in ("releases", "sentences")
    )
    return (not row.key, -releases, -sentences, row.label, row.key)
