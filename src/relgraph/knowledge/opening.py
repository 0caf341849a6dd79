"""Opens a graph: of a store's folder, a build's, a server, or of what was just read; and what builds have changed."""

from collections.abc import Iterable
from pathlib import Path

from relgraph.difference.chain import Chain, changes_folder
from relgraph.knowledge.graph import KnowledgeGraph
from relgraph.model import Extraction
from relgraph.store.embedded import memory_store
from relgraph.store.opening import open_store


def open_graph(location: str | Path = "build") -> KnowledgeGraph:
    """Open the graph of a build's folder, a store's folder, or the SPARQL endpoint at an http(s) address.

    Raises:
        StoreError: there is no store; an address is only tried when it is asked.
    """
    return KnowledgeGraph(open_store(location if "://" in str(location) else _store(Path(location))))


def open_changes(location: str | Path = "build") -> Chain:
    """Open the chain of what builds have changed, of a build's folder or a store's.

    Raises:
        StoreError: the chain is damaged.
    """
    return Chain(changes_folder(_store(Path(location))))


def graph_of(extractions: Iterable[Extraction]) -> KnowledgeGraph:
    """The graph of what was read, in memory, with the ontology; gone when it is closed.

    Raises:
        DataError: two extractions are of one release.
    """
    from relgraph.graph.ontology import ontology_nquads
    from relgraph.graph.quads import nquads

    return KnowledgeGraph(memory_store([*ontology_nquads(), *nquads(extractions)]))


def _store(folder: Path) -> Path:
    """The folder of the store: itself, or that in a build's."""
    inner = folder / "store"
    return inner if inner.is_dir() and not (folder / "CURRENT").exists() else folder
