"""The explorer that grows from the store, and what it fetches."""

from collections.abc import Awaitable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from relgraph.explore.page import served_page
from relgraph.web.growing import (
    MOST_HELD,
    MOST_NEW,
    MOST_PAIRS,
    key_of,
    neighbours_json,
    opened,
    part_json,
    paths_json,
    stated_json,
)
from relgraph.web.rendering import remember
from relgraph.web.site import Here
from relgraph.web.speech import Spoken
from relgraph.web.statics import static

router = APIRouter()
Key = Annotated[str, Query(max_length=500)]


class Wanted(BaseModel):
    """Nodes that shall join the page, and those that it holds."""

    new: Annotated[list[str], Field(max_length=MOST_NEW)]
    held: Annotated[list[str], Field(max_length=MOST_HELD)] = []


class Told(BaseModel):
    """Pairs of nodes whose sentences are asked for."""

    pairs: Annotated[list[tuple[str, str]], Field(max_length=MOST_PAIRS)]


@router.get("/explore")
async def page(site: Here, speech: Spoken, request: Request, focus: Key = "") -> Response:
    """The explorer, opened on what matters or around a node: a name, an ISO 3166 code or an IRI."""
    key = await site.ask(key_of, focus) if focus.strip() else ""
    data = await site.ask(opened, key)
    scripts, styles = map(static, ("vis-network.js", "explorer.js")), map(static, ("common.css", "explorer.css"))
    html = served_page(data, scripts=tuple(scripts), styles=tuple(styles), language=speech.language)
    return remember(request, HTMLResponse(html), speech)


@router.get("/explore/neighbours")
async def neighbours(site: Here, of: Key) -> Response:
    """Everybody who is tied to a node."""
    return await _json(site.ask(neighbours_json, of))


@router.post("/explore/part")
async def part(site: Here, wanted: Wanted) -> Response:
    """New nodes and their ties."""
    return await _json(site.desk.ask(part_json, wanted.new, wanted.held))


@router.post("/explore/stated")
async def stated(site: Here, told: Told) -> Response:
    """Sentences behind the ties of pairs of nodes."""
    return await _json(site.desk.ask(stated_json, told.pairs))


@router.get("/explore/paths")
async def paths(site: Here, start: Key, end: Key) -> Response:
    """Shortest paths between two nodes."""
    return await _json(site.ask(paths_json, start, end))


async def _json(asked: Awaitable[str]) -> Response:
    return Response(await asked, media_type="application/json")
