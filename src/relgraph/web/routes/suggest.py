"""What a few typed letters may mean, for the fields that suggest."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from relgraph.queries.index import Index, called
from relgraph.queries.listing import Listed
from relgraph.web.rendering import address
from relgraph.web.search import evidence, kind_label
from relgraph.web.site import Here
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

_MOST = 10


@router.get("/suggest")
def suggest(site: Here, speech: Spoken, q: str = "", kind: str = "") -> Response:
    """JSON with the names that fit best: name, value for a field, type, counts, address, other name that was meant."""
    index = site.index.now()
    found = index.find(q, kind, most=_MOST)
    content = {"q": q, "found": [_told(thing, q, index, speech) for thing in found]}
    return JSONResponse(content, headers={"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"})


def _told(thing: Listed, typed: str, index: Index, speech: Speech) -> dict[str, object]:
    return {
        "name": thing.name(speech.language),
        "value": index.value(thing, speech.language),
        "iri": thing.iri,
        "address": address(thing.iri),
        "kind": thing.kind,
        "type": kind_label(thing, speech),
        "alias": called(thing, typed, speech.language),
        "relations": thing.relations,
        "releases": thing.releases,
        "evidence": evidence(thing, speech),
    }
