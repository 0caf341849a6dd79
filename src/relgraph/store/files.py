"""Statements out of a file of RDF in any format, one after the other, as plain text; the format is told by the suffix.

Owns reading only; nothing of the file is kept.
"""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.store.oxigraph import reading


class Said(NamedTuple):
    """One statement: names as IRIs, or as `_:` and a label where they have none; values as their text."""

    subject: str
    predicate: str
    value: str


SUFFIXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""Suffixes of files that can be read, and their formats."""


def said(path: Path, predicates: Collection[str]) -> Iterator[Said]:
    """Statements of a file with one of these predicates, whatever graph they stand in.

    Raises:
        StoreError: the suffix is unknown; or, while reading, the file cannot be read or is malformed.
    """
    format_ = SUFFIXES.get(path.suffix.lower())
    if format_ is None:
        raise StoreError(path, f"is no file of RDF that can be read; there are {', '.join(SUFFIXES)}")
    return _read(path, format_, frozenset(predicates))


def _read(path: Path, format_: ox.RdfFormat, predicates: frozenset[str]) -> Iterator[Said]:
    with reading(path):
        for quad in ox.parse(path=str(path), format=format_):
            predicate = quad.predicate.value
            if predicate in predicates:
                yield Said(_name(quad.subject), predicate, _name(quad.object))


def _name(node: object) -> str:
    return f"_:{node.value}" if isinstance(node, ox.BlankNode) else str(node.value)  # type: ignore[attr-defined]
