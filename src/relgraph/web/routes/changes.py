"""What each build changed: a page of the entries of the chain, its index, and the files of each entry."""

from functools import partial

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from starlette.exceptions import HTTPException

from relgraph.difference.chain import INDEX, Chain, changes_folder
from relgraph.difference.listing import told
from relgraph.web.linked import VARY, fresh, tag, unchanged
from relgraph.web.negotiation import HTML, Form, best
from relgraph.web.rendering import render
from relgraph.web.site import Here, Site
from relgraph.web.speech import Spoken

router = APIRouter()

SHOWN = 200
"""Entries on the page; the index has all."""
_JSONL = Form(
    "jsonl", "application/x-jsonlines", ("application/jsonl", "application/jsonlines", "application/x-ndjson")
)
_PATCH = Form("rdfp", "application/rdf-patch")
_LINK = {"Link": f'</changes.jsonl>; rel="alternate"; type="{_JSONL.media_type}"'}


@router.api_route("/changes", methods=["GET", "HEAD"], include_in_schema=False)
def changes(request: Request, site: Here, speech: Spoken) -> Response:
    """The entries, as a page or as the index."""
    form = best(request.headers.get("accept", "") or "*/*", (HTML, _JSONL))
    if form is None:
        raise HTTPException(406)
    if form is _JSONL:
        return index(request, site)
    chain = _chain(site)
    entries = chain.entries[-SHOWN:][::-1] if chain else []
    response = render(
        request,
        speech,
        "changes.html",
        entries=entries,
        told=partial(told, number=speech.number),
        total=len(chain.entries) if chain else 0,
    )
    response.headers.update({"Vary": VARY, **(_LINK if entries else {})})
    return response


@router.api_route("/changes.jsonl", methods=["GET", "HEAD"], include_in_schema=False)
def index(request: Request, site: Here) -> Response:
    """The index, a line for each entry."""
    chain = _found(site)
    etag = tag(INDEX, *(entry.id for entry in chain.entries))
    if fresh(request, etag):
        return unchanged(etag)
    lines = (f"{entry.model_dump_json()}\n" for entry in chain.entries)
    return Response("".join(lines), headers=_headers(etag), media_type=_JSONL.media_type)


@router.api_route("/changes/{name}", methods=["GET", "HEAD"], include_in_schema=False)
def file(request: Request, name: str, site: Here) -> Response:
    """The patch or the records of an entry, `000001.rdfp` or `000001.jsonl`; with `.gz`, the file as it lies there."""
    chain = _found(site)
    packed = f"{name.removesuffix('.gz')}.gz"
    for entry in chain.entries:
        for own, digest, form in (
            (entry.patch, entry.patch_sha256, _PATCH),
            (entry.records, entry.records_sha256, _JSONL),
        ):
            if own == packed:
                return _file(request, chain, own, tag(name, digest), form, as_it_lies=name != packed[:-3])
    raise HTTPException(404)


def _file(request: Request, chain: Chain, name: str, etag: str, form: Form, *, as_it_lies: bool) -> Response:
    if fresh(request, etag):
        return unchanged(etag)
    headers = _headers(etag)
    if as_it_lies:
        return Response((chain.folder / name).read_bytes(), headers=headers, media_type="application/gzip")
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response((chain.folder / name).read_bytes(), headers=headers, media_type=form.media_type)
    return StreamingResponse(chain.read(name), headers=headers, media_type=form.media_type)


def _headers(etag: str) -> dict[str, str]:
    return {"ETag": etag, "Cache-Control": "no-cache"}


def _chain(site: Site) -> Chain | None:
    """The chain of the store; a store behind an address has none that we know of."""
    return None if "://" in site.settings.store else Chain(changes_folder(site.settings.store))


def _found(site: Site) -> Chain:
    chain = _chain(site)
    if chain is None or not chain.entries:
        raise HTTPException(404)
    return chain
