"""What machines look for at addresses that are the same everywhere: what the graph holds, and how it may be asked."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response

from relgraph.web.protocol.description import describe_examples, describe_graph
from relgraph.web.protocol.refusing import Refused, refusal
from relgraph.web.site import Here, Site

router = APIRouter(prefix="/.well-known")


@router.api_route("/void", methods=["GET", "HEAD"], include_in_schema=False)
async def void(request: Request, here: Here) -> Response:
    """What the graph holds."""
    return await _told(request, here, describe_graph)


@router.api_route("/sparql-examples", methods=["GET", "HEAD"], include_in_schema=False)
async def examples(request: Request, here: Here) -> Response:
    """Questions that the endpoint answers."""
    return await _told(request, here, describe_examples)


async def _told(request: Request, here: Site, tell: Callable[[Request, Site], Awaitable[Response]]) -> Response:
    try:
        return await tell(request, here)
    except Refused as refused:
        return refusal(request, refused)
