"""The store at an address: any server of the SPARQL 1.1 protocol, asked and changed by POST.

Owns what is sent and how an answer is read; `relgraph.store.connection` owns the transport.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from time import monotonic

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE

from relgraph.errors import QueryError, StoreError
from relgraph.store import ledger, virtuoso
from relgraph.store.address import read_address
from relgraph.store.answering import write_answer
from relgraph.store.binding import bind
from relgraph.store.connection import Connection
from relgraph.store.dataset import lifted, put_in
from relgraph.store.guard import check_question, query_form
from relgraph.store.limiting import limited
from relgraph.store.oxigraph import answer_of, lines_of
from relgraph.store.protocol import Answer, Store
from relgraph.store.standing import DEFAULT, Standing
from relgraph.store.terms import Iri, Table, Term
from relgraph.store.wanted import Wanted, Written
from relgraph.vocabulary import PREFIXES

_PREFIXES = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in PREFIXES.items())
_BASE = re.compile(r"(?i) *BASE *<[^<>\s]*> *")
_UNNAMED = "SELECT ?s ?p ?o ?g { ?s ?p ?o }"
_EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
_EVERY = 5.0
"""Seconds between two looks at where the default graph stands, which a load may change."""


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
        text = bind(sparql, bindings) if bindings else sparql
        if not standing.shows_all:
            return self._answer(text, standing.parameters, most, counted)
        asked = virtuoso.question(text, bindings or {})
        return virtuoso.mended(self._answer(asked, standing.parameters, most, counted, head=virtuoso.HINT))

    def plainly(self, sparql: str) -> Table:
        """Answer a SELECT of ours from the server as it is, whatever stands for the default graph there."""
        answer = self._answer(sparql, {})
        assert isinstance(answer, Table)
        return answer

    def truth(self, sparql: str, parameters: Mapping[str, Sequence[str]], *, head: str = "") -> bool:
        """Answer an ASK of ours with parameters of the protocol, and words before its prefixes."""
        return self._answer(sparql, parameters, head=head) is True

    def forget(self) -> None:
        """Look anew at where the default graph stands before the next question."""
        self._looked = -_EVERY

    def _seen(self) -> Standing:
        if monotonic() - self._looked >= _EVERY:
            stands = ledger.stands(self)
            named = () if not stands or self._shows_all() else tuple(ledger.named(self))
            self._standing, self._looked = Standing(stands, named), monotonic()
        return self._standing

    def _shows_all(self) -> bool:
        """Whether `GRAPH` sees all graphs though only a default graph is asked of, as Virtuoso has it."""
        try:
            return self.truth(ledger.HELD, {"default-graph-uri": [DEFAULT]}, head=virtuoso.HINT)
        except QueryError:
            return False  # the hint is Virtuoso's own word

    def _answer(
        self, sparql: str, parameters: Mapping[str, Sequence[str]], most: int | None = None,
        counted: int | None = None, *, head: str = "",
    ) -> Answer:  # fmt: skip
        form = query_form(sparql)
        graph = form in ("CONSTRUCT", "DESCRIBE")
        # On one line before the query, so that the server's line numbers stay right.
        base = _BASE.match(sparql)
        stated = base.group() if base else ""  # Virtuoso takes it before all prefixes only
        text = f"{head}{stated}{_PREFIXES} {sparql[len(stated) :]}"
        body = self._connection.ask(text, form or "SELECT", TURTLE if graph else JSON, parameters)
        try:
            if graph:
                return lines_of(quad.triple for quad in ox.parse(body, ox.RdfFormat.TURTLE, base_iri=self.location))
            if head and form == "SELECT":
                body = virtuoso.mended_body(body)
            return answer_of(ox.parse_query_results(body, ox.QueryResultsFormat.JSON), most, counted)
        except (SyntaxError, ValueError, LookupError) as error:
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
            standing = self._seen()
            loaded = self.plainly(ledger.EVERYTHING)
            rows = virtuoso.as_loaded(loaded).rows if standing.shows_all else loaded.rows
            if not standing.stands:
                rows += self.plainly(_UNNAMED).rows
        else:
            rows = self.select(_EVERYTHING).rows
        default = Iri(DEFAULT)
        quads = ([term for term in row if term not in (None, default)] for row in rows)
        return iter(sorted({" ".join(term.n3() for term in quad) + " ." for quad in quads}))

    def close(self) -> None:
        """Nothing to let go of: each question has its own connection."""
