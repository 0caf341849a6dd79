"""The terms of the ontology as their page shows them: classes, properties, and the values of status and basis."""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.brief.fact import Thing
from relgraph.queries.batches import asked, value
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES

_OWL, _RDFS, _SKOS = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["skos"]
_KINDS = {
    _OWL + "Class": "classes",
    _OWL + "ObjectProperty": "properties",
    _OWL + "DatatypeProperty": "properties",
    ONTOLOGY + "Status": "values",
    ONTOLOGY + "Basis": "values",
}
_TERMS = f"""SELECT ?term ?kind ?property ?value (LANG(?value) AS ?language) WHERE {{
  {{ SELECT DISTINCT ?term ?kind WHERE {{ VALUES ?kind {{ {" ".join(f"<{kind}>" for kind in _KINDS)} }} ?term a ?kind }}
    LIMIT 9999 }}
  ?term ?property ?value }}"""
_NAMED = {_RDFS + "label", _SKOS + "prefLabel"}
_DEFINED = {_RDFS + "comment", _SKOS + "definition"}
_ABOVE = {_RDFS + "subClassOf", _RDFS + "subPropertyOf"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term by its local name, with names and definitions by language, and the terms above it."""

    name: str
    names: Mapping[str, str]
    definitions: Mapping[str, str]
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermsPage:
    """The terms by what they are: `classes`, `properties`, `values`."""

    groups: Mapping[str, tuple[Term, ...]]
    things: Mapping[str, Thing]


def terms_page(store: Store) -> TermsPage:
    """The terms of the ontology that the store holds, by name."""
    names: dict[str, dict[str, str]] = {}
    definitions: dict[str, dict[str, str]] = {}
    above: dict[str, set[str]] = {}
    kinds: dict[str, str] = {}
    for row in asked(store, _TERMS):
        term, name, held = value(row, "term"), value(row, "property"), value(row, "value")
        if not term.startswith(ONTOLOGY):
            continue
        kinds[term] = _KINDS[value(row, "kind")]
        if name in _NAMED:
            names.setdefault(term, {})[row["language"] or "de"] = held
        elif name in _DEFINED:
            definitions.setdefault(term, {})[row["language"] or "de"] = held
        elif name in _ABOVE:
            above.setdefault(term, set()).add(held)
    groups: dict[str, list[Term]] = {group: [] for group in _KINDS.values()}
    for term in sorted(kinds):
        own = tuple(sorted(held.removeprefix(ONTOLOGY) for held in above.get(term, ()) if held.startswith(ONTOLOGY)))
        made = Term(term.removeprefix(ONTOLOGY), names.get(term, {}), definitions.get(term, {}), own)
        groups[kinds[term]].append(made)
    return TermsPage({group: tuple(held) for group, held in groups.items()}, {})
