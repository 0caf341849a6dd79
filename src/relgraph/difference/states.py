"""What one graph says of a release and its relations, read from the lines of its named graph.

Values are kept as they stand in the graph, by the name of their property, so that a property that this code does not
know is compared too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relgraph.store.graphs import Node, nodes
from relgraph.vocabulary import ONTOLOGY, PREFIXES, RelationType

Values = Mapping[str, tuple[str, ...]]
"""Sorted values by the local name of their property."""

_OA = PREFIXES["oa"]
_TYPE = PREFIXES["rdf"] + "type"
_KINDS = {ONTOLOGY + kind.class_name: kind for kind in RelationType}
_STRUCTURE = frozenset(
    {
        _TYPE,
        PREFIXES["prov"] + "wasDerivedFrom",
        *(ONTOLOGY + name for name in ("subject", "object", "evidence", "when")),
    }
)
"""Properties of a relation that its ends, sentence and dates tell, or that are the same for all of a release."""

_OF_ITSELF = frozenset({_TYPE, PREFIXES["schema"] + "sha256"})
"""Properties of a release that are the same for all, or that its text tells."""


@dataclass(frozen=True)
class RelationState:
    """A relation as one graph has it; `place` is that of its sentence."""

    id: str
    type: RelationType
    subject: str
    object: str | None
    fields: Values
    sentence: str
    place: str


@dataclass(frozen=True)
class ReleaseState:
    """A release as one graph has it."""

    iri: str
    fields: Values
    relations: Mapping[str, RelationState] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        """The value of a property, if there is one."""
        return next(iter(self.fields.get(name, ())), None)


def release_state(graph: str, lines: Iterable[str]) -> ReleaseState:
    """What the lines of a named graph say; `graph` is its IRI."""
    found = nodes(lines)
    relations: dict[str, RelationState] = {}
    for iri, node in found.items():
        kind = next((_KINDS[name] for value in node.get(_TYPE, ()) if (name := str(value)) in _KINDS), None)
        if kind is not None:
            relations[iri] = _relation(iri, kind, node, found)
    told = {name: values for name, values in found.get(graph, {}).items() if name not in _OF_ITSELF}
    return ReleaseState(graph, _values(told), relations)


def _relation(iri: str, kind: RelationType, node: Node, found: Mapping[str, Node]) -> RelationState:
    evidence = _one(node, ONTOLOGY + "evidence") or ""
    selectors = [found.get(str(one), {}) for one in found.get(evidence, {}).get(_OA + "hasSelector", ())]
    return RelationState(
        id=iri,
        type=kind,
        subject=_one(node, ONTOLOGY + "subject") or "",
        object=_one(node, ONTOLOGY + "object"),
        fields=_values({name: values for name, values in node.items() if name not in _STRUCTURE}),
        sentence=next((text for one in selectors if (text := _one(one, _OA + "exact"))), ""),
        place=evidence.rpartition("/")[2],
    )


def _values(node: Node) -> dict[str, tuple[str, ...]]:
    return {_local(name): tuple(sorted(map(str, values))) for name, values in sorted(node.items())}


def _one(node: Node, name: str) -> str | None:
    return next(iter(sorted(map(str, node.get(name, ())))), None)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
