"""A folder of generations: whole stores side by side, one of them current.

::

    DIR/CURRENT        the name of the current generation
    DIR/<digest>/      a generation; its name is the digest of its content, or of how it was changed
    DIR/<digest>.new/  a generation being written, or left by a writer that was killed; `.new.tmp` is being copied
    DIR/shares.db      what each release has brought (`relgraph.shares`)
    DIR/<digest>.answers/   answers that it gave (`relgraph.store.answers`)
    DIR/.lock          held by the one writer

A generation is written beside the current one and becomes current by one atomic rename of `CURRENT`; whoever is
killed before that has changed nothing. Owns files and names only; what a generation holds is the engine's matter.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from relgraph.errors import StoreError

_NAME = re.compile(r"[0-9a-f]{32}")
_FORMER = re.compile(r"[0-9a-f]{32}\.shares\.gz")
"""What former versions kept beside a generation."""
ANSWERS = ".answers"
"""What the folder of a generation's answers ends with, which goes when the generation goes."""
_POINTER = "CURRENT"
_BETWEEN = 0.02
"""Seconds between two tries to become the writer."""


def current_generation(folder: Path) -> Path:
    """Path of the current generation.

    Raises:
        StoreError: the folder is missing, holds no store, or something else's.
    """
    if not folder.is_dir():
        raise StoreError(
            folder, "is a file, no store" if folder.exists() else "no store here; `relgraph build` makes one"
        )
    try:
        name = (folder / _POINTER).read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        raise StoreError(folder, "holds no store; `relgraph build` makes one") from None
    except OSError as error:
        raise StoreError(folder, f"cannot be read: {error.strerror}") from error
    if not _NAME.fullmatch(name):
        raise StoreError(folder, f"is no store of relgraph: {_POINTER} names {name[:40]!r}")
    if not (folder / name).is_dir():
        raise StoreError(folder, f"is damaged: generation {name} is gone; `relgraph build` makes it anew")
    return folder / name


def make_current(folder: Path, generation: Path) -> None:
    """Point at another generation, all or nothing, and on the disk before this returns."""
    pointer = folder / f"{_POINTER}.new"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(f"{generation.name}\n")
        file.flush()
        os.fsync(file.fileno())
    pointer.replace(folder / _POINTER)
    sync_folder(folder)


def mark(folder: Path) -> tuple[int, int]:
    """What tells, for the price of one look, whether another generation has become current.

    Raises:
        OSError: there is no store.
    """
    found = (folder / _POINTER).stat()
    return found.st_ino, found.st_mtime_ns


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_others(folder: Path, *keep: Path) -> None:
    """Remove every generation but some, and what killed writers left behind; other files are not ours to touch."""
    kept = {name for path in keep for name in (path.name, path.name + ANSWERS)}
    for path in sorted(folder.iterdir()):
        name = path.name.removesuffix(ANSWERS).removesuffix(".tmp").removesuffix(".new")
        if path.is_dir() and path.name not in kept and _NAME.fullmatch(name):
            shutil.rmtree(path)
        elif _FORMER.fullmatch(path.name):
            path.unlink()


@contextmanager
def writing(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Keep a folder for one writer; the operating system lets go when the process ends, however it ends.

    Raises:
        StoreError: the folder cannot be made or written, or another writer has it for longer than `patience` seconds.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("w", encoding="utf-8")
    except OSError as error:
        raise StoreError(folder, f"cannot be written: {error.strerror}") from error
    with lock:
        until = monotonic() + patience
        while not _locked(lock):
            if monotonic() >= until:
                raise StoreError(folder, "another build or update is writing this store")
            sleep(_BETWEEN)
        yield


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
