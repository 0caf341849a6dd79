"""Which graphs a question is asked of: those that the protocol names, or FROM and FROM NAMED in its text.

The engine repeats a triple of the default graph once for each graph that holds it, so that counts come out too large;
where the default graph is made of several graphs, they are merged in memory, and the question is asked of that.
"""

from dataclasses import dataclass

import pyoxigraph as ox

from relgraph.store.columns import spelt, star
from relgraph.store.guard import prologue
from relgraph.store.lexing import Word, blank, outer
from relgraph.store.oxigraph import graph_name
from relgraph.store.wanted import Dataset
from relgraph.vocabulary import PREFIXES

_BEHIND = ("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
"""Words that stand behind the graphs a question is asked of."""


def lifted(sparql: str, base: str | None) -> tuple[str, Dataset | None]:
    """A question without FROM, every word at its place, and the graphs that it named so; nothing where it named none.

    >>> lifted("SELECT * FROM <http://a/g> FROM NAMED <h> {}", "http://a/")
    ('SELECT *                                  {}', Dataset(default=('http://a/g',), named=('http://a/h',)))
    """
    if "FROM" not in sparql.upper():
        return sparql, None
    found = outer(sparql)
    spans: list[tuple[int, int]] = []
    graphs: list[tuple[bool, str]] = []
    for number, word in enumerate(found):
        rest = found[number + 1 : number + 3]
        if word.says("FROM") and rest:
            named = rest[0].says("NAMED")
            graph = rest[-1] if named else rest[0]
            if graph.kind in ("iri", "name"):
                spans.append((word.start, graph.end))
                graphs.append((named, graph.text))
    if not graphs:
        return sparql, None
    try:
        iris = _resolved(sparql, [text for _, text in graphs], base)
    except SyntaxError:
        return sparql, None  # the engine says of the whole what is wrong
    for start, end in spans:
        sparql = f"{sparql[:start]}{blank(sparql[start:end])}{sparql[end:]}"
    told = list(zip(graphs, iris, strict=True))
    return sparql, Dataset(
        tuple(dict.fromkeys(iri for (named, _), iri in told if not named)),
        tuple(dict.fromkeys(iri for (named, _), iri in told if named)),
    )


def put_in(sparql: str, dataset: Dataset) -> str:
    """A question without FROM, asked of these graphs by its text.

    >>> put_in("SELECT * WHERE {}", Dataset(("http://a/g",)))
    'SELECT * FROM <http://a/g> WHERE {}'
    """
    place = _place(outer(sparql), len(sparql))
    return f"{sparql[:place].rstrip()} {dataset.clauses()} {sparql[place:]}"


@dataclass(frozen=True, slots=True)
class Source:
    """What the engine is asked of; nothing means the graphs that a question has without any word on them."""

    engine: ox.Store
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None
    named: list[ox.NamedNode | ox.BlankNode] | None = None

    def query(self, sparql: str, base: str | None) -> object:
        """The engine's answer, its columns in the order of the question."""
        place = star(sparql)
        if place is not None:
            sparql = spelt(sparql, place, _columns(sparql, base))
        return self.engine.query(
            sparql, base_iri=base, prefixes=PREFIXES, default_graph=self.default, named_graphs=self.named
        )


def source(engine: ox.Store, dataset: Dataset | None) -> Source:
    """What a question about these graphs is put to."""
    if dataset is None:
        return Source(engine)
    if len(dataset.default) < 2:
        return Source(engine, [*map(graph_name, dataset.default)], [*map(graph_name, dataset.named)])
    merged = ox.Store()
    for graph in map(graph_name, dataset.default):
        found = engine.quads_for_pattern(None, None, None, graph)
        merged.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found)
    for graph in map(graph_name, dataset.named):
        merged.bulk_extend(engine.quads_for_pattern(None, None, None, graph))
    return Source(merged, None, [*map(graph_name, dataset.named)])


def _columns(sparql: str, base: str | None) -> list[str]:
    """Columns of a question; an empty store tells them at once, and the other may have sorted all its rows before."""
    answer = ox.Store().query(sparql, base_iri=base, prefixes=PREFIXES)
    return [variable.value for variable in answer.variables] if isinstance(answer, ox.QuerySolutions) else []


def _resolved(sparql: str, names: list[str], base: str | None) -> list[str]:
    """Names as the engine resolves them behind the same BASE and PREFIX."""
    text = f"{prologue(sparql)} SELECT ?g {{ VALUES ?g {{ {' '.join(names)} }} }}"
    rows = ox.Store().query(text, base_iri=base, prefixes=PREFIXES)
    assert isinstance(rows, ox.QuerySolutions)
    return [row[0].value for row in rows if isinstance(row[0], ox.NamedNode)]


def _place(found: list[Word], end: int) -> int:
    """Where the graphs are named: before WHERE, or the group that stands for it, or what comes behind."""
    previous: Word | None = None
    for word in found:
        template = previous is not None and previous.says("CONSTRUCT")
        if word.says(*_BEHIND) or (word.says("{") and not template):
            return word.start
        previous = word
    return end
