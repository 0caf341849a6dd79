"""What each release has brought to a store, kept beside its quads: out of the shares alone the quads are made.

A generation's shares stand in one file beside it, a line for each release, and go with it::

    DIR/<digest>.shares.gz

Owns the file; what a line says is the matter of those who write it.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.files import write_whole

Change = Callable[[list[str]], tuple[Iterable[str], Iterable[str]] | None]
"""Makes quads and shares out of shares; nothing where all stays as it is."""
_SUFFIX = ".shares.gz"
_OURS = re.compile(rf"[0-9a-f]{{32}}{re.escape(_SUFFIX)}|\.[0-9a-f]{{32}}{re.escape(_SUFFIX)}\.\d+\.part")


def write_shares(generation: Path, shares: Iterable[str]) -> None:
    """Put the shares of a generation beside it, all or nothing; the same lines give the same bytes."""
    content = "".join(f"{line}\n" for line in shares).encode()
    # mtime: no clock in an artefact; a low level, for it is written far more often than read
    write_whole(_path(generation), gzip.compress(content, compresslevel=3, mtime=0))


def read_shares(generation: Path) -> list[str]:
    """The shares of a generation.

    Raises:
        StoreError: there are none, or they are damaged.
    """
    try:
        return gzip.decompress(_path(generation).read_bytes()).decode().split("\n")[:-1]
    except FileNotFoundError:
        raise StoreError(
            generation.parent,
            "does not tell what each release has brought, as after a change by SPARQL Update or graph by graph; "
            "`relgraph build` makes it anew",
        ) from None
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise StoreError(generation.parent, f"is damaged: {_path(generation).name}: {error}") from error


def has_shares(generation: Path) -> bool:
    """Whether a generation's shares are kept."""
    return _path(generation).exists()


def remove_shares(generation: Path) -> None:
    """Remove the shares of a generation, if there are any."""
    _path(generation).unlink(missing_ok=True)


def remove_other_shares(folder: Path, keep: Path) -> None:
    """Remove the shares of every generation but one, and what killed writers left behind."""
    for path in sorted(folder.iterdir()):
        if path != _path(keep) and _OURS.fullmatch(path.name):
            path.unlink()


def _path(generation: Path) -> Path:
    return generation.with_name(generation.name + _SUFFIX)
