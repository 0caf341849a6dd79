"""What a build did: counts, what was left out and why, what releases do not say of themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pydantic import Field

from relgraph.extraction.readers import Account
from relgraph.model import Extraction, Value
from relgraph.review.marks import Marked
from relgraph.review.misfits import Unfit
from relgraph.vocabulary import Basis


class Left(Value):
    """A release that was left out of a build."""

    path: str
    why: str


class Report(Value):
    """The result of a build; equal for equal input, so it holds no time and no absolute path.

    `missing` maps a release's id to the metadata that it lacks; `evidence` counts sentences, each once. `curated`
    counts releases that entered with their annotation, `edited` are those that lost it because their text has changed;
    `decided` counts decisions that were played back, `unfit` are those that no longer fit. `second_reader` is there
    where one was asked.
    """

    releases: int
    entities: int
    relations: int
    evidence: int
    entities_by_type: dict[str, int]
    relations_by_type: dict[str, int]
    relations_by_basis: dict[str, int] = Field(default_factory=dict)
    curated: int = 0
    edited: tuple[str, ...] = ()
    decided: int = 0
    unfit: tuple[Unfit, ...] = ()
    skipped: tuple[Left, ...] = ()
    missing: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    second_reader: Account | None = None

    @property
    def complete(self) -> bool:
        """Whether every release that was found is in the graph, and was read by all who were to read it."""
        return not self.skipped and not (self.second_reader and self.second_reader.unread)


def report(
    extractions: Sequence[Extraction],
    skipped: Iterable[Left],
    missing: Mapping[str, tuple[str, ...]],
    warnings: Iterable[str],
    second_reader: Account | None = None,
    marked: Marked | None = None,
) -> Report:
    """Count what was read."""
    marked = marked or Marked()
    types = {entity.id: entity.type.value for extraction in extractions for entity in extraction.entities}
    relations = [relation for extraction in extractions for relation in extraction.relations]
    return Report(
        releases=len(extractions),
        entities=len(types),
        relations=len(relations),
        evidence=len({(x.release.id, r.evidence.start, r.evidence.end) for x in extractions for r in x.relations}),
        entities_by_type=_counts(types.values()),
        relations_by_type=_counts(relation.type.value for relation in relations),
        relations_by_basis={basis.value: sum(one.basis is basis for one in relations) for basis in Basis},
        curated=len(marked.curated),
        edited=marked.edited,
        decided=marked.decided,
        unfit=marked.unfit,
        skipped=tuple(skipped),
        missing=dict(missing),
        warnings=tuple(warnings),
        second_reader=second_reader,
    )


def _counts(values: Iterable[str]) -> dict[str, int]:
    """Most frequent first, then by name: an order that does not depend on the input's."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
