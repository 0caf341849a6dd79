"""Opens a graph: of a store's folder, a build's, or a server; or of what was just read, in memory."""

from collections.abc import Iterable
from pathlib import Path

from relgraph.knowledge.graph import KnowledgeGraph
from relgraph.model import Extraction
from relgraph.store.embedded import memory_store
from relgraph.store.opening import open_store


def open_graph(location: str | Path = "build") -> KnowledgeGraph:
    """Open the graph of a build's folder, a store's folder, or the SPARQL endpoint at an http(s) address.

    Raises:
        StoreError: there is no store; an address is only tried when it is asked.
    """
    if "://" not in str(location):
        folder = Path(location)
        if not (folder / "CURRENT").exists() and (folder / "store").is_dir():
            location = folder / "store"
    return KnowledgeGraph(open_store(location))


def graph_of(extractions: Iterable[Extraction]) -> KnowledgeGraph:
    """The graph of what was read, in memory, with the ontology; gone when it is closed.

    Raises:
        DataError: two extractions are of one release.
    """
    from relgraph.graph.ontology import ontology_nquads
    from relgraph.graph.quads import nquads

    return KnowledgeGraph(memory_store([*ontology_nquads(), *nquads(extractions)]))
