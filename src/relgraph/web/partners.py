"""Who is tied most to the region that most releases come from: the first page and empty forms lead to them."""

from typing import NamedTuple

from relgraph.queries.sourced import Sourced
from relgraph.web.asking.answers import answered
from relgraph.web.desk import Stopped
from relgraph.web.overview import Overview, overview
from relgraph.web.site import Site
from relgraph.web.speech import Speech

_MOST = 8


class Partner(NamedTuple):
    """A partner in the reader's language, with the releases that state ties to it."""

    name: str
    iri: str
    releases: int


async def glance(site: Site) -> Overview | None:
    """The store at a glance; a page that can do without does not wait beyond the limit."""
    try:
        return await site.ask(overview)
    except Stopped:
        return None


async def partners(site: Site, speech: Speech) -> list[Partner]:
    """Those with most evidence; nobody where no release says for whom it speaks, or finding out takes too long."""
    held = await glance(site)
    if held is None or held.region is None:
        return []
    params = {"actor": held.region, "limit": str(_MOST), "language": speech.language}
    try:
        found = await site.ask(answered, "partner-ranking", params)
    except Stopped:
        return []
    if not isinstance(found, Sourced):
        return []
    rows = zip(found.table.dicts(), found.things, strict=True)
    return [
        Partner(str(row["partner_name"]), things["partner_name"], int(str(row["releases"])))
        for row, things in rows
        if "partner_name" in things
    ]
