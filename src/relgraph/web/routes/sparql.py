"""The page where the graph is asked in SPARQL.

The address is that of the SPARQL protocol as well, so that a page is given to those who ask for one, and a file to
those who name a format.
"""

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse

from relgraph.errors import QueryError, UnknownName
from relgraph.vocabulary import PREFIXES
from relgraph.web.desk import Stopped
from relgraph.web.files import download
from relgraph.web.rendering import render
from relgraph.web.site import Here, Site
from relgraph.web.sparql import FORMATS, LINES, SHOWN, WRITTEN, Shown, show, write
from relgraph.web.sparql_help import catalogue_examples, catalogue_query, examples, keywords, words
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

_LONGEST = 100_000
"""Characters of a question."""


@router.get("/sparql")
async def page(
    request: Request, here: Here, speech: Spoken, query: str = "", question: str = "",
    format_: Annotated[str, Query(alias="format")] = "",
) -> Response:  # fmt: skip
    """The page, with an answer where something is asked."""
    if question and not query:
        return _page(request, here, speech, catalogue_query(question, here.holding.store, speech.language))
    return await _answered(request, here, speech, query, format_)


@router.post("/sparql")
async def form(request: Request, here: Here, speech: Spoken) -> Response:
    """The page for a question that is too long for an address."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    sent = b""
    async for part in request.stream():
        sent += part
        if len(sent) > 4 * _LONGEST:
            raise HTTPException(413)
    fields = parse_qs(sent.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    return await _answered(request, here, speech, fields.get("query", [""])[-1], fields.get("format", [""])[-1])


@router.get("/sparql/words.json", include_in_schema=False)
def helped(here: Here, language: Annotated[str, Query(alias="in")] = "de") -> Response:
    """What the editor can put in, with a line on each."""
    spoken = language if language in ("de", "en") else "de"
    return JSONResponse(words(here.holding.store, spoken), headers={"Cache-Control": "public, max-age=3600"})


async def _answered(request: Request, here: Site, speech: Speech, query: str, format_: str) -> Response:
    query = query.replace("\r\n", "\n")
    if len(query) > _LONGEST:
        raise HTTPException(413)
    if format_ not in ("", "html", *FORMATS):
        raise UnknownName(format_, "format", list(FORMATS))
    if format_ in FORMATS and query.strip():
        content = await here.sparql.ask(write, query, format_)
        return download(content, "relgraph", format_, FORMATS[format_])
    if query.strip() and not format_ and not _wants_page(request):
        raise HTTPException(406)
    if not query.strip():
        return _page(request, here, speech, query)
    try:
        return _page(request, here, speech, query, shown=await here.sparql.ask(show, query, speech.language))
    except (QueryError, Stopped) as error:
        return _page(request, here, speech, query, error=error)


def _wants_page(request: Request) -> bool:
    """Whether a page is asked for, rather than the bare answer that the SPARQL protocol gives."""
    return "html" in request.headers.get("accept", "")


def _page(
    request: Request, here: Site, speech: Speech, query: str, *, shown: Shown | None = None,
    error: QueryError | None = None,
) -> Response:  # fmt: skip
    status = 200 if error is None else 503 if isinstance(error, Stopped) else 400
    formats = {"table": ("csv", "tsv", "json"), "graph": ("ttl", "nt"), "truth": ("json",)}
    return render(
        request, speech, "sparql.html", status=status, query=query, shown=shown, error=error, limit=here.settings.limit,
        stopped=isinstance(error, Stopped), excerpt=_excerpt(query, error), examples=examples(),
        questions=catalogue_examples(speech.language), formats=formats[shown.kind] if shown else (),
        most=SHOWN, written=WRITTEN, lines=LINES, keywords=keywords(), prefixes=PREFIXES,
    )  # fmt: skip


def _excerpt(query: str, error: QueryError | None) -> tuple[int, int, str, str, str] | None:
    """Line and column of what is wrong, and that line in three parts: before it, itself, behind it."""
    if error is None or error.place is None:
        return None
    line, column = error.place
    text = [*query.split("\n"), ""][min(line - 1, query.count("\n"))]
    rest = text[column - 1 :]
    length = max(len(error.name), 1) if rest.startswith(error.name) else len(rest.split(" ")[0]) or 1
    return line, column, text[: column - 1], rest[:length] or " ", rest[length:]
