"""The brief on a country, region or city: a form, the brief within the page, and as a file."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from relgraph.errors import QueryError, UnknownName
from relgraph.web.briefs import FORMATS, Scope, tell, write
from relgraph.web.desk import Stopped
from relgraph.web.fields import added, changed, date, mended, mistake
from relgraph.web.files import download
from relgraph.web.partners import partners
from relgraph.web.rendering import render
from relgraph.web.site import Here
from relgraph.web.speech import Spoken

router = APIRouter()


@router.get("/brief")
async def brief(
    request: Request, here: Here, speech: Spoken, about: str = "", actor: str = "", since: str = "", until: str = "",
    format_: Annotated[str, Query(alias="format")] = "",
) -> Response:  # fmt: skip
    """The form, with a brief where somebody is asked about."""
    told, wrong, typed = None, None, {"about": about, "actor": actor, "since": since, "until": until}
    if format_ and format_ not in FORMATS:
        raise UnknownName(format_, "format", FORMATS)
    try:
        if about.strip():
            scope = Scope(about.strip(), actor.strip() or None, date(since), date(until))
            if format_:
                content = await here.desk.ask(write, scope, speech.language, format_)
                return download(content, f"{speech.say('brief', 'title')}-{about}", format_)
            told = await here.ask(tell, scope, speech.language)
    except Stopped:
        raise
    except (UnknownName, QueryError) as error:
        wrong = mistake(request, error)
    return render(
        request, speech, "brief.html", status=wrong.status if wrong else 200, told=told, wrong=wrong,
        typed=typed, narrowed=bool(actor or since or until), formats=FORMATS,
        first=added(request, "about", [one.name for one in await partners(here, speech)]) if not about.strip() else (),
        files={name: changed(request, format=name, lang=speech.language) for name in FORMATS},
        body=Markup(told.body) if told else "",  # escaped where it was made
        near=mended(request, about.strip(), told.near) if told else (),
    )  # fmt: skip
