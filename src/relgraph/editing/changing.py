"""One release's share of a store, put in, replaced or taken out; what releases share follows.

The store keeps what each release has brought. From all shares together, the changed ones among them, the graph is made
as a build makes it, and the store is switched to it in one step.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from itertools import chain
from pathlib import Path

from pydantic import Field

from relgraph.build import Progress, read, silent
from relgraph.checking import check
from relgraph.difference.chain import Chain, changes_folder
from relgraph.difference.recording import record
from relgraph.errors import CheckError, StoreError, UnknownName
from relgraph.extraction.readers import Account
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquad_lines, nquads
from relgraph.model import Extraction, Value
from relgraph.releases.reader import ReleaseDefaults
from relgraph.report import Left
from relgraph.review.marks import Marked, MarkingReader
from relgraph.store.address import bare
from relgraph.store.embedded import memory_store
from relgraph.store.generations import current_generation
from relgraph.store.opening import change_store_at, is_address
from relgraph.store.shares import Change
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
    readings, skipped = read(paths, defaults, progress)
    new: list[Extraction] = []
    for done, reading in enumerate(readings):
        progress("extracting", done, len(readings))
        new.append(reader.read(reading.release))
    progress("checking", 0, 0)
    _check(new)
    progress("storing", 0, 0)
    told: list[Share] = []
    whole: dict[str, Extraction] = {}

    def change(held: list[str]) -> tuple[Iterable[str], Iterable[str]] | None:
        whole.update(_extractions(held, store))
        for extraction in new:
            before = whole.get(extraction.release.id)
            did = Did.ADDED if before is None else Did.UNCHANGED if before == extraction else Did.REPLACED
            told.append(_share(extraction, did, before))
            whole[extraction.release.id] = extraction
        return _graph(whole) if any(share.did is not Did.UNCHANGED for share in told) else None

    _change(store, change, progress)
    missing = {reading.release.id: reading.missing for reading in readings if reading.missing}
    return _changed(
        told, whole, skipped=tuple(skipped), missing=missing, marked=reader.marked(whole=False),
        second_reader=reader.account,
    )  # fmt: skip


def retract(releases: Sequence[str], store: str | Path) -> Changed:
    """Take releases, by id or IRI, out of a store. All or none.

    Raises:
        UnknownName: the store holds no such release; those that come near are suggested.
        StoreError: the store is missing, has no shares, cannot be written, or another writer has it.
    In each case the store stays as it was.
    """
    told: list[Share] = []
    whole: dict[str, Extraction] = {}

    def change(held: list[str]) -> tuple[Iterable[str], Iterable[str]]:
        whole.update(_extractions(held, store))
        for named in dict.fromkeys(_id(release) for release in releases):
            if named not in whole:
                raise UnknownName(named, "release", get_close_matches(named, whole, n=3))
            told.append(_share(whole[named], Did.RETRACTED))
        for share in told:
            del whole[share.release]
        return _graph(whole)

    _change(store, change)
    return _changed(told, whole)


def _change(store: str | Path, change: Change, progress: Progress = silent) -> None:
    """Change a store, and add to a folder's chain what that was; a server has none."""
    if is_address(str(store)):
        change_store_at(store, change, progress)
        return
    folder = Path(store)
    Chain(changes_folder(folder))  # a damaged one is told before anything is written
    before = current_generation(folder) if folder.is_dir() else None
    change_store_at(store, change)
    if current_generation(folder) != before:
        record(folder)


def _id(release: str) -> str:
    """Id of a release, out of itself or its IRI."""
    return release.strip().removeprefix(ID).removeprefix("release/")


def _extractions(shares: Iterable[str], store: str | Path) -> dict[str, Extraction]:
    try:
        held = [Extraction.model_validate_json(share) for share in shares]
    except ValueError as error:
        why = " ".join(str(error).split())[:200]
        raise StoreError(
            bare(str(store)), f"holds a share of another version ({why}); `relgraph build` makes it anew"
        ) from error
    return {extraction.release.id: extraction for extraction in held}


def _graph(whole: Mapping[str, Extraction]) -> tuple[Iterable[str], Iterable[str]]:
    """Quads and shares of a store, as a build writes them; the store sorts them, so that none need be held here."""
    extractions = [whole[release] for release in sorted(whole)]
    return chain(ontology_nquads(), nquad_lines(extractions)), (extraction.to_json() for extraction in extractions)


def _check(extractions: Sequence[Extraction]) -> None:
    """Refuse what breaks a rule. What stands already has passed, and no rule holds between releases but by counts."""
    with memory_store([*ontology_nquads(), *nquads(extractions)]) as store:
        errors = [str(violation) for violation in check(store) if violation.severity == "error"]
    if errors:
        raise CheckError(errors)


def _share(extraction: Extraction, did: Did, before: Extraction | None = None) -> Share:
    return Share(
        release=extraction.release.id,
        did=did,
        title=extraction.release.title,
        entities=len(extraction.entities),
        relations=len(extraction.relations),
        sentences=_sentences([extraction]),
        basis=_bases(extraction),
        before=_bases(before) if before is not None and did is Did.REPLACED else {},
    )


def _bases(extraction: Extraction) -> dict[str, int]:
    """How many relations rest on what."""
    basis = Counter(relation.basis for relation in extraction.relations)
    return {one.value: basis[one] for one in Basis}


def _sentences(extractions: Iterable[Extraction]) -> int:
    return len({(one.release.id, r.evidence.start, r.evidence.end) for one in extractions for r in one.relations})


def _changed(told: Sequence[Share], whole: Mapping[str, Extraction], **more: object) -> Changed:
    return Changed(
        shares=tuple(told),
        releases=len(whole),
        relations=sum(len(extraction.relations) for extraction in whole.values()),
        sentences=_sentences(whole.values()),
        **more,
    )
