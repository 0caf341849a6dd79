"""Facts, things and releases out of a store, by their IRIs: what a brief and the pages of the application tell of.

Owns no choice of what is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from relgraph.brief import selects
from relgraph.brief.fact import Fact, Origin, Thing
from relgraph.errors import StoreError
from relgraph.queries.batches import Row, batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES, Basis, EntityType, RelationType, Status

_TYPES = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_KINDS = {ONTOLOGY + kind.value: kind.value for kind in EntityType}
_DCTERMS = PREFIXES["dcterms"]
_RELEASE = PREFIXES["prov"] + "wasDerivedFrom"
_TYPE = PREFIXES["rdf"] + "type"
_RESTS = {"evidence", "basis", _RELEASE}

Values = Mapping[str, list[str]]
"""Values of a relation by the local name of a property of ours, or the IRI of another's."""


def facts(store: Store, relations: Iterable[str]) -> dict[str, Fact]:
    """Relations by their IRI, those that the store knows, in the order of their IRIs.

    Raises:
        StoreError: a relation does not say on what it rests, as in stores of former versions.
    """
    return told(store, values_of(store, batched(store, selects.PROPERTIES, relations)))


def values_of(store: Store, rows: Iterable[Row]) -> dict[str, Values]:
    """Values of relations out of rows of `relation`, `property` and `value`.

    Raises:
        StoreError: a relation does not say on what it rests, as in stores of former versions.
    """
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        held[value(row, "relation")][value(row, "property").removeprefix(ONTOLOGY)].append(value(row, "value"))
    for iri in held:
        if _RESTS - held[iri].keys():
            raise StoreError(store.location, f"{iri} does not say on what it rests; build the store anew")
    return {**held}


def told(store: Store, values: Mapping[str, Values], known: Mapping[str, Origin] | None = None) -> dict[str, Fact]:
    """Facts out of the values of relations; `known` are releases that were read before."""
    known = known or {}
    found = {**known, **origins(store, {held[_RELEASE][0] for held in values.values()} - known.keys())}
    return {iri: _fact(iri, values[iri], found[values[iri][_RELEASE][0]]) for iri in sorted(values)}


def origins(store: Store, releases: Iterable[str]) -> dict[str, Origin]:
    """Releases by their IRI, those that the store knows."""
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


def things(store: Store, iris: set[str]) -> dict[str, Thing]:
    """Entities and topics by their IRI, all that are asked for."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    parts: dict[str, str] = {}
    for row in batched(store, selects.THINGS, iris):
        iri, kind, whole = value(row, "thing"), row["kind"], row["whole"]
        if kind is not None:
            if kind in _KINDS:
                kinds[iri] = _KINDS[kind]
        elif whole is not None:
            parts[iri] = whole
        else:
            own, language, name = names[iri], row["language"] or "de", value(row, "name")
            own[language] = min(name, own.get(language, name))
    return {iri: _thing(iri, names.get(iri), kinds.get(iri), parts.get(iri)) for iri in sorted(iris)}


def _fact(iri: str, values: Values, origin: Origin) -> Fact:
    def first(name: str) -> str | None:
        return min(values[name]) if values.get(name) else None

    kinds = [_TYPES[name] for name in values[_TYPE] if name in _TYPES]
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
