"""Which thing of the graph an address stands for, and what kind of thing that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from relgraph.errors import QueryError
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, EntityType
from relgraph.web.negotiation import Form, suffixed
from relgraph.web.things import selects


class Kind(StrEnum):
    """Kinds of things that have pages of their own."""

    ENTITY = "entity"
    RELEASE = "release"
    RELATION = "relation"
    EVIDENCE = "evidence"
    TIE = "tie"
    TALLY = "tally"
    MONTH = "month"
    YEAR = "year"
    TOPIC = "topic"


_CLASSES: dict[str, Kind] = {
    "Release": Kind.RELEASE, "Relation": Kind.RELATION, "Evidence": Kind.EVIDENCE, "Tie": Kind.TIE,
    "Tally": Kind.TALLY, "MonthSum": Kind.MONTH, "YearSum": Kind.YEAR,
    "Topic": Kind.TOPIC, "TopicGroup": Kind.TOPIC,
    **{kind.value: Kind.ENTITY for kind in EntityType},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that an address stands for, and the form that its suffix asks for."""

    iri: str
    kind: Kind
    form: Form | None


def find(store: Store, namespace: str, raw: str) -> Found | None:
    """The thing at a path as it came over the wire, with or without suffix; nothing where the graph knows none.

    A name that itself ends like a suffix is found first.
    """
    for path in _readings(raw):
        stem, form = suffixed(path)
        for name, asked in ((path, None), (stem, form)):
            kind = kind_of(store, namespace + name) if name else None
            if kind is not None:
                return Found(namespace + name, kind, asked)
    return None


def kind_of(store: Store, iri: str) -> Kind | None:
    """What kind of thing an IRI is for the graph; nothing where it is none that has a page."""
    try:
        classes = {value(row, "type").removeprefix(ONTOLOGY) for row in batched(store, selects.CLASSES, [iri])}
    except QueryError:  # characters that no IRI has
        return None
    return next((kind for name, kind in _CLASSES.items() if name in classes), None)


def _readings(raw: str) -> Iterator[str]:
    """A path with its escapes resolved, as browsers mean it, and as it stands, for IRIs that hold escapes."""
    read = unquote(raw)
    yield read
    if read != raw:
        yield raw
