"""Files against releases: a single file, or a whole bundle with its list of digests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.publishing.claims import READABLE, claims
from relgraph.publishing.proving import Fault, faults
from relgraph.publishing.sums import SUMS, read_sums
from relgraph.releases.reader import Reading, open_releases

_DATA = ("relgraph", "relations")
"""Stems of the files of a bundle that hold relations."""


@dataclass(frozen=True)
class Verified:
    """What one file claims, and what of it does not hold; `file` is its name."""

    file: str
    relations: int
    sentences: int
    releases: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Verification:
    """All that was looked at; `listed` counts the files of a bundle's list of digests."""

    files: tuple[Verified, ...]
    listed: int | None = None
    bundle: tuple[Fault, ...] = ()

    @property
    def good(self) -> bool:
        """Whether nothing is off."""
        return not self.bundle and not any(file.faults for file in self.files)


def texts_of(paths: Sequence[Path]) -> dict[str, str]:
    """Texts of the releases in files and folders, by identifier.

    Raises:
        ReleaseError: a path does not exist, or a folder holds no release.
    """
    found = (item.release for item in open_releases(paths) if isinstance(item, Reading))
    return {release.id: release.text for release in found}


def verify(path: Path, texts: Mapping[str, str]) -> Verification:
    """Hold a file, or all files of a bundle that hold relations, against the texts of releases.

    Raises:
        StoreError: a file is missing, malformed or of another kind; a folder is no bundle.
    """
    if not path.is_dir():
        return Verification((_verified(path, texts),))
    listed = read_sums(path / SUMS)
    found = tuple(_verified(path / name, texts) for name in _data_files(path))
    return Verification(found, len(listed), (*_of_list(path, listed), *_of_counts(found)))


def _data_files(folder: Path) -> list[str]:
    names = sorted(one.name for one in folder.iterdir() if one.stem in _DATA and one.suffix in READABLE)
    if not names:
        raise StoreError(folder, f"holds no file with relations: none named {' or '.join(_DATA)}")
    return names


def _verified(path: Path, texts: Mapping[str, str]) -> Verified:
    claimed = claims(path)
    return Verified(
        path.name,
        relations=claimed.relations,
        sentences=len({(claim.releases, claim.starts, claim.ends) for claim in claimed.claims}),
        releases=len(claimed.releases),
        faults=tuple(faults(claimed, texts)),
    )


def _of_list(folder: Path, listed: Mapping[str, str]) -> Iterator[Fault]:
    """What differs between a folder and its list."""
    there = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if not one.is_dir()}
    for name in sorted(there - {*listed, SUMS}):
        yield Fault("unlisted", name)
    for name, digest in sorted(listed.items()):
        if name not in there:
            yield Fault("missing", name)
            continue
        with (folder / name).open("rb") as file:
            real = file_digest(file, "sha256").hexdigest()
        if real != digest:
            yield Fault("changed", name, None, (("told", digest), ("real", real)))


def _of_counts(found: Sequence[Verified]) -> Iterator[Fault]:
    """Files that hold other relations than the first: all of a bundle say the same."""
    for file in found[1:]:
        if file.relations != found[0].relations:
            told = (("n", str(file.relations)), ("other", found[0].file), ("others", str(found[0].relations)))
            yield Fault("differs", file.file, None, told)
