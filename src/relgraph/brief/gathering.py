"""Reads the material of a brief from a store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from relgraph.brief import selects
from relgraph.brief.fact import Fact, Origin, Thing
from relgraph.brief.material import Material
from relgraph.brief.sentences import Sentences
from relgraph.errors import StoreError
from relgraph.queries.batches import asked, batched, value
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.queries.sides import side
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, TOPIC, Basis, EntityType, RelationType, Status

_TYPES = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_KINDS = {ONTOLOGY + kind.value: kind.value for kind in EntityType}
_DCTERMS = PREFIXES["dcterms"]
_RELEASE = PREFIXES["prov"] + "wasDerivedFrom"
_RESTS = {"evidence", "basis", _RELEASE}
_Values = Mapping[str, list[str]]


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
    origins = _origins(store, mentioning | {held[_RELEASE][0] for held in values.values()})
    facts = [_fact(iri, values[iri], origins[values[iri][_RELEASE][0]]) for iri in sorted(values)]

    def within(origin: Origin, ends: Iterable[str | None] = ()) -> bool:
        ours = home is None or origin.region == home or bool(own & {*ends})
        day = origin.date or ""
        return ours and (since is None or day >= since) and (until is None or "" < day[: len(until)] <= until)

    kept = [fact for fact in facts if within(fact.origin, (fact.subject, fact.object))]
    things = _things(store, {about, *filter(None, [home]), *_named(kept)})
    return Material(
        asked=focus,
        focus=things[about],
        region=things[home] if home else None,
        since=since,
        until=until,
        as_of=until or next((row["value"] for row in asked(store, selects.NEWEST)), None),
        partners=partners,
        facts=tuple(sorted(kept, key=lambda fact: fact.newest_first)),
        things=things,
        sentences=Sentences(store),
        technologies=frozenset(_found(store, selects.TECHNOLOGIES, [TOPIC + "technology"])),
        mentioning=tuple(origins[iri] for iri in sorted(mentioning & origins.keys()) if within(origins[iri])),
    )


def _found(store: Store, question: str, about: Iterable[str]) -> set[str]:
    """What a question with the one column `?found` finds."""
    return {value(row, "found") for row in batched(store, question, about)}


def _origins(store: Store, releases: Iterable[str]) -> dict[str, Origin]:
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for row in batched(store, selects.RELEASES, releases):
        held, name = values[value(row, "thing")], value(row, "property").removeprefix(_DCTERMS).removeprefix(ONTOLOGY)
        held[name] = min(value(row, "value"), held.get(name, value(row, "value")))
    return {
        iri: Origin(
            iri=iri,
            title=held.get("title", iri),
            date=held.get("issued"),
            publisher=held.get("publisher"),
            url=held.get("source"),
            language=held.get("language", "de"),
            region=held.get("region"),
        )
        for iri, held in values.items()
    }


def _values(store: Store, partners: Iterable[str], further: set[str]) -> Mapping[str, _Values]:
    """What the store holds of relations of partners and of further ones: by relation, by local name of a property."""
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in batched(store, selects.RELATIONS, partners):
        held[value(row, "relation")][value(row, "property").removeprefix(ONTOLOGY)].append(value(row, "value"))
    for row in batched(store, selects.PROPERTIES, further - held.keys()):
        held[value(row, "relation")][value(row, "property").removeprefix(ONTOLOGY)].append(value(row, "value"))
    for iri in held:
        if _RESTS - held[iri].keys():
            raise StoreError(store.location, f"{iri} does not say on what it rests; build the store anew")
    return held


def _fact(iri: str, values: _Values, origin: Origin) -> Fact:
    def first(name: str) -> str | None:
        return min(values[name]) if values.get(name) else None

    kinds = [_TYPES[name] for name in values[PREFIXES["rdf"] + "type"] if name in _TYPES]
    confidence = first("confidence")
    return Fact(
        relation=iri,
        type=kinds[0],
        subject=values["subject"][0],
        object=first("object"),
        origin=origin,
        evidence=values["evidence"][0],
        status=Status(values["status"][0].removeprefix(ONTOLOGY)),
        topics=tuple(sorted({*values.get("topic", ())})),
        document=first("document"),
        event=first("event"),
        role=first("role"),
        amount=first("amount"),
        date=first("date"),
        from_=first("from"),
        until=first("until"),
        confidence=1.0 if confidence is None else float(confidence),
        basis=Basis(values["basis"][0].removeprefix(ONTOLOGY)),
        reviewer=first("reviewer"),
        reviewed_on=first("reviewedOn"),
    )


def _named(facts: Iterable[Fact]) -> set[str]:
    """IRIs of all things that facts name."""
    named: set[str] = set()
    for fact in facts:
        named |= {fact.subject, *fact.topics}
        named |= {iri for iri in (fact.object, fact.document, fact.event, fact.origin.region) if iri}
    return named


def _things(store: Store, iris: set[str]) -> dict[str, Thing]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for row in batched(store, selects.NAMES, iris):
        own, language = names[value(row, "thing")], row["language"] or "de"
        own[language] = min(value(row, "value"), own.get(language, value(row, "value")))
    kinds = {value(row, "thing"): _KINDS[value(row, "value")] for row in batched(store, selects.KINDS, iris)}
    parts = {value(row, "thing"): value(row, "value") for row in batched(store, selects.PARTS, iris)}
    return {iri: _thing(iri, names.get(iri), kinds.get(iri), parts.get(iri)) for iri in sorted(iris)}


def _thing(iri: str, names: Mapping[str, str] | None, kind: str | None, part_of: str | None) -> Thing:
    """A thing as the store describes it; one that no release names, as the gazetteer does."""
    if names:
        return Thing(iri, names, kind or "Topic", part_of)
    from relgraph.names.gazetteer import gazetteer

    known = gazetteer().by_id(iri)
    if known is None:
        return Thing(iri, {"de": iri.rpartition("/")[2]}, kind or "Topic", part_of)
    names = {"de": known.name} | ({"en": known.name_en} if known.name_en else {})
    return Thing(iri, names, known.type.value, known.part_of)
