"""What people have said beside the machine, applied to each release as it is read."""

from collections.abc import Collection, Iterable, Mapping
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


class Mark(Value):
    """What became of the annotation and the decisions of one release.

    `met` are the keys of the decisions on entities that found theirs in it.
    """

    release: str
    curated: bool = False
    edited: bool = False
    decided: int = 0
    met: tuple[str, ...] = ()
    unfit: tuple[Unfit, ...] = ()


class Marks:
    """The marks of many releases joined, in whichever order they come; the last of a release counts."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._told: dict[str, Mark] = {}
        self._seen: set[str] = set()
        self._named = replay.releases

    def note(self, mark: Mark) -> None:
        """Join the mark of one release; nothing is kept of one that nobody has said anything about."""
        if mark.release in self._named:
            self._seen.add(mark.release)
        if mark != Mark(release=mark.release):
            self._told[mark.release] = mark
        else:
            self._told.pop(mark.release, None)

    def marked(self, *, whole: bool = True) -> Marked:
        """What became of annotations and decisions; without `whole`, of those alone that concern what was read."""
        told = [self._told[release] for release in sorted(self._told)]
        misfits = [one for mark in told for one in mark.unfit]
        if whole:
            misfits += self._replay.unmet(self._seen, {key for mark in told for key in mark.met})
        return Marked(
            curated=tuple(mark.release for mark in told if mark.curated),
            edited=tuple(mark.release for mark in told if mark.edited),
            decided=sum(mark.decided for mark in told),
            unfit=tuple(misfits),
        )


class MarkingReader:
    """Reads a release as its annotation has it, else as another reader reads it; then decisions are played back.

    An annotated release costs no question to a language model: the rules alone tell who its names are.
    """

    def __init__(self, reader: Reader, gold: Mapping[str, Gold], decisions: Iterable[Decision] | Replay = ()) -> None:
        self.reader = reader
        self.gold = gold
        self.replay = decisions if isinstance(decisions, Replay) else Replay(decisions)
        self.marks = Marks(self.replay)

    @property
    def account(self) -> Account | None:
        """What the reader beneath asked others."""
        return self.reader.account

    def about(self, releases: Collection[str]) -> "MarkingReader":
        """A reader with the annotations and decisions of these releases alone."""
        gold = {one: self.gold[one] for one in releases if one in self.gold}
        return MarkingReader(self.reader, gold, self.replay.about(releases))

    def read(self, release: Release) -> Extraction:
        """Entities and relations of a release, each relation with its basis.

        Raises:
            DataError: its annotation is not what the format says.
        """
        extraction, mark = self.mark(release)
        self.marks.note(mark)
        return extraction

    def mark(self, release: Release) -> tuple[Extraction, Mark]:
        """Like `read`, with what became of annotation and decisions, which is not noted here.

        Raises:
            DataError: its annotation is not what the format says.
        """
        gold = self.gold.get(release.id)
        fits = gold is not None and gold.fits(release)
        read = curate(extract(release), gold) if gold is not None and fits else self.reader.read(release)
        played = self.replay.play(read)
        return played.extraction, Mark(
            release=release.id,
            curated=fits,
            edited=gold is not None and not fits,
            decided=played.decided,
            met=played.met,
            unfit=played.unfit,
        )

    def marked(self, *, whole: bool = True) -> Marked:
        """What became of annotations and decisions; without `whole`, of those alone that concern what was read."""
        return self.marks.marked(whole=whole)


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
