"""Nodes of the network: entities and topics with their labels and types."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from relgraph.network import selects
from relgraph.network.selects import Selects, required, rows
from relgraph.vocabulary import ONTOLOGY, EntityType

TOPIC_TYPE = "Topic"
"""Type of the nodes that stand for topics, where a relation runs to no entity."""

_CLASSES = {ONTOLOGY + kind.value: kind.value for kind in EntityType}


def labels_of(store: Selects) -> dict[str, dict[str, str]]:
    """Labels of everything in the default graph by language; of several in one language the first in order."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(store, selects.LABELS):
        held, language, label = found[required(row, "thing")], row["language"] or "", required(row, "label")
        held[language] = min(held.get(language, label), label)
    return found


def entities(store: Selects, labels: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, dict[str, object]]]:
    """IRI and attributes of every entity, sorted."""
    codes = {row["entity"]: row["value"] for row in rows(store, selects.CODES)}
    parts = {row["entity"]: row["value"] for row in rows(store, selects.PARTS)}
    same: dict[str, list[str]] = defaultdict(list)
    for row in rows(store, selects.SAME):
        same[required(row, "entity")].append(required(row, "value"))
    kinds: dict[str, str] = {}
    for row in rows(store, selects.TYPES):
        iri, kind = required(row, "entity"), _CLASSES.get(required(row, "type"))
        if kind is not None:
            kinds[iri] = min(kind, kinds.get(iri, kind))
    for iri in sorted(kinds):
        elsewhere = tuple(sorted(set(same[iri]))) if iri in same else None
        own = {"code": codes.get(iri), "part_of": parts.get(iri), "same_as": elsewhere}
        yield iri, node(iri, kinds[iri], labels) | own


def node(iri: str, kind: str | None, labels: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """Attributes of a node: its labels and type; whoever has more adds them."""
    if kind is None:
        raise ValueError(f"{iri} stands in a relation, but the store does not say what it is")
    own = labels.get(iri, {})
    label = own.get("de") or own.get("") or own.get("en") or iri.rpartition("/")[2]
    return {"label": label, "label_en": own.get("en"), "type": kind, "code": None, "part_of": None, "same_as": None}
