"""The first page: search and ask in one, what the graph holds, and where to go from here."""

from fastapi import APIRouter, Request, Response

from relgraph.queries.groups import GROUPS
from relgraph.web.partners import glance, partners
from relgraph.web.rendering import MENU, render
from relgraph.web.routes.ask import EXAMPLES
from relgraph.web.routes.questions import grouped
from relgraph.web.site import Here
from relgraph.web.speech import Spoken

router = APIRouter()

_VIEWS = ("brief", "compare", "map", "timeline", "explore", "topics", "sparql")


@router.get("/")
async def start(request: Request, site: Here, speech: Spoken) -> Response:
    """The first page."""
    held = await glance(site)
    index = await site.index.soon()
    return render(
        request, speech, "start.html", held=held, names=GROUPS, groups=grouped(speech),
        partners=await partners(site, speech), region=index.by_iri.get(held.region or "") if held else None,
        newest=[index.by_iri[iri] for iri in held.newest if iri in index.by_iri] if held else [],
        examples=EXAMPLES[speech.language], views=[view for view in _VIEWS if view in MENU],
    )  # fmt: skip
