"""REST: the catalogue, a question, its answer, and the description of all that; and a page that shows it to people."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from relgraph.errors import RelgraphError
from relgraph.queries.catalogue import catalogue, find_question
from relgraph.queries.groups import GROUPS
from relgraph.queries.index import Index
from relgraph.queries.listing import Listed
from relgraph.queries.question import Question, Words
from relgraph.web.api.asked import FORMS, MOST, SIZE, TURTLE, Asked, read
from relgraph.web.api.described import answer_address, described, example, listed
from relgraph.web.api.openapi import DOCUMENT, openapi
from relgraph.web.api.problems import problem_of, wrong_values
from relgraph.web.api.rows import Rows, links, rows, written
from relgraph.web.asking.answers import Fault, Refused, turtle
from relgraph.web.linked import fresh, tag
from relgraph.web.negotiation import Form
from relgraph.web.rendering import render
from relgraph.web.site import Here, Site
from relgraph.web.speech import Spoken

router = APIRouter(prefix="/api", include_in_schema=False)

_METHODS = ["GET", "HEAD"]
_RELATIONS = ("first", "prev", "next", "last")


@router.api_route("", methods=_METHODS)
def api(request: Request, here: Here, speech: Spoken) -> Response:
    """The API for people: each operation, with a line to try it."""
    base = here.settings.base_url or str(request.base_url).rstrip("/")
    made = render(
        request, speech, "api.html", groups=_grouped(), names=GROUPS, total=len(catalogue()), base=base,
        document=DOCUMENT, forms=FORMS,
    )  # fmt: skip
    made.headers["Link"] = f'<{DOCUMENT}>; rel="service-desc"; type="application/vnd.oai.openapi+json"'
    return made


@router.api_route("/openapi.json", methods=_METHODS)
def description(request: Request, here: Here) -> Response:
    """The description of the API."""
    return _still(request, _document(here.settings.base_url or "/"), "application/vnd.oai.openapi+json")


@router.api_route("/questions", methods=_METHODS)
def questions(request: Request) -> Response:
    """The catalogue."""
    return _still(request, _catalogue())


@router.api_route("/questions/{name}", methods=_METHODS)
async def question(request: Request, name: str) -> Response:
    """What a question takes, and what its rows hold."""

    async def made() -> Response:
        return _still(request, json.dumps(described(find_question(name)), ensure_ascii=False))

    return await _told(request, made)


@router.api_route("/questions/{name}/answer", methods=_METHODS)
async def answer(request: Request, here: Here, name: str) -> Response:
    """The answer to a question, as the client takes it."""
    return await _told(request, lambda: _answered(request, here, name))


@router.api_route("/entities", methods=_METHODS)
async def entities(request: Request, here: Here) -> Response:
    """What has such a name."""
    return await _told(request, lambda: _found(request, here))


@lru_cache(maxsize=2)
def _document(server: str) -> str:
    return json.dumps(openapi(server), ensure_ascii=False)


@lru_cache
def _catalogue() -> str:
    return json.dumps(listed(), ensure_ascii=False)


async def _told(request: Request, make: Callable[[], Awaitable[Response]]) -> Response:
    try:
        return await make()
    except RelgraphError as error:
        return problem_of(error).response(request)


async def _answered(request: Request, here: Site, name: str) -> Response:
    asked_of = find_question(name)
    asked = read(asked_of, request.query_params.multi_items())
    form = asked.form_for(request.headers.get("accept", ""))
    generation = here.holding.generation
    etag = (
        tag("api", generation, name, sorted(asked.params.items()), asked.page, asked.size, form) if generation else None
    )
    if etag is not None and fresh(request, etag):
        return Response(status_code=304, headers=_headers(etag))
    found = await here.ask(rows, name, asked.params)
    if isinstance(found, Refused):
        raise wrong_values(found)
    if form is TURTLE:
        return _sent(await here.ask(turtle, name, asked.params), form, etag, {})
    told = links(answer_address(asked_of), asked_of, asked, found.table)
    return _sent(_text(name, found, asked, form, told), form, etag, told)


def _text(name: str, found: Rows, asked: Asked, form: Form, told: Mapping[str, str]) -> str:
    return written(find_question(name), found, asked, form, told)


def _sent(content: str | bytes, form: Form, etag: str | None, told: Mapping[str, str]) -> Response:
    headers = _headers(etag)
    if told:
        headers["Link"] = ", ".join(f'<{told[name]}>; rel="{name}"' for name in _RELATIONS if name in told)
    kind = form.media_type if "json" in form.media_type else f"{form.media_type}; charset=utf-8"
    return Response(content, headers=headers, media_type=kind)


def _headers(etag: str | None) -> dict[str, str]:
    return {"Vary": "Accept", "Cache-Control": "no-cache"} | ({} if etag is None else {"ETag": etag})


def _still(request: Request, content: str, media_type: str = "application/json") -> Response:
    """What stays as it is while the server runs."""
    etag = tag("api", content)
    if fresh(request, etag):
        return Response(status_code=304, headers=_headers(etag))
    return Response(content, headers=_headers(etag), media_type=media_type)


async def _found(request: Request, here: Site) -> Response:
    given = dict(request.query_params.multi_items())
    faults = [Fault(key, "parameter", value) for key, value in given.items() if key not in _FINDING]
    faults += [Fault(key, "empty", value) for key, value in given.items() if key in _FINDING and not value.strip()]
    most, language = given.get(SIZE, "10"), given.get("language", "de")
    if "name" not in given:
        faults.append(Fault("name", "missing", ""))
    if not (most.isascii() and most.isdecimal() and len(most) < 6 and 1 <= int(most) <= MOST):
        faults.append(Fault(SIZE, "number", most))
    if language not in ("de", "en"):
        faults.append(Fault("language", "choice", language, ("de", "en")))
    if faults:
        raise wrong_values(Refused(tuple(faults)))
    index = await here.index.soon()
    found = index.find(given["name"], given.get("kind", ""), most=int(most))
    content = {"name": given["name"], "found": [_thing(one, index, language) for one in found]}
    return Response(json.dumps(content, ensure_ascii=False), headers=_headers(None), media_type="application/json")


_FINDING = ("name", "kind", SIZE, "language")


def _thing(thing: Listed, index: Index, language: str) -> dict[str, object]:
    return {
        "name": thing.name(language), "value": index.value(thing, language), "iri": thing.iri, "kind": thing.kind,
        "code": thing.code or None, "relations": thing.relations, "releases": thing.releases,
    }  # fmt: skip


@dataclass(frozen=True)
class _Tried:
    """A question with an address to try it: values that it needs, else the first that it may take."""

    name: str
    question: Words
    tried: str


def _tried(asked: Question) -> _Tried:
    needed = [one for one in asked.parameters if one.required] or asked.parameters[:1]
    values = {one.name: example(asked, one) for one in needed}
    return _Tried(asked.name, asked.question, f"{answer_address(asked)}?{urlencode(values)}".rstrip("?"))


def _grouped() -> dict[str, list[_Tried]]:
    return {group: [_tried(one) for one in catalogue().values() if one.group == group] for group in GROUPS}
