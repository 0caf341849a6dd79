"""In which form an answer of SPARQL is given: by `format` or `output` in the address, else as the client prefers.

Owns the choice only; `relgraph.store.answering` writes. The suffix of a form is the name of its format there.
"""

from dataclasses import dataclass

from relgraph.errors import QueryError
from relgraph.web.negotiation import HTML, JSONLD, NTRIPLES, TURTLE, Form, best

JSON = Form("json", "application/sparql-results+json", ("application/json",))
XML = Form("xml", "application/sparql-results+xml", ("application/xml", "text/xml"))
CSV = Form("csv", "text/csv")
TSV = Form("tsv", "text/tab-separated-values", ("text/tsv",))
TABLES = (JSON, XML, CSV, TSV)
"""Forms of tables and of yes or no, the one that is given to whoever takes all of them first."""

RDFXML = Form("xml", "application/rdf+xml", ("application/xml", "text/xml"))
TRIG = Form("trig", "application/trig", ("application/x-trig",))
NQUADS = Form("nq", "application/n-quads", ("text/x-nquads",))
GRAPHS = (TURTLE, NTRIPLES, RDFXML, JSONLD, TRIG, NQUADS)
"""Forms of graphs."""

_TABLE_NAMES = {"json": JSON, "xml": XML, "csv": CSV, "tsv": TSV}
_GRAPH_NAMES = {
    "ttl": TURTLE, "turtle": TURTLE, "n3": TURTLE, "nt": NTRIPLES, "n-triples": NTRIPLES, "ntriples": NTRIPLES,
    "rdf": RDFXML, "rdfxml": RDFXML, "rdf+xml": RDFXML, "xml": RDFXML, "jsonld": JSONLD, "json-ld": JSONLD,
    "json": JSONLD, "trig": TRIG, "nq": NQUADS, "n-quads": NQUADS, "nquads": NQUADS,
}  # fmt: skip
_TEXTS = (CSV, TSV, TURTLE, NTRIPLES, TRIG, NQUADS)
NAMES = tuple(sorted({*_TABLE_NAMES, *_GRAPH_NAMES, "html"}))
"""What `format` takes beside media types."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Forms of an answer of either kind; nothing where the client takes none. `page`: it would rather have a page."""

    table: Form | None
    graph: Form | None
    page: bool = False


def choose(accept: str, named: str = "", *, graph: bool = False) -> Choice:
    """The forms of an answer for an Accept header, or for what `format` names; `graph`: it will be a graph.

    >>> choose("application/sparql-results+xml, */*;q=0.1").table.suffix, choose("text/html").page
    ('xml', True)
    >>> choose("*/*", "turtle").graph.suffix
    'ttl'

    Raises:
        QueryError: `format` names no form.
    """
    if named == "html":
        return Choice(None, None, page=True)
    if named in _TABLE_NAMES or named in _GRAPH_NAMES:
        return Choice(_TABLE_NAMES.get(named), _GRAPH_NAMES.get(named))
    if named:  # a media type, as some clients write it here; + is a blank in an address
        chosen = Choice(best(named.replace(" ", "+"), TABLES), best(named.replace(" ", "+"), GRAPHS))
        if "/" not in named or chosen == Choice(None, None):
            raise QueryError(named[:100], f"is no format; there are {', '.join(NAMES)}")
        return chosen
    if best(accept, (*(GRAPHS if graph else TABLES), HTML)) is HTML:
        return Choice(None, None, page=True)
    return Choice(best(accept, TABLES), best(accept, GRAPHS))


def typed(form: Form) -> str:
    """Media type as a form is sent."""
    return f"{form.media_type}; charset=utf-8" if form in _TEXTS else form.media_type


def form_of(format_: str, is_graph: bool) -> Form:
    """The form of an answer that was written in a format."""
    return next(form for form in (GRAPHS if is_graph else TABLES) if form.suffix == format_)
