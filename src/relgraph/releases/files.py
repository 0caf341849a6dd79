"""Files as they lie on disk: which of them may hold a release, and their characters."""

import re
from collections.abc import Sequence
from pathlib import Path

from relgraph.errors import ReleaseError
from relgraph.releases.origin import SUFFIX as ORIGIN

LIMITS = {".md": 1_000_000, ".txt": 1_000_000, ".html": 5_000_000, ".htm": 5_000_000, ".pdf": 20_000_000}
"""Bytes by suffix. The longest releases have a twentieth of that; pages may carry pictures."""

SUFFIXES = frozenset(LIMITS)
_OTHERS = {
    ".yml": "an annotation, not a release",
    ".yaml": "an annotation, not a release",
}
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]+)")
_WESTERN = dict.fromkeys(
    ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252"),
    "cp1252",
) | {"iso-8859-15": "iso8859_15", "latin-9": "iso8859_15"}


def release_files(paths: Sequence[Path]) -> list[Path]:
    """Files that paths stand for: a file for itself, a folder for every release below it, sorted; each once.

    Raises:
        ReleaseError: a path does not exist, or a folder holds no release, or a link that leads out of it.
    """
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ReleaseError(path, "no such file or folder")
        if path.name.endswith(ORIGIN):
            continue  # named by a pattern such as pages/*; it is read with its page
        inside = _files_below(path) if path.is_dir() else [path]
        if not inside:
            raise ReleaseError(path, f"a folder without releases ({', '.join(sorted(SUFFIXES))})")
        files += inside
    return [*dict.fromkeys(files)]


def read_characters(path: Path, *, charset: str | None = None) -> str:
    """Text of a file, line ends and all; `charset` is the encoding that the server declared for a page.

    Raises:
        ReleaseError: it cannot be read, is too large, or is no text; the message says what it is instead.
    """
    raw = read_bytes(path)
    if raw.startswith(b"%PDF"):
        raise ReleaseError(path, "a PDF; name it .pdf")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReleaseError(path, "UTF-16; save it as UTF-8")
    if b"\x00" in raw:
        raise ReleaseError(path, f"not text: a NUL byte at offset {raw.index(0)}")
    if not raw.strip():
        raise ReleaseError(path, "empty")
    return _decode(raw, path, charset)


def read_bytes(path: Path) -> bytes:
    """Content of a file that may be a release.

    Raises:
        ReleaseError: it cannot be read, is too large, or is known to be none.
    """
    suffix = path.suffix.lower()
    if not path.exists():
        raise ReleaseError(path, "no such file")
    if suffix in _OTHERS:
        raise ReleaseError(path, _OTHERS[suffix])
    if suffix not in SUFFIXES:
        raise ReleaseError(path, f"no release: expected {', '.join(sorted(SUFFIXES))}")
    if not path.is_file():
        raise ReleaseError(path, "not a regular file")
    try:
        size, limit = path.stat().st_size, LIMITS[suffix]
        if size > limit:
            raise ReleaseError(
                path, f"{size / 1e6:.1f} MB, more than the {limit // 1_000_000} MB that a {suffix} may have"
            )
        return path.read_bytes()
    except OSError as error:
        raise ReleaseError(path, f"cannot be read: {error.strerror}") from error


def _decode(raw: bytes, path: Path, charset: str | None) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if path.suffix.lower() in (".html", ".htm") or charset:
            encoding = _WESTERN.get(charset or "") or _WESTERN.get(_declared(raw))
            if encoding is not None:
                return _decode_western(raw, path, encoding)
        why = f"not UTF-8: byte 0x{raw[error.start]:02X} at offset {error.start}"
        raise ReleaseError(path, why) from error


def _declared(raw: bytes) -> str:
    """Encoding that a page declares; one that declares none is read as browsers in German do."""
    found = _CHARSET.search(raw[:4096]) or _XML_ENCODING.match(raw)
    return found[1].decode("ascii").lower() if found else "windows-1252"


def _decode_western(raw: bytes, path: Path, encoding: str) -> str:
    """Pages that declare Latin-1 are read as Windows-1252, as browsers do."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = "Windows-1252" if encoding == "cp1252" else encoding.upper()
        raise ReleaseError(path, f"not {name}: byte 0x{raw[error.start]:02X} at offset {error.start}") from error


def _files_below(folder: Path) -> list[Path]:
    """Files that may be releases; hidden ones are not looked at."""
    below = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    found = sorted(path for path in below if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    home = folder.resolve()
    for path in found:
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            raise ReleaseError(path, "a link that leads out of its folder; name the file itself, or remove the link")
    return found
