"""The first page: search and ask in one, what the graph holds, and where to go from here."""

from fastapi import APIRouter, Request, Response

from relgraph.queries.groups import GROUPS
from relgraph.queries.sourced import Sourced
from relgraph.web.asking.answers import answered
from relgraph.web.desk import Stopped
from relgraph.web.overview import Overview, overview
from relgraph.web.rendering import MENU, render
from relgraph.web.routes.ask import EXAMPLES
from relgraph.web.routes.questions import grouped
from relgraph.web.site import Here, Site
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

_PARTNERS = 8
_VIEWS = ("brief", "compare", "map", "timeline", "explore", "topics", "sparql")


@router.get("/")
async def start(request: Request, site: Here, speech: Spoken) -> Response:
    """The first page."""
    held = await _unless_slow(site)
    index = await site.index.soon()
    return render(
        request, speech, "start.html", held=held, names=GROUPS, groups=grouped(speech),
        partners=await _partners(site, speech, held), region=index.by_iri.get(held.region or "") if held else None,
        newest=[index.by_iri[iri] for iri in held.newest if iri in index.by_iri] if held else [],
        examples=EXAMPLES[speech.language], views=[view for view in _VIEWS if view in MENU],
    )  # fmt: skip


async def _unless_slow(site: Site) -> Overview | None:
    """The store at a glance; a page that can do without does not wait beyond the limit."""
    try:
        return await site.ask(overview)
    except Stopped:
        return None


async def _partners(site: Site, speech: Speech, held: Overview | None) -> list[tuple[str, str, int]]:
    """Name, IRI and releases of the partners with most evidence of the region that most releases come from."""
    if held is None or held.region is None:
        return []
    params = {"actor": held.region, "limit": str(_PARTNERS), "language": speech.language}
    try:
        found = await site.ask(answered, "partner-ranking", params)
    except Stopped:
        return []
    if not isinstance(found, Sourced):
        return []
    rows = zip(found.table.dicts(), found.things, strict=True)
    return [
        (str(row["partner_name"]), things["partner_name"], int(str(row["releases"])))
        for row, things in rows
        if "partner_name" in things
    ]
