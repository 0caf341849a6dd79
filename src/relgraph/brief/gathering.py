"""Reads the material of a brief from a store."""

from collections.abc import Iterable, Mapping

from relgraph.brief import selects
from relgraph.brief.fact import Fact, Origin
from relgraph.brief.material import Material
from relgraph.brief.reading import Values, origins, things, told, values_of
from relgraph.brief.sentences import Sentences
from relgraph.queries.batches import asked, batched, value
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.queries.sides import side
from relgraph.store.protocol import Store
from relgraph.vocabulary import TOPIC


def gather(
    store: Store, focus: str, *, region: str | None = None, since: str | None = None, until: str | None = None
) -> Material:
    """The facts around what `focus` names: a country, region, city or any other actor, with all that belongs to it.

    With a `region`, only what its releases say, or what others say of it; `since` and `until` bound the dates of
    releases: days, months or years.

    Raises:
        UnknownName: a label names nothing; the message suggests.
        QueryError: a label names several things.
        StoreError: a relation does not say on what it rests, as in stores of former versions.
    """
    about = str(resolve(focus, ParameterType.ENTITY, store))
    home = None if region is None else str(resolve(region, ParameterType.ENTITY, store))
    partners = side(store, about)
    own = side(store, home) if home else frozenset()
    mentioning = _found(store, selects.MENTIONING, partners)
    values = _values(store, partners, _found(store, selects.PRIORITIES, mentioning))
    naming = origins(store, mentioning)
    facts = told(store, values, naming).values()

    def within(origin: Origin, ends: Iterable[str | None] = ()) -> bool:
        ours = home is None or origin.region == home or bool(own & {*ends})
        day = origin.date or ""
        return ours and (since is None or day >= since) and (until is None or "" < day[: len(until)] <= until)

    kept = [fact for fact in facts if within(fact.origin, (fact.subject, fact.object))]
    named = things(store, {about, *filter(None, [home]), *_named(kept)})
    return Material(
        asked=focus,
        focus=named[about],
        region=named[home] if home else None,
        since=since,
        until=until,
        as_of=until or next((row["value"] for row in asked(store, selects.NEWEST)), None),
        partners=partners,
        facts=tuple(sorted(kept, key=lambda fact: fact.newest_first)),
        things=named,
        sentences=Sentences(store),
        technologies=frozenset(_found(store, selects.TECHNOLOGIES, [TOPIC + "technology"])),
        mentioning=tuple(naming[iri] for iri in sorted(naming) if within(naming[iri])),
    )


def _found(store: Store, question: str, about: Iterable[str]) -> set[str]:
    """What a question with the one column `?found` finds."""
    return {value(row, "found") for row in batched(store, question, about)}


def _values(store: Store, partners: Iterable[str], further: set[str]) -> Mapping[str, Values]:
    """What the store holds of relations of partners and of further ones."""
    held = values_of(store, batched(store, selects.RELATIONS, partners))
    return held | values_of(store, batched(store, selects.PROPERTIES, further - held.keys()))


def _named(facts: Iterable[Fact]) -> set[str]:
    """IRIs of all things that facts name."""
    named: set[str] = set()
    for fact in facts:
        named |= {fact.subject, *fact.topics}
        named |= {iri for iri in (fact.object, fact.document, fact.event, fact.origin.region) if iri}
    return named
