"""All targets of fuzzing by name, each with its part of the inputs of a run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Target = Callable[[bytes], None]


@dataclass(frozen=True)
class Made:
    """A target, and what is to be done when it is no longer needed."""

    take: Target
    close: Callable[[], None] = lambda: None


PARTS = {
    "text": 10, "markdown": 10, "page": 2, "pdf": 5, "origin": 10, "feed": 10, "extraction": 2, "guard": 150,
    "lexing": 50, "questions": 150, "binding": 100, "header": 10, "question_file": 2, "ask": 1, "yaml": 150,
    "gold": 20, "decisions": 20, "rdf": 1, "chain": 20, "pointer": 30, "results": 250, "endpoint": 2,
}  # fmt: skip
"""Inputs of a thousand or so, by how long one takes."""


def make(name: str, folder: Path, store: Path | None = None) -> Made:
    """A target by name; those that need a graph ask that of `store`, which is changed."""
    import documents
    import spoken
    import stored

    plain: dict[str, Target] = {
        "feed": documents.feed, "extraction": documents.extraction, "guard": spoken.guard, "lexing": spoken.lexing,
        "questions": spoken.questions, "binding": spoken.binding, "yaml": stored.yaml, "results": stored.results,
    }  # fmt: skip
    if name in plain:
        return Made(plain[name])
    folder.mkdir(parents=True, exist_ok=True)
    if name in ("text", "markdown", "page", "pdf", "origin"):
        return Made(getattr(documents.Files(folder), name))
    if name in ("gold", "decisions", "rdf", "chain", "pointer"):
        return Made(getattr(stored.Places(folder), name))
    assert store is not None, f"{name} needs a graph"
    if name == "endpoint":
        import served

        application = served.Application(store)
        return Made(application.request, application.close)
    from relgraph.store.opening import open_store
    from relgraph.understanding.reading import Reader

    held = open_store(str(store))
    return Made(getattr(spoken.Texts(folder, Reader(held)), name), held.close)
