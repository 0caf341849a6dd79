"""Reads the annotated releases and scores what was read."""

from pathlib import Path

from relgraph.evaluation.gold import read_gold
from relgraph.evaluation.scores import Scores, score
from relgraph.extraction.pipeline import extract
from relgraph.releases.reader import Reading, open_releases
from relgraph.resources import folder


def evaluate(gold: Path | None = None, releases: Path | None = None) -> Scores:
    """Scores of reading the releases of an annotated folder; the bundled annotations and releases by default.

    Raises:
        DataError: an annotation is not what its format says.
        ReleaseError: the folder of releases holds none.
    """
    annotated = read_gold(gold or folder("data") / "gold")
    opened = open_releases([releases or folder("data") / "releases"])
    found = (item.release for item in opened if isinstance(item, Reading))
    return score(annotated, (extract(release) for release in found if release.id in annotated))
