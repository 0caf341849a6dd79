"""What a build did: counts, what was left out and why, what releases do not say of themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import Field

from relgraph.extraction.readers import Account
from relgraph.model import Value
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
    where one was asked. `unchanged` says that all stood there already, and is not part of the result.
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
    unchanged: bool = Field(default=False, exclude=True)

    @property
    def complete(self) -> bool:
        """Whether every release that was found is in the graph, and was read by all who were to read it."""
        return not self.skipped and not (self.second_reader and self.second_reader.unread)


def report(
    counts: Iterable[Mapping[str, Any]],
    kinds: Mapping[str, int],
    skipped: Iterable[Left],
    missing: Mapping[str, tuple[str, ...]],
    warnings: Iterable[str],
    second_reader: Account | None = None,
    marked: Marked | None = None,
) -> Report:
    """Sum up what is counted in each release (`shares.file.Shares.counts`) and how many entities of each type are."""
    marked = marked or Marked()
    types, bases, releases, sentences = Counter[str](), Counter[str](), 0, 0
    for one in counts:
        releases += 1
        sentences += one["sentences"]
        types.update(one["types"])
        bases.update(one["bases"])
    return Report(
        releases=releases,
        entities=sum(kinds.values()),
        relations=types.total(),
        evidence=sentences,
        entities_by_type=_most_first(kinds),
        relations_by_type=_most_first(types),
        relations_by_basis={basis.value: bases[basis.value] for basis in Basis},
        curated=len(marked.curated),
        edited=marked.edited,
        decided=marked.decided,
        unfit=marked.unfit,
        skipped=tuple(skipped),
        missing=dict(missing),
        warnings=tuple(warnings),
        second_reader=second_reader,
    )


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    """Then by name: an order that does not depend on the input's."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
