"""What the server says of itself to machines, written: the endpoint, what the graph holds, examples of questions."""

from collections.abc import Callable
from dataclasses import replace

from fastapi import Request, Response

from relgraph.describing.examples import example_lines
from relgraph.describing.service import Service, named_graphs, service_lines
from relgraph.describing.terms import document
from relgraph.describing.void import Places, void
from relgraph.errors import StoreError
from relgraph.store.protocol import Store
from relgraph.web.desk import Stopped
from relgraph.web.linked import fresh, tag
from relgraph.web.negotiation import Form, best
from relgraph.web.protocol.asked import base_of
from relgraph.web.protocol.forms import GRAPHS, typed
from relgraph.web.protocol.refusing import Refused
from relgraph.web.site import Site

VARY = "Accept, Accept-Encoding"
_FORMATS = ("Turtle", "N-Triples", "JSON-LD")
"""Formats in which each thing is served at its address."""


def write_service(store: Store, service: Service, format_: str) -> bytes:
    """The service description of an endpoint on a store."""
    return document(service_lines(replace(service, graphs=named_graphs(store))), format_)


def write_void(store: Store, places: Places, format_: str) -> bytes:
    """What a store holds, as VoID."""
    return document(void(store, places), format_)


def write_examples(store: Store, endpoint: str, format_: str) -> bytes:
    """Questions that a store can be asked."""
    return document(example_lines(store, endpoint), format_)


async def describe_service(request: Request, site: Site) -> Response:
    """The service description in the form that the client prefers; raises what `_described` raises."""
    settings, embedded = site.settings, "://" not in site.settings.store
    endpoint = f"{base_of(request, site)}/sparql"
    service = Service(endpoint, settings.rows, settings.limit, updates=settings.updates, embedded=embedded)
    return await _described(request, site, service, write_service, service)


async def describe_graph(request: Request, site: Site) -> Response:
    """VoID of the graph; raises what `_described` raises."""
    base = base_of(request, site)
    places = Places(f"{base}/.well-known/void", sparql=f"{base}/sparql", page=f"{base}/", formats=_FORMATS)
    return await _described(request, site, places, write_void, places)


async def describe_examples(request: Request, site: Site) -> Response:
    """Examples of questions; raises what `_described` raises."""
    endpoint = f"{base_of(request, site)}/sparql"
    return await _described(request, site, ("examples", endpoint), write_examples, endpoint)


async def _described(
    request: Request, site: Site, known_by: object, write: Callable[..., bytes], about: object
) -> Response:
    """A description, made once for each generation and form.

    Raises:
        Refused: the client takes no form of RDF, or the store cannot answer in time.
    """
    form: Form | None = best(request.headers.get("accept", ""), GRAPHS)
    if form is None:
        kinds = ", ".join(one.media_type for one in GRAPHS)
        raise Refused(406, f"there are {kinds}", headers={"Vary": VARY})
    headers = {"Vary": VARY, "Cache-Control": "no-cache"}
    generation = site.holding.generation
    if generation:
        headers["ETag"] = tag(generation, known_by, form)
        if fresh(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
    try:
        body = await site.ask(write, about, form.suffix)
    except (Stopped, StoreError) as error:
        raise Refused(503, str(error), headers={"Retry-After": "10"}) from None
    return Response(body, 200, headers, media_type=typed(form))
