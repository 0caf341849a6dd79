"""Quads as a document: Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, the same bytes for the same quads.

Owns order and layout. It stands in this room because Oxigraph writes RDF fifty times faster than rdflib.
Formats without graphs (ttl, nt, xml) merge all graphs into one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.store.jsonld import write_by_context, write_jsonld
from relgraph.vocabulary import ID, PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"
_SCHEME, _, _HOST = ID.split("/")[:3]
# The engine shortens every address on the same host or scheme; only those below the base read better for it.
_TEXT_OR_ROOT = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*+")|(?P<root><//?)')
_XML_NAME = re.compile(r"[^\W\d][\w.-]*$")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def serialise(nquads: Iterable[str], format: str, prefixes: Mapping[str, str] | None = None) -> bytes:
    """Write quads, given as N-Quads lines, in one of `FORMATS`; `prefixes` are further ones beside our own.

    >>> print(serialise(["<http://schema.org/a> <http://schema.org/b> 'c'@de <http://schema.org/g> ."
    ...     .replace("'", '"')], "nt").decode(), end="")
    <http://schema.org/a> <http://schema.org/b> "c"@de .

    Raises:
        StoreError: the format is unknown, a line is no N-Quads, or a text cannot stand in the format.
    """
    ((_, content),) = serialise_each(nquads, [format], prefixes)
    return content


def serialise_each(
    nquads: Iterable[str],
    formats: Iterable[str],
    prefixes: Mapping[str, str] | None = None,
    context: Mapping[str, Any] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Write quads in several formats, one after the other; they are read and put in order once.

    With a `context`, a file such as `ontology/graph-context.jsonld`, JSON-LD is written by its terms and embeds it.

    Raises:
        StoreError: as `serialise` does.
    """
    wanted = list(formats)
    for format in wanted:
        if format not in FORMATS:
            raise StoreError(format, f"is no format; there are {', '.join(FORMATS)}")
    content = _Sorted(nquads)
    del nquads  # of a large graph a gigabyte
    for format in wanted:
        if format == "jsonld" and context is not None:
            yield format, write_by_context(content.quads, context)
        else:
            yield format, _WRITERS[format](content, {**PREFIXES, **(prefixes or {})})


def serialise_by_context(nquads: Iterable[str], context: Mapping[str, Any]) -> bytes:
    """Write quads as JSON-LD by the terms of a context; see `serialise_each`.

    Raises:
        StoreError: a line is no N-Quads.
    """
    ((_, content),) = serialise_each(nquads, ["jsonld"], context=context)
    return content


class _Sorted:
    """Quads, each once: default graph first, then by graph, subject, type before all else, predicate, object."""

    def __init__(self, nquads: Iterable[str]) -> None:
        try:
            self.quads = sorted(set(ox.parse("\n".join(nquads), ox.RdfFormat.N_QUADS)), key=_order)
        except SyntaxError as error:
            raise StoreError("quads", f"no N-Quads: {error.msg}") from None

    @cached_property
    def merged(self) -> list[ox.Triple]:
        """Triples of all graphs, each once, in order."""
        unique = {quad.triple: _order(quad)[1:] for quad in self.quads}
        return sorted(unique, key=unique.__getitem__)


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value
    predicate = quad.predicate.value
    return graph, str(quad.subject), predicate != _RDF_TYPE, predicate, str(quad.object)


def _turtle(content: _Sorted, prefixes: dict[str, str]) -> bytes:
    return _document(content.merged, ox.RdfFormat.TURTLE, prefixes)


def _trig(content: _Sorted, prefixes: dict[str, str]) -> bytes:
    return _document(content.quads, ox.RdfFormat.TRIG, prefixes)


def _document(statements: list[ox.Triple] | list[ox.Quad], format: ox.RdfFormat, prefixes: dict[str, str]) -> bytes:
    """Write with a blank line after each subject; a line break is never inside a text, where it is an escape."""
    # Data is written relative to a base: `<country/JP>`, where a prefix would make it `id:country\\/JP`.
    names = {name: namespace for name, namespace in sorted(prefixes.items()) if namespace != ID}
    # Written here, sorted: the engine has them in an order of its own, and relative to the base.
    head = "\n".join([f"@base <{ID}> .", *(f"@prefix {name}: <{iri}> ." for name, iri in names.items()), ""])
    written = ox.serialize(statements, format=format, prefixes=names, base_iri=ID) or b""
    body = [line for line in written.decode().split("\n") if not line.startswith("@")]
    text = "\n".join(f"{line}\n" if line.endswith(" .") else line for line in body)
    text = _TEXT_OR_ROOT.sub(_absolute, text)
    return f"{head}\n{text}".replace("\n\n}\n", "\n}\n\n").rstrip("\n").encode() + b"\n"


def _absolute(match: re.Match[str]) -> str:
    return match["text"] or {"<//": f"<{_SCHEME}//", "</": f"<{_SCHEME}//{_HOST}/"}[match["root"]]


def _ntriples(content: _Sorted, _: dict[str, str]) -> bytes:
    return _lines({str(triple) for triple in content.merged})


def _nquads(content: _Sorted, _: dict[str, str]) -> bytes:
    return _lines({str(quad) for quad in content.quads})


def _lines(statements: set[str]) -> bytes:
    return "".join(f"{statement} .\n" for statement in sorted(statements)).encode()


def _xml(content: _Sorted, prefixes: dict[str, str]) -> bytes:
    for quad in content.quads:
        if isinstance(quad.object, ox.Literal) and _NO_XML.search(quad.object.value):
            raise StoreError(quad.subject, "holds a control character, which RDF/XML cannot write")
        if not _XML_NAME.search(quad.predicate.value):  # the engine would write an element without a name
            raise StoreError(quad.predicate.value, "ends like no name, so RDF/XML cannot write it as a property")
    document = ox.serialize(content.merged, format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b""
    # Oxigraph writes carriage returns as they are, and every XML reader would make them line feeds.
    return document.replace(b"\r", b"&#13;") + b"\n"


def _jsonld(content: _Sorted, prefixes: dict[str, str]) -> bytes:
    for quad in content.quads:
        if isinstance(quad.object, ox.Triple):
            raise StoreError(quad.subject, "speaks of a statement, for which JSON-LD has no words")
    return write_jsonld(content.quads, prefixes)


_WRITERS: dict[str, Callable[[_Sorted, dict[str, str]], bytes]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "nq": _nquads,
    "trig": _trig,
    "xml": _xml,
    "jsonld": _jsonld,
}
FORMATS = tuple(_WRITERS)
"""The formats, by their usual file extensions."""
