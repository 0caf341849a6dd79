"""Graphs by their names, as the Graph Store HTTP Protocol has them: which one is meant, what is sent for it."""

from asyncio import shield, to_thread
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from fastapi import Request

from relgraph.errors import QueryError
from relgraph.store.protocol import Store
from relgraph.store.serialise import serialise
from relgraph.store.terms import Iri
from relgraph.store.updating import Sent
from relgraph.web.negotiation import Form
from relgraph.web.protocol.asked import LARGEST, base_of, received
from relgraph.web.protocol.forms import GRAPHS
from relgraph.web.protocol.refusing import Refused
from relgraph.web.site import Site

MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Named:
    """A graph that a request names; without `iri` it is the default graph."""

    iri: str | None


def named(request: Request, site: Site, path: str = "") -> Named | None:
    """The graph of a request: by `default`, by `graph`, or by its own address; nothing where it names none.

    Raises:
        Refused: it names two, or what is no IRI.
    """
    fields = request.query_params.multi_items()
    graphs = [value for name, value in fields if name == "graph"]
    default = any(name == "default" for name, _ in fields)
    if len(graphs) + default + bool(path) > 1:
        raise Refused(400, "a request names one graph: ?default, or ?graph=…, or by its address")
    if default:
        return Named(None)
    if path:
        graphs = [f"{base_of(request, site)}/graph/{quote(path, safe='/:@!$&()*+,;=-._~')}"]
    if not graphs:
        return None
    try:
        return Named(Iri(graphs[0]).value)
    except QueryError as error:
        raise Refused(400, f"a graph is named by its IRI: {error}") from None


def read_graph(store: Store, graph: str | None, format_: str) -> bytes | None:
    """A graph in a format; nothing where there is none."""
    if graph is None:
        return serialise(store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), format_)
    name = Iri(graph).n3()
    if not store.ask(f"ASK {{ GRAPH {name} {{}} }}"):
        return None
    lines = store.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}")
    if format_ in ("trig", "nq"):
        lines = [f"{line.removesuffix(' .')} {name} ." for line in lines]
    return serialise(lines, format_)


@asynccontextmanager
async def sent(kind: str, body: bytes, base: str) -> AsyncIterator[tuple[Sent, ...]]:
    """What a body holds, as files that are there for a while; written in a thread, for it may be large.

    Raises:
        Refused: it is of another type than RDF.
    """
    folder = await to_thread(TemporaryDirectory, prefix="relgraph-sent-")
    try:
        yield await to_thread(_written, Path(folder.name), kind, body, base)
    finally:
        await shield(to_thread(folder.cleanup))


def _written(folder: Path, kind: str, body: bytes, base: str) -> tuple[Sent, ...]:
    files = []
    for number, (part, content) in enumerate(_parts(kind, body)):
        path = folder / str(number)
        path.write_bytes(content)
        files.append(Sent(str(path), _form(part).suffix, base))
    return tuple(files)


async def body_of(request: Request) -> tuple[str, bytes]:
    """Type of a body, and the body.

    Raises:
        Refused: it is too large, or of another type than RDF.
    """
    kind = request.headers.get("content-type", "")
    if not kind.lower().startswith(MULTIPART):
        _form(kind)
    return kind, await received(request, LARGEST)


def digest_of(body: bytes) -> str:
    """Name for a graph that has none."""
    return sha256(body).hexdigest()[:32]


def _form(kind: str) -> Form:
    bare = kind.partition(";")[0].strip().lower()
    # what other formats share with RDF is no promise that it is RDF; JSON-LD is asked for by its own name
    found = next((form for form in GRAPHS if bare == form.media_type or bare in _SENT_AS.get(form.suffix, ())), None)
    if found is None:
        kinds = ", ".join(form.media_type for form in GRAPHS)
        raise Refused(415, f"send {kinds}, or {MULTIPART} of these", headers={"Accept-Post": kinds})
    return found


_SENT_AS = {"ttl": ("application/x-turtle", "text/n3"), "xml": ("application/xml", "text/xml"),
            "jsonld": ("application/json",), "nt": ("text/plain",)}  # fmt: skip


def _parts(kind: str, body: bytes) -> Iterator[tuple[str, bytes]]:
    if not kind.lower().startswith(MULTIPART):
        yield kind, body
        return
    head = f"Content-Type: {kind}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    if not message.is_multipart():
        raise Refused(400, "the parts of the body cannot be told apart")
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        yield str(part.get("content-type", "text/turtle")), content if isinstance(content, bytes) else b""
