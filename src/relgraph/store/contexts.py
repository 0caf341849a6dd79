"""Nodes of JSON-LD by a context of terms: short keys and plain values that the context makes statements again.

Owns the part of JSON-LD 1.1 that our contexts use: `@base`, `@vocab`, prefixes, `@type` and `@language` containers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from relgraph.store.terms import XSD_STRING
from relgraph.vocabulary import PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"


@dataclass(frozen=True)
class _Term:
    """A key: `@id`, `@vocab` or the datatype of its values, and whether they always come as a list or by language."""

    name: str
    kind: str | None = None
    listed: bool = False
    by_language: bool = False


class ContextWriter:
    """Writes nodes by the terms of a context; what it has no term for is written out."""

    keys = ("id", "graph")
    """How the context calls `@id` and `@graph`."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._base, self._vocab = context["@base"], context["@vocab"]
        plain = {name: value for name, value in context.items() if isinstance(value, str) and name[0] != "@"}
        self._prefixes = {name: value for name, value in plain.items() if value.endswith(("#", "/"))}
        self._terms: dict[str, _Term] = {}
        for name, told in context.items():
            definition = {"@id": told} if name in plain else told
            if isinstance(definition, dict) and name not in self._prefixes and not definition["@id"].startswith("@"):
                self._terms[self._expanded(definition["@id"])] = self._term(name, definition)
        self._meanings = {term.name: iri for iri, term in self._terms.items()}

    def node(self, quads: list[ox.Quad]) -> dict[str, Any]:
        """One node with all that is said of it in a graph; quads are sorted by predicate."""
        node: dict[str, Any] = {"id": self.name(quads[0].subject)}
        for predicate, group in groupby(quads, key=lambda quad: quad.predicate.value):
            values = [quad.object for quad in group]
            if predicate == _RDF_TYPE and not any(isinstance(value, ox.Literal) for value in values):
                node["type"] = [self._word(value) for value in values]
                continue
            term = self._terms.get(predicate, _Term(predicate))
            if term.by_language and all(isinstance(value, ox.Literal) and value.language for value in values):
                node[term.name] = _by_language(values)
                continue
            if term.by_language:
                term = _Term(predicate)
            written = [self._value(value, term.kind) for value in values]
            node[term.name] = written if term.listed else _single(written)
        return node

    def name(self, node: Any) -> str:
        """A name as `@id` reads it: below the base without it, or with a prefix, or whole."""
        if isinstance(node, ox.BlankNode):
            return f"_:{node.value}"
        iri: str = node.value
        if iri.startswith(self._base):
            # Not what could be read as an address of its own, or as something beside the base
            local = iri[len(self._base) :]
            return local if local[:1].isalpha() and ":" not in local and "/." not in local else iri
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def _word(self, node: Any) -> str:
        """A name as `@type` and `@vocab` read it: below the vocabulary without it."""
        iri = "" if isinstance(node, ox.BlankNode) else node.value
        local = iri.removeprefix(self._vocab)
        return (
            local if local != iri and local.isalnum() and self._meanings.get(local, iri) == iri else self._whole(node)
        )

    def _whole(self, node: Any) -> str:
        return f"_:{node.value}" if isinstance(node, ox.BlankNode) else str(node.value)

    def _value(self, value: Any, kind: str | None) -> Any:
        if not isinstance(value, ox.Literal):
            if kind == "@id":
                return self.name(value)
            return self._word(value) if kind == "@vocab" else {"id": self.name(value)}
        if value.language is not None:
            return {"@language": value.language, "@value": value.value}
        datatype = value.datatype.value
        if datatype == kind or (kind is None and datatype == XSD_STRING):
            return value.value
        return {"@value": value.value} if datatype == XSD_STRING else {"@type": datatype, "@value": value.value}

    def _term(self, name: str, definition: Mapping[str, str]) -> "_Term":
        kind, container = definition.get("@type"), definition.get("@container")
        whole = kind if kind is None or kind.startswith("@") else self._expanded(kind)
        return _Term(name, whole, listed=container == "@set", by_language=container == "@language")

    def _expanded(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local


def _by_language(values: list[Any]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for value in values:
        found.setdefault(value.language, []).append(value.value)
    return {language: _single(texts) for language, texts in sorted(found.items())}


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
