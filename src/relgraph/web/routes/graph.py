"""Graphs by their names: read by anybody, changed by whoever may (SPARQL 1.1 Graph Store HTTP Protocol)."""

from asyncio import to_thread
from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from relgraph.errors import QueryError, StoreError
from relgraph.web.desk import Stopped
from relgraph.web.linked import fresh, tag
from relgraph.web.negotiation import best
from relgraph.web.protocol.answering import VARY
from relgraph.web.protocol.asked import base_of
from relgraph.web.protocol.changing import changed, do_drop, do_put
from relgraph.web.protocol.forms import GRAPHS, typed
from relgraph.web.protocol.graphs import Named, body_of, digest_of, named, read_graph, sent
from relgraph.web.protocol.refusing import Refused, refusal
from relgraph.web.protocol.tokens import check_writer
from relgraph.web.site import Here, Site

router = APIRouter()
_READ, _ALL = "GET, HEAD, OPTIONS", "GET, HEAD, PUT, POST, DELETE, OPTIONS"
_METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"]


@router.api_route("/graph", methods=_METHODS, include_in_schema=False)
async def graph(request: Request, here: Here) -> Response:
    """The graph that the address names by `default` or `graph`; by POST also one without a name."""
    return await _answered(request, here, "")


@router.api_route("/graph/{path:path}", methods=_METHODS, include_in_schema=False)
async def graph_at(request: Request, path: str, here: Here) -> Response:
    """The graph whose name is the address."""
    return await _answered(request, here, path)


async def _answered(request: Request, here: Site, path: str) -> Response:
    allowed = _ALL if here.settings.updates else _READ
    makers: dict[str, Callable[[Request, Site, Named], Awaitable[Response]]] = {
        "GET": _get, "HEAD": _get, "PUT": _put, "POST": _put, "DELETE": _delete,
    }  # fmt: skip
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": allowed})
    try:
        if request.method not in allowed.split(", "):
            raise Refused(405, f"there are {allowed}", headers={"Allow": allowed})
        if request.method not in ("GET", "HEAD"):
            check_writer(request, here.settings)
            if "://" in here.settings.store:
                raise Refused(501, "the store is a server of its own; send it updates by SPARQL")
        found = named(request, here, path)
        if found is None and request.method == "POST":
            return await _new(request, here)
        if found is None:
            raise Refused(400, "name a graph: ?default, or ?graph= and its IRI")
        return await makers[request.method](request, here, found)
    except Refused as refused:
        return refusal(request, refused)


async def _get(request: Request, here: Site, found: Named) -> Response:
    form = best(request.headers.get("accept", ""), GRAPHS)
    if form is None:
        raise Refused(406, f"there are {', '.join(one.media_type for one in GRAPHS)}", headers={"Vary": VARY})
    headers = {"Vary": VARY, "Cache-Control": "no-cache"}
    generation = here.holding.generation
    if generation:
        headers["ETag"] = tag(generation, "graph", found, form)
    try:
        body = await here.sparql.ask(read_graph, found.iri, form.suffix)
    except (Stopped, StoreError) as error:
        raise Refused(503, str(error), headers={"Retry-After": "10"}) from None
    except QueryError as error:
        raise Refused(400, str(error)) from None
    if body is None:
        raise _missing(found)
    if generation and fresh(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, media_type=typed(form))


async def _put(request: Request, here: Site, found: Named) -> Response:
    """Replace a graph by PUT, add to it by POST."""
    kind, body = await body_of(request)
    async with sent(kind, body, found.iri or str(request.url)) as files:
        outcome = await changed(here, do_put, found.iri, files, request.method == "PUT")
    if not outcome.existed:
        return _told(201, found, outcome.triples)
    return Response(status_code=204) if request.method == "PUT" else _told(200, found, outcome.triples)


async def _new(request: Request, here: Site) -> Response:
    """Make a graph whose name is made for it."""
    kind, body = await body_of(request)
    name = f"{base_of(request, here)}/graph/{await to_thread(digest_of, body)}"
    async with sent(kind, body, name) as files:
        outcome = await changed(here, do_put, name, files, True)
    return _told(201, Named(name), outcome.triples, {"Location": name})


async def _delete(request: Request, here: Site, found: Named) -> Response:
    if not await changed(here, do_drop, found.iri) and found.iri is not None:
        raise _missing(found)
    return _told(200, found, 0)


def _told(status: int, found: Named, triples: int, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse(
        {"graph": found.iri, "triples": triples}, status, {"Cache-Control": "no-store", **(headers or {})}
    )


def _missing(found: Named) -> Refused:
    return Refused(404, f"there is no graph {found.iri}")
