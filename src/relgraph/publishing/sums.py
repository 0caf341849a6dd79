"""The list of digests of a folder's files, as `sha256sum` writes and checks it."""

import re
from collections.abc import Mapping
from pathlib import Path

from relgraph.errors import StoreError

SUMS = "SHA256SUMS"
"""Name of the list."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\\\n]+)")


def write_sums(digests: Mapping[str, str]) -> bytes:
    """The list of some digests by name.

    >>> write_sums({"b": "0" * 64, "a.txt": "1" * 64}).decode().split()[1::2]
    ['a.txt', 'b']
    """
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def read_sums(path: Path) -> dict[str, str]:
    """Digests by name.

    Raises:
        StoreError: the file is missing, or a line of it is no digest and name, leads out of the folder or stands twice.
    """
    found: dict[str, str] = {}
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise StoreError(path, f"line {number}: is no SHA-256 digest and name of a file")
        digest, name = match.groups()
        if Path(name).is_absolute() or ".." in Path(name).parts or name in found:
            raise StoreError(path, f"line {number}: {name} leads out of the folder, or stands twice")
        found[name] = digest
    return found
