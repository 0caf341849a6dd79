"""Answers kept from one run to the next, so that a server is asked only whether something has changed."""

from hashlib import sha256
from pathlib import Path

from relgraph.files import write_whole
from relgraph.iris import digest
from relgraph.model import Value
from relgraph.releases.sources.transport import Answer

_KEPT = ("content-type", "etag", "last-modified")


class Kept(Value):
    """What is kept of an answer beside its body."""

    url: str
    sha256: str
    headers: dict[str, str]


class Cache:
    """A folder with two files for each address: the body, and what the server said of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> Answer | None:
        """Last answer of an address; none where nothing, or only half of it, is kept."""
        about, body = self._places(url)
        try:
            kept, content = Kept.model_validate_json(about.read_bytes()), body.read_bytes()
        except (OSError, ValueError):
            return None  # to be asked anew: the server is the truth, the cache only spares it work
        whole = kept.url == url and kept.sha256 == sha256(content).hexdigest()
        return Answer(200, kept.headers, content) if whole else None

    def put(self, url: str, answer: Answer) -> None:
        """Keep an answer that can be asked for conditionally; any other is worth nothing the next time.

        Raises:
            OSError: the folder cannot be written to.
        """
        if not conditions(answer):
            return
        about, body = self._places(url)
        self._folder.mkdir(parents=True, exist_ok=True)
        headers = {name: answer.headers[name] for name in _KEPT if name in answer.headers}
        kept = Kept(url=url, sha256=sha256(answer.body).hexdigest(), headers=headers)
        write_whole(body, answer.body)
        write_whole(about, kept.model_dump_json(indent=2).encode() + b"\n")

    def _places(self, url: str) -> tuple[Path, Path]:
        name = digest(url)
        return self._folder / f"{name}.json", self._folder / f"{name}.body"


def conditions(answer: Answer) -> dict[str, str]:
    """Headers that ask for an answer only if it is no longer this one."""
    asked = {"if-none-match": "etag", "if-modified-since": "last-modified"}
    return {name: answer.headers[header] for name, header in asked.items() if header in answer.headers}
