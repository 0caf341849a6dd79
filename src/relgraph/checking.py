"""Holding a whole graph against the shapes, the rules and the releases' own text."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from relgraph.graph.checks import Violation, check_evidence, check_queries, check_shapes
from relgraph.graph.ontology import ontology_nquads
from relgraph.store.protocol import Store


def data_lines(store: Store) -> list[str]:
    """The N-Quads of a store without the ontology that was loaded beside them."""
    return [line for line in store.dump() if is_data(line)]


def is_data(line: str) -> bool:
    """Whether a line of N-Quads is none of the ontology's."""
    return line not in _ontology()


@lru_cache(maxsize=1)
def _ontology() -> frozenset[str]:
    return frozenset(ontology_nquads())


def check(store: Store) -> list[Violation]:
    """Everything that is off in a store: shapes, `ontology/checks/*-violation.rq`, quotes out of their place."""

    def select(sparql: str) -> Iterable[Mapping[str, str | None]]:
        return store.select(sparql).dicts()

    return [*check_shapes(data_lines(store)), *check_queries(select), *check_evidence(select)]
