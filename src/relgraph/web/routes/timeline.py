"""What happened when: bars over years or months, and below them what is told in the order of time."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from relgraph.errors import QueryError, UnknownName
from relgraph.vocabulary import RelationType, Status
from relgraph.web.chronicle import Scope, chronicle, file
from relgraph.web.desk import Stopped
from relgraph.web.fields import added, changed, date, mistake
from relgraph.web.files import download
from relgraph.web.partners import partners
from relgraph.web.periods import FOOT, HEIGHT, WIDTH, Period
from relgraph.web.rendering import render
from relgraph.web.site import Here
from relgraph.web.speech import Speech, Spoken

router = APIRouter()

FORMATS = ("csv", "json")


@router.get("/timeline")
async def page(
    request: Request, here: Here, speech: Spoken, about: str = "", topic: str = "",
    type_: Annotated[str, Query(alias="type")] = "", since: str = "", until: str = "",
    order: Literal["newest", "oldest"] = "newest", format_: Annotated[str, Query(alias="format")] = "",
) -> Response:  # fmt: skip
    """The form, with a timeline where somebody is asked about."""
    if format_ and format_ not in FORMATS:
        raise UnknownName(format_, "format", FORMATS)
    held, wrong = None, None
    typed = {"about": about, "topic": topic, "type": type_, "since": since, "until": until, "order": order}
    try:
        if about.strip():
            given = (about.strip(), topic.strip() or None, type_.strip() or None)
            scope, newest = Scope(*given, date(since), date(until)), order == "newest"
            if format_:
                content = await here.desk.ask(file, scope, speech.language, format_, newest_first=newest)
                return download(content, f"{speech.say('site', 'timeline')}-{about}", format_)
            held = await here.ask(chronicle, scope, speech.language, newest_first=newest)
    except Stopped:
        raise
    except (UnknownName, QueryError) as error:
        wrong = mistake(request, error)
    return render(
        request, speech, "timeline.html", status=wrong.status if wrong else 200, held=held, wrong=wrong, typed=typed,
        types=[(kind.value, speech.label("relation_types", kind.value)) for kind in RelationType],
        statuses=[status.value for status in Status], width=WIDTH, height=HEIGHT, foot=FOOT,
        bars=[(bar, _leads(request, bar), _told(speech, bar)) for bar in held.periods] if held else [],
        turned=changed(request, order="oldest" if order == "newest" else "newest"),
        widened=changed(request, since=None, until=None),
        first=added(request, "about", [one.name for one in await partners(here, speech)]) if not about.strip() else (),
        files={name: changed(request, format=name, lang=speech.language) for name in FORMATS},
    )  # fmt: skip


def _leads(request: Request, bar: Period) -> str:
    """Address of the timeline of one bar alone."""
    return changed(request, since=None if bar.earlier else bar.key, until=bar.key)


def _told(speech: Speech, bar: Period) -> str:
    """What a bar says, in words."""
    name = speech.say("timeline", "up_to", date=bar.key) if bar.earlier else speech.date(bar.key)
    parts = ", ".join(f"{speech.number(part.count)} {speech.label('statuses', part.status)}" for part in bar.parts)
    return f"{name}: {speech.count('timeline', 'entries', bar.total)}{f' ({parts})' if parts else ''}"
