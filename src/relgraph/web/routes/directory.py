"""Lists of all there is: `/entities?type=` and `/topics`."""

from fastapi import APIRouter, Request, Response

from relgraph.errors import UnknownName
from relgraph.vocabulary import EntityType
from relgraph.web.keeping import kept_page
from relgraph.web.naming import spoken
from relgraph.web.rendering import page
from relgraph.web.site import Here
from relgraph.web.speech import Spoken
from relgraph.web.things.directory import entities_page, topics_page
from relgraph.web.things.paging import page_number

router = APIRouter()


@router.api_route("/entities", methods=["GET", "HEAD"], include_in_schema=False)
async def entities(request: Request, site: Here, speech: Spoken) -> Response:
    """The directory: classes of entities, and those of one class."""
    kind = _kind(request.query_params.get("type"))
    number = page_number(request.query_params.get("page"))
    store, _ = site.holding.opened()

    def made() -> str:
        held = entities_page(store, kind, number, speech.language)
        return page(request, speech, "entities.html", **spoken(speech, {"held": held}))

    return await kept_page(request, site, speech, {"lang", "type", "page"}, made)


@router.api_route("/topics", methods=["GET", "HEAD"], include_in_schema=False)
async def topics(request: Request, site: Here, speech: Spoken) -> Response:
    """The tree of topics."""
    store, _ = site.holding.opened()

    def made() -> str:
        return page(request, speech, "topics.html", **spoken(speech, {"held": topics_page(store, speech.language)}))

    return await kept_page(request, site, speech, {"lang"}, made)


def _kind(asked: str | None) -> EntityType | None:
    if not asked:
        return None
    try:
        return EntityType(asked)
    except ValueError:
        raise UnknownName(asked[:200], "type", [kind.value for kind in EntityType]) from None
