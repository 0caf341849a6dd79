"""The store at an address: any server of the SPARQL 1.1 protocol, asked by POST.

Owns the transport.
"""

from collections.abc import Iterator, Mapping
from http.client import HTTPException
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from relgraph.errors import QueryError, StoreError
from relgraph.store.binding import bind
from relgraph.store.guard import check_question, query_form
from relgraph.store.oxigraph import answer_of, lines_of
from relgraph.store.protocol import Answer, Store
from relgraph.store.terms import Term
from relgraph.vocabulary import PREFIXES

_PREFIXES = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in PREFIXES.items())
_EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


class RemoteStore(Store):
    """A store that a server answers for; every prefix of `vocabulary.PREFIXES` is known to queries."""

    def __init__(self, location: str, *, timeout: int = 30) -> None:
        self.location = location
        self._timeout = timeout

    def query(
        self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None,
        counted: int | None = None,
    ) -> Answer:  # fmt: skip
        """Answer any query; see `Store.query`."""
        check_question(sparql)
        form = query_form(sparql)
        text = bind(sparql, bindings) if bindings else sparql
        graph = form in ("CONSTRUCT", "DESCRIBE")
        # On one line before the query, so that the server's line numbers stay right.
        body = self._post(f"{_PREFIXES} {text}", form or "SELECT", TURTLE if graph else JSON)
        try:
            if graph:
                return lines_of(quad.triple for quad in ox.parse(body, ox.RdfFormat.TURTLE, base_iri=self.location))
            return answer_of(ox.parse_query_results(body, ox.QueryResultsFormat.JSON), most, counted)
        except (SyntaxError, ValueError) as error:
            raise StoreError(self.location, f"answers with something that is no SPARQL result: {error}") from error

    def dump(self) -> Iterator[str]:
        """Give everything that is stored, as sorted N-Quads lines."""
        rows = self.select(_EVERYTHING).rows
        return iter(sorted({" ".join(term.n3() for term in row if term is not None) + " ." for row in rows}))

    def close(self) -> None:
        """Nothing to let go of: each question has its own connection."""

    def _post(self, sparql: str, form: str, accept: str) -> bytes:
        request = SPARQLWrapper(self.location, agent="relgraph")
        request.setMethod(POST)
        request.setReturnFormat(accept)
        request.setOnlyConneg(True)  # no format= parameters that servers may not know
        request.setTimeout(self._timeout)
        request.setQuery(sparql)
        request.queryType = form  # its own guess takes a word of a comment for an update, and sends it as one
        try:
            with request.query().response as response:
                return bytes(response.read())
        except (SPARQLWrapperException, HTTPError) as error:
            raise self._refusal(error) from error
        except TimeoutError as error:
            raise StoreError(self.location, f"did not answer within {self._timeout} seconds") from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            raise StoreError(self.location, f"cannot be asked: {getattr(error, 'reason', error)}") from error

    def _refusal(self, error: SPARQLWrapperException | HTTPError) -> QueryError | StoreError:
        """Say whether the query is to blame or the server, and let go of the connection."""
        response = error if isinstance(error, HTTPError) else error.__context__
        if isinstance(response, HTTPError):
            response.close()
        if isinstance(error, HTTPError):
            return StoreError(self.location, f"answers with HTTP status {error.code}")
        if isinstance(error, QueryBadFormed):
            return QueryError("SPARQL", f"refused by {self.location}: {_reason(error)}")
        return StoreError(self.location, f"cannot answer: {_reason(error)}")


def _reason(error: SPARQLWrapperException) -> str:
    """Reason the server gave, in one line of bearable length."""
    said = error.args[0] if error.args else error.msg
    text = said.decode("utf-8", errors="replace") if isinstance(said, bytes) else str(said)
    text = " ".join(text.replace("\\n", " ").split())
    return text if len(text) <= 300 else f"{text[:300]} …"
