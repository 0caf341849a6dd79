"""Holding a whole graph against the shapes, the rules and the releases' own text."""

from collections.abc import Iterable, Mapping

from relgraph.graph.checks import Violation, check_evidence, check_queries, check_shapes
from relgraph.graph.ontology import is_ontology
from relgraph.store.protocol import Store


def data_lines(store: Store) -> list[str]:
    """The N-Quads of a store without the ontology that was loaded beside them."""
    return [line for line in store.dump() if not is_ontology(line)]


def check(store: Store) -> list[Violation]:
    """Everything that is off in a store: shapes, `ontology/checks/*-violation.rq`, quotes out of their place."""

    def select(sparql: str) -> Iterable[Mapping[str, str | None]]:
        return store.select(sparql).dicts()

    return [*check_shapes(data_lines(store)), *check_queries(select), *check_evidence(select)]
