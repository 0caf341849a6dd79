"""Quads as a document: Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, the same bytes for the same quads.

Owns layout; `relgraph.store.spool` owns order. It stands in this room because Oxigraph writes RDF fifty times faster
than rdflib. Formats without graphs (ttl, nt, xml) merge all graphs into one. A document comes in pieces of some
megabytes, as it is never held as a whole.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.store.block import Fill
from relgraph.store.jsonld import write_by_context, write_jsonld
from relgraph.store.spool import PIECE, Spool
from relgraph.vocabulary import ID, PREFIXES

_SCHEME, _, _HOST = ID.split("/")[:3]
# The engine shortens every address on the same host or scheme; only those below the base read better for it.
_TEXT_OR_ROOT = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*+")|(?P<root><//?)')
_XML_NAME = re.compile(r"[^\W\d][\w.-]*$")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# How N-Triples write such a character, or a backslash before what looks like one
_PERHAPS_NO_XML = re.compile(rb"\\(?:[bf]|u00[01]|uFFF)")


def serialise(
    nquads: Iterable[str],
    format: str,
    prefixes: Mapping[str, str] | None = None,
    context: Mapping[str, Any] | None = None,
) -> bytes:
    """Write quads, given as N-Quads lines, in one of `FORMATS`; the rest as `pieces` has it.

    >>> print(serialise(["<http://schema.org/a> <http://schema.org/b> 'c'@de <http://schema.org/g> ."
    ...     .replace("'", '"')], "nt").decode(), end="")
    <http://schema.org/a> <http://schema.org/b> "c"@de .

    Raises:
        StoreError: the format is unknown, a line is no N-Quads, or a text cannot stand in the format.
    """
    with spooled(nquads) as spool:
        return b"".join(pieces(spool, format, prefixes, context))


def pieces(
    spool: Spool,
    format: str,
    prefixes: Mapping[str, str] | None = None,
    context: Mapping[str, Any] | None = None,
) -> Iterator[bytes]:
    """Write quads in one of `FORMATS`, a piece after the other; `prefixes` are further ones beside our own.

    With a `context`, a file such as `ontology/graph-context.jsonld`, JSON-LD is written by its terms and embeds it.

    Raises:
        StoreError: the format is unknown, or a text cannot stand in the format.
    """
    if format not in _WRITERS:
        raise StoreError(format, f"is no format; there are {', '.join(FORMATS)}")
    if format == "jsonld" and context is not None:
        return write_by_context(_spoken(spool), context)
    return _WRITERS[format](spool, {**PREFIXES, **(prefixes or {})})


def spooled(nquads: Iterable[str]) -> Spool:
    """Quads, given as N-Quads lines, in order; they are held while they are read.

    Raises:
        StoreError: a line is no N-Quads.
    """
    graphs: dict[tuple[str, str], list[ox.Triple]] = {("", ""): []}
    try:
        for quad in ox.parse("\n".join(nquads), ox.RdfFormat.N_QUADS):
            name = quad.graph_name
            key = ("", "") if isinstance(name, ox.DefaultGraph) else (name.value, str(name))
            graphs.setdefault(key, []).append(quad.triple)
    except SyntaxError as error:
        raise StoreError("quads", f"no N-Quads: {error.msg}") from None
    return Spool((name, _filling(graphs[value, name])) for value, name in sorted(graphs))


def _filling(triples: list[ox.Triple]) -> Fill:
    written = "".join(f"{triple} .\n" for triple in triples).encode()
    return lambda file: file.write(written)


def _turtle(spool: Spool, prefixes: dict[str, str]) -> Iterator[bytes]:
    return _document(spool.merged(), ox.RdfFormat.TURTLE, prefixes)


def _trig(spool: Spool, prefixes: dict[str, str]) -> Iterator[bytes]:
    return _document(_gathered(spool), ox.RdfFormat.TRIG, prefixes)


def _gathered(spool: Spool) -> Iterator[bytes]:
    """N-Quads of several whole graphs."""
    held: list[bytes] = []
    size = 0
    for block in spool.by_graph():
        held.append(block.quads)
        size += len(held[-1])
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _document(parts: Iterable[bytes], format: ox.RdfFormat, prefixes: dict[str, str]) -> Iterator[bytes]:
    """Write with a blank line after each subject; a line break is never inside a text, where it is an escape."""
    # Data is written relative to a base: `<country/JP>`, where a prefix would make it `id:country\\/JP`.
    names = {name: namespace for name, namespace in sorted(prefixes.items()) if namespace != ID}
    # Written here, sorted: the engine has them in an order of its own, and relative to the base.
    yield "\n".join([f"@base <{ID}> .", *(f"@prefix {name}: <{iri}> ." for name, iri in names.items()), ""]).encode()
    for part in parts:
        # The quads come from an engine, so that nothing is to be looked at twice
        quads = ox.parse(part, ox.RdfFormat.N_QUADS, lenient=True)
        written = ox.serialize(quads, format=format, prefixes=names, base_iri=ID) or b""
        body = [_laid_out(line) for line in written.decode().split("\n") if not line.startswith("@")]
        text = "\n".join(body).replace("\n\n}\n", "\n}\n\n").rstrip("\n")
        if text:
            yield f"\n{text}\n".encode()


def _laid_out(line: str) -> str:
    if "</" in line:
        line = _TEXT_OR_ROOT.sub(_absolute, line)
    return f"{line}\n" if line.endswith(" .") else line


def _absolute(match: re.Match[str]) -> str:
    return match["text"] or {"<//": f"<{_SCHEME}//", "</": f"<{_SCHEME}//{_HOST}/"}[match["root"]]


def _ntriples(spool: Spool, _: dict[str, str]) -> Iterator[bytes]:
    return spool.triples()


def _nquads(spool: Spool, _: dict[str, str]) -> Iterator[bytes]:
    return spool.quads()


def _xml(spool: Spool, prefixes: dict[str, str]) -> Iterator[bytes]:
    begin, end = (ox.serialize([], format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b"").rsplit(b"\n", 1)
    yield begin
    for part in spool.merged():
        _check_xml(part)
        triples = ox.parse(part, ox.RdfFormat.N_TRIPLES, lenient=True)
        written = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b""
        # Oxigraph writes carriage returns as they are, and every XML reader would make them line feeds.
        yield written.removeprefix(begin).removesuffix(end).removesuffix(b"\n").replace(b"\r", b"&#13;")
    yield b"\n" + end + b"\n"


def _check_xml(triples: bytes) -> None:
    for predicate in {line.split(b" ", 2)[1] for line in triples.split(b"\n") if line}:
        name = predicate.decode()[1:-1]
        if not _XML_NAME.search(name):  # the engine would write an element without a name
            raise StoreError(name, "ends like no name, so RDF/XML cannot write it as a property")
    if _PERHAPS_NO_XML.search(triples):
        for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES, lenient=True):
            if isinstance(quad.object, ox.Literal) and _NO_XML.search(quad.object.value):
                raise StoreError(quad.subject, "holds a control character, which RDF/XML cannot write")


def _jsonld(spool: Spool, prefixes: dict[str, str]) -> Iterator[bytes]:
    return write_jsonld(_spoken(spool), prefixes)


def _spoken(spool: Spool) -> Iterator[list[ox.Quad]]:
    for block in spool.by_graph():
        quads = [*ox.parse(block.quads, ox.RdfFormat.N_QUADS, lenient=True)]
        if b" <<" in block.triples:
            for quad in quads:
                if isinstance(quad.object, ox.Triple):
                    raise StoreError(quad.subject, "speaks of a statement, for which JSON-LD has no words")
        yield quads


_WRITERS: dict[str, Callable[[Spool, dict[str, str]], Iterator[bytes]]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "nq": _nquads,
    "trig": _trig,
    "xml": _xml,
    "jsonld": _jsonld,
}
FORMATS = tuple(_WRITERS)
"""The formats, by their usual file extensions."""
