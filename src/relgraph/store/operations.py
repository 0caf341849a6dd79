"""The operations of an update, and the graphs that each is asked of.

The engine repeats a triple of several default graphs once for each graph that holds it, as with questions. So where an
operation has several, they are put together in a graph beside the others, for that operation alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from relgraph.errors import QueryError
from relgraph.store.guard import prefixes, prologue
from relgraph.store.lexing import Word, blank, outer
from relgraph.store.wanted import Dataset

_NEXT = "\n;\n"  # a line of its own, for a comment may end what stands before
_MERGED = "<urn:relgraph:merged-for-this-operation-alone>"


def asked_of(sparql: str, dataset: Dataset | None) -> str:
    """An update whose operations are asked of these graphs; without any, of those that it names itself.

    >>> asked_of("DELETE WHERE { ?s ?p ?o }", Dataset(("http://a/g",)))
    'DELETE { ?s ?p ?o } USING <http://a/g> WHERE { ?s ?p ?o }'

    Raises:
        QueryError: graphs are given, and the update names some itself.
    """
    return ";".join(_rewritten(text, dataset) for text in _operations(sparql))


def plain(sparql: str) -> tuple[str, dict[str, str]]:
    """An update that declares prefixes before its first operation alone, every word at its place, and the others'.

    The engine takes a PREFIX at no other place. Where one prefix means two things, the update stays as it is.

    >>> plain("CLEAR ALL; PREFIX a: <http://a/> CLEAR GRAPH a:g")
    ('CLEAR ALL;                       CLEAR GRAPH a:g', {'a': 'http://a/'})
    """
    first, *others = _operations(sparql)
    known = prefixes(first)
    rest: dict[str, str] = {}
    plained = [first]
    for operation in others:
        head = prologue(operation)
        own = prefixes(operation)
        if any((known | rest).get(name, iri) != iri for name, iri in own.items()) or "BASE" in head.upper():
            return sparql, {}
        rest |= own
        plained.append(blank(head) + operation[len(head) :])
    return ";".join(plained), rest


@dataclass(frozen=True, slots=True)
class _Using:
    """USING in an operation: where it stands, which graph it names, as it is written, and whether GRAPH sees it."""

    start: int
    end: int
    graph: str
    named: bool


def _operations(sparql: str) -> Iterator[str]:
    start = 0
    for word in outer(sparql):
        if word.says(";"):
            yield sparql[start : word.start]
            start = word.end
    yield sparql[start:]


def _rewritten(operation: str, dataset: Dataset | None) -> str:
    head = prologue(operation)
    found = [word for word in outer(operation) if word.start >= len(head)]
    first = found[0] if found else None
    if first is not None and first.says("CLEAR") and len(found) > 1 and found[1].says("GRAPH"):
        return f"{operation[: first.end]} SILENT{operation[first.end :]}"  # a graph that is not there is as empty
    if first is None or not first.says("INSERT", "DELETE", "WITH") or (len(found) > 1 and found[1].says("DATA")):
        return operation
    where = next((number for number, word in enumerate(found) if word.says("WHERE")), None)
    if where is None:
        return operation  # the engine says what is wrong
    using = list(_using(found[:where]))
    if dataset is None:
        default = [one.graph for one in using if not one.named]
        if len(default) < 2:
            return operation
        named = [one.graph for one in using if one.named]
    elif using or first.says("WITH"):
        raise QueryError("SPARQL", "an update that names graphs by USING or WITH takes none from using-graph-uri")
    else:
        default, named = ([f"<{name}>" for name in names] for names in (dataset.default, dataset.named))
    for one in reversed(using):
        operation = f"{operation[: one.start]} {operation[one.end :]}"
    return _put(operation, head, default, named)


def _using(found: list[Word]) -> Iterator[_Using]:
    for number, word in enumerate(found):
        rest = found[number + 1 : number + 3]
        if word.says("USING") and rest:
            named = rest[0].says("NAMED")
            graph = rest[-1] if named else rest[0]
            yield _Using(word.start, graph.end, graph.text, named)


def _put(operation: str, head: str, default: list[str], named: list[str]) -> str:
    """An operation with USING before WHERE; several default graphs are put together before it."""
    merged = len(default) > 1
    clauses = [*(f"USING {graph}" for graph in ([_MERGED] if merged else default))]
    clauses += [f"USING NAMED {graph}" for graph in named]
    where = next((word for word in outer(operation) if word.says("WHERE")), None)
    if where is None:  # what was read as a graph has held it
        return operation
    template = ""
    if operation[len(head) : where.start].split() == ["DELETE"]:  # its pattern is its template too
        template = f"{operation[where.end :].strip()} "
    told = f"{operation[: where.start]}{template}{' '.join(clauses)} {operation[where.start :]}"
    if not merged:
        return told
    drop = f"DROP SILENT GRAPH {_MERGED}"
    added = [f"ADD SILENT GRAPH {graph} TO GRAPH {_MERGED}" for graph in default]
    return _NEXT.join([f"{head}{drop}", *added, told[len(head) :], drop])
