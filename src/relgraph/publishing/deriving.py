"""Statements that repeat relations as single triples: whether some relation bears each of them out.

Owns the way back from a direct property to the relations that it repeats; `relgraph.graph.ties` owns the way there.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from relgraph.graph.ties import HOLDING
from relgraph.vocabulary import ONTOLOGY, PREFIXES, RelationType

Nodes = Mapping[str, Mapping[str, set[str]]]
"""Values by thing and property."""

_TYPE = PREFIXES["rdf"] + "type"
_SUBJECT, _OBJECT, _TOPIC, _STATUS = (ONTOLOGY + name for name in ("subject", "object", "topic", "status"))
_KINDS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_DIRECT = {ONTOLOGY + kind.direct_property for kind in RelationType}
_HOLDING = {ONTOLOGY + status.value for status in HOLDING}

DERIVING = (_SUBJECT, _OBJECT, _TOPIC, _STATUS, *sorted(_DIRECT))
"""Properties that must be read for this."""


class Direct(NamedTuple):
    """One such statement."""

    subject: str
    property: str
    value: str


def unfounded(nodes: Nodes) -> tuple[Direct, ...]:
    """Statements by direct properties that no relation bears out which holds, is of that type and has these ends."""
    founded = {direct for told in nodes.values() for direct in _of_relation(told)}
    said = {
        Direct(subject, name, value)
        for subject, told in nodes.items()
        for name in _DIRECT & told.keys()
        for value in told[name]
    }
    return tuple(sorted(said - founded))


def _of_relation(told: Mapping[str, set[str]]) -> Iterator[Direct]:
    """What a relation is repeated by: with its object, or without one with each of its topics."""
    if not told.get(_STATUS, set()) & _HOLDING:
        return
    for kind in (_KINDS[name] for name in told.get(_TYPE, ()) if name in _KINDS):
        name = ONTOLOGY + kind.direct_property
        for subject in told.get(_SUBJECT, ()):
            objects = told.get(_OBJECT, set())
            for other in objects or told.get(_TOPIC, set()):
                yield Direct(subject, name, other)
                if kind.symmetric and objects:
                    yield Direct(other, name, subject)
