"""Knowledge graph of regional foreign relations, read out of government releases.

Programs find all they need here, by name (docs/library.md); a name is imported when it is first used, so that
`import relgraph` costs nothing.

>>> import relgraph
>>> said = relgraph.read_text("Baden-Württemberg und Kanagawa verbindet seit 1989 eine Partnerschaft.")
>>> [(relation.type.value, relation.from_) for relation in said.relations]
[('partnership', '1989')]
"""

TYPE_CHECKING = False  # type checkers take it for true; the module `typing` would cost five times the rest
if TYPE_CHECKING:
    from relgraph.difference.chain import Chain, Entry
    from relgraph.editing.changing import Changed
    from relgraph.errors import (
        CheckError,
        DataError,
        FetchError,
        QueryError,
        ReleaseError,
        RelgraphError,
        StoreError,
        UnknownName,
    )
    from relgraph.knowledge.answer import Answer
    from relgraph.knowledge.graph import KnowledgeGraph
    from relgraph.knowledge.opening import graph_of, open_changes, open_graph
    from relgraph.knowledge.reading import build_graph, ingest_files, read_files, read_text, retract_releases
    from relgraph.knowledge.values import Counts, KnownRelation, Topic
    from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
    from relgraph.report import Report
    from relgraph.store.terms import Iri, Literal
    from relgraph.vocabulary import Basis, EntityType, RelationType, Status

__version__ = "0.1.0"

__all__ = [
    "Answer", "Basis", "Chain", "Changed", "CheckError", "Counts", "DataError", "Entity", "EntityType", "Entry",
    "Evidence", "Extraction", "FetchError", "Iri", "KnowledgeGraph", "KnownRelation", "Literal", "Mention",
    "QueryError", "Relation", "RelationType", "Release", "ReleaseError", "RelgraphError", "Report", "Status",
    "StoreError", "Topic", "UnknownName", "__version__", "build_graph", "graph_of", "ingest_files", "open_changes",
    "open_graph", "read_files", "read_text", "retract_releases",
]  # fmt: skip

_HOMES = {
    "difference.chain": ("Chain", "Entry"),
    "editing.changing": ("Changed",),
    "errors": (
        "CheckError", "DataError", "FetchError", "QueryError", "RelgraphError", "ReleaseError", "StoreError",
        "UnknownName",
    ),
    "knowledge.answer": ("Answer",),
    "knowledge.graph": ("KnowledgeGraph",),
    "knowledge.opening": ("graph_of", "open_changes", "open_graph"),
    "knowledge.reading": ("build_graph", "ingest_files", "read_files", "read_text", "retract_releases"),
    "knowledge.values": ("Counts", "KnownRelation", "Topic"),
    "model": ("Entity", "Evidence", "Extraction", "Mention", "Relation", "Release"),
    "report": ("Report",),
    "store.terms": ("Iri", "Literal"),
    "vocabulary": ("Basis", "EntityType", "RelationType", "Status"),
}  # fmt: skip
"""The module of each name; a test holds it to what type checkers are told above."""


if not TYPE_CHECKING:  # who checks types is to see that a name is misspelt

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for module, names in _HOMES.items():
            if name in names:
                value: object = getattr(import_module(f"relgraph.{module}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module 'relgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
