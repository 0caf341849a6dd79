"""Partners side by side: a form, the heat map as a table whose numbers lead to their sentences, and files."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from relgraph.comparison.comparison import By
from relgraph.errors import QueryError, UnknownName
from relgraph.web.comparing import FORMATS, MOST, Grid, Scope, compare, file, sentences
from relgraph.web.desk import Stopped
from relgraph.web.fields import added, changed, date, mistake
from relgraph.web.files import download
from relgraph.web.partners import partners as best
from relgraph.web.rendering import render
from relgraph.web.site import Here
from relgraph.web.speech import Spoken

router = APIRouter()

_MOST = 12
"""Partners side by side: more do not fit."""
Named = Annotated[list[str], Query(default_factory=list, max_length=40)]


@router.get("/compare")
async def page(
    request: Request, here: Here, speech: Spoken, partner: Named, by: By = By.TOPIC, actor: str = "", since: str = "",
    until: str = "", drop: str = "", format_: Annotated[str, Query(alias="format")] = "",
) -> Response:  # fmt: skip
    """The form, with a comparison where two or more are named."""
    if format_ and format_ not in FORMATS:
        raise UnknownName(format_, "format", FORMATS)
    partners = tuple(dict.fromkeys(name.strip() for name in partner if name.strip()))
    if drop:
        kept = [("partner", name) for name in partners if name != drop]
        rest = [(key, value) for key, value in request.query_params.multi_items() if key not in ("partner", "drop")]
        return RedirectResponse(f"/compare?{urlencode([*kept, *rest])}", 303)
    grid, wrong, typed = None, None, {"by": by, "actor": actor, "since": since, "until": until}
    try:
        if len(partners) > _MOST:
            raise QueryError(str(len(partners)), f"at most {_MOST} partners stand side by side")
        if len(partners) > 1:
            scope = Scope(partners, by, actor.strip() or None, date(since), date(until))
            if format_:
                content = await here.desk.ask(file, scope, speech.language, format_)
                return download(content, "-".join([speech.say("site", "compare"), *partners]), format_)
            grid = Grid(await here.ask(compare, scope, speech.language), speech.language)
    except Stopped:
        raise
    except (UnknownName, QueryError) as error:
        wrong = mistake(request, error)
    return render(
        request, speech, "compare.html", status=wrong.status if wrong else 200, grid=grid, wrong=wrong, typed=typed,
        partners=partners, formats=FORMATS, way=By,
        first=added(request, "partner", [one.name for one in await best(here, speech)]) if len(partners) < 2 else (),
        files={name: changed(request, format=name, lang=speech.language) for name in FORMATS},
    )  # fmt: skip


@router.get("/compare/sentences")
async def behind(
    request: Request, here: Here, speech: Spoken, partner: str, row: str, by: By = By.TOPIC, actor: str = "",
    since: str = "", until: str = "", back: str = "", start: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:  # fmt: skip
    """The sentences behind one number of a comparison."""
    scope = Scope((partner,), by, actor.strip() or None, date(since), date(until))
    found, total = await here.ask(sentences, scope, row, start, speech.language)
    named = await here.ask(compare, scope, speech.language)
    grid = Grid(named, speech.language)
    held = next((one for one in named.rows if grid.key(one) == row), None)
    if held is None:
        raise UnknownName(row, "row")
    return render(
        request, speech, "behind.html", grid=grid, row=held, partner=named.partners[0], found=found,
        start=start, total=total, before=changed(request, start=str(max(0, start - MOST))),
        after=changed(request, start=str(start + MOST)),
        back=f"/compare?{back}" if back else "/compare",
    )  # fmt: skip
