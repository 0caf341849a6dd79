"""How much a store holds, and since when: counted in the store, without reading it."""

from dataclasses import dataclass

from relgraph.network.selects import Selects, required, rows

_COUNTS = {
    "entities": "SELECT (COUNT(?one) AS ?n) WHERE { ?one a rg:Entity }",
    "ties": "SELECT (COUNT(?one) AS ?n) WHERE { ?one a rg:Tie }",
    "sentences": "SELECT (COUNT(DISTINCT ?said) AS ?n) WHERE { GRAPH ?release { ?one rg:evidence ?said } }",
    "releases": "SELECT (COUNT(?one) AS ?n) WHERE { GRAPH ?one { ?one a rg:Release } }",
}
_MONTHS = """SELECT ?month (COUNT(?release) AS ?n)
WHERE { GRAPH ?release { ?release dcterms:issued ?date } BIND(SUBSTR(STR(?date), 1, 7) AS ?month) }
GROUP BY ?month"""
_SPEAKING = """SELECT ?region (COUNT(?release) AS ?n)
WHERE { GRAPH ?release { ?release rg:region ?region } }
GROUP BY ?region"""


@dataclass(frozen=True, slots=True)
class Extent:
    """Counts of a store; `months` are releases by month of publication, by year where no month is known.

    `regions` are the territories that releases speak for, those of most releases first.
    """

    entities: int
    ties: int
    sentences: int
    releases: int
    months: dict[str, int]
    regions: list[str]


def extent(store: Selects) -> Extent:
    """Count what a store holds."""
    counts = {name: int(required(next(iter(rows(store, question))), "n")) for name, question in _COUNTS.items()}
    months = {required(row, "month"): int(required(row, "n")) for row in rows(store, _MONTHS)}
    speaking = {required(row, "region"): int(required(row, "n")) for row in rows(store, _SPEAKING)}
    regions = sorted(speaking, key=lambda region: (-speaking[region], region))
    return Extent(**counts, months=dict(sorted(months.items())), regions=regions)
