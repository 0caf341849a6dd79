"""The store at an address: any server of the SPARQL 1.1 protocol, asked and changed by POST.

Owns what is sent and how an answer is read; `relgraph.store.connection` owns the transport.
"""

from collections.abc import Iterator, Mapping, Sequence
from time import monotonic

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE

from relgraph.errors import StoreError
from relgraph.store import ledger
from relgraph.store.address import read_address
from relgraph.store.answering import write_answer
from relgraph.store.binding import bind
from relgraph.store.connection import Connection
from relgraph.store.dataset import lifted, put_in
from relgraph.store.guard import check_question, query_form
from relgraph.store.limiting import limited
from relgraph.store.oxigraph import answer_of, lines_of
from relgraph.store.protocol import Answer, Store
from relgraph.store.standing import DEFAULT, HELPER, Standing
from relgraph.store.terms import Iri, Literal, Table, Term
from relgraph.store.wanted import Wanted, Written
from relgraph.vocabulary import PREFIXES

_PREFIXES = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in PREFIXES.items())
_UNNAMED = "SELECT ?s ?p ?o ?g { ?s ?p ?o }"
_EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
_EVERY = 5.0
"""Seconds between two looks at where the default graph stands, which a load may change."""
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_TRUTH = {"1": "true", "0": "false"}
"""How Virtuoso writes booleans, and how everybody else does."""


class RemoteStore(Store):
    """A store that a server answers for; every prefix of `vocabulary.PREFIXES` is known to queries."""

    def __init__(self, location: str, *, pause: float | None = None) -> None:
        """Know a server; credentials and time limits come from `location` and the environment (`store.address`).

        Raises:
            StoreError: `location` is no address, or the environment contradicts itself.
        """
        self._connection = Connection(read_address(location), pause=pause)
        self.location = self._connection.address.questions
        self._standing = Standing()
        self._looked = -_EVERY

    def query(
        self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None,
        counted: int | None = None,
    ) -> Answer:  # fmt: skip
        """Answer any query; see `Store.query`."""
        check_question(sparql)
        # A question that names its graphs itself is asked of these alone
        standing = self._seen() if lifted(sparql, None)[1] is None else Standing()
        text = standing.text(bind(sparql, bindings) if bindings else sparql)
        answer = self._answer(text, standing.parameters, most, counted)
        if isinstance(answer, Table) and any(name.startswith(HELPER) for name in answer.columns):
            return answer.keep(tuple(name for name in answer.columns if not name.startswith(HELPER)))
        return answer

    def plainly(self, sparql: str) -> Table:
        """Answer a SELECT of ours from the server as it is, whatever stands for the default graph there."""
        answer = self._answer(sparql, {})
        assert isinstance(answer, Table)
        return answer

    def truth(self, sparql: str, parameters: Mapping[str, Sequence[str]]) -> bool:
        """Answer an ASK of ours with parameters of the protocol."""
        return self._answer(sparql, parameters) is True

    def forget(self) -> None:
        """Look anew at where the default graph stands before the next question."""
        self._looked = -_EVERY

    def _seen(self) -> Standing:
        if monotonic() - self._looked >= _EVERY:
            stands = ledger.stands(self)
            named = () if not stands or ledger.shows_all(self) else tuple(ledger.named(self))
            self._standing, self._looked = Standing(stands, named), monotonic()
        return self._standing

    def _answer(
        self, sparql: str, parameters: Mapping[str, Sequence[str]], most: int | None = None, counted: int | None = None
    ) -> Answer:
        form = query_form(sparql)
        graph = form in ("CONSTRUCT", "DESCRIBE")
        # On one line before the query, so that the server's line numbers stay right.
        text = f"{_PREFIXES} {sparql}"
        body = self._connection.ask(text, form or "SELECT", TURTLE if graph else JSON, parameters)
        try:
            if graph:
                return lines_of(quad.triple for quad in ox.parse(body, ox.RdfFormat.TURTLE, base_iri=self.location))
            return _read(answer_of(ox.parse_query_results(body, ox.QueryResultsFormat.JSON), most, counted))
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
        """Give everything that was loaded, or where nothing ever was, everything, as sorted N-Quads lines."""
        if ledger.read_ledger(self).stands is not None:
            rows = self.plainly(ledger.EVERYTHING).rows
            if not self._seen().stands:
                rows += self.plainly(_UNNAMED).rows
        else:
            rows = self.select(_EVERYTHING).rows
        default = Iri(DEFAULT)
        quads = ([term for term in row if term not in (None, default)] for row in rows)
        return iter(sorted({" ".join(term.n3() for term in quad) + " ." for quad in quads}))

    def close(self) -> None:
        """Nothing to let go of: each question has its own connection."""


def _read(answer: Answer) -> Answer:
    """The answer with booleans as everybody writes them."""
    if not isinstance(answer, Table):
        return answer
    answer.rows[:] = [tuple(map(_canonical, row)) for row in answer.rows]
    return answer


def _canonical(term: Term | None) -> Term | None:
    if isinstance(term, Literal) and term.datatype == _BOOLEAN and term.value in _TRUTH:
        return Literal(_TRUTH[term.value], _BOOLEAN)
    return term
