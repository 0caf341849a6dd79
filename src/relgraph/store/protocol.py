"""What every store can do, whichever engine answers.

Owns the seam only. A store answers questions; a folder is written by `relgraph.store.drafting` alone.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Protocol, Self

from relgraph.errors import QueryError
from relgraph.store.listing import Things, listed
from relgraph.store.terms import Table, Term
from relgraph.store.wanted import Wanted, Written

Answer = Table | bool | list[str]


class Store(Protocol):
    """A graph that answers SPARQL: the default graph holds what releases share, a named graph each release.

    `bindings` give values to variables of the query, names without `?`; they are bound as terms, never pasted
    as text. `relgraph.store.binding` says where in a query a bound variable is seen.
    """

    location: str

    @abstractmethod
    def query(
        self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None,
        counted: int | None = None,
    ) -> Answer:  # fmt: skip
        """Answer any query: a table for SELECT, a truth value for ASK, sorted N-Triples lines for CONSTRUCT.

        Of a table with more than `most` rows the first are given, and `Table.total` says how many there are; the
        others are counted up to `counted`, where `Table.more` says that there are more.

        Raises:
            QueryError: the query is malformed, an update, or calls another server.
            StoreError: the store cannot answer.
        """

    @abstractmethod
    def write(self, sparql: str, wanted: Wanted) -> Written:
        """The answer to any query as bytes in a format of SPARQL, of the graphs that are wanted.

        Raises:
            QueryError: the query is malformed, an update, calls another server, or its answer has no wanted format.
            StoreError: the store cannot answer.
        """

    @abstractmethod
    def dump(self) -> Iterator[str]:
        """Give everything that is stored, as sorted N-Quads lines."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; the store answers no more."""

    def select(self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None) -> Table:
        """Answer a SELECT; a QueryError if it is another form of query."""
        answer = self.query(sparql, bindings, most)
        if not isinstance(answer, Table):
            raise QueryError("SPARQL", "a SELECT is needed here")
        return answer

    def kept(self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None) -> Table:
        """Answer a SELECT as `select` does, at once where a store that never changes has kept the answer."""
        return self.select(sparql, bindings, most)

    def rows(self, sparql: str, things: Things | None = None) -> Iterator[dict[str, str | None]]:
        """Rows of a SELECT as plain text by column; where many are read, in half the time of `select`.

        It is asked of these things alone where it has a comment for them; see `relgraph.store.listing`.
        """
        return self.select(listed(sparql, things or {})).dicts()

    def ask(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> bool:
        """Answer an ASK; a QueryError if it is another form of query."""
        answer = self.query(sparql, bindings)
        if not isinstance(answer, bool):
            raise QueryError("SPARQL", "an ASK is needed here")
        return answer

    def construct(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> list[str]:
        """Answer a CONSTRUCT or DESCRIBE; a QueryError if it is another form of query."""
        answer = self.query(sparql, bindings)
        if not isinstance(answer, list):
            raise QueryError("SPARQL", "a CONSTRUCT is needed here")
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
