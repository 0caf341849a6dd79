"""Which relations somebody wants: what is given resolved to terms, as a pattern for the store and as a check.

Owns what each condition means; reading relations is the work of `relations`.
"""

from dataclasses import dataclass

from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri, Literal
from relgraph.vocabulary import ONTOLOGY, SYMMETRIC

_NARROWER = "SELECT DISTINCT ?thing WHERE {{ ?thing skos:broader* {} }}"
_SYMMETRIC = frozenset(ONTOLOGY + kind.class_name for kind in SYMMETRIC)


@dataclass(frozen=True)
class Wanted:
    """Conditions on relations, all of which hold; of a symmetric one, subject and object may change places."""

    subject: Iri | None = None
    object: Iri | None = None
    entity: Iri | None = None
    type: Iri | None = None
    topics: tuple[str, ...] = ()
    status: Iri | None = None
    release: Iri | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0

    def pattern(self) -> str:
        """What relations of a release's graph match, `?relation` and the graph `?thing`; some more than are wanted."""
        parts = ["?relation a rg:Relation ."]
        if self.release:
            parts.append(f"VALUES ?thing {{ {self.release.n3()} }}")
        for end in (self.subject, self.object):
            if end:
                parts.append(f"?relation rg:subject|rg:object {end.n3()} .")
        if self.entity:
            parts.append(f"?relation rg:subject|rg:object|rg:document|rg:event {self.entity.n3()} .")
        if self.type:
            parts.append(f"?relation a {self.type.n3()} .")
        if self.status:
            parts.append(f"?relation rg:status {self.status.n3()} .")
        if self.topics:
            parts.append(f"VALUES ?about {{ {' '.join(Iri(topic).n3() for topic in self.topics)} }}")
            parts.append("?relation rg:topic ?about .")
        if self.since or self.until:
            parts.append("?relation rg:when ?when .")
        if self.since:
            parts.append(f"FILTER(STR(?when) >= {Literal(self.since).n3()})")
        if self.until:  # a year holds its months and days: the sign comes after all that follow it
            parts.append(f"FILTER(STR(?when) <= {Literal(self.until + '~').n3()})")
        if self.min_confidence > 0:
            parts.append(f"?relation rg:confidence ?sure FILTER(?sure >= {self.min_confidence:f})")
        return " ".join(parts)

    def fits(self, types: set[str], subject: str, obj: str | None) -> bool:
        """Whether the ends stand where they are wanted."""
        orders = [(subject, obj)]
        if not types.isdisjoint(_SYMMETRIC):
            orders.append((obj or "", subject))
        wanted = [str(end) if end else None for end in (self.subject, self.object)]
        return any(all(want in (None, end) for want, end in zip(wanted, order, strict=True)) for order in orders)


def with_narrower(topic: Iri, store: Store) -> tuple[str, ...]:
    """A topic and those below it."""
    below = {value(row, "thing") for row in asked(store, _NARROWER.format(topic.n3()))}
    return tuple(sorted({str(topic), *below}))
