"""Scores as a table."""

from collections.abc import Iterator

from relgraph.evaluation.scores import Measure, Scores
from relgraph.store.terms import Literal, Table, Term

HEADINGS = {
    "what": "What",
    "precision": "Precision",
    "recall": "Recall",
    "f1": "F1",
    "matched": "Right",
    "found": "Found",
    "gold": "Annotated",
}
_ALL = ("entities", "relations", "pairs", "topics", "status", "date")


def table(scores: Scores) -> Table:
    """One row for each figure: all together, then by type of relation and of entity."""
    rows: list[tuple[Term | None, ...]] = [
        tuple(
            map(
                Literal,
                (
                    what,
                    f"{measure.precision:.3f}",
                    f"{measure.recall:.3f}",
                    f"{measure.f1:.3f}",
                    str(measure.matched),
                    str(measure.found),
                    str(measure.gold),
                ),
            )
        )
        for what, measure in _figures(scores)
    ]
    return Table(tuple(HEADINGS), rows)


def _figures(scores: Scores) -> Iterator[tuple[str, Measure]]:
    for name in _ALL:
        yield name, getattr(scores, name)
    yield from ((f"relation {name}", measure) for name, measure in scores.by_relation.items())
    yield from ((f"entity {name}", measure) for name, measure in scores.by_entity.items())
