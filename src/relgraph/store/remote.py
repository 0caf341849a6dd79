"""The store at an address: any server of the SPARQL 1.1 protocol, asked and changed by POST.

Owns what is sent and how an answer is read; `relgraph.store.connection` owns the transport.
"""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE

from relgraph.errors import StoreError
from relgraph.store.address import read_address
from relgraph.store.answering import write_answer
from relgraph.store.binding import bind
from relgraph.store.connection import PAUSE, Connection
from relgraph.store.dataset import lifted, put_in
from relgraph.store.guard import check_question, query_form
from relgraph.store.limiting import limited
from relgraph.store.oxigraph import answer_of, lines_of
from relgraph.store.protocol import Answer, Store
from relgraph.store.terms import Term
from relgraph.store.wanted import Wanted, Written
from relgraph.vocabulary import PREFIXES

_PREFIXES = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in PREFIXES.items())
_EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


class RemoteStore(Store):
    """A store that a server answers for; every prefix of `vocabulary.PREFIXES` is known to queries."""

    def __init__(self, location: str, *, pause: float = PAUSE) -> None:
        """Know a server; credentials and time limits come from `location` and the environment (`store.address`).

        Raises:
            StoreError: `location` is no address, or the environment contradicts itself.
        """
        self._connection = Connection(read_address(location), pause=pause)
        self.location = self._connection.address.questions

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
        body = self._connection.ask(f"{_PREFIXES} {text}", form or "SELECT", TURTLE if graph else JSON, {})
        try:
            if graph:
                return lines_of(quad.triple for quad in ox.parse(body, ox.RdfFormat.TURTLE, base_iri=self.location))
            return answer_of(ox.parse_query_results(body, ox.QueryResultsFormat.JSON), most, counted)
        except (SyntaxError, ValueError) as error:
            raise StoreError(self.location, f"answers with something that is no SPARQL result: {error}") from error

    def update(self, sparql: str, *, again: bool = False) -> None:
        """Change what the server holds, by SPARQL 1.1 Update; every prefix of `vocabulary.PREFIXES` is known.

        `again` says that doing it twice does no harm; else it is not tried again once it may have been done.

        Raises:
            QueryError: the server takes the update for malformed.
            StoreError: the server cannot be reached, takes no updates, or not these.
        """
        self._connection.update(f"{_PREFIXES} {sparql}", again=again)

    def write(self, sparql: str, wanted: Wanted) -> Written:
        """The answer as bytes; see `Store.write`."""
        text, named = lifted(sparql, wanted.base)
        dataset = wanted.dataset or named
        asked = limited(put_in(text, dataset) if dataset is not None else text, wanted.most + 1)
        return write_answer(self.query(f"BASE <{wanted.base}> {asked}" if wanted.base else asked), wanted)

    def dump(self) -> Iterator[str]:
        """Give everything that is stored, as sorted N-Quads lines."""
        rows = self.select(_EVERYTHING).rows
        return iter(sorted({" ".join(term.n3() for term in row if term is not None) + " ." for row in rows}))

    def close(self) -> None:
        """Nothing to let go of: each question has its own connection."""
