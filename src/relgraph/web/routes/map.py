"""The map of partners: countries as dark as releases, places in them as circles, and a table of the same numbers."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from relgraph.atlas.frames import WIDTH, frame, frames
from relgraph.errors import QueryError, UnknownName
from relgraph.vocabulary import EntityType, RelationType
from relgraph.web.desk import Stopped
from relgraph.web.fields import changed, date, mistake
from relgraph.web.files import download
from relgraph.web.mapping import Scope, file, mapped
from relgraph.web.rendering import render
from relgraph.web.site import Here
from relgraph.web.speech import Spoken

router = APIRouter()


@router.get("/map")
async def page(
    request: Request, here: Here, speech: Spoken, actor: str = "", topic: str = "",
    type_: Annotated[str, Query(alias="type")] = "", since: str = "", until: str = "", view: str = "",
    format_: Annotated[str, Query(alias="format")] = "",
) -> Response:  # fmt: skip
    """The map, and a form for whose partners it shows."""
    if format_ and format_ != "csv":
        raise UnknownName(format_, "format", ["csv"])
    shown = frame(view)
    held, wrong = None, None
    typed = {"actor": actor, "topic": topic, "type": type_, "since": since, "until": until}
    try:
        given = (actor.strip() or None, topic.strip() or None, type_.strip() or None)
        scope = Scope(*given, date(since), date(until))
        if format_:
            content = await here.ask(file, scope, speech.language)
            return download(content, speech.say("site", "map"), "csv")
        held = await here.ask(mapped, scope, "" if shown.id == next(iter(frames())) else shown.id, speech.language)
    except Stopped:
        raise
    except (UnknownName, QueryError) as error:
        wrong = mistake(request, error)
    types = [(kind.value, speech.label("relation_types", kind.value)) for kind in RelationType if kind != "affiliation"]
    return render(
        request, speech, "map.html", status=wrong.status if wrong else 200, held=held, wrong=wrong, typed=typed,
        types=types, shown=shown, width=WIDTH, kinds=EntityType,
        views=[(one.id, one.name[speech.language], changed(request, view=one.id)) for one in frames().values()],
        csv=changed(request, format="csv", lang=speech.language, view=None),
    )  # fmt: skip
