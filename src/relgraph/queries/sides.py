"""Who stands for an actor: what is part of it, and the people who hold office there."""

from collections import Counter

from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store

_WITHIN = "SELECT DISTINCT ?found WHERE { ?found rg:partOf* ?thing }"
_OFFICES = """SELECT DISTINCT ?found WHERE {
  ?tie rg:object ?thing ; a rg:Tie ; rg:relationType rg:Affiliation ; rg:subject ?found }"""
_HELD = """SELECT ?thing ?of ?releases WHERE {
  ?tie rg:subject ?thing ; a rg:Tie ; rg:relationType rg:Affiliation ; rg:object ?of ; rg:releaseCount ?releases }"""


def side(store: Store, iri: str) -> frozenset[str]:
    """IRIs of an actor, of all that is part of it, and of the people whose office is there more often than elsewhere.

    A minister who is on record once as a guest of another country's ministry does not stand for that country.
    """
    own = {iri} | {value(row, "found") for row in batched(store, _WITHIN, [iri])}
    people = {value(row, "found") for row in batched(store, _OFFICES, own)}
    balance: Counter[str] = Counter()
    for row in batched(store, _HELD, people):
        balance[value(row, "thing")] += int(value(row, "releases")) * (1 if row["of"] in own else -1)
    return frozenset(own | {person for person in people if balance[person] >= 0})
