"""A question of the SPARQL protocol, answered: in a process that is ended at the limit, which also compresses."""

import gzip
import re
from dataclasses import dataclass

from fastapi import Request, Response

from relgraph.errors import QueryError, StoreError
from relgraph.store.guard import query_form
from relgraph.store.protocol import Store
from relgraph.store.wanted import Wanted
from relgraph.web.desk import Late, Stopped
from relgraph.web.linked import fresh, tag
from relgraph.web.protocol.asked import Asked, base_of
from relgraph.web.protocol.forms import GRAPHS, TABLES, Choice, form_of, typed
from relgraph.web.protocol.refusing import Refused
from relgraph.web.site import Site
from relgraph.web.sparql import UNFINISHED, placed

VARY = "Accept, Accept-Encoding"
ROW_LIMIT = "row-limit"
"""Name of the row limit within the service description."""
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
"""Functions that give something else each time."""
_WORTH = 1_000
"""Bytes from which on compressing pays."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it goes over the wire."""

    body: bytes
    format: str
    is_graph: bool
    cut: bool
    compressed: bool


def reply(store: Store, sparql: str, wanted: Wanted, compress: bool) -> Reply:
    """The answer to a question, ready to be sent.

    Raises:
        QueryError: see `Store.write`; the place is where a reader would look.
    """
    try:
        written = store.write(sparql, wanted)
    except QueryError as error:
        raise placed(error, sparql) from None
    compress = compress and len(written.body) >= _WORTH
    body = gzip.compress(written.body, compresslevel=4, mtime=0) if compress else written.body
    return Reply(body, written.format, written.is_graph, written.cut, compress)


async def answer(request: Request, site: Site, asked: Asked, choice: Choice) -> Response:
    """The answer to a question, or the news that what the client has is still good.

    Raises:
        Refused: the question is malformed, stopped at a limit, or its answer has no form that the client takes.
    """
    query = asked.query or ""
    base = f"{base_of(request, site)}/sparql"
    wanted = Wanted(
        choice.table.suffix if choice.table else None, choice.graph.suffix if choice.graph else None,
        site.settings.rows, base, asked.dataset, f"{base}#{ROW_LIMIT}",
    )  # fmt: skip
    _check_form(query, wanted)
    headers = {"Vary": VARY, "Cache-Control": "no-cache"}
    generation = site.holding.generation
    if request.method != "POST" and generation and not _CHANGING.search(query):
        headers["ETag"] = tag(generation, query, wanted)
        if request.headers.get("if-none-match") != "*" and fresh(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
    given = await _replied(request, site, query, wanted)
    if given.compressed:
        headers["Content-Encoding"] = "gzip"
    if given.cut:
        headers["X-SPARQL-MaxRows"] = str(site.settings.rows)
        headers["Link"] = f'<{wanted.note}>; rel="describedby"'
    return Response(given.body, 200, headers, media_type=typed(form_of(given.format, given.is_graph)))


def _check_form(query: str, wanted: Wanted) -> None:
    """Refuse before asking where no form fits; of what is malformed the engine tells."""
    form = query_form(query)
    forms, format_ = (GRAPHS, wanted.graph) if form in ("CONSTRUCT", "DESCRIBE") else (TABLES, wanted.table)
    if form and format_ is None:
        kinds = ", ".join(one.media_type for one in forms)
        raise Refused(406, f"{form} is answered as {kinds}", headers={"Vary": VARY})


async def _replied(request: Request, site: Site, query: str, wanted: Wanted) -> Reply:
    compress = "gzip" in request.headers.get("accept-encoding", "")
    try:
        return await site.sparql.ask(reply, query, wanted, compress)
    except Late as error:
        # Whoever asks the same again gets the same; a while later there may be fewer who ask
        raise Refused(503, f"{error}: ask for less", headers={"Retry-After": "10"}) from None
    except Stopped as error:
        raise Refused(503, str(error)) from None
    except QueryError as error:
        why = "the question is not finished" if error.name == UNFINISHED else str(error)
        raise Refused(400, why, place=error.place) from None
    except StoreError as error:
        raise Refused(503, str(error), headers={"Retry-After": "10"}) from None
