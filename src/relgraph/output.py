"""The files that a build leaves beside the store, and whether they are those that it would make now.

A seal, `.made`, is written last and names what was made of what. Owns the files; their content is made elsewhere.
"""

import json
from hashlib import file_digest, sha256
from pathlib import Path

from relgraph.files import PARTS, write_whole
from relgraph.resources import own_digest

REPORT = "report.json"
NQUADS = "export/relgraph.nq"
_SEAL = ".made"


class Output:
    """The files of a build of `content`, a text that stands for all that goes into them."""

    def __init__(self, folder: Path, content: str) -> None:
        self._folder = folder
        self._content = sha256(f"{own_digest()} {content}".encode()).hexdigest()
        self._sizes: dict[str, int] = {}

    def whole(self) -> bool:
        """Whether all files are there, as such a build has left them."""
        try:
            seal = json.loads((self._folder / _SEAL).read_text(encoding="utf-8"))
            sizes = {name: (self._folder / name).stat().st_size for name in seal["files"]}
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return bool(seal["content"] == self._content and seal["files"] == sizes)

    def nquads_sha256(self) -> str:
        """The SHA-256 of the N-Quads that are there."""
        with (self._folder / NQUADS).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def unseal(self) -> None:
        """Say that files are about to be replaced, and remove what an ended build has left half written."""
        (self._folder / _SEAL).unlink(missing_ok=True)
        for leftover in [*self._folder.glob(PARTS), *self._folder.glob(f"export/{PARTS}")]:
            leftover.unlink()

    def write(self, name: str, content: bytes) -> None:
        """Put a file in its place."""
        write_whole(self._folder / name, content)
        self.take(name)

    def take(self, name: str) -> None:
        """Know of a file that somebody has put in its place."""
        self._sizes[name] = (self._folder / name).stat().st_size

    def seal(self) -> None:
        """Say that all is in its place."""
        told = {"content": self._content, "files": self._sizes}
        write_whole(self._folder / _SEAL, f"{json.dumps(told, indent=1)}\n".encode())
