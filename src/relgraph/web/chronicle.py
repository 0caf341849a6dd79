"""What happened when, around an actor: entries in the order of time, and how many of each status fall on a period.

The same as the questions `timeline` and `upcoming` of the catalogue tell; made at the desk.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from relgraph.brief.fact import Fact, newness
from relgraph.brief.gathering import gather
from relgraph.brief.material import Material
from relgraph.queries.batches import batched, value
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, RelationType, Status
from relgraph.web.periods import Period, periods
from relgraph.web.statements import Statement, end, statements

MOST = 200
"""Entries on a page."""
_NARROWER = "SELECT ?found WHERE { ?found skos:broader* ?thing }"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is told: about whom, on what, between which dates."""

    about: str
    topic: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Relations of one type and status between two ends on one date, with the newest sentence.

    `stated` says whether a sentence gives the date; else it is that of the release.
    """

    when: str
    stated: bool
    sentences: int
    releases: int
    newest: Statement


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that is told of an actor in order; `entries` are the first of `total`, `coming` what is planned for later."""

    iri: str
    name: str
    as_of: str | None
    entries: tuple[Entry, ...]
    coming: tuple[Entry, ...]
    total: int
    periods: tuple[Period, ...]


def chronicle(store: Store, scope: Scope, language: str, *, newest_first: bool, most: int | None = MOST) -> Chronicle:
    """What happened when.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things.
    """
    material = gather(store, scope.about)
    groups = _groups(_chosen(store, material, scope))
    ordered = sorted(groups, key=lambda group: (newness(_when(group[0])), group[0].relation), reverse=newest_first)
    as_of = material.as_of or ""
    coming = [group for group in ordered if _is_coming(group[0], as_of)]
    counted = [(_when(group[0]), group[0].status) for group in groups]
    return Chronicle(
        material.focus.iri,
        end(material.focus, language).name,
        material.as_of,
        tuple(_entries(store, ordered[:most], language)),
        tuple(_entries(store, sorted(coming, key=lambda group: _when(group[0]))[:most], language)),
        len(ordered),
        tuple(periods(counted, scope.since, scope.until)),
    )


def file(store: Store, scope: Scope, language: str, format_: str, *, newest_first: bool) -> str:
    """All entries as `csv` or `json`; it raises what `chronicle` raises."""
    held = chronicle(store, scope, language, newest_first=newest_first, most=None)
    rows = [_row(entry) for entry in held.entries]
    if format_ == "json":
        told = asdict(scope) | {"iri": held.iri, "name": held.name, "as_of": held.as_of, "entries": rows}
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


_COLUMNS = (
    "when", "stated", "type", "status", "subject", "subject_name", "object", "object_name", "sentences", "releases",
    "sentence", "date", "publisher", "title", "release", "url", "basis", "relation",
)  # fmt: skip


def _row(entry: Entry) -> Mapping[str, object]:
    one, release = entry.newest, entry.newest.release
    target = (one.object.iri, one.object.name) if one.object else (None, None)
    values = (
        entry.when, entry.stated, one.type, one.status, one.subject.iri, one.subject.name, *target, entry.sentences,
        entry.releases, one.sentence, release.date, release.publisher, release.title, release.iri, release.url,
        one.basis, one.relation,
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _chosen(store: Store, material: Material, scope: Scope) -> Iterable[Fact]:
    kind = None if scope.type is None else str(resolve(scope.type, ParameterType.RELATION_TYPE, store))
    topics = None if scope.topic is None else _below(store, scope.topic)
    for fact in material.facts:
        when = _when(fact)
        # An office without a date of its own would only tell when it was mentioned
        undated = not when or (fact.type is RelationType.AFFILIATION and fact.when is None)
        own = fact.subject in material.partners or fact.object in material.partners
        if undated or not own or (kind and kind != ONTOLOGY + fact.type.class_name):
            continue
        if topics is not None and topics.isdisjoint(fact.topics):
            continue
        after = scope.since is None or when >= scope.since
        if after and (scope.until is None or when[: len(scope.until)] <= scope.until):
            yield fact


def _below(store: Store, topic: str) -> set[str]:
    iri = str(resolve(topic, ParameterType.TOPIC, store))
    return {iri} | {value(row, "found") for row in batched(store, _NARROWER, [iri])}


def _groups(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Facts of one date, type, status and pair of ends, the newest first."""
    found: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[_when(fact), fact.type, fact.status, fact.ends].append(fact)
    return [sorted(group, key=lambda fact: fact.newest_first) for group in found.values()]


def _entries(store: Store, groups: list[list[Fact]], language: str) -> list[Entry]:
    told = statements(store, [group[0] for group in groups], language)
    return [
        Entry(
            when=_when(group[0]),
            stated=any(fact.when is not None for fact in group),
            sentences=len({fact.evidence for fact in group}),
            releases=len({fact.origin.iri for fact in group}),
            newest=newest,
        )
        for group, newest in zip(groups, told, strict=True)
    ]


def _when(fact: Fact) -> str:
    return fact.when or fact.told


def _is_coming(fact: Fact, as_of: str) -> bool:
    """Whether it is planned for a day that has not come when the newest release was told."""
    return fact.status is Status.PLANNED and fact.when is not None and fact.when >= as_of[: len(fact.when)]
