"""How much a store holds of what."""

from relgraph.knowledge.values import Counts
from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, EntityType, RelationType

_RELEASES = "SELECT (COUNT(DISTINCT ?release) AS ?n) { GRAPH ?release { ?release a rg:Release } }"
_SENTENCES = "SELECT (COUNT(*) AS ?n) { GRAPH ?release { ?said a rg:Evidence } }"
_ENTITIES = "SELECT (COUNT(DISTINCT ?thing) AS ?n) { ?thing a rg:Entity ; rdfs:label ?label }"
_BY_CLASS = f"""SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) {{
  VALUES ?class {{ {" ".join(f"rg:{kind}" for kind in EntityType)} }} ?thing a ?class ; rdfs:label ?label
}} GROUP BY ?class"""
_BY_TYPE = f"""SELECT ?class (COUNT(*) AS ?n) {{
  VALUES ?class {{ {" ".join(f"rg:{kind.class_name}" for kind in RelationType)} }} GRAPH ?release {{ ?one a ?class }}
}} GROUP BY ?class"""


def count_up(store: Store) -> Counts:
    """Counts of a store, types by how many there are."""
    by_type = {name.lower(): number for name, number in _by(store, _BY_TYPE).items()}
    return Counts(
        releases=_number(store, _RELEASES),
        entities=_number(store, _ENTITIES),
        relations=sum(by_type.values()),
        sentences=_number(store, _SENTENCES),
        entities_by_type=_by(store, _BY_CLASS),
        relations_by_type=by_type,
    )


def _number(store: Store, question: str) -> int:
    return next(int(value(row, "n")) for row in asked(store, question))


def _by(store: Store, question: str) -> dict[str, int]:
    counted = {value(row, "class").removeprefix(ONTOLOGY): int(value(row, "n")) for row in asked(store, question)}
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
