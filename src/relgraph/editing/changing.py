"""One release's share of a store, put in, replaced or taken out; what releases share follows.

The store keeps what each release has brought. Out of the shares that change, and what they touch, its graph becomes the
one that a build would make, and the store is switched to it in one step.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field

from relgraph.build import Progress, left, silent
from relgraph.editing.holding import held_store
from relgraph.errors import UnknownName
from relgraph.extraction.readers import Account
from relgraph.model import Value
from relgraph.reading.gathering import gather
from relgraph.releases.reader import ReleaseDefaults
from relgraph.report import Left
from relgraph.review.marks import Marked, MarkingReader
from relgraph.shares.file import Shares
from relgraph.vocabulary import ID, Basis


class Did(StrEnum):
    """What became of a release's share."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    RETRACTED = "retracted"


class Share(Value):
    """What was done to one release's share, and what is or was in it; `before` is the basis of what it replaces."""

    release: str
    did: Did
    title: str
    entities: int
    relations: int
    sentences: int
    basis: dict[str, int]
    before: dict[str, int] = Field(default_factory=dict)


class Changed(Value):
    """What was done to a store, and what it holds now."""

    shares: tuple[Share, ...]
    releases: int
    relations: int
    sentences: int
    skipped: tuple[Left, ...] = ()
    missing: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    marked: Marked = Marked()
    second_reader: Account | None = None

    @property
    def complete(self) -> bool:
        """Whether every release that was found is in the store, read by all who were to read it."""
        return not self.skipped and not (self.second_reader and self.second_reader.unread)


def ingest(
    paths: Sequence[Path],
    store: str | Path,
    reader: MarkingReader,
    *,
    defaults: ReleaseDefaults | None = None,
    progress: Progress = silent,
) -> Changed:
    """Read releases and put them into a store; one that is there already is replaced. All or none.

    Raises:
        ReleaseError: a named file, or every file of the folders, cannot be read.
        DataError: an annotation is not what its format says, or two files are one release.
        CheckError: what was read breaks a shape or a check.
        StoreError: the store is missing, has no shares, cannot be written, or another writer has it.
    In each case the store stays as it was.
    """
    with held_store(store, progress) as held:
        gathered = gather(paths, held.shares, reader, defaults=defaults, team=None, progress=progress)
        before = held.standing
        told = [_share(held.shares, one, gathered.shares[one], before.get(one)) for one in sorted(gathered.shares)]
        counts = held.stand({**before, **gathered.shares})
    return Changed(
        shares=tuple(told),
        skipped=tuple(left(item, paths) for item in gathered.skipped),
        missing=dict(sorted(gathered.missing.items())),
        marked=reader.marked(whole=False),
        second_reader=reader.account,
        **counts,
    )


def retract(releases: Sequence[str], store: str | Path) -> Changed:
    """Take releases, by id or IRI, out of a store. All or none.

    Raises:
        UnknownName: the store holds no such release; those that come near are suggested.
        StoreError: the store is missing, has no shares, cannot be written, or another writer has it.
    In each case the store stays as it was.
    """
    with held_store(store, silent) as held:
        left_over = dict(held.standing)
        told = []
        for named in dict.fromkeys(_id(release) for release in releases):
            if named not in left_over:
                raise UnknownName(named, "release", get_close_matches(named, held.standing, n=3))
            told.append(_retracted(held.shares, named, left_over.pop(named)))
        counts = held.stand(left_over)
    return Changed(shares=tuple(told), **counts)


def _id(release: str) -> str:
    """Id of a release, out of itself or its IRI."""
    return release.strip().removeprefix(ID).removeprefix("release/")


def _share(shares: Shares, release: str, share: int, before: int | None) -> Share:
    did = Did.ADDED if before is None else Did.UNCHANGED if before == share else Did.REPLACED
    told = _told(shares, release, share, did)
    if before is not None and did is Did.REPLACED:
        return told.model_copy(update={"before": _bases(shares.counted(before))})
    return told


def _retracted(shares: Shares, release: str, share: int) -> Share:
    return _told(shares, release, share, Did.RETRACTED)


def _told(shares: Shares, release: str, share: int, did: Did) -> Share:
    counts = shares.counted(share)
    return Share(
        release=release,
        did=did,
        title=counts["title"],
        entities=counts["entities"],
        relations=sum(counts["types"].values()),
        sentences=counts["sentences"],
        basis=_bases(counts),
    )


def _bases(counts: Mapping[str, Any]) -> dict[str, int]:
    """How many relations rest on what."""
    return {one.value: counts["bases"].get(one.value, 0) for one in Basis}
