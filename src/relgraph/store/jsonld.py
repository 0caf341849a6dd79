"""Quads as JSON-LD 1.1: a context of prefixes, one node a line, named graphs as nodes with `@graph`.

Written here because Oxigraph's writer expands every IRI. Owns no order: the quads come sorted, block by block.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from relgraph.store.contexts import ContextWriter
from relgraph.store.terms import XSD_STRING
from relgraph.vocabulary import PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"


def write_jsonld(blocks: Iterable[list[ox.Quad]], prefixes: Mapping[str, str]) -> Iterator[bytes]:
    """One document with a context of prefixes, in pieces.

    Each block has whole subjects of one graph, sorted by subject and predicate, or all of a named one; the default
    graph comes first.
    """
    return _document(blocks, _Writer(prefixes), f'"@context": {json.dumps(dict(sorted(prefixes.items())), indent=2)}')


def write_by_context(blocks: Iterable[list[ox.Quad]], context: Mapping[str, Any]) -> Iterator[bytes]:
    """One document by the terms of a file with `@context` and `version`, which both stand in the document."""
    version, terms = context["version"], context["@context"]
    listed = ",\n".join(f"  {_dumps(name)}: {_dumps(told)}" for name, told in terms.items())
    head = f'"@context": {{\n{listed}\n}},\n"contextVersion": {_dumps(version)}'
    return _document(blocks, ContextWriter(terms), head)


def _document(blocks: Iterable[list[ox.Quad]], writer: "_Writer | ContextWriter", head: str) -> Iterator[bytes]:
    _, graph_ = writer.keys
    yield f'{{\n{head},\n"{graph_}": [\n'.encode()
    between = ""
    for quads in blocks:
        if quads:
            yield f"{between}{_entries(quads, writer)}".encode()
            between = ",\n"
    yield b"\n]\n}\n"


def _entries(quads: list[ox.Quad], writer: "_Writer | ContextWriter") -> str:
    id_, graph_ = writer.keys
    graph = quads[0].graph_name
    nodes = [_dumps(writer.node(list(group))) for _, group in groupby(quads, key=lambda quad: quad.subject)]
    if isinstance(graph, ox.DefaultGraph):
        return ",\n".join(nodes)
    inner = ",\n  ".join(nodes)
    return f'{{"{id_}": {_dumps(writer.name(graph))}, "{graph_}": [\n  {inner}\n]}}'


class _Writer:
    """Writes nodes as plain values, by the prefixes of the context."""

    keys = ("@id", "@graph")

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._namespaces = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))

    def node(self, quads: list[ox.Quad]) -> dict[str, Any]:
        """One node with all that is said of it in a graph."""
        node: dict[str, Any] = {"@id": self.name(quads[0].subject)}
        for predicate, group in groupby(quads, key=lambda quad: quad.predicate):
            objects = [quad.object for quad in group]
            if predicate.value == _RDF_TYPE and not any(isinstance(item, ox.Literal) for item in objects):
                node["@type"] = _single([self.name(item) for item in objects])
            else:
                node[self.name(predicate)] = _single([self._value(item) for item in objects])
        return node

    def name(self, node: Any) -> str:
        """Name of a node: an IRI, shortened where a prefix fits; `//` after a prefix would be read as an address."""
        if isinstance(node, ox.BlankNode):
            return f"_:{node.value}"
        iri: str = node.value
        for prefix, namespace in self._namespaces:
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def _value(self, term: Any) -> Any:
        if not isinstance(term, ox.Literal):
            return {"@id": self.name(term)}
        if term.language is not None:
            return {"@language": term.language, "@value": term.value}
        if term.datatype.value == XSD_STRING:
            return term.value
        return {"@type": self.name(term.datatype), "@value": term.value}


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
