"""The ontology at its address: as a page, as RDF, and its JSON-LD context."""

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from relgraph.graph.ontology import ontology_nquads
from relgraph.resources import folder
from relgraph.store.serialise import serialise
from relgraph.vocabulary import ONTOLOGY
from relgraph.web.keeping import HTML_TYPE, kept_answer, known_by
from relgraph.web.linked import alternates
from relgraph.web.naming import spoken
from relgraph.web.negotiation import FORMS, HTML, JSONLD, TURTLE, Form, preferred, typed
from relgraph.web.rendering import page
from relgraph.web.shelf import Answer
from relgraph.web.site import Here
from relgraph.web.speech import Spoken
from relgraph.web.things.terms import terms_page

router = APIRouter()
_IRI = ONTOLOGY.rstrip("#")


@router.api_route("/ontology", methods=["GET", "HEAD"], include_in_schema=False)
async def ontology(request: Request, site: Here, speech: Spoken) -> Response:
    """The ontology in the form that the client prefers."""
    form = preferred(request.headers.get("accept", ""))
    if form is None:
        raise HTTPException(406)
    return await _given(request, site, speech, form)


@router.api_route("/ontology.{suffix}", methods=["GET", "HEAD"], include_in_schema=False)
async def suffixed(request: Request, suffix: str, site: Here, speech: Spoken) -> Response:
    """The ontology in the form that the suffix asks for."""
    form = next((form for form in FORMS if form.suffix == suffix), None)
    if form is None:
        raise HTTPException(404)
    return await _given(request, site, speech, form)


@router.api_route("/ontology/context.jsonld", methods=["GET", "HEAD"], include_in_schema=False)
def context() -> Response:
    """The JSON-LD context, which any page may load."""
    body = (folder("ontology") / "context.jsonld").read_bytes()
    return Response(body, media_type=JSONLD.media_type, headers={"Access-Control-Allow-Origin": "*"})


async def _given(request: Request, site: Here, speech: Spoken, form: Form) -> Response:
    store = site.holding.store
    links = f'<{_IRI}>; rel="canonical", {alternates("/ontology")}'

    def made() -> Answer:
        if form is HTML:
            text = page(request, speech, "ontology.html", iri=_IRI, **spoken(speech, {"held": terms_page(store)}))
            return Answer.of(HTML_TYPE, text.encode(), links=links)
        if form is TURTLE:  # as it was written, with its comments
            body = (folder("ontology") / "relgraph.ttl").read_bytes()
        else:
            body = serialise([line for line in ontology_nquads() if line.startswith(f"<{_IRI}")], form.suffix)
        return Answer.of(typed(form), body, links=links)

    return await kept_answer(request, site, speech, known_by(request, site, speech, {"lang"}, form), made)
