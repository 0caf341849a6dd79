"""What people have said beside the machine, applied to each release as it is read."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from relgraph.evaluation.gold import Gold, read_gold
from relgraph.extraction.pipeline import extract
from relgraph.extraction.readers import Account, Reader
from relgraph.model import Extraction, Release, Value
from relgraph.resources import folder
from relgraph.review.curating import curate
from relgraph.review.decision_file import decisions_path, read_decisions
from relgraph.review.decisions import Decision
from relgraph.review.misfits import Unfit
from relgraph.review.replaying import Replay


class Marked(Value):
    """What became of annotations and decisions.

    `curated` are the releases that entered with their annotation, `edited` those whose text is another than the
    annotated one; `decided` counts decisions that were played back, `unfit` are those that no longer fit.
    """

    curated: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    decided: int = 0
    unfit: tuple[Unfit, ...] = ()


class MarkingReader:
    """Reads a release as its annotation has it, else as another reader reads it; then decisions are played back.

    An annotated release costs no question to a language model: the rules alone tell who its names are.
    """

    def __init__(self, reader: Reader, gold: Mapping[str, Gold], decisions: Iterable[Decision] = ()) -> None:
        self._reader = reader
        self._gold = gold
        self._replay = Replay(decisions)
        self._curated: set[str] = set()
        self._edited: set[str] = set()

    @property
    def account(self) -> Account | None:
        """What the reader beneath asked others."""
        return self._reader.account

    def read(self, release: Release) -> Extraction:
        """Entities and relations of a release, each relation with its basis.

        Raises:
            DataError: its annotation is not what the format says.
        """
        gold = self._gold.get(release.id)
        if gold is not None and gold.fits(release):
            self._curated.add(release.id)
            return self._replay.play(curate(extract(release), gold))
        if gold is not None:
            self._edited.add(release.id)
        return self._replay.play(self._reader.read(release))

    def marked(self, *, whole: bool = True) -> Marked:
        """What became of annotations and decisions; without `whole`, of those alone that concern what was read."""
        return Marked(
            curated=tuple(sorted(self._curated)),
            edited=tuple(sorted(self._edited)),
            decided=self._replay.played,
            unfit=self._replay.unfit(whole=whole),
        )


def marking_reader(
    reader: Reader, *, gold: Path | None = None, decisions: Path | None = None, machine: bool = False
) -> MarkingReader:
    """A reader with the annotations and decisions of these places; those that come with relgraph by default.

    With `machine`, annotations are left aside, and decisions unless they are named.

    Raises:
        DataError: an annotation or a decision is not what its format says.
    """
    annotated = {} if machine else read_gold(gold or folder("data") / "gold")
    if machine and decisions is None:
        return MarkingReader(reader, annotated)
    return MarkingReader(reader, annotated, read_decisions(decisions or decisions_path()))
