"""Quads as JSON-LD 1.1: a context of prefixes, one node a line, named graphs as nodes with `@graph`.

Written here because Oxigraph's writer expands every IRI. Owns no order: the quads come sorted.
"""

import json
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from relgraph.store.terms import XSD_STRING
from relgraph.vocabulary import PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"
_NAMESPACES = sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))


def write_jsonld(quads: list[ox.Quad]) -> bytes:
    """One document; quads are sorted by graph, subject and predicate."""
    entries: list[str] = []
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        nodes = [_dumps(_node(list(group))) for _, group in groupby(members, key=lambda quad: quad.subject)]
        if isinstance(graph, ox.DefaultGraph):
            entries += nodes
        else:
            inner = ",\n  ".join(nodes)
            entries.append(f'{{"@id": {_dumps(_name(graph))}, "@graph": [\n  {inner}\n]}}')
    context = json.dumps(dict(sorted(PREFIXES.items())), indent=2)
    body = ",\n".join(entries)
    return f'{{\n"@context": {context},\n"@graph": [\n{body}\n]\n}}\n'.encode()


def _node(quads: list[ox.Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _name(quads[0].subject)}
    for predicate, group in groupby(quads, key=lambda quad: quad.predicate):
        objects = [quad.object for quad in group]
        if predicate.value == _RDF_TYPE and not any(isinstance(item, ox.Literal) for item in objects):
            node["@type"] = _single([_name(item) for item in objects])
        else:
            node[_name(predicate)] = _single([_value(item) for item in objects])
    return node


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _value(term: Any) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language is not None:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value == XSD_STRING:
        return term.value
    return {"@type": _name(term.datatype), "@value": term.value}


def _name(node: Any) -> str:
    """Name of a node: an IRI, shortened where a prefix fits; `//` after a prefix would be read as an address."""
    if isinstance(node, ox.BlankNode):
        return f"_:{node.value}"
    iri: str = node.value
    for prefix, namespace in _NAMESPACES:
        if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
