"""The explorer that grows from the store: what it fetches."""

from collections.abc import Awaitable
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from relgraph.web.growing import MOST_HELD, MOST_NEW, MOST_PAIRS, neighbours_json, part_json, paths_json, stated_json
from relgraph.web.site import Here

router = APIRouter()
Key = Annotated[str, Query(max_length=500)]


class Wanted(BaseModel):
    """Nodes that shall join the page, and those that it holds."""

    new: Annotated[list[str], Field(max_length=MOST_NEW)]
    held: Annotated[list[str], Field(max_length=MOST_HELD)] = []


class Told(BaseModel):
    """Pairs of nodes whose sentences are asked for."""

    pairs: Annotated[list[tuple[str, str]], Field(max_length=MOST_PAIRS)]


@router.get("/explore/neighbours")
async def neighbours(site: Here, of: Key) -> Response:
    """Everybody who is tied to a node."""
    return await _json(site.desk.ask(neighbours_json, of))


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
    return await _json(site.desk.ask(paths_json, start, end))


async def _json(asked: Awaitable[str]) -> Response:
    return Response(await asked, media_type="application/json")
