"""What the default graph says of some things, read for these alone: labels, types, codes, where they lie."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from relgraph.network.nodes import TOPIC_TYPE, node
from relgraph.network.selects import Selects, required, rows
from relgraph.store.terms import Iri
from relgraph.vocabulary import ONTOLOGY, EntityType

_KINDS = {ONTOLOGY + kind.value: kind.value for kind in EntityType} | {ONTOLOGY + TOPIC_TYPE: TOPIC_TYPE}
VALUES = "SELECT ?thing ?value (LANG(?value) AS ?language) WHERE { VALUES ?thing { %s } ?thing %s ?value }"
"""Question for one property of the things that are `listed`."""

_LABELLED = ("rdfs:label", "skos:prefLabel")
_SAID = ("rdf:type", "rg:code", "rg:partOf", "rg:within", "owl:sameAs", "skos:exactMatch")


def listed(iris: Iterable[str]) -> str:
    """IRIs as VALUES takes them.

    Raises:
        QueryError: one is no IRI.
    """
    return " ".join(Iri(iri).n3() for iri in sorted(iris))


class Things:
    """What the default graph says of some things: labels, types, codes, where they lie."""

    def __init__(self, store: Selects, iris: Iterable[str]) -> None:
        self.iris: set[str] = set()
        self.labels: dict[str, dict[str, str]] = defaultdict(dict)
        self.within: dict[str, tuple[str, ...]] = {}
        self._store = store
        self._held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.add(iris)

    def add(self, iris: Iterable[str]) -> None:
        """Read more of them."""
        new = set(iris) - self.iris
        self.iris |= new
        if not new:
            return
        these = listed(new)
        for term in _LABELLED:
            for row in rows(self._store, VALUES % (these, term)):
                own, language = self.labels[required(row, "thing")], row["language"] or ""
                own[language] = min(own.get(language, required(row, "value")), required(row, "value"))
        for term in _SAID:
            for row in rows(self._store, VALUES % (these, term)):
                self._held[required(row, "thing")][term].append(required(row, "value"))
        for thing in new:
            if around := self._values(thing, "rg:within"):
                self.within[thing] = tuple(one for one in around if one != thing)

    def surrounding(self, iris: Iterable[str]) -> set[str]:
        """Territories that some of them lie in."""
        return {one for iri in iris for one in self.within.get(iri, ())}

    def attributes(self, iri: str) -> dict[str, Any]:
        """Attributes of a node; nothing where the store does not know it."""
        kinds = sorted(_KINDS[one] for one in self._values(iri, "rdf:type") if one in _KINDS)
        if not kinds:
            return {}
        same = [*self._values(iri, "owl:sameAs"), *self._values(iri, "skos:exactMatch")]
        own: dict[str, Any] = {
            "code": next(iter(self._values(iri, "rg:code")), None),
            "part_of": next(iter(self._values(iri, "rg:partOf")), None),
            "same_as": tuple(sorted(set(same))) or None,
        }
        return node(iri, kinds[0], self.labels) | own

    def _values(self, iri: str, term: str) -> list[str]:
        return sorted(self._held[iri].get(term, ()))
