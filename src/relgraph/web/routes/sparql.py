"""Where the graph is asked in SPARQL: an endpoint of the protocol for programs, and a page for those who prefer one."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse

from relgraph.errors import QueryError
from relgraph.store.guard import query_form
from relgraph.vocabulary import PREFIXES
from relgraph.web.desk import Stopped
from relgraph.web.mistakes import mistake
from relgraph.web.protocol.answering import answer
from relgraph.web.protocol.asked import Asked, base_of, read_address, read_body
from relgraph.web.protocol.changing import changed, do_update
from relgraph.web.protocol.description import describe_service
from relgraph.web.protocol.forms import choose
from relgraph.web.protocol.refusing import Refused, refusal
from relgraph.web.rendering import render
from relgraph.web.site import Here, Site
from relgraph.web.sparql import LINES, SHOWN, Shown, show
from relgraph.web.sparql_help import catalogue_examples, catalogue_query, examples, keywords, words
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

METHODS = "GET, HEAD, POST, OPTIONS"
_PAGE_VARY = "Accept, Accept-Encoding, Accept-Language, Cookie"


@router.api_route("/sparql", methods=["GET", "HEAD"])
@router.api_route("/sparql/", methods=["GET", "HEAD"], include_in_schema=False)
async def asked_by_address(request: Request, here: Here, speech: Spoken) -> Response:
    """The answer to the question in the address; without one, what the service is."""
    return await _answered(request, here, speech, lambda: _address(request))


@router.post("/sparql")
@router.post("/sparql/", include_in_schema=False)
async def asked_by_body(request: Request, here: Here, speech: Spoken) -> Response:
    """The answer to the question in the body."""
    return await _answered(request, here, speech, lambda: read_body(request, here.settings))


@router.options("/sparql", include_in_schema=False)
@router.options("/sparql/", include_in_schema=False)
def options() -> Response:
    """What can be done here."""
    return Response(status_code=204, headers={"Allow": METHODS})


@router.api_route("/sparql", methods=["PUT", "PATCH", "DELETE"], include_in_schema=False)
@router.api_route("/sparql/", methods=["PUT", "PATCH", "DELETE"], include_in_schema=False)
def no_method(request: Request) -> Response:
    """What cannot be done here."""
    return refusal(request, Refused(405, f"there are {METHODS}", headers={"Allow": METHODS}))


@router.get("/sparql/words.json", include_in_schema=False)
def helped(here: Here, language: Annotated[str, Query(alias="in")] = "de") -> Response:
    """What the editor can put in, with a line on each."""
    spoken = language if language in ("de", "en") else "de"
    return JSONResponse(words(here.holding.store, spoken), headers={"Cache-Control": "public, max-age=3600"})


def _is_graph(asked: Asked) -> bool:
    """Whether the answer will be a graph, as what the service says of itself is."""
    return asked.query is None or query_form(asked.query) in ("CONSTRUCT", "DESCRIBE")


async def _address(request: Request) -> Asked:
    return read_address(request)


async def _answered(request: Request, here: Site, speech: Speech, read: Callable[[], Awaitable[Asked]]) -> Response:
    accept = request.headers.get("accept", "")
    try:
        asked = await read()
        if asked.update is not None:
            return await _updated(request, here, asked)
        try:
            choice = choose(accept, asked.format, graph=_is_graph(asked))
        except QueryError as error:
            raise Refused(400, str(error)) from None
        if asked.query is None and request.method != "POST" and not choice.page and not asked.page:
            return await describe_service(request, here)
        if choice.page or "question" in asked.page:
            return await _paged(request, here, speech, asked)
        if asked.query is None:
            raise Refused(400, "there is no query")
        response = await answer(request, here, asked, choice)
        if asked.format and choose(accept).page:  # a browser keeps it as a file
            form = choice.table or choice.graph
            response.headers["Content-Disposition"] = (
                f'attachment; filename="relgraph.{form.suffix if form else "txt"}"'
            )
        return response
    except Refused as refused:
        if not choose(accept).page:
            return refusal(request, refused)
        if refused.status == 400:
            return mistake(request, 400, "malformed", str(refused))
        raise HTTPException(refused.status, headers=refused.headers) from None


async def _updated(request: Request, here: Site, asked: Asked) -> Response:
    await changed(here, do_update, asked.update or "", asked.using, f"{base_of(request, here)}/sparql")
    return Response(status_code=204, headers={"Cache-Control": "no-store"})


async def _paged(request: Request, here: Site, speech: Speech, asked: Asked) -> Response:
    query = asked.query or ""
    if "question" in asked.page and not query:
        return _page(
            request, here, speech, catalogue_query(asked.page["question"], here.holding.store, speech.language)
        )
    if not query.strip():
        return _page(request, here, speech, query)
    try:
        shown = await here.sparql.ask(show, query, speech.language, asked.dataset)
        return _page(request, here, speech, query, shown=shown)
    except (QueryError, Stopped) as error:
        return _page(request, here, speech, query, error=error)


def _page(
    request: Request, here: Site, speech: Speech, query: str, *, shown: Shown | None = None,
    error: QueryError | None = None,
) -> Response:  # fmt: skip
    status = 200 if error is None else 503 if isinstance(error, Stopped) else 400
    formats = {"table": ("csv", "tsv", "json", "xml"), "graph": ("ttl", "nt", "rdf", "jsonld"), "truth": ("json",)}
    response = render(
        request, speech, "sparql.html", status=status, query=query, shown=shown, error=error, limit=here.settings.limit,
        stopped=isinstance(error, Stopped), excerpt=_excerpt(query, error), examples=examples(),
        questions=catalogue_examples(speech.language), formats=formats[shown.kind] if shown else (),
        most=SHOWN, written=here.settings.rows, lines=LINES, keywords=keywords(), prefixes=PREFIXES,
    )  # fmt: skip
    response.headers["Vary"] = _PAGE_VARY
    return response


def _excerpt(query: str, error: QueryError | None) -> tuple[int, int, str, str, str] | None:
    """Line and column of what is wrong, and that line in three parts: before it, itself, behind it."""
    if error is None or error.place is None:
        return None
    line, column = error.place
    text = [*query.split("\n"), ""][min(line - 1, query.count("\n"))]
    rest = text[column - 1 :]
    length = max(len(error.name), 1) if rest.startswith(error.name) else len(rest.split(" ")[0]) or 1
    return line, column, text[: column - 1], rest[:length] or " ", rest[length:]
