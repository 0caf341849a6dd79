"""The engine's types on one side, ours on the other; and its complaints in one readable line.

Owns the translation between pyoxigraph and `relgraph.store.terms`, for both stores.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from traceback import clear_frames

import pyoxigraph as ox

from relgraph.errors import QueryError, StoreError
from relgraph.store.protocol import Answer
from relgraph.store.terms import XSD_STRING, Blank, Iri, Literal, Table, Term

_POSITION = re.compile(r"error at (\d+):(\d+): ")
_CHARACTER_RANGES = re.compile(r",? ?\[['_][^\]]*\]")


def from_engine(node: object) -> Term | None:
    """Translate a cell of an answer; plain text has no datatype."""
    if node is None:
        return None
    if isinstance(node, ox.NamedNode):
        return Iri(node.value)
    if isinstance(node, ox.BlankNode):
        return Blank(node.value)
    if isinstance(node, ox.Literal):
        plain = node.language is not None or node.datatype.value == XSD_STRING
        return Literal(node.value, None if plain else node.datatype.value, node.language)
    raise QueryError("SPARQL", "answers with quoted triples are not supported")


def engine_error(location: object, error: OSError | RuntimeError) -> QueryError | StoreError:
    """Who is to blame for an answer that the engine could not give: who asks for a function that it has not, or it.

    >>> engine_error("store", RuntimeError("The custom function <http://a/f> is not supported"))
    QueryError('SPARQL: The custom function <http://a/f> is not supported')
    """
    clear_frames(error.__traceback__)  # answers in them may be let go of in this thread alone, errors go through others
    why = " ".join(str(error).split())
    if "custom function" in why or "custom aggregate" in why:
        return QueryError("SPARQL", why)
    return StoreError(location, f"cannot answer: {why}")


def graph_name(iri: str) -> ox.NamedNode:
    """Name of a graph.

    Raises:
        QueryError: it is no IRI.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise QueryError(iri, "is no IRI that a graph can be named by") from None


def answer_of(result: object, most: int | None = None, counted: int | None = None) -> Answer:
    """Read an answer of the engine; of a table, the rows after `most` are counted only, and no more than `counted`."""
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        rows = [tuple(from_engine(node) for node in solution) for solution in islice(result, most)]
        left = sum(1 for _ in (result if counted is None else islice(result, counted)))
        return Table(
            columns, rows, len(rows) + left if left else None, left == counted and next(result, None) is not None
        )
    if isinstance(result, ox.QueryTriples):
        return lines_of(result)
    raise QueryError("SPARQL", f"unknown form of answer {type(result).__name__}")


def texts_of(result: object) -> Iterator[dict[str, str | None]]:
    """Rows of a SELECT as plain text by column, as `Table.dicts` gives them, without a term of ours for each cell.

    Raises:
        QueryError: the answer is none of a SELECT, or holds a quoted triple.
    """
    if not isinstance(result, ox.QuerySolutions):
        raise QueryError("SPARQL", "a SELECT is needed here")
    columns = [variable.value for variable in result.variables]
    for solution in result:
        yield {name: _text(node) for name, node in zip(columns, solution, strict=True)}


def _text(node: object) -> str | None:
    if isinstance(node, (ox.NamedNode, ox.Literal)):
        return node.value
    return None if node is None else str(from_engine(node))


def lines_of(triples: Iterable[ox.Triple]) -> list[str]:
    """Sorted N-Triples lines, each once."""
    return sorted({f"{triple} ." for triple in triples})


def one_line(error: Exception) -> str:
    """What the engine complains of, in one line."""
    return " ".join(str(error.args[0] if error.args else error).split())


@contextmanager
def reading(location: object) -> Iterator[None]:
    """Within, quads of a place are read.

    Raises:
        StoreError: it cannot be read, or what it holds is malformed.
    """
    try:
        yield
    except SyntaxError as error:
        raise StoreError(location, f"is malformed: {one_line(error)}") from None
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(location, f"cannot be read: {error.strerror or error}") from error


def syntax_error(error: SyntaxError) -> QueryError:
    """Say where a query is malformed, without the engine's lists of every character it would have taken.

    >>> str(syntax_error(SyntaxError("error at 3:7: expected one of GRAPH, MINUS, [_]")))
    'SPARQL: line 3, column 7: expected one of GRAPH, MINUS'
    """
    why = one_line(error)
    place = _POSITION.search(why)
    why = _POSITION.sub(r"line \1, column \2: ", why)
    why = _CHARACTER_RANGES.sub("", why)
    told = why if len(why) <= 200 else f"{why[:200]} …"
    return QueryError("SPARQL", told, (int(place[1]), int(place[2])) if place else None)
