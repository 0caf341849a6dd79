"""What is wanted of an answer, and what comes of it, as plain values: graphs, formats, how much."""

from dataclasses import dataclass

from relgraph.store.terms import Iri


@dataclass(frozen=True, slots=True)
class Dataset:
    """Graphs by name: those whose merge is the default graph, and those that GRAPH sees.

    Raises:
        QueryError: a name is no absolute IRI.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in (*self.default, *self.named):
            Iri(name)

    def clauses(self) -> str:
        """The same in the words of SPARQL."""
        default = [f"FROM <{name}>" for name in self.default]
        return " ".join([*default, *(f"FROM NAMED <{name}>" for name in self.named)])


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is wanted: formats of tables and of graphs, how many rows or triples, where relative IRIs begin."""

    table: str | None = "json"
    graph: str | None = "ttl"
    most: int = 100_000
    base: str | None = None
    dataset: Dataset | None = None
    """The graphs that count, whatever the text of the question says."""
    note: str = ""
    """An address that tells why an answer was cut."""


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as bytes, the format that they are in, and whether there is more than was wanted."""

    body: bytes
    format: str
    cut: bool = False
    is_graph: bool = False
