"""From what a user types to what a query is asked with: labels of entities, topics, types and statuses → IRIs.

The store's own labels come first, because persons, documents and most organisations are known to no gazetteer; then
`relgraph.names`. Owns no matching in text.
"""

from collections.abc import Iterable

from relgraph.errors import QueryError, UnknownName
from relgraph.names.folding import folded
from relgraph.queries.question import ParameterType
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri, Literal
from relgraph.vocabulary import ID, ONTOLOGY, TOPIC, RelationType, Status

_NAMED = {
    ParameterType.ENTITY: f"""SELECT ?thing ?label
        {{ ?thing rdfs:label ?label FILTER(STRSTARTS(STR(?thing), "{ID}")) }}""",
    ParameterType.TOPIC: """SELECT DISTINCT ?thing ?label
        { ?thing skos:inScheme rg:TopicScheme ; skos:prefLabel|skos:altLabel|skos:hiddenLabel ?label }""",
    ParameterType.RELATION_TYPE: """SELECT DISTINCT ?thing ?label
        { ?thing rdfs:subClassOf rg:Relation ; rdfs:label ?label }""",
    ParameterType.STATUS: """SELECT DISTINCT ?thing ?label
        { ?thing skos:inScheme rg:StatusScheme ; skos:prefLabel ?label }""",
}
_EXACT = """SELECT DISTINCT ?thing ?class
    { { ?thing rdfs:label ?label } UNION { ?thing rg:code ?label }
      ?thing a ?class FILTER EXISTS { ?thing a rg:Entity } }"""
# Of an area across states, the graph may know only what lies in it
_KNOWN = "ASK { { ?thing a rg:Entity } UNION { ?part rg:within ?thing } }"
_RELEASES = """SELECT ?release ?id ?title
    { GRAPH ?release { ?release a rg:Release ; dcterms:identifier ?id ; dcterms:title ?title } }"""
_THERE = "ASK { GRAPH ?release { ?release a rg:Release } }"
_BY_ID = "SELECT ?release { GRAPH ?release { ?release dcterms:identifier ?label } }"
_BY_TITLE = "SELECT ?release { GRAPH ?release { ?release dcterms:title ?label } }"
# Who asks for "Luxemburg" means the country, not the city in it.
_ORDER = [ONTOLOGY + name for name in ("Country", "Region", "WorldRegion", "City")]
_SCORE, _SUGGESTIONS = 60, 3
_SLIP = 85
"""From this likeness on, a label is taken for a slip of one in the graph: "Japn" comes to 89. Names of two states are
less alike, but for the islands of Åland and Falkland, so that a name which the gazetteer knows is not taken for one."""


def resolve(label: str, kind: ParameterType, store: Store) -> Iri:
    """IRI of what a label names; an IRI or a local name stands for itself.

    Raises:
        UnknownName: nothing has the name; what comes nearest is suggested.
        QueryError: several things have the name, and no rule prefers one.
    """
    if kind is ParameterType.ENTITY:
        return _entity(label, store)
    if kind is ParameterType.RELEASE:
        return _release(label, store)
    local = _local(label, kind)
    if local is not None:
        return local
    named = _by_key(_rows(store, kind), folded(label))
    if named:
        return _one(label, named)
    if kind is ParameterType.TOPIC:
        return _topic(label, store)
    raise UnknownName(label, str(kind), _suggestions(label, kind, store))


def _entity(label: str, store: Store) -> Iri:
    if label.startswith(ID):
        if store.ask(_KNOWN, {"thing": Iri(label)}):
            return Iri(label)
        raise UnknownName(label, "entity")
    for literal in _exact(label):
        rows = store.select(_EXACT, {"label": literal}).rows
        if rows:
            return _one(label, [(str(thing), str(kind)) for thing, kind in rows])
    rows_of_all = _rows(store, ParameterType.ENTITY)
    keyed = _by_key(rows_of_all, folded(label))
    if keyed:
        return _one(label, [pair for iri, _ in keyed for pair in _classes(iri, store)])
    return _listed(label, [name for _, name in rows_of_all])


def _exact(label: str) -> list[Literal]:
    """Labels and codes to look up before all labels are read: as typed, and as a name is written."""
    spelt = dict.fromkeys([label, label[:1].upper() + label[1:], label.title()])
    in_languages = [Literal(name, language=language) for name in spelt for language in ("de", "en")]
    return [*in_languages, Literal(label), Literal(label.upper())]


def _listed(label: str, names: Iterable[str]) -> Iri:
    """An entity that the gazetteer knows under this name; asked for in vain, it answers with nothing.

    The gazetteer takes a second to read, and is left alone where the graph has a name that comes very near.
    """
    nearest = _likest(label, names)
    if nearest and nearest[0][1] >= _SLIP:
        raise UnknownName(label, "entity", [name for name, _ in nearest])
    from relgraph.names.gazetteer import gazetteer

    try:
        return Iri(gazetteer().resolve(label).id)
    except UnknownName as miss:
        suggested = dict.fromkeys([*(name for name, _ in nearest), *miss.suggestions])
        raise UnknownName(label, "entity", list(suggested)[:_SUGGESTIONS]) from None


def _release(label: str, store: Store) -> Iri:
    """The release of that IRI, id or title; all titles are read only where none is so written."""
    address = label if label.startswith(ID) else None
    if address is None:
        ids, titles = (
            {str(row[0]) for literal in literals for row in store.select(text, {"label": literal}).rows}
            for text, literals in ((_BY_ID, [Literal(label)]), (_BY_TITLE, _exact(label)[:2]))
        )
        if ids or titles:
            return _one(label, [(release, "") for release in sorted(ids or titles)])
    elif store.ask(_THERE, {"release": Iri(address)}):
        return Iri(address)
    rows = [tuple(map(str, row)) for row in store.select(_RELEASES).rows]
    for place, wanted in ((0, address), (1, label), (2, label)):
        found = sorted({row[0] for row in rows if row[place] == wanted})
        if found:
            return _one(label, [(release, "") for release in found])
    folded_rows = sorted({row[0] for row in rows if folded(label) in (folded(row[1]), folded(row[2]))})
    if folded_rows:
        return _one(label, [(release, "") for release in folded_rows])
    raise UnknownName(label, "release", _nearest(label, [name for row in rows for name in row[1:]]))


def _topic(label: str, store: Store) -> Iri:
    from relgraph.names.topics import topic_index

    try:
        return Iri(TOPIC + topic_index().resolve(label))
    except UnknownName as miss:
        nearest = [*_suggestions(label, ParameterType.TOPIC, store), *miss.suggestions]
        raise UnknownName(label, "topic", list(dict.fromkeys(nearest))[:_SUGGESTIONS]) from None


def _local(label: str, kind: ParameterType) -> Iri | None:
    """What a name of the files stands for: `robotics`, `partnership`, `planned`; or an IRI."""
    name = label.strip().removeprefix(TOPIC if kind is ParameterType.TOPIC else ONTOLOGY)
    if kind is ParameterType.RELATION_TYPE and name.lower() in set(RelationType):
        return Iri(ONTOLOGY + RelationType(name.lower()).class_name)
    if kind is ParameterType.STATUS and name.lower() in set(Status):
        return Iri(ONTOLOGY + name.lower())
    if kind is ParameterType.TOPIC and label.startswith(TOPIC):
        return Iri(label)
    return None


def _rows(store: Store, kind: ParameterType) -> list[tuple[str, str]]:
    return [(str(thing), str(label)) for thing, label in store.select(_NAMED[kind]).rows]


def _by_key(rows: Iterable[tuple[str, str]], key: str) -> list[tuple[str, str]]:
    return [(thing, "") for thing in sorted({thing for thing, label in rows if folded(label) == key})]


def _classes(iri: str, store: Store) -> list[tuple[str, str]]:
    rows = store.select("SELECT ?class { ?thing a ?class }", {"thing": Iri(iri)}).rows
    return [(iri, str(kind)) for (kind,) in rows]


def _one(label: str, named: list[tuple[str, str]]) -> Iri:
    """The thing of the first class in `_ORDER` that any has."""
    for wanted in [*_ORDER, None]:
        things = sorted({thing for thing, kind in named if wanted in (kind, None)})
        if len(things) == 1:
            return Iri(things[0])
        if things:
            raise QueryError(label, f"names several; give one of {', '.join(things[:5])}")
    raise UnknownName(label)


def _suggestions(label: str, kind: ParameterType, store: Store) -> list[str]:
    """Labels of the store that come nearest."""
    return _nearest(label, (name for _, name in _rows(store, kind)))


def _nearest(label: str, names: Iterable[str]) -> list[str]:
    return [name for name, _ in _likest(label, names)]


def _likest(label: str, names: Iterable[str]) -> list[tuple[str, float]]:
    """Names that come nearest, with their likeness in percent."""
    from rapidfuzz import fuzz, process

    key, keys = folded(label), {name: folded(name) for name in sorted(set(names))}
    nearest = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=_SCORE, limit=_SUGGESTIONS)
    return [(name, score) for _, score, name in nearest]
