"""The store in a folder or in memory: Oxigraph, in this process.

Reading opens the current generation read-only, so any number of processes may read while one writes the next.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, TypeVar, cast

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.store.answering import write_result
from relgraph.store.answers import Answers
from relgraph.store.binding import bind
from relgraph.store.block import Fill, Writer
from relgraph.store.dataset import lifted, source
from relgraph.store.generations import current_generation
from relgraph.store.guard import admitted_question
from relgraph.store.limiting import limited
from relgraph.store.listing import Things, listed
from relgraph.store.oxigraph import answer_of, engine_error, one_line, syntax_error, texts_of
from relgraph.store.protocol import Answer, Store
from relgraph.store.sorting import in_order
from relgraph.store.terms import Table, Term
from relgraph.store.wanted import Wanted, Written

T = TypeVar("T")


class EmbeddedStore(Store):
    """A store that Oxigraph answers in this process; every prefix of `vocabulary.PREFIXES` is known to queries."""

    def __init__(self, location: str, engine: ox.Store, answers: Answers | None = None) -> None:
        self.location = location
        self._engine: ox.Store | None = engine
        self._answers = answers

    def query(
        self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None,
        counted: int | None = None,
    ) -> Answer:  # fmt: skip
        """Answer any query; see `Store.query`."""
        text = bind(sparql, bindings) if bindings else sparql
        return self._asked(text, lambda result: answer_of(result, most, counted))

    def write(self, sparql: str, wanted: Wanted) -> Written:
        """The answer as bytes; see `Store.write`."""
        text, named = lifted(admitted_question(sparql), wanted.base)
        asked_of = source(self._open(), wanted.dataset or named)

        def answer(text: str) -> Written:
            return write_result(asked_of.query(text, wanted.base), wanted)

        try:
            try:
                return answer(limited(text, wanted.most + 1))
            except SyntaxError:
                return answer(text)  # it is malformed itself, which is told of its own places
        except SyntaxError as error:
            raise syntax_error(error) from None
        except (OSError, RuntimeError) as error:
            raise engine_error(self.location, error) from error

    def rows(self, sparql: str, things: Things | None = None) -> Iterator[dict[str, str | None]]:
        """Rows of a SELECT as plain text by column; see `Store.rows`."""
        return iter(self._asked(sparql, lambda result: list(texts_of(result)), things))

    def kept(self, sparql: str, bindings: Mapping[str, Term] | None = None, most: int | None = None) -> Table:
        """Answer a SELECT, of a store on disk at once where it was asked before; see `Store.kept`."""
        if self._answers is None:
            return self.select(sparql, bindings, most)
        return self._answers.recalled(sparql, bindings, most, lambda: self.select(sparql, bindings, most))

    def _asked(self, sparql: str, read: Callable[[object], T], things: Things | None = None) -> T:
        """What `read` makes of the engine's answer, read to its end."""
        admitted = admitted_question(sparql)
        try:
            text, named = lifted(admitted, None)
            return read(source(self._open(), named).query(listed(text, things or {}), None))
        except SyntaxError as error:
            raise syntax_error(error) from None
        except (OSError, RuntimeError) as error:
            raise engine_error(self.location, error) from error

    def dump(self) -> Iterator[str]:
        """Give everything that is stored, as sorted N-Quads lines."""
        return in_order(f"{quad} ." for quad in self._open())

    def graph(self, name: str) -> Iterator[str]:
        """Give the lines of a named graph in order, by its IRI."""
        quads = self._open().quads_for_pattern(None, None, None, ox.NamedNode(name))
        return in_order(f"{quad} ." for quad in quads)

    def shared(self, subject: str, predicate: str | None = None, value: str | None = None) -> list[str]:
        """Lines of the default graph about a subject, by IRIs; of one predicate alone, or with one value."""
        about, what, to = (None if name is None else ox.NamedNode(name) for name in (subject, predicate, value))
        return [f"{quad} ." for quad in self._open().quads_for_pattern(about, what, to, ox.DefaultGraph())]

    def sharing(self, predicate: str, value: str) -> list[str]:
        """IRIs of what has a value of a predicate in the default graph."""
        quads = self._open().quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value), ox.DefaultGraph())
        return [quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)]

    def graphs(self) -> Iterator[tuple[str, Iterator[str]]]:
        """Give the lines of each graph in order, with its name; the default graph first, its name empty."""
        engine = self._open()
        yield "", in_order(f"{quad} ." for quad in engine.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        for graph in sorted(engine.named_graphs(), key=str):
            yield str(graph), in_order(f"{quad} ." for quad in engine.quads_for_pattern(None, None, None, graph))

    def fills(self) -> Iterator[tuple[str, Fill]]:
        """Name of each graph, empty for the default graph, which comes first, and what writes its triples to a file."""
        engine = self._open()
        yield "", partial(_write_triples, engine, ox.DefaultGraph())
        for graph in sorted(engine.named_graphs(), key=lambda graph: graph.value):
            yield str(graph), partial(_write_triples, engine, graph)

    def close(self) -> None:
        """Let go of the files."""
        self._engine = None

    def _open(self) -> ox.Store:
        if self._engine is None:
            raise StoreError(self.location, "is closed")
        return self._engine


def _write_triples(engine: ox.Store, graph: ox.DefaultGraph | ox.NamedNode | ox.BlankNode, file: Writer) -> None:
    engine.dump(cast(IO[bytes], file), ox.RdfFormat.N_TRIPLES, from_graph=graph)


def open_embedded(folder: Path) -> EmbeddedStore:
    """Open the current generation of a folder, read-only.

    Raises:
        StoreError: the folder is missing, foreign or damaged.
    """
    generation = current_generation(folder)
    try:
        return EmbeddedStore(str(folder), ox.Store.read_only(str(generation)), Answers(generation))
    except (OSError, RuntimeError) as error:
        # A writer may have replaced and removed the generation between the two lines above.
        if current_generation(folder) != generation:
            return open_embedded(folder)
        raise StoreError(folder, f"is damaged: {one_line(error)}") from error


def engine_version() -> str:
    """Version of Oxigraph, whose files another version may not read."""
    return f"Oxigraph {ox.__version__}"


def memory_store(nquads: Iterable[str]) -> EmbeddedStore:
    """Make a store in memory, for tests and for graphs that are not kept.

    >>> with memory_store(["<http://a/s> <http://a/p> <http://a/o> ."]) as store:
    ...     store.ask("ASK { ?s ?p <http://a/o> }")
    True
    """
    engine = ox.Store()
    try:
        engine.bulk_load("\n".join(nquads).encode(), ox.RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise StoreError("memory", f"no N-Quads: {one_line(error)}") from None
    return EmbeddedStore("memory", engine)


def is_whole(generation: Path) -> bool:
    """Whether a generation can be opened, for which the engine looks at the size of each of its files."""
    if not generation.is_dir():
        return False
    try:
        next(iter(ox.Store.read_only(str(generation))), None)
    except (OSError, RuntimeError):
        return False  # damaged: it is written anew
    return True
