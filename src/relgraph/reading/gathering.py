"""Files become shares: a release that is not known yet is read and kept at once, another is taken over.

What a share depends on is the file, what people say of its release, and relgraph's own code; where none of it has
changed, nothing is read again. Ended at any point, the next gathering goes on from there.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from relgraph.errors import ReleaseError
from relgraph.model import Release, Value
from relgraph.reading.fingerprint import Fingerprints
from relgraph.reading.many import Team, read_many
from relgraph.releases.files import release_files
from relgraph.releases.origin import origin_path
from relgraph.releases.reader import ReleaseDefaults, Skipped, open_release
from relgraph.review.marks import Mark, MarkingReader
from relgraph.shares.file import Shares, Source
from relgraph.shares.rows import Share, share_of

_TOGETHER = 200
"""Releases that are kept in one go: so many are read again at most."""
_PIECE = 1 << 20

Progress = Callable[[str, int, int], None]


@dataclass
class Gathered:
    """The shares of files by release, what each release lacks, what was left out, and how many were read anew."""

    shares: dict[str, int] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    read: int = 0


class _Told(Value):
    """What is kept of a file beside its share: what people had said, what is missing, what became of their word."""

    said: str
    missing: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True)
class _Open:
    """A release that is being read."""

    id: str
    digest: str
    missing: tuple[str, ...]


def gather(
    paths: Sequence[Path], shares: Shares, marking: MarkingReader, *, defaults: ReleaseDefaults | None,
    team: Team | None, progress: Progress,
) -> Gathered:  # fmt: skip
    """Read releases of files and folders into shares; what became of annotations is noted in `marking`.

    Raises:
        ReleaseError: a named file, or every file of the folders, cannot be read.
        DataError: an annotation is not what its format says.
        FetchError: a reader's server, or a team elsewhere, never answers or refuses to.
        StoreError: the file of shares is damaged or cannot be written.
    In each case what was read before is kept.
    """
    shares.refill()
    return _Gathering(paths, shares, marking, defaults or ReleaseDefaults(), progress).run(team)


class _Gathering:
    def __init__(
        self, paths: Sequence[Path], shares: Shares, marking: MarkingReader, defaults: ReleaseDefaults,
        progress: Progress,
    ) -> None:  # fmt: skip
        self._named, self._shares, self._marking, self._defaults = set(paths), shares, marking, defaults
        self._files = release_files(paths)
        self._progress = progress
        self._prints = Fingerprints(marking)
        self._open: deque[_Open] = deque()
        self._first: dict[str, Path] = {}
        self._done = Gathered()

    def run(self, team: Team | None) -> Gathered:
        unknown: Iterable[Release] = self._unknown()
        if self._prints.said("") is None:  # others are asked: their account is to be the same wherever files lie
            unknown = sorted(unknown, key=lambda release: release.id)
            self._open = deque(sorted(self._open, key=lambda one: one.id))
        read = read_many(unknown, self._marking, team, keep=share_of)
        for batch in _batches(read):
            with self._shares.change():
                for share, mark in batch:
                    self._keep(self._open.popleft(), share, mark)
        if not self._first:
            raise nothing_read(self._done.skipped)
        return self._done

    def _unknown(self) -> Iterator[Release]:
        """Releases that are to be read; what is known already is taken over on the way."""
        for number, path in enumerate(self._files):
            self._progress("reading", number, len(self._files))
            try:
                digest = _digest(path, self._defaults)
                known = self._known(digest)
                if known is not None:
                    if self._is_first(known[0].release, path):
                        self._take(known[0].release, known[0].share, known[1].missing, known[1].mark)
                    continue
                reading = open_release(path, defaults=self._defaults)
            except ReleaseError as error:
                self._skip(path, str(error).removeprefix(f"{path}: "))
                continue
            if self._is_first(reading.release.id, path):
                self._open.append(_Open(reading.release.id, digest, reading.missing))
                yield reading.release

    def _known(self, digest: str) -> tuple[Source, _Told] | None:
        source = self._shares.source(digest)
        if source is None:
            return None
        told = _Told.model_validate_json(source.content)
        return (source, told) if told.said == self._prints.said(source.release) else None

    def _is_first(self, release: str, path: Path) -> bool:
        known = self._first.setdefault(release, path)
        if known is not path:
            self._skip(path, f"id {release} was already read from {known}")
        return known is path

    def _skip(self, path: Path, why: str) -> None:
        if path in self._named:
            raise ReleaseError(path, why)
        self._done.skipped.append(Skipped(str(path), why))

    def _keep(self, one: _Open, share: Share, mark: Mark) -> None:
        number = self._shares.add(share)
        said = self._prints.said(one.id)
        if said is not None:
            told = _Told(said=said, missing=one.missing, mark=mark)
            self._shares.remember(one.digest, number, told.model_dump_json())
        self._take(one.id, number, one.missing, mark)
        self._done.read += 1

    def _take(self, release: str, share: int, missing: tuple[str, ...], mark: Mark) -> None:
        self._done.shares[release] = share
        self._marking.marks.note(mark)
        if missing:
            self._done.missing[release] = missing


def nothing_read(skipped: Sequence[Skipped]) -> ReleaseError:
    """That no file gave a release, and why the first did not."""
    others = f"; {len(skipped) - 1} other files gave no release either" if len(skipped) > 1 else ""
    return ReleaseError(skipped[0].path, skipped[0].why + others)


def _digest(path: Path, defaults: ReleaseDefaults) -> str:
    """Digest of a file, of what stands beside it, and of what is said of all files."""
    digest = sha256(f"{path.stem}\0{path.suffix.lower()}\0{defaults.model_dump_json()}\0".encode())
    for place in (path, origin_path(path)):
        try:
            with place.open("rb") as file:
                while piece := file.read(_PIECE):
                    digest.update(piece)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise ReleaseError(path, f"cannot be read: {error.strerror}") from error
        digest.update(b"\0")
    return digest.hexdigest()


def _batches(read: Iterable[tuple[Share, Mark]]) -> Iterator[list[tuple[Share, Mark]]]:
    batch: list[tuple[Share, Mark]] = []
    for one in read:
        batch.append(one)
        if len(batch) == _TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
