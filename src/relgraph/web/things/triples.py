"""What the store says of a thing, as lines of N-Triples; of a thing with many ties a page at a time.

The first page has all that the thing says itself and what lies in or below it; ties come some hundred a page, in the
order of their IRIs, and `rdfs:seeAlso` leads from each page to the next. Releases, relations, evidence, ties,
tallies and sums of months and years come whole.
"""

from dataclasses import dataclass

from relgraph.errors import QueryError
from relgraph.queries.batches import batched, value
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import PREFIXES
from relgraph.web.things.kinds import Kind

TIES = 200
"""Ties of a page."""

_SEE_ALSO = PREFIXES["rdfs"] + "seeAlso"
_ENDS = {
    Kind.ENTITY: "SELECT DISTINCT ?tie WHERE { { ?tie rg:subject ?thing } UNION { ?tie rg:object ?thing } }",
    Kind.TOPIC: "SELECT DISTINCT ?tie WHERE { ?tie rg:topic ?thing }",
}
_OWN = "CONSTRUCT { ?thing ?property ?value } WHERE { ?thing ?property ?value }"
_BELOW = {
    Kind.ENTITY: "CONSTRUCT { ?part rg:partOf ?thing } WHERE { ?part rg:partOf ?thing }",
    Kind.TOPIC: "CONSTRUCT { ?part skos:broader ?thing } WHERE { ?part skos:broader ?thing }",
}
_GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?thing { ?s ?p ?o } }"
_INSIDE = "CONSTRUCT { ?thing ?property ?value } WHERE { GRAPH ?release { ?thing ?property ?value } }"
_SELECTORS = """CONSTRUCT { ?selector ?property ?value } WHERE {
  GRAPH ?release { ?thing oa:hasSelector ?selector . ?selector ?property ?value } }"""
_STATED = "CONSTRUCT { ?relation rg:evidence ?thing } WHERE { GRAPH ?release { ?relation rg:evidence ?thing } }"
_EVIDENCE = "SELECT ?found WHERE { GRAPH ?release { ?thing rg:evidence ?found } }"
_SUMMING = "CONSTRUCT { ?tie rg:sums ?thing } WHERE { ?tie rg:sums ?thing }"


@dataclass(frozen=True, slots=True)
class Described:
    """Lines about a thing, and whether there are more on a next page."""

    lines: tuple[str, ...]
    page: int
    pages: int

    @property
    def more(self) -> bool:
        """Whether this page is not the last."""
        return self.page < self.pages


def described(store: Store, iri: str, kind: Kind, page: int, suffix: str) -> Described:
    """A page of what the store says of a thing; `suffix` is that of the form in which the next page is given.

    Raises:
        QueryError: there is no such page.
    """
    if kind in _ENDS:
        return _paged(store, iri, kind, page, suffix)
    if page != 1:
        raise QueryError("page", "there are pages 1 to 1")
    if kind is Kind.RELEASE:
        lines = _lines(store, _GRAPH, iri)
    elif kind in (Kind.TIE, Kind.TALLY, Kind.MONTH, Kind.YEAR):
        lines = _lines(store, _OWN, iri)
    else:
        lines = _lines(store, _INSIDE, iri) + _lines(store, _SUMMING, iri)
        found = [iri] if kind is Kind.EVIDENCE else [value(row, "found") for row in batched(store, _EVIDENCE, [iri])]
        for evidence in found:
            lines += _lines(store, _INSIDE, evidence) + _lines(store, _SELECTORS, evidence)
            lines += _lines(store, _STATED, evidence) if kind is Kind.EVIDENCE else []
    return Described(tuple(lines), 1, 1)


def _paged(store: Store, iri: str, kind: Kind, page: int, suffix: str) -> Described:
    ties = sorted(value(row, "tie") for row in batched(store, _ENDS[kind], [iri]))
    pages = max(1, -(-len(ties) // TIES))
    if not 1 <= page <= pages:
        raise QueryError("page", f"there are pages 1 to {pages}")
    lines = _lines(store, _OWN, iri) + _lines(store, _BELOW[kind], iri) if page == 1 else []
    shown = ties[(page - 1) * TIES : page * TIES]
    if shown:
        lines += _lines(store, _OWN, *shown)
    if page < pages:
        following = Iri(f"{iri}.{suffix}?page={page + 1}")
        lines.append(f"{Iri(iri).n3()} <{_SEE_ALSO}> {following.n3()} .")
    return Described(tuple(lines), page, pages)


def _lines(store: Store, question: str, *things: str) -> list[str]:
    values = " ".join(Iri(thing).n3() for thing in things)
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if f"{name}:" in question)
    head, _, body = question.partition("WHERE {")
    return store.construct(f"{declared}{head}WHERE {{ VALUES ?thing {{ {values} }} {body}")
