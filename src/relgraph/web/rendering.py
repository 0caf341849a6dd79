"""How a page is made: our templates, with nothing of a release or a request in them that is not escaped."""

from functools import lru_cache
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from relgraph.explore.templating import environment as templates
from relgraph.vocabulary import ID, TOPIC
from relgraph.web.speech import COOKIE, Speech
from relgraph.web.statics import static

_YEAR = 365 * 24 * 3600
_NO_PATH = str.maketrans({"%": "%25", "?": "%3F", "#": "%23"})

MENU: tuple[str, ...] = (
    "questions",
    "brief",
    "compare",
    "map",
    "timeline",
    "explore",
    "sparql",
    "topics",
    "entities",
)
"""Pages of the menu, by address and by the key of their name in `words/site.yaml`."""


def render(request: Request, speech: Speech, template: str, *, status: int = 200, **context: object) -> Response:
    """A page out of `templates/`, which extends `layout.html`; `say`, `count`, `label` speak the reader's language."""
    return remember(request, HTMLResponse(page(request, speech, template, **context), status), speech)


def remember(request: Request, response: Response, speech: Speech) -> Response:
    """Let the browser keep the language that the address asks for."""
    if request.query_params.get("lang") == speech.language:
        response.set_cookie(COOKIE, speech.language, max_age=_YEAR, samesite="lax", httponly=True)
    return response


def page(request: Request, speech: Speech, template: str, **context: object) -> str:
    """Text of a page."""
    return environment().get_template(template).render(
        speech=speech, say=speech.say, count=speech.count, label=speech.label, language=speech.language,
        here=request.url.path, elsewhere=_with(request, "lang", speech.other), **context,
    )  # fmt: skip


@lru_cache
def environment() -> Environment:
    """Templates, read once."""
    made = templates("relgraph.web")
    made.globals.update(menu=MENU, static=static, to=address)
    return made


def address(iri: str) -> str:
    """Where a thing of ours has its page: the path of its IRI; any other IRI is an address itself.

    >>> address("https://w3id.org/relgraph/id/country/JP"), address("https://www.wikidata.org/entity/Q17")
    ('/id/country/JP', 'https://www.wikidata.org/entity/Q17')
    """
    for namespace, path in ((ID, "/id/"), (TOPIC, "/topic/")):
        if iri.startswith(namespace):
            return path + iri.removeprefix(namespace).translate(_NO_PATH)
    return iri


def _with(request: Request, name: str, value: str) -> str:
    """The page's own address with one parameter changed."""
    kept = [(key, held) for key, held in request.query_params.multi_items() if key != name]
    return f"{request.url.path}?{urlencode([*kept, (name, value)])}"
