"""Which graphs of a server questions are asked of, where its default graph is no graph of its own.

Many servers answer from all graphs at once where no graph is named (Virtuoso, GraphDB, Neptune, QLever); what releases
share stands there in a named graph that stands for the default one. Owns what a question must say to see the graphs
that it would see in a folder; nothing is asked here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relgraph.vocabulary import ONTOLOGY

_BASE = ONTOLOGY.removesuffix("ontology#")
DEFAULT = f"{_BASE}default"
"""Name of the graph that stands for the default one, and of the default graph where its digest is told."""
LOAD = f"{_BASE}load"
"""Name of the graph that tells what has been loaded."""


@dataclass(frozen=True)
class Standing:
    """How questions are asked: of everything as it is, unless a graph stands for the default one.

    `named` are the graphs that can be asked by `GRAPH`, for servers that keep to the protocol and would show none;
    where it is empty, the server shows all of them, as Virtuoso does (`relgraph.store.virtuoso`).
    """

    stands: bool = False
    named: tuple[str, ...] = ()

    @property
    def parameters(self) -> Mapping[str, Sequence[str]]:
        """Parameters of the protocol."""
        if not self.stands:
            return {}
        return {"default-graph-uri": (DEFAULT,), **({"named-graph-uri": self.named} if self.named else {})}

    @property
    def shows_all(self) -> bool:
        """Whether it is Virtuoso's way of standing."""
        return self.stands and not self.named
