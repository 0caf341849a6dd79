"""Things at their linked-data addresses: `/id/…` and `/topic/…`, as pages and as RDF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from relgraph.errors import UnknownName
from relgraph.store.protocol import Store
from relgraph.store.serialise import serialise
from relgraph.vocabulary import ID, TOPIC
from relgraph.web.keeping import HTML_TYPE, kept_answer, known_by
from relgraph.web.linked import alternates
from relgraph.web.naming import spoken
from relgraph.web.negotiation import HTML, Form, preferred, suffixed, typed
from relgraph.web.rendering import address, page
from relgraph.web.shelf import Answer
from relgraph.web.site import Here
from relgraph.web.speech import Speech, Spoken
from relgraph.web.things.entity import entity_page, list_page
from relgraph.web.things.kinds import Found, Kind, find
from relgraph.web.things.month import month_page
from relgraph.web.things.paging import page_number
from relgraph.web.things.release import release_of, release_page
from relgraph.web.things.single import relation_page, tie_page
from relgraph.web.things.tally import tally_page
from relgraph.web.things.topic import topic_list_page, topic_page
from relgraph.web.things.triples import described
from relgraph.web.things.year import year_list_page, year_page

router = APIRouter()
_NAMESPACES = {"/id/": ID, "/topic/": TOPIC}
_PARAMETERS = {"lang", "list", "page"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a thing, without what does not count for the answer."""

    request: Request
    store: Store
    speech: Speech
    prefix: str
    raw: str
    """The path behind the prefix, as it came over the wire."""
    form: Form | None
    """The form that the client prefers, if any; where the address has a suffix, that one counts."""


@router.api_route("/id/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
async def thing(request: Request, path: str, site: Here, speech: Spoken) -> Response:
    """An entity, release, relation, sentence, tie, tally, or sum of a month or year."""
    return await _thing(request, site, speech, "/id/")


@router.api_route("/topic/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
async def topic(request: Request, path: str, site: Here, speech: Spoken) -> Response:
    """A topic."""
    return await _thing(request, site, speech, "/topic/")


async def _thing(request: Request, site: Here, speech: Speech, prefix: str) -> Response:
    raw = request.scope["raw_path"].decode("latin-1").partition(prefix)[2]
    form = preferred(request.headers.get("accept", ""))
    if form is None and suffixed(raw)[1] is None:
        raise HTTPException(406)
    asked = Asked(request, site.holding.store, speech, prefix, raw, form)
    key = known_by(request, site, speech, _PARAMETERS, form)
    return await kept_answer(request, site, speech, key, lambda: _made(asked))


def _made(asked: Asked) -> Answer:
    """The answer out of the store.

    Raises:
        UnknownName: the graph knows no such thing.
        QueryError: it has no such page.
    """
    found = find(asked.store, _NAMESPACES[asked.prefix], asked.raw)
    if found is None or (found.kind is Kind.TOPIC) != (asked.prefix == "/topic/"):
        raise UnknownName(unquote(asked.raw)[:200], "thing")
    form = found.form or asked.form or HTML
    number = page_number(asked.request.query_params.get("page"))
    if form is HTML:
        return _page(asked, found, number)
    told = described(asked.store, found.iri, found.kind, number, form.suffix)
    path = _path(found.iri)
    links = [f'<{found.iri}>; rel="describes"', alternates(path)]
    if told.more:
        links.append(f'<{path}.{form.suffix}?page={number + 1}>; rel="next"')
    return Answer.of(typed(form), serialise(told.lines, form.suffix), links=", ".join(links))


def _page(asked: Asked, found: Found, number: int) -> Answer:
    if found.kind is Kind.EVIDENCE:
        place = release_of(asked.store, found.iri)
        if place is None:
            raise UnknownName(unquote(asked.raw)[:200], "thing")
        return Answer.of(HTML_TYPE, b"", status=303, location=f"{_path(place[0])}#{place[1]}")
    template, values = _content(asked, found, number)
    path = _path(found.iri)
    text = page(asked.request, asked.speech, template, path=path, iri=found.iri, **spoken(asked.speech, values))
    return Answer.of(HTML_TYPE, text.encode(), links=f'<{found.iri}>; rel="canonical", {alternates(path)}')


def _content(asked: Asked, found: Found, number: int) -> tuple[str, Mapping[str, object]]:
    """Template of a page, and what it tells."""
    store, iri = asked.store, found.iri
    key = asked.request.query_params.get("list")
    lists: dict[Kind, Callable[[Store, str, str, int], object | None]] = {
        Kind.ENTITY: list_page, Kind.TOPIC: topic_list_page, Kind.YEAR: year_list_page,
    }  # fmt: skip
    if key is not None:
        held = lists[found.kind](store, iri, key, number) if found.kind in lists else None
        if held is None:
            raise UnknownName(key[:200], "list")
        return "listing.html", {"held": held}
    if found.kind is Kind.TIE:
        return "tie.html", {"held": tie_page(store, iri, number)}
    makers: dict[Kind, tuple[str, Callable[[Store, str], object]]] = {
        Kind.ENTITY: ("entity.html", entity_page),
        Kind.TOPIC: ("topic.html", topic_page),
        Kind.RELEASE: ("release.html", release_page),
        Kind.RELATION: ("relation.html", relation_page),
        Kind.TALLY: ("tally.html", tally_page),
        Kind.MONTH: ("month.html", month_page),
        Kind.YEAR: ("year.html", year_page),
    }
    template, maker = makers[found.kind]
    return template, {"held": maker(store, iri)}


def _path(iri: str) -> str:
    """Path of a thing as it stands in a header."""
    return quote(address(iri), safe="/%:@!$&'()*+,;=-._~")
