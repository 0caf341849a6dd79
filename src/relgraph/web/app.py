"""The application as a whole: its pages, its headers, and what it holds open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from relgraph import __version__
from relgraph.queries.index import Index
from relgraph.web import statics
from relgraph.web.ahead import keep_ahead
from relgraph.web.bounds import Bounds
from relgraph.web.desk import NICEST, Desk, Lanes
from relgraph.web.headers import SecurityHeaders
from relgraph.web.holding import Holding
from relgraph.web.kept import Answers, Kept
from relgraph.web.leaving import Leaving
from relgraph.web.mistakes import add_mistakes
from relgraph.web.protocol.crossing import Crossing
from relgraph.web.routes import (
    api,
    ask,
    brief,
    changes,
    compare,
    directory,
    explore,
    graph,
    map,
    ontology,
    questions,
    search,
    sparql,
    start,
    suggest,
    things,
    timeline,
    wellknown,
)
from relgraph.web.settings import Settings, handed_on
from relgraph.web.shelf import Shelf
from relgraph.web.site import Site

ROUTERS = (
    statics.router,
    start.router,
    suggest.router,
    search.router,
    ask.router,
    questions.router,
    api.router,
    explore.router,
    brief.router,
    compare.router,
    map.router,
    timeline.router,
    sparql.router,
    graph.router,
    wellknown.router,
    directory.router,
    things.router,
    ontology.router,
    changes.router,
)
"""Pages by kind; the first that fits an address answers."""

_QUICK = 1.0
"""Seconds after which a SPARQL question of anybody's making counts as one that takes long."""


def create_app(settings: Settings) -> FastAPI:
    """The application on one store.

    Raises:
        StoreError: there is no store.
    """
    holding = Holding(settings.store)
    holding.opened()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        desk = partial(Desk, settings.store, memory=settings.memory, patience=settings.limit, maps=settings.ahead > 0)
        ours = desk(askers=settings.askers, limit=settings.limit)
        first = min(_QUICK, settings.limit / 2)
        hearing = desk(askers=1, limit=settings.limit, hears=True)
        slow = desk(askers=2, limit=settings.limit - first, nice=NICEST)
        sparql = Lanes(desk(askers=1, limit=first), slow)
        shelf = Shelf(shared=Path(settings.shelf) if settings.shelf is not None else None)
        index = Kept(holding, Index.of)
        index.begin()
        writing = desk(askers=1, limit=settings.limit) if settings.updates else None
        site = app.state.site = Site(settings, holding, ours, hearing, sparql, writing, index, Answers(), shelf)
        ahead = asyncio.create_task(keep_ahead(app, site))
        yield
        ahead.cancel()
        shelf.close()
        sparql.close()
        if writing is not None:
            writing.close()
        hearing.close()
        ours.close()

    app = FastAPI(title="relgraph", version=__version__, lifespan=lifespan, openapi_url=None)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(Bounds)
    app.add_middleware(Crossing)
    app.add_middleware(Leaving)
    add_mistakes(app)
    for router in ROUTERS:
        app.include_router(router)
    return app


def served() -> ASGIApp:
    """The application as a process of `relgraph serve` makes it; the headers are on what breaks down as well."""
    return SecurityHeaders(create_app(handed_on()))
