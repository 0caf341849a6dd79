"""A folder written whole or not at all: beside its place first, then in it with one change of name.

Owns what may be replaced: a bundle with nothing else in it, or an empty folder.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.publishing.sums import SUMS, read_sums


def check_place(out: Path) -> None:
    """See that a bundle may stand here.

    Raises:
        StoreError: there is something else, which would be lost.
    """
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir():
        raise StoreError(out, "is no folder")
    there = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_symlink() or not path.is_dir()}
    if not there:
        return
    if SUMS not in there:
        raise StoreError(out, f"holds something else than a bundle: {min(there)}; name a folder of its own")
    foreign = there - {*read_sums(out / SUMS), SUMS}
    if foreign:
        raise StoreError(out, f"holds what no bundle has brought: {min(foreign)}; name a folder of its own")


def write_folder(out: Path, files: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> int:
    """Make a folder hold these files, by name and content, whole or in pieces, and nothing else; how many they are.

    Raises:
        StoreError: a name leads out of it; there is something else than a bundle, or another process is writing it.
        OSError: it cannot be written; what was there stays.
    """
    place = out.resolve()  # a link stays a link
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place):
        check_place(out)
        draft, old = _sibling(place, "new"), _sibling(place, "old")
        try:
            count = _write(draft, files)
            if place.exists():
                place.rename(old)
            draft.rename(place)
        finally:
            _tidy(place)
    return count


def _write(draft: Path, files: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> int:
    draft.mkdir()
    count = 0
    for name, content in files:
        path = draft / name
        if draft.resolve() not in path.resolve().parents:
            raise StoreError(name, "leads out of the folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
        count += 1
    os.sync()  # once for all of them
    return count


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Hold the folder around a place against other writers; the system lets it go even of a killed one."""
    around = os.open(place.parent, os.O_RDONLY)
    try:
        fcntl.flock(around, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _tidy(place)
        yield
    except BlockingIOError as error:
        raise StoreError(place, "another process is writing here") from error
    finally:
        os.close(around)


def _tidy(place: Path) -> None:
    """Put back what a killed or failed writer took away, and remove what it left."""
    old = _sibling(place, "old")
    if old.exists() and not place.exists():
        old.rename(place)
    for leftover in (old, _sibling(place, "new")):
        if leftover.exists():
            shutil.rmtree(leftover)


def _sibling(place: Path, word: str) -> Path:
    return place.with_name(f".{place.name}.{word}")
