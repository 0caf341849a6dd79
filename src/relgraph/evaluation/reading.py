"""Reads the annotated releases and sets what was read beside the annotations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from relgraph.evaluation.comparison import Comparison
from relgraph.evaluation.gold import Gold, read_gold
from relgraph.evaluation.scores import compare
from relgraph.evaluation.split import Part, holds
from relgraph.extraction.pipeline import extract
from relgraph.model import Release
from relgraph.releases.reader import Reading, open_releases
from relgraph.resources import folder


@dataclass(frozen=True)
class Evaluation:
    """All annotated releases, compared; `misfits` were annotated on another text than the one that was read."""

    comparisons: tuple[Comparison, ...]
    misfits: tuple[str, ...]

    def of(self, part: Part) -> list[Comparison]:
        """The comparisons of one part."""
        return [one for one in self.comparisons if holds(part, one.gold.id)]

    @property
    def texts(self) -> list[str]:
        """The texts that were read."""
        return [one.extraction.release.text for one in self.comparisons if one.extraction]


def evaluate(gold: Path | None = None, releases: Path | None = None) -> Evaluation:
    """Read the releases of an annotated folder; the bundled annotations and releases by default.

    An annotation that brings its text is held against that, unless `releases` says where to read.

    Raises:
        DataError: an annotation is not what its format says.
        ReleaseError: the folder of releases holds none.
    """
    annotated = read_gold(gold or folder("data") / "gold")
    found = {release.id: release for release in _releases(annotated, releases)}
    misfits = tuple(key for key, release in found.items() if not annotated[key].fits(release))
    comparisons = compare(annotated, (extract(release) for release in found.values()))
    return Evaluation(tuple(comparisons), misfits)


def _releases(annotated: Mapping[str, Gold], place: Path | None) -> Iterator[Release]:
    own = [gold.release for gold in annotated.values() if gold.release]
    if place is None and len(own) == len(annotated):
        yield from own
        return
    brought = {release.id for release in own} if place is None else set()
    yield from (release for release in own if release.id in brought)
    for item in open_releases([place or folder("data") / "releases"]):
        if isinstance(item, Reading) and item.release.id in annotated and item.release.id not in brought:
            yield item.release
