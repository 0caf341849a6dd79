"""The ontology at its address and at that of its version: as a page, as RDF, and the files that go with it."""

from fastapi import APIRouter, Request, Response
from markupsafe import Markup
from starlette.exceptions import HTTPException

from relgraph.documenting.pages import FILES, documentation
from relgraph.graph.ontology import ontology_nquads, ontology_version
from relgraph.resources import folder
from relgraph.store.serialise import serialise
from relgraph.vocabulary import ONTOLOGY
from relgraph.web.keeping import HTML_TYPE, kept_answer, known_by
from relgraph.web.linked import alternates
from relgraph.web.negotiation import FORMS, HTML, JSONLD, TURTLE, Form, preferred, typed
from relgraph.web.rendering import page
from relgraph.web.shelf import Answer
from relgraph.web.site import Here
from relgraph.web.speech import Spoken

router = APIRouter()
_IRI = ONTOLOGY.rstrip("#")
_TYPES = {
    "ttl": TURTLE.media_type, "jsonld": JSONLD.media_type, "rq": "application/sparql-query",
    "tsv": "text/tab-separated-values",
}  # fmt: skip


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


@router.api_route("/ontology/{name}", methods=["GET", "HEAD"], include_in_schema=False)
async def beside(request: Request, name: str, site: Here, speech: Spoken) -> Response:
    """A file of the ontology, which any page may load, or the ontology at the address of its version."""
    if name == ontology_version():
        return await ontology(request, site, speech)
    if name not in FILES:
        raise HTTPException(404)
    return _file(name)


@router.api_route("/ontology/{version}/{name}", methods=["GET", "HEAD"], include_in_schema=False)
def of_version(version: str, name: str) -> Response:
    """A file of the ontology at the address of its version."""
    if version != ontology_version() or name not in FILES:
        raise HTTPException(404)
    return _file(name)


@router.api_route("/derivation", methods=["GET", "HEAD"], include_in_schema=False)
def derivation() -> Response:
    """The axioms by which direct properties follow, at their own address."""
    return _file("derivation.ttl")


def _file(name: str) -> Response:
    body = (folder("ontology") / name).read_bytes()
    kind = _TYPES[name.rpartition(".")[2]]
    return Response(body, media_type=kind)


async def _given(request: Request, site: Here, speech: Spoken, form: Form) -> Response:
    links = f'<{_IRI}>; rel="canonical", {alternates("/ontology")}'

    def made() -> Answer:
        if form is HTML:
            told = Markup(documentation(speech.language, beside="/ontology/", framed=True))  # escaped where it is made
            text = page(request, speech, "ontology.html", iri=_IRI, told=told)
            return Answer.of(HTML_TYPE, text.encode(), links=links)
        if form is TURTLE:  # as it was written, with its comments
            body = (folder("ontology") / "relgraph.ttl").read_bytes()
        else:
            body = serialise([line for line in ontology_nquads() if line.startswith(f"<{_IRI}")], form.suffix)
        return Answer.of(typed(form), body, links=links)

    return await kept_answer(request, site, speech, known_by(request, site, speech, {"lang"}, form), made)
