"""Which graphs of a server questions are asked of, where its default graph is no graph of its own.

Many servers answer from all graphs at once where no graph is named (Virtuoso, GraphDB, Neptune, QLever); what releases
share stands there in a named graph that stands for the default one. Owns what a question must say to see the graphs
that it would see in a folder; nothing is asked here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from relgraph.store.lexing import Word, words
from relgraph.vocabulary import ONTOLOGY

_BASE = ONTOLOGY.removesuffix("ontology#")
DEFAULT = f"{_BASE}default"
"""Name of the graph that stands for the default one, and of the default graph where its digest is told."""
LOAD = f"{_BASE}load"
"""Name of the graph that tells what has been loaded."""
HELPER = "relgraph_graph_"
"""What the variables begin with that stand for graphs named in a question."""
_HIDDEN = f"<{DEFAULT}>, <{LOAD}>"


@dataclass(frozen=True)
class Standing:
    """How questions are asked: of everything as it is, unless a graph stands for the default one.

    `named` are the graphs that can be asked by `GRAPH`, for servers that keep to the protocol and would show none;
    where it is empty, the server shows all of them, and the one that stands for the default one must be left out.
    """

    stands: bool = False
    named: tuple[str, ...] = ()

    @property
    def parameters(self) -> Mapping[str, Sequence[str]]:
        """Parameters of the protocol."""
        if not self.stands:
            return {}
        return {"default-graph-uri": (DEFAULT,), **({"named-graph-uri": self.named} if self.named else {})}

    def text(self, sparql: str) -> str:
        """The question as it has to be sent."""
        return without_default(sparql) if self.stands and not self.named else sparql


def without_default(sparql: str) -> str:
    """Give a question whose `GRAPH ?g` is none of our own graphs beside the releases', and whose `GRAPH <iri>` is seen.

    Virtuoso shows no graph that is named in the question unless the protocol names it too, and then no other.

    >>> without_default("ASK { GRAPH id:a { ?s a ?type } ?s ?p ?o }")
    'ASK { GRAPH ?relgraph_graph_0 { ?s a ?type } FILTER(?relgraph_graph_0 = id:a) ?s ?p ?o }'
    """
    edits: list[tuple[int, int, str]] = []
    for number, (name, end) in enumerate(_graphs(sparql)):
        if name.kind == "variable":
            edits.append((end, end, f" FILTER({name.text} NOT IN ({_HIDDEN}))"))
        else:
            variable = f"?{HELPER}{number}"
            edits.append((name.start, name.end, variable))
            edits.append((end, end, f" FILTER({variable} = {name.text})"))
    for start, end, text in sorted(edits, reverse=True):
        sparql = sparql[:start] + text + sparql[end:]
    return sparql


def _graphs(sparql: str) -> Iterator[tuple[Word, int]]:
    """What a `GRAPH` names, and the end of its group."""
    found = list(words(sparql))
    for number, (word, name, brace) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        if word.says("GRAPH") and name.kind in ("variable", "iri", "name") and brace.says("{"):
            closing = (other for other in found[number + 3 :] if other.says("}") and other.depth == brace.depth)
            yield name, next(closing, found[-1]).end  # malformed without one, as the server will say
